/** The mail server's memory: one store of messages, and for each account the labels under which it sees them. */
import { USERS } from './content.ts';
import { OUTSIDERS, type Person, THREADS, type WrittenMail } from './mail-content.ts';
import type { MailMessage } from './mail-messages.ts';

export interface StoredMail {
  /** "msg-f:…" for what was there before, "msg-a:r…" for what a client has written. */
  readonly id: string;
  readonly thread: string;
  readonly legacyId: string;
  /** Its name between mail servers, which answers refer to. */
  readonly rfcId: string;
  readonly from: Person;
  readonly to: readonly Person[];
  readonly cc: readonly Person[];
  readonly bcc: readonly Person[];
  readonly subject: string;
  readonly html: string;
  readonly at: number;
  readonly isDraft: boolean;
  /** Labels that everybody sees on it from the beginning, beside those of the mailbox. */
  readonly marks: readonly string[];
}

export interface MailData {
  readonly mails: Map<string, StoredMail>;
  /** The drafts as they were last saved. */
  readonly drafts: Map<string, MailMessage>;
  readonly sent: { readonly message: MailMessage; readonly at: number; undone: boolean }[];
  /** By account and message, once somebody has changed them. */
  readonly labels: Map<string, ReadonlySet<string>>;
  /** Where each account's mail is forwarded to. */
  readonly forwarding: Map<string, string>;
  version: number;
}

/** The client offers to undo for ten seconds; this is how late such a request may arrive, in milliseconds. */
export const UNDO_MS = 11_000;

/** The mailboxes as they are before any story begins. */
export function freshMail(now: number = Date.now()): MailData {
  const mails = THREADS.flatMap((thread) =>
    thread.mails.map((mail, index) => storedMail(mail, { ...thread, index, now })),
  );
  return {
    mails: new Map(mails.map((mail) => [mail.id, mail])),
    drafts: new Map(),
    sent: [],
    labels: new Map(),
    forwarding: new Map(),
    version: 527_400,
  };
}

function storedMail(
  mail: WrittenMail,
  { id, subject, marks, index, now }: (typeof THREADS)[number] & { readonly index: number; readonly now: number },
): StoredMail {
  const number = BigInt(`0x${id}`) + BigInt(index * 4096);
  const person = (address: string): Person => ({ address, name: nameOf(address) });
  return {
    id: `msg-f:${number}`,
    thread: `thread-f:${BigInt(`0x${id}`)}`,
    legacyId: number.toString(16),
    rfcId: `<${number.toString(36)}@mail.corp.example>`,
    from: person(mail.from),
    to: mail.to.map(person),
    cc: (mail.cc ?? []).map(person),
    bcc: [],
    subject: index === 0 ? subject : `Re: ${subject}`,
    html: mail.html,
    at: now - mail.minutesAgo * 60_000,
    isDraft: false,
    marks: [...(marks ?? []), ...(mail.unread ? ['^u'] : [])],
  };
}

/** Newsletters to all employees, one conversation each. */
export function deliver(data: MailData, count: number, now: number = Date.now()): void {
  for (let number = 1; number <= count; number += 1) {
    const id = (0x19b0_0000_0000_0000n + BigInt(data.mails.size * 65_536)).toString(16);
    const to = USERS.map(({ username }) => addressOf(username));
    const mail = { from: 'news@corp.example', to, minutesAgo: number, html: `<p>Number ${number} of this year.</p>` };
    const stored = storedMail(mail, { id, subject: `Newsletter ${number}`, mails: [mail], index: 0, now });
    data.mails.set(stored.id, stored);
  }
}

/** How people are called where a message says only their address. */
export function nameOf(address: string): string {
  const user = USERS.find((each) => addressOf(each.username) === address.toLowerCase());
  return user?.name ?? OUTSIDERS.find((each) => each.address === address.toLowerCase())?.name ?? '';
}

export function addressOf(username: string): string {
  return `${username}@corp.example`;
}

/** Whether this message lies in the mailbox of that address. */
export function isIn(address: string, { from, to, cc, bcc, isDraft }: StoredMail): boolean {
  if (from.address === address) return true;
  return !isDraft && [...to, ...cc, ...bcc].some((person) => person.address === address);
}

/** A message's labels in one mailbox. */
export function labelsOf(data: MailData, address: string, mail: StoredMail): ReadonlySet<string> {
  const changed = data.labels.get(`${address} ${mail.id}`);
  if (changed !== undefined) return changed;
  const marks = mail.marks.filter((label) => label !== '^u');
  if (mail.isDraft) return new Set(['^all', '^r', '^r_bt', ...marks]);
  const own = mail.from.address === address;
  const received = [...mail.to, ...mail.cc, ...mail.bcc].some((person) => person.address === address);
  const unread = mail.id.startsWith('msg-a:') || mail.marks.includes('^u');
  return new Set(['^all', ...marks, ...(own ? ['^f'] : []), ...(received ? ['^i', unread && !own ? '^u' : '^o'] : [])]);
}

/** The conversations of one mailbox that carry a label, the latest first. */
export function threadsWith(data: MailData, address: string, label: string): readonly (readonly StoredMail[])[] {
  const threads = new Map<string, StoredMail[]>();
  for (const mail of data.mails.values()) {
    if (isIn(address, mail)) threads.set(mail.thread, [...(threads.get(mail.thread) ?? []), mail]);
  }
  const trashed = (mail: StoredMail): boolean => labelsOf(data, address, mail).has('^k');
  const carries = (mail: StoredMail): boolean =>
    labelsOf(data, address, mail).has(label) && (label === '^k' || !trashed(mail));
  return [...threads.values()]
    .filter((mails) => mails.some(carries))
    .map((mails) => mails.toSorted((a, b) => a.at - b.at))
    .sort((a, b) => (b.at(-1)?.at ?? 0) - (a.at(-1)?.at ?? 0));
}
