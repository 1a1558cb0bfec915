/**
 * The two shapes of Gmail's sync documents, read as one: since September 2022 lists with null for what is missing,
 * before that objects with the positions from "1" on as keys. Position n of a list is key n + 1 of an object.
 */

/** A position, by list or object; null where there is none. */
export function field(node: unknown, position: number): unknown {
  if (Array.isArray(node)) return node[position] ?? null;
  return isRecord(node) && Object.hasOwn(node, String(position + 1)) ? (node[String(position + 1)] ?? null) : null;
}

/** Every position that is not null, with its value. */
export function fieldsOf(node: unknown): readonly (readonly [position: number, value: unknown])[] {
  if (Array.isArray(node)) return node.flatMap((value, i) => (value === null ? [] : [[i, value] as const]));
  if (!isRecord(node)) return [];
  return Object.entries(node).flatMap(([key, value]) => (value === null ? [] : [[Number(key) - 1, value] as const]));
}

/** Whether the position may be left out: null, an empty list or an empty object. */
export function isEmpty(value: unknown): boolean {
  return value === null || (typeof value === 'object' && Object.keys(value).length === 0);
}

/** Whether a value is a list or an object with positions. */
export function isNode(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

/** Numbers, also written as strings (before 2022). */
export function isNumber(value: unknown): boolean {
  return typeof value === 'number' || (typeof value === 'string' && /^-?\d{1,20}$/.test(value));
}

/** "msg-a:r123" (made by the page) or "msg-f:123" (made by the server). */
export function isMessageId(value: unknown): value is string {
  return typeof value === 'string' && /^msg-[af]:[\w:-]{1,64}$/.test(value);
}

/** The thread in "thread-a:r123", or in the "thread-a:r123|msg-a:r456" of accounts without conversations. */
export function threadIdOf(value: unknown): string | null {
  if (typeof value !== 'string') return null;
  return /^(thread-[af]:[\w:-]{1,64})(?:\|msg-[af]:[\w:-]{1,64})?$/.exec(value)?.[1] ?? null;
}

/** What a walk through a document finds, in order. */
export interface Survey {
  /** Lists and objects that look like a message, wherever they stand. */
  readonly messages: readonly object[];
  /** How often a label stands there that sends. */
  readonly sendMarks: number;
  /** Keys that are no positions. */
  readonly strange: boolean;
}

/** The most values of one document; Gmail's own have some hundreds. */
const MOST_VALUES = 500_000;

/** Walks through a document, without recursion; null when it is too big. */
export function survey(document: unknown): Survey | null {
  const messages: object[] = [];
  let sendMarks = 0;
  let strange = false;
  let seen = 0;
  const left: unknown[] = [document];
  while (left.length > 0) {
    const value = left.pop();
    if (++seen > MOST_VALUES) return null;
    if (isSendLabel(value)) sendMarks++;
    if (!isNode(value)) continue;
    if (looksLikeMessage(value)) messages.push(value);
    if (!Array.isArray(value)) strange ||= Object.keys(value).some((key) => !/^[1-9]\d{0,2}$/.test(key));
    const inside = Object.values(value);
    for (let i = inside.length - 1; i >= 0; i--) left.push(inside[i]);
  }
  return { messages, sendMarks, strange };
}

/** Labels that send (^pfg, "pending for Gmail") or let the server send later (^scheduled…). */
export function isSendLabel(value: unknown): value is string {
  return typeof value === 'string' && /^\^(pfg|scheduled)/.test(value);
}

/** It begins with a message's id and has a list of labels, wherever that stands. */
function looksLikeMessage(node: object): boolean {
  const id = field(node, 0);
  if (typeof id !== 'string' || !/^msg-[af]:/.test(id)) return false;
  return Object.values(node).some((value) => Array.isArray(value) && value.some(isLabel));
}

function isLabel(value: unknown): boolean {
  return typeof value === 'string' && value.startsWith('^');
}

/**
 * Whether a value says nothing that others could read: numbers, truth values, ids, and lists of them. The named
 * values are passed over.
 */
export function isQuiet(value: unknown, passedOver: ReadonlySet<unknown>, alsoQuiet?: RegExp): boolean {
  return everyText(value, passedOver, (text) => QUIET_TEXT.test(text) || (alsoQuiet?.test(text) ?? false));
}

/** Whether a value is numbers and truth values, and lists of them: it names nothing. */
export function isNumeric(value: unknown): boolean {
  return everyText(value, new Set(), (text) => text === '' || isNumber(text));
}

/** Whether this holds of every text inside a value, without recursion; the named values are passed over. */
function everyText(value: unknown, passedOver: ReadonlySet<unknown>, holds: (text: string) => boolean): boolean {
  const left: unknown[] = [value];
  while (left.length > 0) {
    const each = left.pop();
    if (passedOver.has(each)) continue;
    if (isNode(each)) for (const inside of Object.values(each)) left.push(inside);
    else if (typeof each === 'string' && !holds(each)) return false;
  }
  return true;
}

/** Nothing, numbers, ids of messages and threads, and of the composer ("s:62535426|#msg-a:r819|0"). */
const QUIET_TEXT =
  /^$|^-?\d{1,20}$|^#?(?:msg|thread)-[af]:[\w:-]{1,64}(?:\|msg-[af]:[\w:-]{1,64})?$|^s:[0-9a-f]{1,32}\|#msg-[af]:[\w:-]{1,64}(?:\|\d{1,4})?$/;

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
