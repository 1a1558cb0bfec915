/** Settings, as far as anybody needs them here: where incoming mail is forwarded to. */
import { element, html } from './markup.js';
import { say } from './snackbar.js';
import { account, settings } from './start.js';
import { saveSettings } from './store.js';

export function drawSettings(view) {
  const on = settings.forwarding !== '';
  const page = element(
    `<div class="settings"><h2>Settings</h2><nav class="tabs" aria-label="Settings"><span class="f1">General</span><span class="f1">Labels</span><a class="f1 active" href="#settings/fwdandpop" aria-current="page">Forwarding</a><span class="f1">Filters</span></nav><form><fieldset><legend>Forwarding</legend><p class="soft">Every message that comes in can be passed on to another address as well.</p><label class="option"><input type="radio" name="sx_fw" value="0"${on ? '' : ' checked'}> Disable forwarding</label><label class="option"><input type="radio" name="sx_fw" value="1"${on ? ' checked' : ''}> Forward a copy of incoming mail to</label><input type="email" name="sx_em" aria-label="Forwarding address" placeholder="name@example.com" value="${html(settings.forwarding)}"><label class="soft" for="sx_at">and afterwards</label><select id="sx_at" name="sx_at"><option value="keep">keep the message in the inbox</option><option value="archive">archive it</option><option value="trash">delete it</option></select></fieldset><p class="buttons"><button class="button primary" guidedhelpid="save_changes_button">Save Changes</button><a class="button" href="#inbox">Cancel</a></p></form></div>`,
  );
  const form = page.querySelector('form');
  form.sx_em.addEventListener('input', () => {
    form.sx_fw.value = '1';
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    save(form);
  });
  view.replaceChildren(page);
}

function save(form) {
  const address = form.sx_fw.value === '1' ? form.sx_em.value.trim() : '';
  saveSettings(account, { sx_fw: form.sx_fw.value, sx_em: address, sx_at: form.sx_at.value }).then(
    () => {
      settings.forwarding = address;
      say('Your preferences have been saved.');
      location.hash = '#inbox';
    },
    () => say('Your preferences could not be saved. Please try again.'),
  );
}
