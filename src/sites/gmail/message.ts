/**
 * One message of a sync request (recordings of 2018 to 2022): whether it is a draft or is sent, and what it says to
 * whom. Every position is read, known to say nothing, or makes the message unreadable.
 */
import type { Recipients } from '../../core/action.ts';
import { sha256Hex } from '../../core/canonical.ts';
import { parseAddress, uniqueAddresses } from '../addresses.ts';
import type { DescribedAct } from '../site.ts';
import { field, fieldsOf, isEmpty, isMessageId, isNumber, isQuiet, isSendLabel } from './shapes.ts';
import { type BodyPart, mailText, quotedText } from './text.ts';

/** Positions of a message, as of 2022-09-09. */
const AT = {
  id: 0,
  from: 1,
  to: 2,
  cc: 3,
  bcc: 4,
  replyTo: 5,
  subject: 7,
  body: 8,
  labels: 10,
  attachments: 11,
  ownHeader: 13,
  references: 14,
  inReplyTo: 15,
} as const;

const READ: ReadonlySet<number> = new Set(Object.values(AT));

export type MessageUse = 'send' | 'draft' | 'unclear';

/** What the labels of a message make of it: ^pfg or ^scheduled sends, ^r without any trace of sending is a draft. */
export function useOf(message: object): MessageUse {
  const labels = field(message, AT.labels);
  if (!Array.isArray(labels) || !labels.every((label) => typeof label === 'string')) return 'unclear';
  if (labels.some(isSendLabel)) return 'send';
  return labels.includes('^r') && !labels.some((label) => label.startsWith('^f')) ? 'draft' : 'unclear';
}

/** How many of a message's labels send. */
export function sendMarksOf(message: object): number {
  const labels = field(message, AT.labels);
  return Array.isArray(labels) ? labels.filter(isSendLabel).length : 0;
}

/** What stands where a message has its subject. */
export function subjectOf(message: object): unknown {
  return field(message, AT.subject);
}

/** What a message that is sent says to whom; a string says why it cannot be told. */
export function readSend(message: object, thread: string): DescribedAct | string {
  const recipients = readRecipients(message);
  return typeof recipients === 'string' ? recipients : readMessage(message, { kind: 'send', thread, recipients });
}

/**
 * What a draft says where others read drafts: in a mailbox that several people look after. Who they are the request
 * does not say; a string says why the draft cannot be read.
 */
export function readSharedDraft(message: object, thread: string): DescribedAct | string {
  return readMessage(message, { kind: 'edit', thread, recipients: null });
}

function readMessage(
  message: object,
  act: Pick<DescribedAct, 'kind' | 'thread' | 'recipients'>,
): DescribedAct | string {
  const messageId = field(message, AT.id);
  if (!isMessageId(messageId)) return 'the message has no id';
  const strange = strangePosition(message);
  if (strange !== null) return `position ${strange} of the message is not known`;
  const subject = subjectOf(message) ?? '';
  if (typeof subject !== 'string') return 'the subject is not text';
  const parts = readBody(field(message, AT.body));
  if (!parts) return 'the text cannot be read';
  return {
    ...act,
    text: mailText(subject, parts),
    quoted: quotedText(parts),
    attachments: attachmentsOf(field(message, AT.attachments)),
    messageId,
    items: 1,
  };
}

/** The longest list of file names that is kept; a message between the guard's worlds carries no more. */
const LONGEST_NAMES = 500;

/**
 * What the request says of its files (type, name, size, the server's own id), as one hash with the names before it: not
 * their content, but no other files have it. The list itself has a kilobyte for each file.
 */
function attachmentsOf(listed: unknown): readonly string[] {
  if (isEmpty(listed)) return [];
  const files = Array.isArray(listed) ? listed : [];
  const names = files.map((file) => field(file, 1)).filter((name) => typeof name === 'string');
  return [`listed:${names.join(', ').slice(0, LONGEST_NAMES)} ${sha256Hex(JSON.stringify(listed))}`];
}

/** The first position that could say something and is not read; null when there is none. */
function strangePosition(message: object): number | null {
  const found = fieldsOf(message).find(([position, value]) => {
    if (position === AT.replyTo) return !isEmpty(value);
    if (position === AT.from) return readRecipient(value) === null;
    if (position === AT.ownHeader || position === AT.inReplyTo) return !isHeaderId(value);
    if (position === AT.references) return !(Array.isArray(value) && value.every(isHeaderId));
    return !READ.has(position) && !isQuiet(value, new Set());
  });
  return found?.[0] ?? null;
}

/** "<id@host>", as mail names messages in its headers. */
function isHeaderId(value: unknown): boolean {
  return typeof value === 'string' && /^<[^<>\s]{1,500}>$/.test(value);
}

function readRecipients(message: object): Recipients | string {
  const to = readList(field(message, AT.to));
  const cc = readList(field(message, AT.cc));
  const bcc = readList(field(message, AT.bcc));
  if (!to || !cc || !bcc) return 'a recipient cannot be read';
  return to.length + cc.length + bcc.length === 0 ? 'it names no recipient' : { to, cc, bcc };
}

/** Null is a field with something in it that is no address. */
function readList(value: unknown): readonly string[] | null {
  if (value === null) return [];
  if (!Array.isArray(value)) return null;
  const addresses = value.map(readRecipient);
  const known = addresses.filter((address) => address !== null);
  return known.length === addresses.length ? uniqueAddresses(known) : null;
}

/** [1, "address", "Name"]; some writers repeat the address at position 9. The name is not believed. */
function readRecipient(entry: unknown): string | null {
  const written = field(entry, 1);
  if (Number(field(entry, 0)) !== 1 || !isNumber(field(entry, 0)) || typeof written !== 'string') return null;
  const address = parseAddress(written);
  const known = fieldsOf(entry).every(([position, value]) => {
    if (position === 0 || position === 1) return true;
    if (position === 2) return typeof value === 'string';
    return position === 9 && typeof value === 'string' && parseAddress(value) === address;
  });
  return known ? address : null;
}

/** [null, [[kind, html], …], …, 1]: the last says that it is HTML, and nothing else was ever recorded. */
function readBody(body: unknown): readonly BodyPart[] | null {
  const list = field(body, 1);
  if (!Array.isArray(list) || !isNumber(field(body, 6)) || Number(field(body, 6)) !== 1) return null;
  if (fieldsOf(body).some(([position]) => position !== 1 && position !== 6)) return null;
  const parts = list.map(readPart);
  const known = parts.filter((part) => part !== null);
  return known.length === parts.length ? known : null;
}

function readPart(part: unknown): BodyPart | null {
  const html = field(part, 1);
  const kind = field(part, 0);
  if ((kind !== 0 && kind !== 2) || typeof html !== 'string') return null;
  return fieldsOf(part).every(([position]) => position <= 1) ? { kind, html } : null;
}
