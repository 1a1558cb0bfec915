/**
 * Gmail's write requests, `POST /sync/u/N/i/s` (recordings of 2018 to 2022): one request carries drafts, sends and
 * label changes alike. Every message in it counts, wherever it stands, so that a moved operation cannot hide a send.
 */
import type { Described, DescribedAct } from '../site.ts';
import { actsOfChanges, type LabelEffect, labelsEffect, takenBackMarks } from './changes.ts';
import { readSend, readSharedDraft, sendMarksOf, subjectOf, useOf } from './message.ts';
import { field, fieldsOf, isEmpty, isNode, isNumber, isQuiet, isSendLabel, survey, threadIdOf } from './shapes.ts';

/** Where an operation says what it does, as of 2022-09-09. The first three carry one message; 2 carries a thread. */
const OPERATION = { reply: 1, firstSave: 2, labels: 6, update: 13 } as const;

/** What one operation does, from harmless to what cannot be told. */
type Effect =
  | { readonly kind: 'nothing' }
  | LabelEffect
  | { readonly kind: 'acts'; readonly acts: readonly DescribedAct[] };

/** Whose mailbox it is: in a delegated one, others read the drafts. */
export type Mailbox = 'own' | 'delegated';

/** What a sync request is. */
export function describeSync(document: unknown, mailbox: Mailbox): Described {
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
  const taken = operations.map((each) => takenBackMarks(field(each, OPERATION.labels), isSendLabel));
  const marks = [...whole.messages.map(sendMarksOf), ...taken].reduce((sum, each) => sum + each, 0);
  if (marks !== whole.sendMarks) return unreadable('something is sent that cannot be read');
  const described = conclude(
    entries.flatMap((entry) => effectsOf(entry, mailbox)),
    isKnownFrame(document),
  );
  // Where a label of sending stands, what is not understood is not merely unknown.
  return described.kind === 'unknown' && marks > 0 ? unreadable('it does more than to send') : described;
}

/** The worst effect decides; what is sent or changed is an act only when all beside it is understood. */
function conclude(effects: readonly Effect[], frameKnown: boolean): Described {
  const bad = effects.find((effect) => effect.kind === 'unreadable');
  if (bad) return unreadable(bad.why);
  const sends = effects.flatMap((effect) => (effect.kind === 'acts' ? effect.acts : []));
  const changes = actsOfChanges(effects.flatMap((effect) => (effect.kind === 'change' ? effect.change : [])));
  const understood = frameKnown && effects.every(({ kind }) => kind !== 'foreign');
  if (!understood) return { kind: 'unknown' };
  const [first, ...more] = [...sends, ...changes];
  return first ? { kind: 'acts', acts: [first, ...more] } : { kind: 'not-an-act' };
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
function effectsOf(entry: unknown, mailbox: Mailbox): readonly Effect[] {
  const [sequence, target] = [field(entry, 0), field(entry, 1)];
  const thread = threadIdOf(field(target, 0));
  const operation = field(target, 1);
  const known = isNumber(sequence) && fieldsOf(entry).length === 2 && fieldsOf(target).length === 2;
  if (!known || thread === null || !isNode(operation))
    return [{ kind: 'unreadable', why: 'an operation has another shape' }];
  const parts = fieldsOf(operation);
  return parts.length === 0
    ? [{ kind: 'foreign' }]
    : parts.map(([position, value]) => partEffect(position, value, thread, mailbox));
}

/** What one position of an operation does. */
function partEffect(position: number, value: unknown, thread: string, mailbox: Mailbox): Effect {
  const messages = survey(value)?.messages ?? [];
  if (messages.length > 0) return messagesEffect(position, value, thread, mailbox);
  if (position === OPERATION.labels) return labelsEffect(value, thread);
  return position === OPERATION.reply || position === OPERATION.firstSave || position === OPERATION.update
    ? { kind: 'unreadable', why: 'a message has another shape' }
    : { kind: 'foreign' };
}

function messagesEffect(position: number, value: unknown, thread: string, mailbox: Mailbox): Effect {
  const messages = survey(value)?.messages ?? [];
  const uses = messages.map(useOf);
  if (uses.includes('unclear')) return { kind: 'unreadable', why: 'a message has another shape' };
  const acts: DescribedAct[] = [];
  for (const [i, message] of messages.entries()) {
    const isSend = uses[i] === 'send';
    if (!isSend && mailbox === 'own') continue;
    const act = isSend ? readSend(message, thread) : readSharedDraft(message, thread);
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

function unreadable(why: string): Described {
  return { kind: 'unreadable-act', why };
}
