/** What a write changes in the mailboxes, and the answer to it. Nothing is checked: neither rights, nor type, nor age. */
import { type Answer, json, type Request } from './forum-request.ts';
import { addressOf, labelsOf, type MailData, nameOf, type StoredMail, threadsWith } from './mail-data.ts';
import type { LabelChange, MailMessage } from './mail-messages.ts';
import { fetchShape, listShape } from './mail-reads.ts';
import { isUndo, type MailArrival } from './mail-record.ts';
import { signInByForm } from './mail-session.ts';
import { countsShape, threadShape } from './mail-shapes.ts';

export function answerMailWrite(data: MailData, asked: Request, arrival: MailArrival): Answer {
  for (const message of arrival.messages) keep(data, arrival, message);
  for (const change of arrival.changes) relabel(data, addressOf(asked.user?.username ?? ''), change);
  if (arrival.kind === 'setting') keepForwarding(data, asked);
  if (arrival.kind === 'quiet') return answerQuiet(data, asked);
  if (asked.path.startsWith('/sync/')) return synced(data, asked, arrival);
  if (arrival.kind !== 'unknown') return json([arrival.kind, 'ok']);
  return { status: 404, type: 'text/plain', text: 'Not Found' };
}

function answerQuiet(data: MailData, asked: Request): Answer {
  const { path, user } = asked;
  if (path === '/ServiceLogin') return signInByForm(asked);
  if (path.endsWith('/bv')) return json(listShape(data, user, asked.body) as object);
  if (path.endsWith('/fd')) return json(fetchShape(data, user, asked.body) as object);
  return path.startsWith('/sync/') ? json([[[]], null, null, [data.version]]) : json([]);
}

function keep(data: MailData, { user, at }: MailArrival, message: MailMessage): void {
  const before = data.mails.get(message.id);
  const isSend = message.kind === 'send';
  const person = (address: string) => ({ address, name: nameOf(address) });
  // A save that comes late must not take back what others already have.
  if (isSend || before === undefined || before.isDraft) {
    const mail: StoredMail = {
      id: message.id,
      thread: message.thread,
      legacyId: before?.legacyId ?? legacyIdOf(data),
      rfcId: before?.rfcId ?? `<${message.id.replace(/\W/g, '')}.${at}@mail.corp.example>`,
      from: person(message.from || addressOf(user ?? 'nobody')),
      to: message.to.map(person),
      cc: message.cc.map(person),
      bcc: message.bcc.map(person),
      subject: message.subject,
      html: message.html,
      at,
      isDraft: !isSend,
      marks: [],
    };
    data.mails.set(message.id, mail);
  }
  if (isSend) data.sent.push({ message, at, undone: false });
  else data.drafts.set(message.id, message);
}

/** New messages get the numbers after all that are there. */
function legacyIdOf(data: MailData): string {
  data.version += 1;
  return (0x19a4_0000_0000_0000n + BigInt(data.version)).toString(16);
}

function relabel(data: MailData, address: string, change: LabelChange): void {
  const undo = isUndo(data, change);
  for (const each of data.sent) {
    if (!undo || !change.messages.includes(each.message.id)) continue;
    each.undone = true;
    data.drafts.set(each.message.id, { ...each.message, kind: 'draft' });
  }
  for (const id of change.messages) {
    const mail = data.mails.get(id);
    if (mail === undefined) continue;
    if (undo) data.mails.set(id, { ...mail, isDraft: true });
    const labels = new Set(labelsOf(data, address, mail));
    for (const label of change.remove) labels.delete(label);
    for (const label of change.add) labels.add(label);
    if (change.add.includes('^a') || change.add.includes('^k')) labels.delete('^i');
    if (undo) data.labels.delete(`${address} ${id}`);
    else data.labels.set(`${address} ${id}`, labels);
  }
}

function keepForwarding(data: MailData, { fields, user }: Request): void {
  data.forwarding.set(user?.username ?? '', fields.get('sx_em') ?? '');
}

/** Each operation by its number, and the conversations as they are now. */
function synced(data: MailData, { user, path }: Request, arrival: MailArrival): Answer {
  if (arrival.kind === 'unknown') return { status: 400, type: 'text/plain', text: `Nothing to do at ${path}` };
  data.version += 7;
  const username = user?.username ?? '';
  const touched = new Set([...arrival.messages, ...arrival.changes].map(({ thread }) => thread));
  const threads = threadsWith(data, addressOf(username), '^all').filter((mails) => touched.has(mails[0]?.thread ?? ''));
  return json([
    [arrival.numbers.map((number) => [number, 0, null, data.version])],
    [
      0,
      null,
      null,
      null,
      null,
      [
        threads.map((mails) => [
          mails[0]?.thread,
          null,
          [null, null, null, null, null, null, [threadShape(data, username, mails, false), data.version]],
        ]),
      ],
      0,
      data.version,
    ],
    [countsShape(data, username)],
    [data.version],
  ]);
}
