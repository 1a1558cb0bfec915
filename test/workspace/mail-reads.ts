/** What the mail server answers to reads: its pages, the two polls for conversations, and its own files. */
import { existsSync, readFileSync } from 'node:fs';
import type { User } from './content.ts';
import { type Answer, page, type Request } from './forum-request.ts';
import { addressOf, isIn, labelsOf, type MailData, type StoredMail, threadsWith } from './mail-data.ts';
import { mailPage, signInPage } from './mail-pages.ts';
import { signInByAddress } from './mail-session.ts';
import { countsShape, threadShape } from './mail-shapes.ts';

const TYPES: Readonly<Record<string, string>> = { js: 'text/javascript', css: 'text/css', svg: 'image/svg+xml' };

export function answerMailRead(data: MailData, asked: Request): Answer {
  const { path, user, query, assistant } = asked;
  if (path === '/mail/dev') return signInByAddress(asked);
  if (path.startsWith('/_/')) return asset(path.slice('/_/'.length));
  const inbox = /^\/mail\/u\/(\d+)(?:\/d\/[\w-]+)?$/.exec(path);
  if (path === '/ServiceLogin') return guarded(page(signInPage(query.get('continue') ?? '/mail/u/0/')), false);
  if (user === undefined) return toSignIn(asked);
  if (path === '/' || path === '/mail' || path === '/mail/u') return redirect('/mail/u/0/');
  if (inbox === null) return { status: 404, type: 'text/plain', text: 'Not Found' };
  return guarded(page(mailPage(data, user, Number(inbox[1]), asked)), assistant);
}

/** The conversations under a label; a request names it anywhere, the inbox otherwise. */
export function listShape(data: MailData, user: User | undefined, body: string): unknown {
  if (user === undefined) return [[], []];
  const label = /"(\^\w+)"/.exec(body)?.[1] ?? '^i';
  const threads = threadsWith(data, addressOf(user.username), label);
  return [threads.map((mails) => threadShape(data, user.username, mails, false)), countsShape(data, user.username)];
}

/** Conversations in full, by their ids. */
export function fetchShape(data: MailData, user: User | undefined, body: string): unknown {
  if (user === undefined) return [[]];
  const ids = new Set(body.match(/thread-[af]:r?-?\d+/g) ?? []);
  const seen = (mail: StoredMail): boolean =>
    isIn(addressOf(user.username), mail) && !(mail.isDraft && labelsOf(data, addressOf(user.username), mail).has('^k'));
  const threads = [...ids].map((id) =>
    [...data.mails.values()].filter((mail) => mail.thread === id && seen(mail)).sort((a, b) => a.at - b.at),
  );
  return [threads.filter((mails) => mails.length > 0).map((mails) => threadShape(data, user.username, mails, true))];
}

/** A page with the policy under which everything of ours must work; the assistant's own code needs more. */
function guarded(answer: Answer, assistant: boolean): Answer {
  const csp = [
    "default-src 'self'",
    `script-src 'self'${assistant ? " 'unsafe-eval' https://assistant.corp.example" : ''}`,
    `connect-src 'self'${assistant ? ' https://assistant.corp.example' : ''}`,
    "style-src 'self'",
    "img-src 'self' data:",
  ];
  return { ...answer, headers: { ...answer.headers, 'content-security-policy': csp.join('; ') } };
}

function toSignIn({ path, query }: Request): Answer {
  const wanted = `${path}/${query.size > 0 ? `?${query}` : ''}`;
  return redirect(`/ServiceLogin?continue=${encodeURIComponent(path.startsWith('/mail') ? wanted : '/mail/u/0/')}`);
}

function redirect(location: string): Answer {
  return { status: 302, type: 'text/plain', text: '', headers: { location } };
}

function asset(name: string): Answer {
  const type = TYPES[/\.(\w+)$/.exec(name)?.[1] ?? ''];
  const file = new URL(`./client/${name}`, import.meta.url);
  if (type === undefined || !/^mail\/[\w-]+\.\w+$/.test(name) || !existsSync(file)) {
    return { status: 404, type: 'text/plain', text: 'Not Found' };
  }
  return { status: 200, type, text: readFileSync(file, 'utf8') };
}
