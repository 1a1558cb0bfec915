/**
 * Finds the messages and the label changes in what a mail client writes, wherever they stand in it: in arrays as since
 * 2022, in objects with keys from "1" as before, or in the fields of a classic form.
 */

export interface MailMessage {
  readonly id: string;
  readonly kind: 'send' | 'draft';
  readonly from: string;
  readonly to: readonly string[];
  readonly cc: readonly string[];
  readonly bcc: readonly string[];
  readonly subject: string;
  /** All of it, byte for byte as it came. */
  readonly html: string;
  readonly newHtml: string;
  /** What the client marked as quoted from earlier messages. */
  readonly quotedHtml: string;
  readonly thread: string;
}

export interface LabelChange {
  readonly thread: string;
  readonly add: readonly string[];
  readonly remove: readonly string[];
  readonly messages: readonly string[];
}

/** What one write asks for. */
export interface Written {
  readonly messages: readonly MailMessage[];
  readonly changes: readonly LabelChange[];
  /** The client's numbers of its operations, to be answered. */
  readonly numbers: readonly number[];
}

interface Finding {
  readonly messages: MailMessage[];
  readonly changes: LabelChange[];
  readonly numbers: number[];
}

/** Labels with which a message leaves, now or at its time. */
const LEAVES = ['^pfg', '^scheduled'];
/** Keys above this are no positions. */
const MOST_POSITIONS = 300;

export function readSync(documents: readonly unknown[]): Written {
  const finding: Finding = { messages: [], changes: [], numbers: [] };
  for (const document of documents) find(inPositions(document), '', finding);
  return finding;
}

/** The message of a form as old clients send it: `act=sm` sends, `act=sd` saves. */
export function readForm(fields: ReadonlyMap<string, string>, sends: boolean): MailMessage {
  const text = (name: string): string => fields.get(name) ?? '';
  return {
    id: text('draft').replace(/^#/, '') || 'msg-a:form',
    kind: sends ? 'send' : 'draft',
    from: addressesIn(text('from'))[0] ?? '',
    to: addressesIn(text('to')),
    cc: addressesIn(text('cc')),
    bcc: addressesIn(text('bcc')),
    subject: text('subject') || text('subjectbox'),
    html: text('body'),
    newHtml: text('body'),
    quotedHtml: '',
    thread: text('rt').replace(/^#/, '') || text('th'),
  };
}

export function leaves(labels: readonly string[]): boolean {
  return labels.some((label) => LEAVES.includes(label));
}

/** Objects with keys from "1" say the same as arrays from 0. */
function inPositions(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inPositions);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value);
  const isPositions = entries.every(([key]) => /^[1-9]\d*$/.test(key) && Number(key) <= MOST_POSITIONS);
  if (!isPositions) return entries.map(([, inner]) => inPositions(inner));
  const list: unknown[] = [];
  for (const [key, inner] of entries) list[Number(key) - 1] = inPositions(inner);
  return Array.from(list, (each) => each ?? null);
}

function find(value: unknown, thread: string, finding: Finding): void {
  if (!Array.isArray(value)) return;
  const message = messageOf(value, thread);
  if (message !== null) return void finding.messages.push(message);
  const change = changeOf(value, thread);
  if (change !== null) return void finding.changes.push(change);
  const number = Number(value[0]);
  if (Number.isInteger(number) && Array.isArray(value[1]) && isThread(value[1][0])) finding.numbers.push(number);
  const within = isThread(value[0]) ? (value[0].split('|')[0] ?? thread) : thread;
  for (const inner of value) find(inner, within, finding);
}

function messageOf(list: readonly unknown[], thread: string): MailMessage | null {
  const labels = texts(list[10]);
  if (typeof list[0] !== 'string' || !labels.some((label) => label.startsWith('^'))) return null;
  const parts = partsOf(list[8]);
  const joined = (kept: (kind: number) => boolean): string =>
    parts.map((part) => (kept(part.kind) ? part.html : '')).join('');
  return {
    id: list[0].replace(/^#/, ''),
    kind: leaves(labels) ? 'send' : 'draft',
    from: personOf(list[1]) ?? '',
    to: peopleOf(list[2]),
    cc: peopleOf(list[3]),
    bcc: peopleOf(list[4]),
    subject: typeof list[7] === 'string' ? list[7] : '',
    html: joined(() => true),
    newHtml: joined((kind) => kind !== 2),
    quotedHtml: joined((kind) => kind === 2),
    thread,
  };
}

function partsOf(body: unknown): readonly { readonly kind: number; readonly html: string }[] {
  const parts = Array.isArray(body) && Array.isArray(body[1]) ? body[1] : [];
  return parts.filter(Array.isArray).map((part) => ({ kind: Number(part[0]), html: String(part[1] ?? '') }));
}

function changeOf(list: readonly unknown[], thread: string): LabelChange | null {
  const messages = texts(list[2]);
  if (messages.length === 0 || !messages.every((id) => /^#?msg-/.test(id))) return null;
  return { thread, add: texts(list[0]), remove: texts(list[1]), messages: messages.map((id) => id.replace(/^#/, '')) };
}

function peopleOf(list: unknown): readonly string[] {
  return Array.isArray(list) ? list.flatMap((each) => personOf(each) ?? []) : [];
}

/** Whatever looks like an address in a person's entry: `[1, "addr", "Name"]`. */
function personOf(entry: unknown): string | null {
  return texts(entry).find((text) => text.includes('@')) ?? null;
}

function isThread(value: unknown): value is string {
  return typeof value === 'string' && /^#?thread-/.test(value);
}

function texts(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((each) => typeof each === 'string') : [];
}

function addressesIn(text: string): readonly string[] {
  return text.match(/[^\s<>,;"]+@[^\s<>,;"]+/g) ?? [];
}
