/** One composer: its fields, its saving of drafts, and what leaves it when somebody sends. */
import { classicField } from './classic-field.js';
import { composerMarkup, titleOf } from './composer-view.js';
import { notice } from './dialog.js';
import { element } from './markup.js';
import { makeNoise, startNoise } from './noise.js';
import { peopleField } from './people-field.js';
import { enqueue } from './queue.js';
import { logGesture } from './quiet.js';
import { openSendMenu } from './schedule.js';
import { draftOperations } from './shapes.js';
import { press } from './snackbar.js';
import { recipients } from './start.js';
import { word } from './words.js';

const SAVE_AFTER_MS = 1_500;

/**
 * Draws a composer for a draft. `acts` says what sending, discarding and closing do; the caller puts `root` into its
 * place and calls `started`.
 */
export function makeComposer(draft, place, acts) {
  const root = element(composerMarkup(draft, place));
  const composer = { draft, place, acts, root, closed: false, saved: '' };
  composer.part = (selector) => root.querySelector(selector);
  composer.editor = composer.part('[g_editable=true]');
  composer.subject = composer.part('[name=subjectbox]');
  composer.fields = ['to', 'cc', 'bcc'].map((name) =>
    (recipients === 'classic' ? classicField : peopleField)(
      name,
      name === 'to' ? 'To' : name === 'cc' ? 'Cc' : 'Bcc',
      () => changed(composer),
    ),
  );
  composer.part('.bze').append(...composer.fields.map(({ row }) => row));
  fill(composer, place);
  listen(composer);
  // What was taken back before the server had it is not saved anywhere.
  composer.saved = draft.isUnsaved ? '' : contentOf(composer);
  return composer;
}

/** Once it stands in the page: where one goes on writing. */
export function started(composer) {
  composer.stopNoise = startNoise(composer.root, composer.editor);
  const [to] = composer.fields;
  if (composer.draft.to.length === 0) return to.input.focus();
  composer.editor.focus();
  const start = document.createRange();
  start.setStart(composer.editor, 0);
  getSelection().removeAllRanges();
  getSelection().addRange(start);
}

/** The draft as it stands in the fields now. */
export function currentDraft(composer) {
  const [to, cc, bcc] = composer.fields.map((field) => field.people());
  const { draft, editor, subject } = composer;
  return { ...draft, to, cc, bcc, subject: subject.value, html: editor.innerHTML };
}

/** Saves now what is not yet saved. */
export function saveNow(composer) {
  clearTimeout(composer.saveDue);
  const content = contentOf(composer);
  if (composer.closed || content === composer.saved) return;
  composer.saved = content;
  const draft = { ...currentDraft(composer), at: Date.now() };
  composer.waits = enqueue({
    kind: 'draft',
    messageId: draft.id,
    operations: () => draftOperations({ ...draft, saves: composer.draft.saves }),
    started: () => tell(composer, word('Saving…')),
    failed: () => tell(composer, 'Trying to save…'),
    done() {
      composer.draft.saves += 1;
      composer.waits = null;
      tell(composer, word('Draft saved'));
      if (!composer.closed) makeNoise(composer.root, composer.editor);
    },
  });
}

/** What would be lost if the page went now. */
export function isUnsaved(composer) {
  return !composer.closed && (composer.waits != null || contentOf(composer) !== composer.saved);
}

export function closeComposer(composer) {
  composer.closed = true;
  clearTimeout(composer.saveDue);
  composer.stopNoise?.();
  composer.frame.remove();
}

function contentOf(composer) {
  const { to, cc, bcc, subject, html, quote } = currentDraft(composer);
  return JSON.stringify([to, cc, bcc, subject, html, quote]);
}

function fill(composer, place) {
  const { draft, fields, editor, subject } = composer;
  const [to, cc, bcc] = fields;
  to.set(draft.to);
  cc.set(draft.cc);
  bcc.set(draft.bcc);
  subject.value = draft.subject;
  editor.innerHTML = draft.html;
  composer.part('.az6').hidden = place === 'inline';
  composer.part('.ajR').hidden = !draft.quote;
  showRow(composer, cc, draft.cc.length > 0);
  showRow(composer, bcc, draft.bcc.length > 0);
  // A reply shows one line of its people, and the fields once somebody goes there.
  const summary = composer.part('.aoD.hl');
  if (!summary) return;
  composer.part('.fX').style.display = 'none';
  summary.addEventListener('click', () => {
    summary.remove();
    composer.part('.fX').style.display = '';
    to.input.focus();
  });
}

/** Rows for copies exist all the time, as in Gmail; the ones without people are not displayed. */
function showRow(composer, field, shown) {
  field.row.style.display = shown ? '' : 'none';
  const toggle = composer.part(field.name === 'cc' ? '.pE' : '.pB');
  if (toggle) toggle.style.display = shown ? 'none' : '';
}

function listen(composer) {
  const { root, editor, subject, fields, acts } = composer;
  const [, cc, bcc] = fields;
  const show = (field) => {
    showRow(composer, field, true);
    field.input.focus();
  };
  composer.part('.bAs').addEventListener('submit', (event) => event.preventDefault());
  editor.addEventListener('input', () => changed(composer));
  subject.addEventListener('input', () => changed(composer));
  press(composer.part('.pE'), () => show(cc));
  press(composer.part('.pB'), () => show(bcc));
  press(composer.part('.IZ .Up .aoO'), (event) => send(composer, event));
  press(composer.part('.IZ .Up .Uo'), (event) => send(composer, event, { archives: true }));
  press(composer.part('.IZ .Up .hG'), () => openSendMenu((later) => send(composer, null, { later })));
  press(composer.part('[command=locker]'), () => toggleConfidential(composer));
  press(composer.part('.ajR'), () => showTrimmed(composer));
  press(composer.part('.oh'), () => acts.discard(composer));
  composer.part('.Ha')?.addEventListener('click', () => acts.close(composer));
  composer.part('.Hl')?.addEventListener('click', () => composer.frame.classList.toggle('minimized'));
  composer.part('.Hq')?.addEventListener('click', () => toggleFullScreen(composer.frame));
  root.addEventListener('keydown', (event) => {
    const command = event.ctrlKey || event.metaKey;
    if (!command || event.isComposing) return;
    const shifted = event.shiftKey ? { C: () => show(cc), B: () => show(bcc), D: () => acts.discard(composer) } : {};
    const act = event.key === 'Enter' ? () => send(composer, event) : shifted[event.key.toUpperCase()];
    if (!act) return;
    event.preventDefault();
    act();
  });
}

/** Over everything, in the container that Gmail has for it; and back to where it was. */
function toggleFullScreen(frame) {
  const over = frame.closest('.aSs.over');
  if (over) {
    document.querySelector('.dw .no').append(frame);
    over.remove();
    return;
  }
  const container = element('<div class="aSs over"><div class="aSt"></div></div>');
  container.firstElementChild.append(frame);
  document.body.append(container);
}

function toggleConfidential({ draft, part }) {
  draft.confidential = !draft.confidential;
  part('[command=locker]').setAttribute('aria-pressed', String(draft.confidential));
}

function changed(composer) {
  if (composer.closed || contentOf(composer) === composer.saved) return;
  composer.part('input[name=subject]').value = composer.subject.value;
  const title = composer.part('.aYF');
  if (title) title.textContent = titleOf({ subject: composer.subject.value });
  clearTimeout(composer.saveDue);
  composer.saveDue = setTimeout(saveNow, SAVE_AFTER_MS, composer);
}

/** The quotation goes from behind the dots into the text, where it can be changed. */
function showTrimmed(composer) {
  const { draft, editor } = composer;
  editor.insertAdjacentHTML('beforeend', draft.quote);
  draft.quote = '';
  composer.part('.ajR').hidden = true;
  changed(composer);
}

/** `how` says whether the conversation is archived, or when it is to be sent. */
function send(composer, event, how = {}) {
  if (event) logGesture(event);
  for (const field of composer.fields) field.commit();
  const wrong = composer.fields.map((field) => field.invalid()).find(Boolean);
  const draft = currentDraft(composer);
  if (draft.to.length + draft.cc.length + draft.bcc.length === 0)
    return notice('Please specify at least one recipient.');
  if (wrong)
    return notice(
      `The address “${wrong}” was not recognized. Please make sure that all addresses are properly formed.`,
    );
  clearTimeout(composer.saveDue);
  composer.acts.send(composer, { ...draft, at: Date.now() }, how);
}

function tell(composer, text) {
  const status = composer.part('.oG');
  if (status) status.textContent = text;
}
