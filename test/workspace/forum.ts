/**
 * A stand-in for a company's Discourse forum, on loopback: its structure, its request shapes, and a truthful record of
 * everything that arrived. It accepts writes more leniently than any real forum, as the worst case for the guard.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { type ForumData, freshData } from './forum-data.ts';
import { answerRead } from './forum-reads.ts';
import { type Arrival, isPublished, readArrival } from './forum-record.ts';
import { json, type Request, readRequest, send } from './forum-request.ts';
import { answerWrite, topicOfWrite } from './forum-writes.ts';

export type { Arrival };

export interface Forum {
  readonly port: number;
  readonly arrivals: readonly Arrival[];
  /** What became visible to others: posts, topics, messages, edits. */
  published(): readonly Arrival[];
  /** The initial content again and an empty record. */
  reset(): void;
  close(): Promise<void>;
}

export interface ForumOptions {
  readonly tls: { readonly key: string; readonly cert: string };
  /** A free one when absent. */
  readonly port?: number;
}

/** How long a message-bus poll stays open, in milliseconds. */
const POLL_MS = 25_000;

/** Serves `https://forum.corp.example` on a loopback port. */
export async function startForum(options: ForumOptions): Promise<Forum> {
  let data = freshData();
  const arrivals: Arrival[] = [];
  const server = createServer({ key: options.tls.key, cert: options.tls.cert }, async (request, response) => {
    const { body, whole } = await bodyOf(request);
    const asked = readRequest(request, body);
    const arrival = isRead(request) ? null : recorded(data, request, asked);
    // What broke off halfway has arrived as far as it came, but no server publishes it.
    if (arrival !== null) arrivals.push(whole ? arrival : { ...arrival, kind: 'unknown' });
    if (!whole) return;
    if (asked.path.startsWith('/message-bus/')) return answerLate(response);
    send(response, arrival === null ? answerRead(data, asked) : answerWrite(data, asked, arrival));
  });
  server.on('upgrade', (request, socket) => {
    const arrival = recorded(data, request, readRequest(request, ''));
    arrivals.push({ ...arrival, method: 'WEBSOCKET', kind: 'unknown' });
    socket.on('error', () => undefined);
    socket.end('HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n');
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

/** What came of a body, and whether that is all of it. */
async function bodyOf(request: IncomingMessage): Promise<{ readonly body: string; readonly whole: boolean }> {
  const chunks: Buffer[] = [];
  const whole = await new Promise<boolean>((resolve) => {
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => resolve(true));
    request.on('error', () => resolve(false));
    request.on('close', () => resolve(false));
  });
  return { body: Buffer.concat(chunks).toString('utf8'), whole };
}

function recorded(data: ForumData, request: IncomingMessage, asked: Request): Arrival {
  const arrival = readArrival(request, { ...asked, user: asked.user?.username ?? null });
  return { ...arrival, topicId: arrival.topicId ?? topicOfWrite(data, asked.path) };
}

/** The message bus has nothing to tell, and takes its time to say so. */
function answerLate(response: ServerResponse): void {
  const late = setTimeout(() => send(response, json([])), POLL_MS);
  late.unref();
  response.on('close', () => clearTimeout(late));
}

function isRead(request: IncomingMessage): boolean {
  return request.method === 'GET' || request.method === 'HEAD';
}
