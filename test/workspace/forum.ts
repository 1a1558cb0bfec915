/**
 * A stand-in for a company's Discourse forum, on loopback: its structure, its request shapes, and a truthful record of
 * everything that arrived. It accepts writes more leniently than any real forum, as the worst case for the guard.
 */
import { existsSync, readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { CATEGORIES, USERS, type User } from './content.ts';
import {
  categoryJson,
  type ForumData,
  freshData,
  latestJson,
  mayRead,
  mayReadCategory,
  postJson,
  siteJson,
  topicJson,
  userJson,
} from './forum-data.ts';
import { forumPage, loginPage } from './forum-pages.ts';
import { type Arrival, fieldsOf, isPublished, readArrival } from './forum-record.ts';

export type { Arrival };

export interface Forum {
  readonly port: number;
  readonly arrivals: readonly Arrival[];
  /** What others would see: posts, topics, messages, edits. */
  published(): readonly Arrival[];
  /** The initial content again and an empty record. */
  reset(): void;
  close(): Promise<void>;
}

interface Request {
  readonly user: User | undefined;
  readonly assistant: boolean;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly fields: ReadonlyMap<string, string>;
}

type Answer = {
  readonly status: number;
  readonly json?: object;
  readonly html?: string;
  readonly text?: string;
  readonly type?: string;
  readonly headers?: Readonly<Record<string, string | string[]>>;
};

/** How long a message-bus poll stays open, in milliseconds. */
const POLL_MS = 20_000;

/** Serves `https://forum.corp.example` on a loopback port. */
export async function startForum(options: {
  readonly tls: { readonly key: string; readonly cert: string };
  readonly port?: number;
}): Promise<Forum> {
  let data = freshData();
  const arrivals: Arrival[] = [];
  const server = createServer({ key: options.tls.key, cert: options.tls.cert }, (request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('error', () => undefined);
    request.on('end', () => {
      const body = Buffer.concat(chunks).toString('utf8');
      const asked = readRequest(request, body);
      const arrival = isRead(request) ? null : readArrival(request, body, asked.user?.username ?? null, asked.fields);
      if (arrival !== null) arrivals.push(arrival);
      if (asked.path.startsWith('/message-bus/'))
        return void setTimeout(() => send(response, { status: 200, json: [] }), POLL_MS).unref();
      send(response, arrival === null ? answerRead(data, asked) : answerWrite(data, asked, arrival));
    });
  });
  server.on('upgrade', (request, socket) => {
    arrivals.push({ ...readArrival(request, '', null, new Map()), method: 'WEBSOCKET' });
    socket.end('HTTP/1.1 400 Bad Request\r\n\r\n');
  });
  await new Promise<void>((resolve) => server.listen(options.port ?? 0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    arrivals,
    published: () => arrivals.filter(isPublished),
    reset() {
      data = freshData();
      arrivals.length = 0;
    },
    close() {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

function readRequest(request: IncomingMessage, body: string): Request {
  const url = new URL(request.url ?? '/', 'https://forum');
  const cookies = new Map(
    (request.headers.cookie ?? '').split('; ').map((each) => each.split('=') as [string, string]),
  );
  return {
    user: USERS.find((user) => user.username === cookies.get('_t')),
    assistant: cookies.get('assistant') === 'on',
    path: url.pathname,
    query: url.searchParams,
    fields: fieldsOf(request.url ?? '/', String(request.headers['content-type'] ?? ''), body),
  };
}

function answerRead(data: ForumData, asked: Request): Answer {
  const { path, user, query } = asked;
  if (path === '/session/dev')
    return signIn(query.get('user') ?? 'alice', query.get('next') ?? '/', query.get('assistant') === 'on');
  if (path.startsWith('/assets/')) return asset(path.slice('/assets/'.length));
  if (user === undefined) return path.endsWith('.json') ? denied() : { status: 200, html: loginPage() };
  const topicId = /^\/t\/(?:[^/]+\/)?(\d+)(?:\/\d+)?(\.json)?$/.exec(path);
  const category = /^\/c\/(?:[^/]+\/)*?(\d+)(\.json)?$/.exec(path);
  if (path.endsWith('.json')) return answerJson(data, asked, user, topicId?.[1], category?.[1]);
  return {
    status: 200,
    html: forumPage(data, user, asked.assistant, topicId ? data.topics.get(Number(topicId[1])) : undefined),
  };
}

function answerJson(
  data: ForumData,
  asked: Request,
  user: User,
  topicId: string | undefined,
  category: string | undefined,
): Answer {
  const { path } = asked;
  if (topicId !== undefined) {
    const topic = data.topics.get(Number(topicId));
    return topic !== undefined && mayRead(user, topic) ? { status: 200, json: topicJson(topic) } : denied();
  }
  if (category !== undefined) {
    const found = CATEGORIES.find((each) => each.id === Number(category));
    return found && mayReadCategory(user, found)
      ? { status: 200, json: { category: categoryJson(found), ...latestJson(data, user, found.id) } }
      : denied();
  }
  const post = /^\/posts\/(\d+)\.json$/.exec(path)?.[1];
  const draft = /^\/drafts\/(\w+)\.json$/.exec(path)?.[1];
  if (post !== undefined) return postAnswer(data, user, Number(post));
  if (draft !== undefined)
    return { status: 200, json: { draft: data.drafts.get(`${user.username} ${draft}`) ?? null } };
  switch (path) {
    case '/latest.json':
      return { status: 200, json: latestJson(data, user) };
    case '/site.json':
      return { status: 200, json: siteJson() };
    case '/session/current.json':
      return { status: 200, json: { current_user: userJson(user.username) } };
    default:
      return { status: 404, json: { errors: ['Not found'] } };
  }
}

function postAnswer(data: ForumData, user: User, id: number): Answer {
  for (const topic of data.topics.values()) {
    const index = topic.posts.findIndex((post) => post.id === id);
    const post = topic.posts[index];
    if (post !== undefined && mayRead(user, topic)) return { status: 200, json: postJson(topic, post, index + 1) };
  }
  return denied();
}

function answerWrite(data: ForumData, asked: Request, arrival: Arrival): Answer {
  const author = asked.user?.username ?? 'bob';
  if (arrival.kind === 'draft') {
    data.drafts.set(`${author} ${asked.fields.get('draft_key') ?? ''}`, asked.fields.get('data') ?? '');
    return { status: 200, json: { success: 'OK' } };
  }
  if (asked.path === '/session') return signIn(asked.fields.get('login') ?? '', '/', false);
  if (arrival.raw === null) return { status: 200, json: { success: 'OK' } };
  const id = data.nextId++;
  const post = { id, username: author, raw: arrival.raw, created_at: new Date().toISOString() };
  const topic = data.topics.get(arrival.topicId ?? -1);
  const title = asked.fields.get('title') ?? 'Untitled';
  const category =
    asked.fields.get('archetype') === 'private_message' ? null : Number(asked.fields.get('category')) || 5;
  const people = (asked.fields.get('target_recipients') ?? '').split(',').filter((name) => name !== '');
  const into = topic
    ? { ...topic, posts: [...topic.posts, post] }
    : { id, title, slug: 'topic', categoryId: category, tags: [], people: [...people, author], posts: [post] };
  data.topics.set(into.id, into);
  data.drafts.delete(`${author} topic_${into.id}`);
  return { status: 200, json: { action: 'create_post', post: postJson(into, post, into.posts.length) } };
}

function signIn(username: string, next: string, assistant: boolean): Answer {
  const cookies = [
    `_t=${encodeURIComponent(username)}; Path=/; Secure; HttpOnly; SameSite=Lax`,
    ...(assistant ? ['assistant=on; Path=/; Secure; SameSite=Lax'] : []),
  ];
  return { status: 302, text: '', headers: { location: next.startsWith('/') ? next : '/', 'set-cookie': cookies } };
}

function asset(name: string): Answer {
  const file = new URL(`./client/${name}`, import.meta.url);
  if (!/^[a-z-]+\.(js|css)$/.test(name) || !existsSync(file)) return { status: 404, text: 'Not found' };
  const type = name.endsWith('.js') ? 'text/javascript' : 'text/css';
  return { status: 200, text: readFileSync(file, 'utf8'), type };
}

function denied(): Answer {
  return {
    status: 403,
    json: { errors: ['You are not permitted to view the requested resource.'], error_type: 'invalid_access' },
  };
}

function send(response: ServerResponse, answer: Answer): void {
  const type =
    answer.html !== undefined
      ? 'text/html'
      : answer.json !== undefined
        ? 'application/json'
        : (answer.type ?? 'text/plain');
  response.writeHead(answer.status, {
    'content-type': `${type}; charset=utf-8`,
    'cache-control': 'no-store',
    ...answer.headers,
  });
  response.end(answer.html ?? (answer.json !== undefined ? JSON.stringify(answer.json) : (answer.text ?? '')));
}

function isRead(request: IncomingMessage): boolean {
  return ['GET', 'HEAD', 'OPTIONS'].includes(request.method ?? '');
}
