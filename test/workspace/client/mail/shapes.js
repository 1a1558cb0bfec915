/** Messages and operations in Gmail's arrays, as its client has written them since 2022. */
import { me } from './start.js';

const DRAFT = ['^all', '^r', '^r_bt'];
const SEND = ['^all', '^pfg', '^f_bt', '^f_btns', '^f_cl'];
const SCHEDULED = ['^all', '^scheduled', '^r'];
/** What goes to oneself comes back into the own inbox. */
const TO_ONESELF = ['^i', '^u'];

const session = randomHex(8);
let operations = 1;
let syncs = 0;

function positions(given) {
  const length = Math.max(...Object.keys(given).map(Number)) + 1;
  return Array.from({ length }, (_, index) => given[index] ?? null);
}

function randomHex(bytes) {
  return Array.from(crypto.getRandomValues(new Uint8Array(bytes)), (byte) => byte.toString(16).padStart(2, '0')).join(
    '',
  );
}

/** "msg-a:r…" or "thread-a:r…": the client names what it begins. */
export function newId(kind) {
  const number = BigInt(`0x${randomHex(8)}`) >> 1n;
  return `${kind}-a:r${crypto.getRandomValues(new Uint8Array(1))[0] % 2 ? '-' : ''}${number}`;
}

/** What a draft's message says on the wire. */
function messageShape(draft, labels) {
  const people = (list) => (list.length === 0 ? null : list.map(personShape));
  const parts = [[0, `<div dir="ltr">${draft.html}</div>`]];
  if (draft.quote) parts.push([2, draft.quote]);
  return positions({
    0: draft.id,
    1: [1, me.address, me.name, null, null, null, null, null, null, me.address],
    2: people(draft.to),
    3: people(draft.cc),
    4: people(draft.bcc),
    6: draft.at,
    7: draft.subject,
    8: [null, parts, null, null, null, null, 1],
    10: labels,
    11: draft.files.length > 0 ? draft.files : null,
    15: draft.answers?.rfcId,
    17: draft.at,
    35: [null, null, null, null, null, 0],
    36: [null, null, null, 0],
    41: 0,
    42: [0, 0, draft.saves + 1, 0],
    // How Gmail says this was never recorded.
    47: draft.confidential ? [1, 'P7D'] : null,
    51: `s:${session}|#${draft.id}|0`,
  });
}

function personShape({ address, name }) {
  return name ? [1, address, name] : [1, address];
}

/** The operation that saves a draft or sends it: the first one for a message, and those that follow, differ. */
function operation(draft, labels) {
  const message = messageShape(draft, labels);
  const first = draft.saves === 0;
  if (draft.answers) {
    const inThread = [message, draft.answers.id, 1, null, [Date.now()]];
    return first ? positions({ 1: inThread }) : positions({ 13: inThread });
  }
  if (!first) return positions({ 13: [message, null, 1] });
  return positions({ 2: [['', null, draft.at, draft.thread, [message]]] });
}

export function draftOperations(draft) {
  return [[draft.thread, operation(draft, DRAFT)]];
}

export function sendOperations(draft, { later, archives } = {}) {
  const labels = later ? SCHEDULED : draft.answers ? SEND : [...SEND, ...TO_ONESELF];
  const sent = [draft.thread, operation(later ? { ...draft, at: later } : draft, labels)];
  if (!draft.answers) return [sent];
  const mark = draft.kind === 'forward' ? '^io_fwd' : '^io_re';
  const other = draft.kind === 'forward' ? '^io_re' : '^io_fwd';
  const marked = [sent, ...labelOperations(draft.thread, [mark], [other], [draft.answers.id])];
  return archives ? [...marked, ...labelOperations(draft.thread, ['^a'], ['^i'], [draft.answers.id])] : marked;
}

export function labelOperations(thread, add, remove, messages) {
  return [[thread, positions({ 6: [add, remove, messages] })]];
}

/** Takes a message back that has just been sent. */
export function undoOperations(draft) {
  return labelOperations(draft.thread, ['^r', '^r_bt'], [...SEND.slice(1), ...TO_ONESELF], [draft.id]);
}

/** One sync: its address and its body. */
export function syncRequest(list, sends) {
  syncs += 1;
  const numbered = list.map((each) => [++operations, each]);
  const body = sends
    ? [[null, null, 2], [numbered], null, [Date.now() - 40, list.length, Date.now(), 1, 205], 2]
    : [
        null,
        [numbered],
        [1, 527_400 + syncs, null, null, [null, 0], null, 1],
        [Date.now() - 40, 1, Date.now(), 0, 205],
        2,
      ];
  return { query: `?hl=en&c=${syncs}`, body: JSON.stringify(body) };
}

/** A conversation as the server tells it. */
export function readThread(shape) {
  return {
    id: shape[3],
    legacyId: shape[19],
    subject: shape[0] || '(no subject)',
    snippet: shape[1],
    at: shape[2],
    messages: shape[4].map(readMessage),
  };
}

function readMessage(shape) {
  const parts = shape[8]?.[1] ?? [];
  const people = (list) => (list ?? []).map(([, address, name]) => ({ address, name: name ?? '' }));
  return {
    id: shape[0],
    legacyId: shape[55],
    rfcId: shape[13],
    from: people([shape[1]])[0],
    to: people(shape[2]),
    cc: people(shape[3]),
    bcc: people(shape[4]),
    at: shape[6],
    subject: shape[7],
    html: parts.map(([, part]) => part).join(''),
    /** Of a draft: what was written, and what stands behind the dots. */
    written: parts.flatMap(([kind, part]) => (kind === 2 ? [] : part)).join(''),
    quote: parts.flatMap(([kind, part]) => (kind === 2 ? part : [])).join(''),
    snippet: shape[9],
    labels: new Set(shape[10]),
  };
}
