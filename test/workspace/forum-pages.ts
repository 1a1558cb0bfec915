/** The forum's HTML: a shell with Discourse's preloaded data, from which the client draws, and the login page. */

import { html } from './client/markdown.js';
import { USERS, type User } from './content.ts';
import { categoryOf, type ForumData, listedTopics, mayRead, type Topic } from './forum-data.ts';
import { siteJson, topicJson, topicListJson, userJson } from './forum-json.ts';

const TITLE = 'Corp Engineering Forum';

/** The page that a signed-in user gets at any address; what they may not read is not in it. */
export function forumPage(data: ForumData, user: User, assistant: boolean, topic: Topic | undefined): string {
  const readable = topic !== undefined && mayRead(user, topic) ? topic : undefined;
  const preloaded = {
    site: JSON.stringify(siteJson(data, user)),
    siteSettings: JSON.stringify({ title: TITLE, login_required: true, default_composer_category: 5 }),
    currentUser: JSON.stringify(userJson(user)),
    topic_list: JSON.stringify(topicListJson(listedTopics(data, user))),
    ...(readable ? { [`topic_${readable.id}`]: JSON.stringify(topicJson(data, readable, user)) } : {}),
  };
  return `<!doctype html>
<html lang="en" class="desktop-view">
<head>
${head(readable ? `${readable.title} - ${TITLE}` : TITLE)}
<meta name="csrf-param" content="authenticity_token">
<meta name="csrf-token" content="stand-in-csrf-token">
<script type="application/json" id="data-preloaded">${JSON.stringify(preloaded).replaceAll('<', '\\u003c')}</script>
</head>
<body class="${readable ? bodyClass(readable) : ''}">
<div id="main">
<header class="d-header"></header>
<div id="main-outlet-wrapper"><aside class="sidebar-wrapper"></aside><main id="main-outlet" tabindex="-1"></main></div>
</div>
<div id="reply-control" class="closed"></div>
<script type="module" src="/assets/forum.js"></script>
${assistant ? '<script src="https://assistant.corp.example/agent.js" async></script>' : ''}
</body>
</html>`;
}

function bodyClass(topic: Topic): string {
  const category = categoryOf(topic);
  return category ? `archetype-regular category category-${category.slug}` : 'archetype-private_message';
}

function head(title: string): string {
  const sheets = ['theme', 'frame', 'pages', 'lists', 'topic', 'composer'];
  return `<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="Discourse 2026.3 (stand-in)">
<meta name="color-scheme" content="light dark">
<title>${html(title)}</title>
<link rel="icon" type="image/svg+xml" href="/assets/favicon.svg">
${sheets.map((name) => `<link rel="stylesheet" href="/assets/${name}.css">`).join('\n')}`;
}

/** For those who are not signed in. */
export function loginPage(next: string, problem = ''): string {
  const names = USERS.map(
    (user) => `<option value="${user.username}">${html(`${user.name}, ${user.title}`)}</option>`,
  ).join('');
  return `<!doctype html>
<html lang="en">
<head>
${head(`Log in - ${TITLE}`)}
</head>
<body class="login-page">
<main class="login-box">
<img src="/assets/favicon.svg" alt="" width="44" height="44">
<h1>${TITLE}</h1>
<p>Log in with your Corp account.</p>
${problem === '' ? '' : `<p class="login-problem" role="alert">${html(problem)}</p>`}
<form method="post" action="/session">
<input type="hidden" name="next" value="${html(next)}">
<label for="login-account-name">User name</label>
<input id="login-account-name" name="login" list="people" autocomplete="username" autofocus required>
<datalist id="people">${names}</datalist>
<button class="btn btn-primary" id="login-button">Log in</button>
</form>
</main>
</body>
</html>`;
}
