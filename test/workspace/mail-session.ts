/** Signing in: by the form of the sign-in page, or by one address for automation. */
import { USERS } from './content.ts';
import { userNamed } from './forum-data.ts';
import { type Answer, page, type Request } from './forum-request.ts';
import { addressOf } from './mail-data.ts';
import { signInPage } from './mail-pages.ts';

const LASTING = 'Path=/; Secure; SameSite=Lax';
const INBOX = '/mail/u/0/';

/** `GET /mail/dev?user=alice&next=/mail/u/0/`; the page assistant comes with `&assistant=on` and goes without it. */
export function signInByAddress({ query }: Request): Answer {
  const user = userNamed((query.get('user') ?? 'alice').replace('@corp.example', ''));
  if (user === undefined) return page(signInPage(INBOX, 'We do not know this account.'), 404);
  return signedIn(user.username, query.get('next') ?? INBOX, query.get('assistant') === 'on');
}

/** `POST /ServiceLogin` of the sign-in page. */
export function signInByForm({ fields, assistant }: Request): Answer {
  const name = (fields.get('identifier') ?? '').trim().toLowerCase();
  const user = USERS.find(({ username }) => [username, addressOf(username)].includes(name));
  const next = fields.get('continue') ?? INBOX;
  if (user === undefined) return page(signInPage(next, 'We do not know this account.'), 401);
  return signedIn(user.username, next, assistant);
}

function signedIn(username: string, next: string, assistant: boolean): Answer {
  const location = /^\/(?![/\\])/.test(next) ? next : INBOX;
  const cookies = [
    `_t=${username}; ${LASTING}; HttpOnly`,
    assistant ? `assistant=on; ${LASTING}` : `assistant=; ${LASTING}; Max-Age=0`,
  ];
  return { status: 302, type: 'text/plain', text: '', headers: { location, 'set-cookie': cookies } };
}
