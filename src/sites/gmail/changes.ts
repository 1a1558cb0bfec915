/**
 * What a request does to mail that is there: labels put on and taken off. Gmail archives, bins and reports as spam by
 * labels alone (recorded in 2018; system labels as in InboxSDK and gmail.js, 2026-07-23). What is not understood whole
 * is no change, but `null`: unknown.
 */
import type { ChangingKind } from '../../core/action.ts';
import { sha256Hex } from '../../core/canonical.ts';
import type { DescribedAct } from '../site.ts';
import { field, fieldsOf, isMessageId, isNumeric, isQuiet } from './shapes.ts';

/**
 * Labels that only mark what their owner has seen or what Gmail thinks of it (2026-07-23): unread, not yet seen,
 * opened, importance, and the signs "replied" and "forwarded" (^io_re, ^io_fwd).
 */
const MARKERS = /^\^(u|us|o|io_[a-z0-9_]{1,20})$/;

/** Labels that belong to sending; a change of labels that adds one may send a draft. */
const SENDING = /^\^([fr](_|$)|pfg|scheduled)/;

/** Labels of a draft (^r, ^r_bt, ^r_btms…). */
const OF_DRAFTS = /^\^r(_[a-z0-9]{1,20})?$/;

/**
 * Labels whose meaning is known: archived, bin, spam, inbox, important, stars and snoozed (^t…), muted, own labels (^x_…)
 * and Gmail's own sorting.
 */
const KNOWN = /^\^(a|k|s|i|iim|g|t(_[a-z0-9]{1,20})?|x_[\w.-]{1,64}|smartlabel_[a-z_]{1,40})$/;

/** Any label that may be taken off with them: what it was before. */
const ANY = /^\^[\w.-]{1,70}$/;

/** One thread's messages with what is put on them and taken off. */
export interface LabelChange {
  readonly kind: ChangingKind;
  readonly thread: string;
  readonly added: readonly string[];
  readonly removed: readonly string[];
  readonly messages: readonly string[];
}

export type LabelEffect =
  /** Read, unread, important: nothing that anybody else would miss. */
  | { readonly kind: 'marks' }
  | { readonly kind: 'change'; readonly change: LabelChange }
  | { readonly kind: 'foreign' }
  | { readonly kind: 'unreadable'; readonly why: string };

/** What an operation on labels does: [labels added, labels taken away, messages, …numbers]. */
export function labelsEffect(value: unknown, thread: string): LabelEffect {
  const [added, removed] = [namesIn(field(value, 0)), namesIn(field(value, 1))];
  if (!added || !removed) return { kind: 'unreadable', why: 'a change of labels has another shape' };
  const takesBack = isTakenBack(added, removed);
  if (!takesBack && added.some((label) => SENDING.test(label)))
    return { kind: 'unreadable', why: 'a change of labels may send a draft' };
  // A mail that is named beside the list of them would not be counted.
  const known = fieldsOf(value).every(([position, each]) => {
    if (position < 2) return true;
    return position === 2 ? isQuiet(each, new Set()) : isNumeric(each);
  });
  if (!known) return { kind: 'foreign' };
  if ([...added, ...removed].every((label) => MARKERS.test(label))) return { kind: 'marks' };
  const kind = takesBack ? 'label' : kindOf(added, removed);
  const messages = messagesIn(field(value, 2));
  return kind === null || messages === null
    ? { kind: 'foreign' }
    : { kind: 'change', change: { kind, thread, added, removed, messages } };
}

/** How many labels that send an operation takes off: a mail that is taken back while it is sent, or not sent later. */
export function takenBackMarks(value: unknown, isSendLabel: (label: unknown) => boolean): number {
  const [added, removed] = [namesIn(field(value, 0)), namesIn(field(value, 1))];
  return added && removed && isTakenBack(added, removed) ? removed.filter(isSendLabel).length : 0;
}

/** Undoing a send makes it a draft again: labels of drafts come, those of sending go, and none that sends comes. */
function isTakenBack(added: readonly string[], removed: readonly string[]): boolean {
  return (
    added.some((label) => OF_DRAFTS.test(label)) &&
    added.every((label) => OF_DRAFTS.test(label) || MARKERS.test(label)) &&
    removed.some((label) => SENDING.test(label) && !OF_DRAFTS.test(label)) &&
    removed.every((label) => ANY.test(label))
  );
}

/** Null where a label is not known, or a draft would be no draft any more and yet not be thrown away. */
function kindOf(added: readonly string[], removed: readonly string[]): ChangingKind | null {
  const known = added.every((label) => KNOWN.test(label) || MARKERS.test(label)) && removed.every((l) => ANY.test(l));
  if (!known) return null;
  if (added.includes('^k')) return 'trash';
  if (removed.some((label) => SENDING.test(label))) return null;
  if (added.includes('^s')) return 'spam';
  return added.includes('^a') || removed.includes('^i') ? 'archive' : 'label';
}

/** The changes of one request as acts: one for each kind, with every thread and message named. */
export function actsOfChanges(changes: readonly LabelChange[]): readonly DescribedAct[] {
  const kinds = [...new Set(changes.map(({ kind }) => kind))];
  return kinds.map((kind) =>
    actOf(
      kind,
      changes.filter((each) => each.kind === kind),
    ),
  );
}

function actOf(kind: ChangingKind, changes: readonly LabelChange[]): DescribedAct {
  const text = textOf(changes);
  const threads = [...new Set(changes.map(({ thread }) => thread))];
  const name = sha256Hex(`${kind}\n${text}`).slice(0, 32);
  return {
    kind,
    thread: threads.length === 1 ? (threads[0] ?? '') : `threads:${name}`,
    text,
    quoted: '',
    // Nobody gets to read anything by it.
    recipients: { to: [], cc: [], bcc: [] },
    attachments: [],
    // To do the same to the same mail again changes nothing more, so a retry is known by what it does.
    messageId: `change:${name}`,
    items: new Set(changes.flatMap(({ messages }) => messages)).size,
  };
}

/** A paragraph for each pair of labels that come (+) and go (-), with a line for each thread and its messages. */
function textOf(changes: readonly LabelChange[]): string {
  const paragraphs = new Map<string, Set<string>>();
  for (const { added, removed, thread, messages } of changes) {
    const head = [...signed('+', added), ...signed('-', removed)].join(' ');
    const lines = paragraphs.get(head) ?? new Set();
    paragraphs.set(head, lines.add(`${thread} ${[...messages].sort().join(' ')}`));
  }
  return [...paragraphs]
    .map(([head, lines]) => [head, ...[...lines].sort()].join('\n'))
    .sort()
    .join('\n\n');
}

function signed(sign: '+' | '-', labels: readonly string[]): readonly string[] {
  return [...new Set(labels)].sort().map((label) => `${sign}${label}`);
}

function namesIn(value: unknown): readonly string[] | null {
  if (value === null) return [];
  return Array.isArray(value) && value.every((each) => typeof each === 'string') ? value : null;
}

/** Null where none is named, or something that is no message's name: how many it concerns cannot be told then. */
function messagesIn(value: unknown): readonly string[] | null {
  return Array.isArray(value) && value.length > 0 && value.every(isMessageId) ? [...new Set(value)] : null;
}
