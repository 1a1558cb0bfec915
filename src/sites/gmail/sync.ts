/**
 * Gmail's write requests, `POST /sync/u/N/i/s` (recordings of 2018 to 2022): one request carries drafts, sends and
 * label changes alike. Every message in it counts, wherever it stands, so that a moved operation cannot hide a send.
 */
import type { Described, DescribedAct } from '../site.ts';
import { readSend, sendMarksOf, subjectOf, useOf } from './message.ts';
import { field, fieldsOf, isEmpty, isNode, isNumber, isQuiet, survey, threadIdOf } from './shapes.ts';

/** Where an operation says what it does, as of 2022-09-09. The first three carry one message; 2 carries a thread. */
const OPERATION = { reply: 1, firstSave: 2, labels: 6, update: 13 } as const;

/**
 * Labels that only mark what their owner has seen or what Gmail thinks of it (2026-07-23): unread, not yet seen,
 * opened, importance, and the signs "replied" and "forwarded" (^io_re, ^io_fwd).
 */
const MARKERS = /^\^(u|us|o|io_[a-z0-9_]{1,20})$/;

/** Labels that belong to sending; a change of labels that adds one may send a draft. */
const SENDING = /^\^(f|r|pfg|scheduled)/;

/** What one operation does, from harmless to what cannot be told. */
type Effect =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'marks' }
  | { readonly kind: 'labels' }
  | { readonly kind: 'foreign' }
  | { readonly kind: 'acts'; readonly acts: readonly DescribedAct[] }
  | { readonly kind: 'unreadable'; readonly why: string };

/** What a sync request is. */
export function describeSync(document: unknown): Described {
  const whole = survey(document);
  if (!whole) return unreadable('it is too long to read');
  if (whole.strange) return unreadable('it has another shape');
  const entries = entriesOf(document);
  if (!entries) return unreadable('it has another shape');
  const operations = entries.map((entry) => field(field(entry, 1), 1));
  const inside = survey(operations);
  if (!inside || inside.messages.length !== whole.messages.length)
    return unreadable('a message stands where none is expected');
  // A label that sends, and that belongs to no message read here, may send what is not in this request.
  const marks = whole.messages.reduce((sum: number, message) => sum + sendMarksOf(message), 0);
  if (marks !== whole.sendMarks) return unreadable('something is sent that cannot be read');
  return conclude(entries.flatMap(effectsOf), isKnownFrame(document));
}

/** The worst effect decides; a send is an act only when all beside it is understood. */
function conclude(effects: readonly Effect[], frameKnown: boolean): Described {
  const bad = effects.find((effect) => effect.kind === 'unreadable');
  if (bad) return unreadable(bad.why);
  const [first, ...more] = effects.flatMap((effect) => (effect.kind === 'acts' ? effect.acts : []));
  const understood = frameKnown && effects.every(({ kind }) => kind !== 'foreign');
  if (first) {
    return understood ? { kind: 'acts', acts: [first, ...more] } : unreadable('it does more than to send');
  }
  const harmless = understood && effects.every(({ kind }) => kind === 'nothing' || kind === 'marks');
  return harmless ? { kind: 'not-an-act' } : { kind: 'unknown' };
}

/** The operations with their sequence numbers and threads; null when the document has another shape. */
function entriesOf(document: unknown): readonly unknown[] | null {
  if (!isNode(document) || (field(document, 2) === null && field(document, 3) === null)) return null;
  const content = field(document, 1);
  if (isEmpty(content)) return [];
  const entries = field(content, 0);
  return isNode(content) && Array.isArray(entries) && fieldsOf(content).length === 1 ? entries : null;
}

/** Whether all beside the operations is state of the synchronisation: numbers, and labels that are watched. */
function isKnownFrame(document: unknown): boolean {
  return isQuiet(document, new Set([field(document, 1)].filter(isNode)), /^\^[a-z0-9_]{1,40}$/);
}

/** [sequence, [thread, operation]]: what each position of the operation does. */
function effectsOf(entry: unknown): readonly Effect[] {
  const [sequence, target] = [field(entry, 0), field(entry, 1)];
  const thread = threadIdOf(field(target, 0));
  const operation = field(target, 1);
  const known = isNumber(sequence) && fieldsOf(entry).length === 2 && fieldsOf(target).length === 2;
  if (!known || thread === null || !isNode(operation))
    return [{ kind: 'unreadable', why: 'an operation has another shape' }];
  const parts = fieldsOf(operation);
  return parts.length === 0
    ? [{ kind: 'foreign' }]
    : parts.map(([position, value]) => partEffect(position, value, thread));
}

/** What one position of an operation does. */
function partEffect(position: number, value: unknown, thread: string): Effect {
  const messages = survey(value)?.messages ?? [];
  if (messages.length > 0) return messagesEffect(position, value, messages, thread);
  if (position === OPERATION.labels) return labelsEffect(value);
  return position === OPERATION.reply || position === OPERATION.firstSave || position === OPERATION.update
    ? { kind: 'unreadable', why: 'a message has another shape' }
    : { kind: 'foreign' };
}

function messagesEffect(position: number, value: unknown, messages: readonly object[], thread: string): Effect {
  const uses = messages.map(useOf);
  if (uses.includes('unclear')) return { kind: 'unreadable', why: 'a message has another shape' };
  const acts: DescribedAct[] = [];
  for (const message of messages.filter((_, i) => uses[i] === 'send')) {
    const act = readSend(message, thread);
    if (typeof act === 'string') return { kind: 'unreadable', why: act };
    acts.push(act);
  }
  // A first save names the thread by its subject, beside the message.
  const title = position === OPERATION.firstSave ? field(field(value, 0), 0) : null;
  const passedOver = new Set<unknown>([...messages, ...messages.map(subjectOf).filter((each) => each === title)]);
  const known = isQuiet(value, passedOver);
  if (acts.length > 0) return known ? { kind: 'acts', acts } : { kind: 'unreadable', why: 'it does more than to send' };
  return known && isSlot(position, value, messages) ? { kind: 'nothing' } : { kind: 'foreign' };
}

/** Whether the messages stand exactly where this operation has them. */
function isSlot(position: number, value: unknown, messages: readonly object[]): boolean {
  if (position === OPERATION.firstSave) {
    const list = field(field(value, 0), 4);
    return Array.isArray(list) && list.length === messages.length && list.every((each) => messages.includes(each));
  }
  const one = position === OPERATION.reply || position === OPERATION.update;
  return one && messages.length === 1 && field(value, 0) === messages[0];
}

/** [labels added, labels taken away, messages, …numbers] */
function labelsEffect(value: unknown): Effect {
  const [added, removed] = [namesIn(field(value, 0)), namesIn(field(value, 1))];
  if (!added || !removed) return { kind: 'unreadable', why: 'a change of labels has another shape' };
  if (added.some((label) => SENDING.test(label)))
    return { kind: 'unreadable', why: 'a change of labels may send a draft' };
  const beside = fieldsOf(value).filter(([position]) => position > 1);
  const quiet = beside.every(([, each]) => isQuiet(each, new Set()));
  return { kind: quiet && [...added, ...removed].every((label) => MARKERS.test(label)) ? 'marks' : 'labels' };
}

function namesIn(value: unknown): readonly string[] | null {
  if (value === null) return [];
  return Array.isArray(value) && value.every((each) => typeof each === 'string') ? value : null;
}

function unreadable(why: string): Described {
  return { kind: 'unreadable-act', why };
}
