/** One conversation: its subject with its labels, its messages, and the ways to answer. */
import { composeBelow, isInUse } from './composers.js';
import { attachedDraft, forwardDraft, replyDraft, savedDraft } from './drafts.js';
import { avatar, element, html, icon, longTime } from './markup.js';
import { press } from './snackbar.js';
import { called, marks } from './start.js';
import { word } from './words.js';

/** From so many messages on, the earlier ones that have been read are folded. */
const FOLDED_FROM = 4;

export function drawThread(view, thread) {
  const messages = thread.messages.filter(({ labels }) => !labels.has('^r'));
  const page = element(
    `<div class="nH a98 iY"><div class="nH bh"><div class="ha"><h2 class="hP" tabindex="-1" data-thread-perm-id="${html(thread.id)}" data-legacy-thread-id="${thread.legacyId}">${html(thread.subject)}</h2><div class="J-J5-Ji">${labelChips(thread)}</div></div><div class="aQHu7c" role="list"></div></div></div>`,
  );
  const list = page.querySelector('[role=list]');
  for (const [index, message] of messages.entries()) {
    const isLast = index === messages.length - 1;
    const folded = messages.length >= FOLDED_FROM && !isLast && !message.labels.has('^u');
    list.append(messageOf(thread, message, { isLast, folded }));
  }
  view.replaceChildren(page);
  const drafts = thread.messages.filter(({ id, labels }) => labels.has('^r') && !isInUse(id));
  for (const draft of drafts) composeBelow(savedDraft(thread, draft));
}

function labelChips({ messages }) {
  const names = new Set(messages.flatMap(({ labels }) => [...labels].flatMap((label) => marks[label] ?? [])));
  const inbox = messages.some(({ labels }) => labels.has('^i')) ? ['Inbox'] : [];
  return [...inbox, ...names]
    .map(
      (name) =>
        `<div class="hN" role="button" tabindex="-1" name="${html(name)}" aria-label="Search for all messages with label ${html(name)}">${html(name)}</div>`,
    )
    .join('');
}

function messageOf(thread, message, { isLast, folded }) {
  const item = element(
    `<div class="${folded ? 'kv' : 'h7'}" role="listitem"><div class="adn ads" data-message-id="#${html(message.id)}" data-legacy-message-id="${message.legacyId}">${headMarkup(message)}<div class="ii gt"><div class="a3s aiL"></div></div></div></div>`,
  );
  item.querySelector('.a3s').innerHTML = message.html;
  const answer = {
    94: (all) => replyDraft(thread, message, all),
    24: () => replyDraft(thread, message, true),
    25: () => forwardDraft(thread, message),
  };
  for (const control of item.querySelectorAll('[data-action-type]')) {
    press(control, (event) => {
      event.stopPropagation();
      composeBelow(answer[control.dataset.actionType](false));
    });
  }
  item.querySelector('.gE').addEventListener('click', (event) => {
    if (event.target.closest('[role=button]')) return;
    item.classList.toggle('kv');
    item.classList.toggle('h7');
  });
  if (isLast) item.firstElementChild.append(footOf(thread, message));
  return item;
}

function headMarkup({ from, to, cc, at, snippet }) {
  const recipients = [...to, ...cc].map(
    (person) =>
      `<span class="g2" email="${html(person.address)}" name="${html(person.name)}" data-hovercard-id="${html(person.address)}">${html(called(person))}</span>`,
  );
  const action = (type, name, label) =>
    `<li class="T-I" role="button" tabindex="0" data-action-type="${type}" data-tooltip="${word(label)}" title="${word(label)}" aria-label="${word(label)}">${icon(name)}</li>`;
  return `<div class="gs"><div class="gE iv gt">${avatar(from.name || from.address)}<table class="cf gJ"><tbody><tr class="acZ"><td class="gF gK"><h3 class="iw"><span class="qu"><span class="gD" email="${html(from.address)}" name="${html(from.name)}" data-hovercard-id="${html(from.address)}">${html(from.name || from.address)}</span> <span class="go">&lt;${html(from.address)}&gt;</span></span></h3></td><td class="gH"><span class="g3" title="${longTime(at)}">${longTime(at)}</span><ul class="acts">${action(94, 'reply', 'Reply')}${action(24, 'replyAll', 'Reply all')}${action(25, 'forward', 'Forward')}</ul></td></tr><tr class="acZ xD"><td colspan="2"><div class="iw ajw"><span class="hb">to ${recipients.join(', ')}</span></div><div class="iA g6">${html(snippet)}</div></td></tr></tbody></table></div></div>`;
}

function footOf(thread, message) {
  const foot = element(
    `<div class="amn"><span class="ams bkH" role="link" tabindex="0">${icon('reply')}${word('Reply')}</span><span class="ams bkI" role="link" tabindex="0">${icon('replyAll')}${word('Reply all')}</span><span class="ams bkG" role="link" tabindex="0">${icon('forward')}${word('Forward')}</span><span class="ams attached" role="link" tabindex="0">${icon('clip')}${word('Forward as attachment')}</span></div>`,
  );
  press(foot.querySelector('.bkH'), () => composeBelow(replyDraft(thread, message, false)));
  press(foot.querySelector('.bkI'), () => composeBelow(replyDraft(thread, message, true)));
  press(foot.querySelector('.bkG'), () => composeBelow(forwardDraft(thread, message)));
  press(foot.querySelector('.attached'), () => composeBelow(attachedDraft(thread, message)));
  return foot;
}
