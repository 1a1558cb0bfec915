/** How a draft begins: new, as an answer, as a forward, or from an address with `view=cm`. */
import { html, longTime } from './markup.js';
import { newId } from './shapes.js';
import { me, personOf } from './start.js';
import { word, wrote } from './words.js';

let composers = 0;

export function newDraft(given = {}) {
  composers += 1;
  return {
    kind: 'new',
    composeId: String(composers),
    id: newId('msg'),
    thread: newId('thread'),
    from: me.address,
    to: [],
    cc: [],
    bcc: [],
    subject: '',
    html: '<br>',
    /** What is quoted and not shown in the text. */
    quote: '',
    /** `[type, name, size, null, id, address]` */
    files: [],
    confidential: false,
    answers: null,
    saves: 0,
    at: Date.now(),
    ...given,
  };
}

/** `?view=cm&fs=1&to=&cc=&bcc=&su=&body=` */
export function draftFromAddress(query) {
  const people = (name) =>
    (query.get(name) ?? '').split(/[,;]/).flatMap((each) => (each.trim() ? [personOf(each.trim())] : []));
  const text = query.get('body') ?? '';
  return newDraft({
    to: people('to'),
    cc: people('cc'),
    bcc: people('bcc'),
    subject: query.get('su') ?? '',
    html: text === '' ? '<br>' : html(text).replace(/\r?\n/g, '<br>'),
  });
}

/** To the sender, or to everybody who is on the message. */
export function replyDraft(thread, message, toAll) {
  const own = ({ address }) => address === me.address;
  const sender = own(message.from) ? message.to : [message.from];
  const others = [...message.to, ...message.cc].filter(
    (person) => !own(person) && !sender.some(({ address }) => address === person.address),
  );
  return newDraft({
    ...inThread(thread, message),
    kind: 'reply',
    to: sender,
    cc: toAll ? others : [],
    subject: prefixed('Re: ', thread.subject),
    quote: `<br><div class="gmail_quote"><div dir="ltr" class="gmail_attr">${wrote(longTime(message.at), `${html(message.from.name)} &lt;${html(message.from.address)}&gt;`)}<br></div><blockquote class="gmail_quote">${message.html}</blockquote></div>`,
  });
}

/** The earlier message stands in the text itself. */
export function forwardDraft(thread, message) {
  const people = (list) => list.map(({ name, address }) => `${html(name)} &lt;${html(address)}&gt;`).join(', ');
  const cc = message.cc.length > 0 ? `Cc: ${people(message.cc)}<br>` : '';
  return newDraft({
    ...inThread(thread, message),
    kind: 'forward',
    subject: prefixed('Fwd: ', thread.subject),
    html: `<br><br><div class="gmail_quote"><div dir="ltr" class="gmail_attr">---------- ${word('Forwarded message')} ---------<br>From: <strong class="gmail_sendername" dir="auto">${html(message.from.name)}</strong> <span dir="auto">&lt;${html(message.from.address)}&gt;</span><br>Date: ${longTime(message.at)}<br>Subject: ${html(message.subject)}<br>To: ${people(message.to)}<br>${cc}</div><br><br>${message.html}</div>`,
  });
}

/** The earlier message as a file of its own. */
export function attachedDraft(thread, message) {
  const id = `f_${message.legacyId}`;
  const name = `${thread.subject}.eml`;
  return newDraft({
    ...inThread(thread, message),
    kind: 'forward',
    subject: prefixed('Fwd: ', thread.subject),
    files: [
      ['message/rfc822', name, message.html.length, null, id, `${location.origin}/mail/u/0/?view=att&realattid=${id}`],
    ],
  });
}

/** A saved draft is written on. */
export function savedDraft(thread, message) {
  const earlier = thread.messages.filter(({ labels }) => !labels.has('^r')).at(-1);
  return newDraft({
    ...(earlier ? inThread(thread, earlier) : { thread: thread.id }),
    kind: earlier ? 'reply' : 'new',
    id: message.id,
    to: message.to,
    cc: message.cc,
    bcc: message.bcc,
    subject: message.subject,
    html: message.written.replace(/^<div dir="ltr">([\s\S]*)<\/div>$/, '$1'),
    quote: message.quote,
    saves: 1,
  });
}

function inThread(thread, { id, rfcId }) {
  return { thread: thread.id, answers: { id, rfcId, legacyThread: thread.legacyId } };
}

function prefixed(prefix, subject) {
  return subject.toLowerCase().startsWith(prefix.toLowerCase()) ? subject : prefix + subject;
}
