/**
 * A stand-in for a company's Gmail, on loopback: its structure, its request shapes, and a truthful record of everything
 * that arrived. It accepts messages more leniently than any real mail server, as the worst case for the guard.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { type Answer, json, type Request, readRequest, send } from './forum-request.ts';
import { freshMail } from './mail-data.ts';
import type { MailMessage } from './mail-messages.ts';
import { answerMailRead } from './mail-reads.ts';
import { type Envelope, isSyncWrite, isWrite, type MailArrival, readMailArrival } from './mail-record.ts';
import { answerMailWrite } from './mail-writes.ts';

export type { MailArrival, MailMessage };

export interface Mail {
  readonly port: number;
  readonly arrivals: readonly MailArrival[];
  /** What became visible to others and was not taken back in time; a message that was accepted twice stands twice. */
  sent(): readonly MailMessage[];
  /** The initial mailboxes again, an empty record, and nothing more to refuse. */
  reset(): void;
  /** The next sync writes are answered with 503. */
  refuseNext(count: number): void;
  close(): Promise<void>;
}

export interface MailOptions {
  readonly tls: { readonly key: string; readonly cert: string };
  /** A free one when absent. */
  readonly port?: number;
}

/** How long a channel poll stays open, in milliseconds. */
const POLL_MS = 25_000;

/** Serves `https://mail.google.com` on a loopback port. */
export async function startMail(options: MailOptions): Promise<Mail> {
  let data = freshMail();
  let refusals = 0;
  const arrivals: MailArrival[] = [];
  const server = createServer({ key: options.tls.key, cert: options.tls.cert }, async (request, response) => {
    const { body, whole } = await bodyOf(request);
    const { asked, envelope } = opened(request, body);
    if (!isWrite(asked)) return isPoll(asked) ? answerLate(response) : send(response, answerMailRead(data, asked));
    const arrival = readMailArrival(data, envelope, asked);
    const refused = isSyncWrite(asked, arrival) && refusals > 0;
    if (refused) refusals -= 1;
    // What broke off halfway has arrived as far as it came, but no server acts on it.
    arrivals.push(whole ? { ...arrival, accepted: !refused } : { ...arrival, kind: 'unknown', accepted: false });
    if (!whole) return;
    if (isPoll(asked)) return answerLate(response);
    send(response, refused ? unavailable() : answerMailWrite(data, asked, arrival));
  });
  server.on('upgrade', (request, socket) => {
    const { asked, envelope } = opened(request, '');
    const arrival = readMailArrival(data, envelope, asked);
    arrivals.push({ ...arrival, method: 'WEBSOCKET', kind: 'unknown', accepted: false });
    socket.on('error', () => undefined);
    socket.end('HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n');
  });
  await new Promise<void>((resolve) => server.listen(options.port ?? 0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    arrivals,
    sent: () => data.sent.filter((each) => !each.undone).map((each) => each.message),
    reset() {
      data = freshMail();
      refusals = 0;
      arrivals.length = 0;
    },
    refuseNext(count) {
      refusals = count;
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

function opened(request: IncomingMessage, body: string): { readonly asked: Request; readonly envelope: Envelope } {
  const { url = '/', method = '', headers } = request;
  // With two slashes in front the address would be read as one of another host.
  request.url = url.replace(/^\/{2,}/, '/');
  return {
    asked: readRequest(request, body),
    envelope: { method, path: url, contentType: String(headers['content-type'] ?? '') },
  };
}

function isPoll({ path }: Request): boolean {
  return path.endsWith('/channel/bind');
}

/** The channel has nothing to tell, and takes its time to say so. */
function answerLate(response: ServerResponse): void {
  const late = setTimeout(() => send(response, json([[1, ['noop']]])), POLL_MS);
  late.unref();
  response.on('close', () => clearTimeout(late));
}

function unavailable(): Answer {
  return { status: 503, type: 'text/plain', text: 'Service Unavailable' };
}
