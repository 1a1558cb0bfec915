/** The forum's HTML shell with Discourse's preloaded data; the client draws everything else from it. */
import { type Topic, USERS, type User } from './content.ts';
import { categoryOf, type ForumData, latestJson, mayRead, siteJson, topicJson, userJson } from './forum-data.ts';
import { escapeHtml } from './markdown.ts';

/** The page that a signed-in user gets at any address. */
export function forumPage(data: ForumData, user: User, assistant: boolean, topic: Topic | undefined): string {
  const readable = topic !== undefined && mayRead(user, topic) ? topic : undefined;
  const preloaded = {
    site: JSON.stringify(siteJson()),
    siteSettings: JSON.stringify({ title: 'Corp Engineering Forum' }),
    currentUser: JSON.stringify(userJson(user.username)),
    topic_list: JSON.stringify(latestJson(data, user)),
    ...(readable ? { [`topic_${readable.id}`]: JSON.stringify(topicJson(readable)) } : {}),
  };
  const category = readable ? categoryOf(readable) : undefined;
  const classes = readable
    ? `archetype-${category ? 'regular' : 'private_message'} ${category ? `category category-${category.slug}` : ''}`
    : '';
  return `<!doctype html>
<html lang="en" class="desktop-view">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="Discourse 2026.3 (stand-in)">
<meta name="csrf-token" content="stand-in-csrf-token">
<title>${escapeHtml(readable ? `${readable.title} - ` : '')}Corp Engineering Forum</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/assets/forum.css">
<script type="application/json" id="data-preloaded">${JSON.stringify(preloaded).replaceAll('<', '\\u003c')}</script>
</head>
<body class="${classes.trim()}">
<header class="d-header"><a class="title" href="/"><span class="logo" aria-hidden="true">c/</span> Corp Engineering Forum</a><nav><a href="/">Latest</a><a href="/t/your-on-call-swap/110">Messages</a></nav><span class="current-user" data-username="${user.username}"><span class="avatar">${user.name.slice(0, 1)}</span> ${escapeHtml(user.name)}</span></header>
<main id="main-outlet"></main>
<div id="reply-control" class="closed"></div>
<script type="module" src="/assets/forum.js"></script>
${assistant ? '<script src="https://assistant.corp.example/agent.js" async></script>' : ''}
</body>
</html>`;
}

/** For those who are not signed in. */
export function loginPage(): string {
  const options = USERS.map(
    (user) => `<option value="${user.username}">${escapeHtml(user.name)}, ${escapeHtml(user.title)}</option>`,
  ).join('');
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Sign in - Corp Engineering Forum</title><link rel="icon" href="data:,"><link rel="stylesheet" href="/assets/forum.css"></head>
<body class="login"><main class="login-box"><h1><span class="logo" aria-hidden="true">c/</span> Corp Engineering Forum</h1><form method="post" action="/session"><label for="login">Sign in as</label><select id="login" name="login">${options}</select><button class="btn btn-primary">Sign in</button></form></main></body></html>`;
}
