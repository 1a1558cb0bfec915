/** A mailbox as a list of conversations. */
import { element, html, icon, shortTime } from './markup.js';
import { press } from './snackbar.js';
import { called, marks, me } from './start.js';
import { isUnread, listed, relabel } from './store.js';

const EMPTY = {
  inbox: 'You have read everything. Enjoy the quiet.',
  starred: 'No starred conversations.',
  sent: 'Nothing sent yet.',
  drafts: 'You have no saved drafts.',
  trash: 'Nothing in the trash.',
};

/** Draws the list; `acts` says what opening, archiving and deleting do, `chosen` holds the ticked ones. */
export function drawList(view, { mailbox, label, filter, chosen, acts }) {
  const threads = (listed(label) ?? []).filter((thread) => carries(thread, label) && matches(thread, filter));
  if (threads.length === 0) {
    const text = listed(label) === null ? 'Loading…' : filter ? 'No conversations match your search.' : EMPTY[mailbox];
    view.replaceChildren(element(`<p class="empty">${text ?? 'Nothing here.'}</p>`));
    return [];
  }
  const table = element('<div class="ae4 UI"><table class="F cf zt" role="grid"><tbody></tbody></table></div>');
  table.querySelector('tbody').append(...threads.map((thread) => rowOf(thread, mailbox, chosen, acts)));
  view.replaceChildren(table);
  return threads;
}

/** What has just been moved is gone from here before the server has said so. */
function carries({ messages }, label) {
  return messages.some(({ labels }) => labels.has(label) && (label === '^k' || !labels.has('^k')));
}

function matches({ subject, snippet, messages }, filter) {
  if (!filter) return true;
  const text = [subject, snippet, ...messages.map(({ from }) => `${from.name} ${from.address}`)].join(' ');
  return text.toLowerCase().includes(filter.toLowerCase());
}

function rowOf(thread, mailbox, chosen, acts) {
  const template = document.createElement('template');
  template.innerHTML = rowMarkup(thread, mailbox, chosen.has(thread.id));
  const row = template.content.firstElementChild;
  row.addEventListener('click', () => acts.open(thread));
  row.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && event.target === row) acts.open(thread);
  });
  const own = (selector, act) =>
    press(row.querySelector(selector), (event) => {
      event.stopPropagation();
      act();
    });
  own('.oZ-jc', () => acts.choose(thread));
  own('.aXw', () => star(thread, acts));
  own('.brq', () => acts.archive([thread]));
  own('.bru', () => acts.remove([thread]));
  return row;
}

function star(thread, acts) {
  const starred = isStarred(thread);
  relabel([thread], starred ? { remove: ['^t'] } : { add: ['^t'] });
  acts.redraw();
}

function isStarred({ messages }) {
  return messages.some(({ labels }) => labels.has('^t'));
}

function rowMarkup(thread, mailbox, isChosen) {
  const { id, legacyId, subject, snippet, at, messages } = thread;
  const starred = isStarred(thread);
  const last = messages.at(-1);
  return `<tr class="zA ${isUnread(thread) ? 'zE' : 'yO'}${isChosen ? ' x7' : ''}" role="row" tabindex="0" aria-label="${html(`${senders(messages)}, ${subject}`)}"><td class="PF xY"></td><td class="oZ-x3 xY"><div class="oZ-jc T-Jo J-J5-Ji" role="checkbox" aria-checked="${isChosen}" aria-label="Select" tabindex="-1"><div class="T-Jo-auh"></div></div></td><td class="apU xY"><span class="aXw T-KT${starred ? ' T-KT-Jp' : ''}" role="button" tabindex="-1" aria-label="${starred ? 'Starred' : 'Not starred'}">${icon('star')}</span></td><td class="yX xY"><div class="yW">${sendersMarkup(messages, mailbox)}</div></td><td class="xY a4W" role="gridcell"><div class="xS" role="link"><div class="xT"><div class="yi">${chips(messages)}</div><div class="y6"><span class="bog"><span data-thread-id="#${html(id)}" data-legacy-thread-id="${legacyId}" data-legacy-last-message-id="${last?.legacyId ?? ''}">${html(subject)}</span></span></div><span class="y2"><span class="Zt"> - </span>${html(snippet)}</span></div></div></td><td class="xW xY"><span title="${new Date(at).toLocaleString('en-GB')}"><span>${shortTime(at)}</span></span></td><td class="bq4 xY"><ul class="bqY" role="toolbar" aria-label="Actions"><li class="bqX brq" role="button" data-tooltip="Archive" title="Archive" aria-label="Archive">${icon('archive')}</li><li class="bqX bru" role="button" data-tooltip="Delete" title="Delete" aria-label="Delete">${icon('trash')}</li></ul></td></tr>`;
}

function sendersMarkup(messages, mailbox) {
  const drafts = messages.some(({ labels }) => labels.has('^r')) ? '<span class="boq">Draft</span>' : '';
  const sent = messages.filter(({ labels }) => !labels.has('^r'));
  if (mailbox === 'sent' || (mailbox === 'drafts' && sent.length === 0)) {
    const to = messages.at(-1).to.map(called).join(', ');
    return mailbox === 'sent' ? `To: ${html(to)}` : drafts;
  }
  const people = [...new Map(sent.map(({ from, labels }) => [from.address, { from, labels }])).values()];
  const names = people.map(
    ({ from, labels }) =>
      `<span class="${labels.has('^u') ? 'zF' : 'yP'}" email="${html(from.address)}" name="${html(from.name)}">${html(people.length > 1 ? firstName(from) : called(from))}</span>`,
  );
  const count = messages.length > 1 ? ` <span class="bx0">${messages.length}</span>` : '';
  return [...names, ...(drafts ? [drafts] : [])].join(', ') + count;
}

function firstName(person) {
  return person.address === me.address ? 'me' : called(person).split(' ')[0];
}

function senders(messages) {
  return [...new Set(messages.map(({ from }) => called(from)))].join(', ');
}

export function chips(messages) {
  const names = new Set(messages.flatMap(({ labels }) => [...labels].flatMap((label) => marks[label] ?? [])));
  return [...names]
    .map((name) => `<span class="at" data-name="${html(name)}"><span class="av">${html(name)}</span></span>`)
    .join('');
}
