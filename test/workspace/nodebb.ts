/**
 * A stand-in for a company's NodeBB community, on loopback: its structure, its request shapes (4.9.2, measured), and a
 * truthful record of everything that arrived. Like the stand-in forum it accepts writes leniently.
 */
import { readFileSync } from 'node:fs';
import { createServer } from 'node:https';
import { userNamed } from './forum-data.ts';
import { type Answer, json, notFound, page, type Request, readRequest, send } from './forum-request.ts';
import { bodyOf, listen, refuseUpgrade } from './loopback-server.ts';
import { type BoardData, freshBoard, mayReadBoard, member, topicAnswer } from './nodebb-data.ts';
import { categoryPage, roomPage, topicPage } from './nodebb-pages.ts';

export interface BoardArrival {
  readonly method: string;
  readonly path: string;
  readonly user: string | null;
  readonly kind: 'reply' | 'topic' | 'edit' | 'chat' | 'quiet' | 'unknown';
  /** The text as the server understood it. */
  readonly content: string | null;
  /** The topic, post or room that it went to. */
  readonly to: number | null;
  readonly body: string;
}

export interface Nodebb {
  readonly port: number;
  readonly arrivals: readonly BoardArrival[];
  /** What became visible to others. */
  published(): readonly BoardArrival[];
  reset(): void;
  close(): Promise<void>;
}

/** Serves `https://community.corp.example` on a loopback port. */
export async function startNodebb(tls: { readonly key: string; readonly cert: string }): Promise<Nodebb> {
  let data = freshBoard();
  const arrivals: BoardArrival[] = [];
  const server = createServer({ key: tls.key, cert: tls.cert }, async (request, response) => {
    const { body, whole } = await bodyOf(request);
    const asked = readRequest(request, body);
    if (asked.method === 'GET' || asked.method === 'HEAD') return send(response, read(data, asked));
    const arrival = arrivalOf(asked);
    arrivals.push(whole ? arrival : { ...arrival, kind: 'unknown' });
    if (whole) send(response, write(data, arrival));
  });
  server.on('upgrade', (request, socket) => {
    arrivals.push({ ...arrivalOf(readRequest(request, '')), method: 'WEBSOCKET', kind: 'unknown' });
    refuseUpgrade(socket);
  });
  return {
    ...(await listen(server)),
    arrivals,
    published: () => arrivals.filter(({ kind }) => kind !== 'quiet' && kind !== 'unknown'),
    reset() {
      data = freshBoard();
      arrivals.length = 0;
    },
  };
}

function read(data: BoardData, asked: Request): Answer {
  const { path, query, user } = asked;
  if (path === '/session/dev') return signIn(asked);
  if (path === '/assets/nodebb.min.js')
    return {
      status: 200,
      type: 'text/javascript',
      text: readFileSync(new URL('./client/nodebb.js', import.meta.url), 'utf8'),
    };
  const topic = data.topics.get(numberIn(path, /^(?:\/api)?\/topic\/(\d+)/));
  if (topic !== undefined) {
    // A guest and a stranger get the same answer (measured).
    if (!mayReadBoard(user, topic)) return json({ status: { code: 'not-authorised' } }, 401);
    return path.startsWith('/api/') ? json(topicAnswer(topic)) : page(topicPage(topic, query.has('focus')));
  }
  const category = /^\/category\/(\d+)/.exec(path)?.[1];
  if (category !== undefined) return page(categoryPage(Number(category)));
  return readMore(data, path);
}

function readMore(data: BoardData, path: string): Answer {
  const room = data.rooms.get(numberIn(path, /\/chats\/(\d+)/));
  if (room !== undefined) {
    if (path.endsWith('/users')) return json({ status: { code: 'ok' }, response: { users: room.users.map(member) } });
    return path.startsWith('/api/')
      ? json({ status: { code: 'ok' }, response: { roomId: room.roomId, public: 0 } })
      : page(roomPage(room));
  }
  const pid = numberIn(path, /^\/api\/v3\/posts\/(\d+)/);
  const topic = [...data.topics.values()].find(({ posts }) => posts.some((post) => post.pid === pid));
  return topic === undefined ? notFound() : json({ status: { code: 'ok' }, response: { pid, tid: topic.tid } });
}

function signIn({ query }: Request): Answer {
  const user = userNamed(query.get('user') ?? '')?.username ?? '';
  const next = query.get('next') ?? '/';
  const location = /^\/(?![/\\])/.test(next) ? next : '/';
  const headers = { location, 'set-cookie': [`_t=${user}; Path=/; Secure; HttpOnly; SameSite=Lax`] };
  return { status: 302, type: 'text/plain', text: '', headers };
}

/** What a write is to the most lenient server: a text that comes to an address which takes texts is published. */
function arrivalOf({ method, path, fields, user, body }: Request): BoardArrival {
  const basics = { method, path, user: user?.username ?? null, body };
  const content = fields.get('content') ?? fields.get('message') ?? null;
  const nothing = { ...basics, content, to: null };
  if (/\/(read|typing|state)$|^\/log(in|out)$/.test(path)) return { ...nothing, kind: 'quiet' };
  if (content === null || content.trim() === '') return { ...nothing, kind: 'unknown' };
  const to = numberIn(path, /\/(?:topics|posts|chats)\/(\d+)/) || Number(fields.get('tid')) || null;
  if (/^\/api\/v\d\/chats\//.test(path)) return { ...basics, content, to, kind: 'chat' };
  if (/^\/api\/v\d\/posts\//.test(path)) return { ...basics, content, to, kind: 'edit' };
  if (!/^\/(compose|api\/v\d\/topics)/.test(path)) return { ...nothing, kind: 'unknown' };
  return { ...basics, content, to, kind: to === null ? 'topic' : 'reply' };
}

function write(data: BoardData, { kind, to, content, user, path }: BoardArrival): Answer {
  const topic = data.topics.get(to ?? 0);
  const pid = data.nextId++;
  if (kind === 'reply' && topic !== undefined)
    data.topics.set(topic.tid, {
      ...topic,
      posts: [...topic.posts, { pid, username: user ?? '', content: content ?? '' }],
    });
  // The document of old leads on to its post.
  if (path === '/compose')
    return { status: 302, type: 'text/plain', text: '', headers: { location: `/topic/${to ?? 3}/posted` } };
  return json({ status: { code: 'ok', message: 'OK' }, response: { pid, tid: to } });
}

function numberIn(path: string, pattern: RegExp): number {
  return Number(pattern.exec(path)?.[1] ?? 0);
}
