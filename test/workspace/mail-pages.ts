/** The mail's HTML: a shell that the client fills, with Gmail's landmarks, and the sign-in page. */
import { html } from './client/markdown.js';
import { USERS, type User } from './content.ts';
import type { Request } from './forum-request.ts';
import { MARKS, OUTSIDERS } from './mail-content.ts';
import { addressOf, type MailData } from './mail-data.ts';
import { countsShape } from './mail-shapes.ts';

const NAME = 'Corp Mail';

/** Languages of the page's words; each is read from left to right but one. */
const LANGUAGES = ['en', 'de', 'ja', 'ar'];

/** The page that a signed-in user gets; `account` is the number in its address, `query` what it asks for besides. */
export function mailPage(
  data: MailData,
  user: User,
  account: number,
  { assistant, query, path }: Pick<Request, 'assistant' | 'query' | 'path'>,
): string {
  const language = LANGUAGES.find((each) => each === query.get('hl')) ?? 'en';
  const address = addressOf(user.username);
  const start = {
    account,
    delegated: /\/d\/([\w-]+)$/.exec(path)?.[1] ?? '',
    me: { name: user.name, address },
    marks: MARKS,
    counts: countsShape(data, user.username),
    people: [...USERS.map(({ name, username }) => ({ name, address: addressOf(username) })), ...OUTSIDERS],
    language,
    recipients: query.get('people') === 'classic' ? 'classic' : 'peoplekit',
    forwarding: data.forwarding.get(user.username) ?? '',
  };
  return `<!doctype html>
<html lang="${language}" dir="${language === 'ar' ? 'rtl' : 'ltr'}">
<head>
${head(`Inbox - ${address} - ${NAME}`, ['theme', 'frame', 'list', 'thread', 'compose', 'alone', 'fields', 'pages'])}
<script type="application/json" id="start">${JSON.stringify(start).replaceAll('<', '\\u003c')}</script>
</head>
<body class="aAU">
<header class="top" role="banner">
<button class="menu-button" type="button" aria-label="Main menu" aria-expanded="false"></button>
<a class="brand" href="#inbox"><img src="/_/mail/logo.svg" alt="" width="30" height="30"><span>${NAME}</span></a>
<form class="search" gh="sb" role="search"><input name="q" placeholder="Search mail" aria-label="Search mail" autocomplete="off"></form>
<a class="account" href="#settings/fwdandpop" aria-label="Google Account: ${html(user.name)}  &#10;(${html(address)})"><span class="avatar" data-name="${html(user.name)}"></span><span class="account-text"><b>${html(user.name)}</b><small>${html(address)}</small></span></a>
</header>
<div class="frame nH">
<nav class="side" role="navigation" aria-label="Mailboxes"></nav>
<main class="AO" role="main"><div class="toolbar" gh="mtb"><div gh="tm" class="tm" role="toolbar" aria-label="Actions"></div></div><div class="view" gh="tl"></div></main>
</div>
<div class="dw"><div><div class="nH"><div class="nH"><div class="no"></div></div></div></div></div>
<div class="snackbars" aria-live="assertive"></div>
<script type="module" src="/_/mail/app.js"></script>
${assistant ? '<script src="https://assistant.corp.example/agent.js" async></script>' : ''}
</body>
</html>`;
}

function head(title: string, sheets: readonly string[]): string {
  return `<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${html(title)}</title>
<link rel="icon" type="image/svg+xml" href="/_/mail/logo.svg">
${sheets.map((name) => `<link rel="stylesheet" href="/_/mail/${name}.css">`).join('\n')}`;
}

/** For those who are not signed in. */
export function signInPage(next: string, problem = ''): string {
  const known = USERS.map((user) => `<option value="${addressOf(user.username)}">${html(user.name)}</option>`).join('');
  return `<!doctype html>
<html lang="en">
<head>
${head(`Sign in - ${NAME}`, ['theme', 'pages'])}
</head>
<body class="sign-in">
<main class="sign-in-box">
<img src="/_/mail/logo.svg" alt="" width="46" height="46">
<h1>Sign in to ${NAME}</h1>
<p>Use your Corp account.</p>
${problem === '' ? '' : `<p class="problem" role="alert">${html(problem)}</p>`}
<form method="post" action="/ServiceLogin">
<input type="hidden" name="continue" value="${html(next)}">
<label for="identifierId">Email address</label>
<input id="identifierId" name="identifier" type="text" list="known" autocomplete="username" autofocus required>
<datalist id="known">${known}</datalist>
<button class="button primary" id="identifierNext">Continue</button>
</form>
</main>
</body>
</html>`;
}
