/**
 * A stand-in for a company's Discourse forum, on loopback: its structure, its request shapes, and a truthful record of
 * everything that arrived. It accepts writes more leniently than any real forum, as the worst case for the guard.
 */
import type { IncomingMessage } from 'node:http';
import { createServer } from 'node:https';
import { type Disguise, disguised, undisguised } from './disguise.ts';
import { type ForumData, freshData } from './forum-data.ts';
import { answerRead } from './forum-reads.ts';
import { type Arrival, isPublished, readArrival } from './forum-record.ts';
import { json, type Request, readRequest, send } from './forum-request.ts';
import { answerWrite, topicOfWrite } from './forum-writes.ts';
import { acceptLine } from './live-line.ts';
import { answerLate, bodyOf, listen, refuseUpgrade } from './loopback-server.ts';

export type { Arrival };

/** Where the forum takes posts over a web socket. */
export const LIVE_PATH = '/live';

export interface Forum {
  readonly port: number;
  readonly arrivals: readonly Arrival[];
  /** What became visible to others: posts, topics, messages, edits. */
  published(): readonly Arrival[];
  /** The initial content again and an empty record. */
  reset(): void;
  /** The site as it is after a change; null for as it was. */
  change(into: Disguise | null): void;
  close(): Promise<void>;
}

export interface ForumOptions {
  readonly tls: { readonly key: string; readonly cert: string };
  /** A free one when absent. */
  readonly port?: number;
}

/** Serves `https://forum.corp.example` on a loopback port. */
export async function startForum(options: ForumOptions): Promise<Forum> {
  let data = freshData();
  let disguise: Disguise | null = null;
  const arrivals: Arrival[] = [];
  const server = createServer({ key: options.tls.key, cert: options.tls.cert }, async (request, response) => {
    const { body, whole } = await bodyOf(request);
    request.url = undisguised(request.url ?? '/', disguise);
    const asked = readRequest(request, undisguised(body, disguise));
    const arrival = isRead(request) ? null : recorded(data, request, asked);
    // What broke off halfway has arrived as far as it came, but no server publishes it.
    if (arrival !== null) arrivals.push(whole ? arrival : { ...arrival, kind: 'unknown' });
    if (!whole) return;
    if (asked.path.startsWith('/message-bus/')) return answerLate(response, json([]));
    const answer = arrival === null ? answerRead(data, asked) : answerWrite(data, asked, arrival);
    send(response, disguised(answer, disguise));
  });
  server.on('upgrade', (request, socket) => {
    const arrival = recorded(data, request, readRequest(request, ''));
    arrivals.push({ ...arrival, method: 'WEBSOCKET', kind: 'unknown' });
    // As a site may have one: a line over which posts can be made.
    if (request.url === LIVE_PATH)
      return acceptLine(request, socket, (raw) =>
        arrivals.push({ ...arrival, at: Date.now(), method: 'WEBSOCKET', kind: 'post', raw, topicId: 102 }),
      );
    refuseUpgrade(socket);
  });
  const listening = await listen(server, options.port);
  return {
    ...listening,
    arrivals,
    published: () => arrivals.filter(isPublished),
    reset() {
      data = freshData();
      arrivals.length = 0;
    },
    change(into) {
      disguise = into;
    },
  };
}

function recorded(data: ForumData, request: IncomingMessage, asked: Request): Arrival {
  const arrival = readArrival(request, { ...asked, user: asked.user?.username ?? null });
  return { ...arrival, topicId: arrival.topicId ?? topicOfWrite(data, asked.path) };
}

function isRead(request: IncomingMessage): boolean {
  return request.method === 'GET' || request.method === 'HEAD';
}
