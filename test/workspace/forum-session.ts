/** Signing in and out: by the form of the login page, or by one address for automation. */
import { USERS } from './content.ts';
import { userNamed } from './forum-data.ts';
import { loginPage } from './forum-pages.ts';
import { type Answer, json, notFound, page, type Request } from './forum-request.ts';

const LASTING = 'Path=/; Secure; SameSite=Lax';
const OVER = `${LASTING}; Max-Age=0`;

/** `GET /session/dev?user=alice&next=/t/…`; the page assistant comes with `&assistant=on` and goes without it. */
export function signInByAddress(asked: Request): Answer {
  const user = userNamed(asked.query.get('user') ?? 'alice');
  if (user === undefined) return notFound();
  return signedIn(user.username, asked.query.get('next') ?? '/', asked.query.get('assistant') === 'on');
}

/** `POST /session` of the login page. */
export function signInByForm(asked: Request): Answer {
  const name = asked.fields.get('login') ?? '';
  const user = USERS.find((each) =>
    [each.username, `${each.username}@corp.example`].includes(name.trim().toLowerCase()),
  );
  const next = asked.fields.get('next') ?? '/';
  if (user === undefined) return page(loginPage(next, 'We do not know this user name.'), 401);
  return signedIn(user.username, next, asked.assistant);
}

export function signOut(): Answer {
  return {
    ...json({ success: 'OK', redirect_url: '/login' }),
    headers: { 'set-cookie': [`_t=; ${OVER}; HttpOnly`, `assistant=; ${OVER}`] },
  };
}

function signedIn(username: string, next: string, assistant: boolean): Answer {
  const location = /^\/(?![/\\])/.test(next) ? next : '/';
  const cookies = [
    `_t=${username}; ${LASTING}; HttpOnly`,
    assistant ? `assistant=on; ${LASTING}` : `assistant=; ${OVER}`,
  ];
  return { status: 302, type: 'text/plain', text: '', headers: { location, 'set-cookie': cookies } };
}
