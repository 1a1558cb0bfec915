/** What the forum answers to reads: pages, JSON, raw text and its own files. */
import { existsSync, readFileSync } from 'node:fs';
import { html } from './client/markdown.js';
import { CATEGORIES, GROUPS, type User } from './content.ts';
import {
  type ForumData,
  findPost,
  listedTopics,
  mayRead,
  mayReadCategory,
  type Topic,
  userNamed,
} from './forum-data.ts';
import {
  categoryJson,
  groupJson,
  membersJson,
  postJson,
  siteJson,
  topicJson,
  topicListJson,
  userJson,
} from './forum-json.ts';
import { mentionsJson } from './forum-mentions.ts';
import { forumPage, loginPage } from './forum-pages.ts';
import { type Answer, denied, json, notFound, page, type Request } from './forum-request.ts';
import { signInByAddress } from './forum-session.ts';

export function answerRead(data: ForumData, asked: Request): Answer {
  const { path, user } = asked;
  if (path === '/session/dev') return signInByAddress(asked);
  if (path.startsWith('/assets/')) return asset(path.slice('/assets/'.length));
  if (path.startsWith('/letter_avatar/')) return letterAvatar(path);
  if (user === undefined || path === '/login') {
    return path.endsWith('.json') ? denied() : page(loginPage(path === '/login' ? '/' : path));
  }
  if (path.endsWith('.json')) return answerJson(data, asked, user, path.slice(0, -'.json'.length));
  const topic = topicAt(data, path);
  const raw = /^\/raw\/\d+$/.test(path);
  if (raw) return topic && mayRead(user, topic) ? rawText(topic) : denied();
  return page(forumPage(data, user, asked.assistant, topic), statusOf(data, user, path, topic));
}

/** A page's status: it is drawn in any case, and says what it may. */
function statusOf(data: ForumData, user: User, path: string, topic: Topic | undefined): number {
  const category = categoryAt(path);
  if (path.startsWith('/t/')) return topic === undefined ? 404 : mayRead(user, topic) ? 200 : 403;
  if (path.startsWith('/c/')) return category === undefined ? 404 : mayReadCategory(user, category) ? 200 : 403;
  if (path.startsWith('/u/') || path.startsWith('/g/')) return answerJson(data, blank(path), user, path).status;
  return /^\/(latest|categories|search|g|new-topic|new-message)?$/.test(path) ? 200 : 404;
}

function blank(path: string): Pick<Request, 'path' | 'query'> {
  return { path, query: new URLSearchParams() };
}

function answerJson(data: ForumData, asked: Pick<Request, 'path' | 'query'>, user: User, path: string): Answer {
  if (path.startsWith('/t/')) {
    const topic = topicAt(data, path);
    if (topic === undefined) return notFound();
    return mayRead(user, topic) ? json(topicJson(data, topic, user)) : denied();
  }
  if (path.startsWith('/c/')) return categoryAnswer(data, user, path);
  const [, kind = '', name = '', part = ''] = path.split('/');
  if (kind === 'posts') return postAnswer(data, user, Number(name));
  if (kind === 'drafts') return draftAnswer(data, user, name);
  if (kind === 'u') return personAnswer(data, user, name, part);
  if (kind === 'g' && name !== '') return groupAnswer(name, part);
  return plainAnswer(data, asked, user, path);
}

function plainAnswer(data: ForumData, asked: Pick<Request, 'query'>, user: User, path: string): Answer {
  switch (path) {
    case '/latest':
      return json(topicListJson(listedTopics(data, user)));
    case '/search':
      return json(topicListJson(searched(data, user, asked.query.get('q') ?? '')));
    case '/site':
      return json(siteJson(data, user));
    case '/categories': {
      const seen = CATEGORIES.filter((category) => mayReadCategory(user, category));
      return json({
        category_list: { can_create_topic: true, categories: seen.map((each) => categoryJson(data, each)) },
      });
    }
    case '/groups':
    case '/g':
      return json({ groups: GROUPS.map(groupJson), total_rows_groups: GROUPS.length });
    case '/session/current':
      return json({ current_user: userJson(user) });
    case '/composer/mentions':
      return json(mentionsJson(data, asked.query));
    default:
      return notFound();
  }
}

function searched(data: ForumData, user: User, words: string): readonly Topic[] {
  const wanted = words
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  return listedTopics(data, user).filter((topic) => {
    const text = [topic.title, ...topic.posts.map((post) => post.raw)].join('\n').toLowerCase();
    return wanted.length > 0 && wanted.every((word) => text.includes(word));
  });
}

/** `/t/101`, `/t/slug/101`, `/t/slug/101/3`, `/raw/101`. */
function topicAt(data: ForumData, path: string): Topic | undefined {
  const id = /^\/(?:t|raw)\/(?:[^/]*[^/\d][^/]*\/)?(\d+)(?:\/|$)/.exec(path)?.[1];
  return id === undefined ? undefined : data.topics.get(Number(id));
}

/** `/c/7`, `/c/slug/7`, `/c/slug/7/l/latest`, `/c/7/visible_groups`. */
function categoryAt(path: string) {
  const id = /^\/c\/(?:[^/]*[^/\d][^/]*\/)?(\d+)(?:\/|$)/.exec(path)?.[1];
  return CATEGORIES.find((category) => category.id === Number(id));
}

function categoryAnswer(data: ForumData, user: User, path: string): Answer {
  const category = categoryAt(path);
  if (category === undefined) return notFound();
  if (!mayReadCategory(user, category)) return denied();
  if (path.endsWith('/visible_groups')) return json({ success: 'OK', groups: category.readers });
  const topics = listedTopics(data, user).filter((topic) => topic.categoryId === category.id);
  return json({ category: categoryJson(data, category), ...topicListJson(topics) });
}

function postAnswer(data: ForumData, user: User, id: number): Answer {
  const found = findPost(data, id);
  if (found === undefined) return notFound();
  return mayRead(user, found.topic) ? json(postJson(found.topic, found.post, user)) : denied();
}

function draftAnswer(data: ForumData, user: User, key: string): Answer {
  const draft = data.drafts.get(`${user.username} ${key}`);
  return json({ draft: draft?.data ?? null, draft_sequence: draft?.sequence ?? 0 });
}

function personAnswer(data: ForumData, user: User, name: string, part: string): Answer {
  const person = userNamed(name);
  if (person === undefined) return notFound();
  if (part === 'messages') {
    return person === user ? json(topicListJson(listedTopics(data, user, 'messages'))) : denied();
  }
  const topics = listedTopics(data, user).filter((topic) =>
    topic.posts.some((post) => post.username === person.username),
  );
  return json({
    user: { ...userJson(person), can_send_private_message_to_user: person !== user },
    user_badges: [],
    ...topicListJson(topics),
  });
}

function groupAnswer(name: string, part: string): Answer {
  const group = GROUPS.find((each) => each.name === name);
  if (group === undefined) return notFound();
  return json(part === 'members' ? membersJson(group) : { group: groupJson(group) });
}

function rawText(topic: Topic): Answer {
  const text = topic.posts
    .map((post, index) => `${post.username} | ${post.createdAt} | #${index + 1}\n\n${post.raw}`)
    .join('\n\n-------------------------\n\n');
  return { status: 200, type: 'text/plain', text };
}

const TYPES: Readonly<Record<string, string>> = { js: 'text/javascript', css: 'text/css', svg: 'image/svg+xml' };

function asset(name: string): Answer {
  const ending = /^[a-z-]+\.(js|css|svg)$/.exec(name)?.[1];
  const file = new URL(`./client/${name}`, import.meta.url);
  if (ending === undefined || !existsSync(file)) return notFound();
  return { status: 200, type: TYPES[ending] ?? 'text/plain', text: readFileSync(file, 'utf8') };
}

const AVATAR_COLORS = [
  '#b0562f',
  '#2f6f8f',
  '#7a5aa6',
  '#3d7a4e',
  '#a3486b',
  '#8a7a2e',
  '#4a63a8',
  '#2e8079',
  '#6b6f2a',
  '#99453f',
];

/** `/letter_avatar/alice/48.svg`: a person's initial on a colour of their own. */
function letterAvatar(path: string): Answer {
  const name = path.split('/')[2] ?? '';
  const color = AVATAR_COLORS[(userNamed(name)?.id ?? 0) % AVATAR_COLORS.length];
  const letter = html((userNamed(name)?.name ?? name).slice(0, 1).toUpperCase());
  const text = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 48 48"><rect width="48" height="48" fill="${color}"/><text x="24" y="32.5" text-anchor="middle" font-family="system-ui,sans-serif" font-size="24" font-weight="600" fill="#fff">${letter}</text></svg>`;
  return { status: 200, type: 'image/svg+xml', text, headers: { 'cache-control': 'max-age=3600' } };
}
