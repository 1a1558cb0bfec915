/**
 * A stand-in for a company's Gmail, on loopback: its structure, its request shapes, and a truthful record of everything
 * that arrived. It accepts messages more leniently than any real mail server, as the worst case for the guard.
 */
import type { IncomingMessage } from 'node:http';
import { createServer } from 'node:https';
import { type Disguise, disguised, undisguised } from './disguise.ts';
import { type Answer, json, type Request, readRequest, send } from './forum-request.ts';
import { answerLate, bodyOf, listen, refuseUpgrade } from './loopback-server.ts';
import { deliver, freshMail } from './mail-data.ts';
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
  /** The site as it is after a change; null for as it was. */
  change(into: Disguise | null): void;
  /** So many newsletters more in everybody's inbox. */
  deliver(count: number): void;
  /** The next sync writes are answered with 503. */
  refuseNext(count: number): void;
  close(): Promise<void>;
}

export interface MailOptions {
  readonly tls: { readonly key: string; readonly cert: string };
  /** A free one when absent. */
  readonly port?: number;
}

/** What the channel has to tell. */
const NOTHING_NEW = json([[1, ['noop']]]);

/** Serves `https://mail.google.com` on a loopback port. */
export async function startMail(options: MailOptions): Promise<Mail> {
  let data = freshMail();
  let refusals = 0;
  let disguise: Disguise | null = null;
  const arrivals: MailArrival[] = [];
  const server = createServer({ key: options.tls.key, cert: options.tls.cert }, async (request, response) => {
    const { body, whole } = await bodyOf(request);
    request.url = undisguised(request.url ?? '/', disguise);
    const { asked, envelope } = opened(request, undisguised(body, disguise));
    const answer = (given: Answer) => send(response, disguised(given, disguise));
    if (!isWrite(asked)) return isPoll(asked) ? answerLate(response, NOTHING_NEW) : answer(answerMailRead(data, asked));
    const arrival = readMailArrival(data, envelope, asked);
    const refused = isSyncWrite(asked, arrival) && refusals > 0;
    if (refused) refusals -= 1;
    // What broke off halfway has arrived as far as it came, but no server acts on it.
    arrivals.push(whole ? { ...arrival, accepted: !refused } : { ...arrival, kind: 'unknown', accepted: false });
    if (!whole) return;
    if (isPoll(asked)) return answerLate(response, NOTHING_NEW);
    answer(refused ? unavailable() : answerMailWrite(data, asked, arrival));
  });
  server.on('upgrade', (request, socket) => {
    const { asked, envelope } = opened(request, '');
    const arrival = readMailArrival(data, envelope, asked);
    arrivals.push({ ...arrival, method: 'WEBSOCKET', kind: 'unknown', accepted: false });
    refuseUpgrade(socket);
  });
  const listening = await listen(server, options.port);
  return {
    ...listening,
    arrivals,
    sent: () => data.sent.filter((each) => !each.undone).map((each) => each.message),
    reset() {
      data = freshMail();
      refusals = 0;
      arrivals.length = 0;
    },
    change(into) {
      disguise = into;
    },
    deliver(count) {
      deliver(data, count);
    },
    refuseNext(count) {
      refusals = count;
    },
  };
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

function unavailable(): Answer {
  return { status: 503, type: 'text/plain', text: 'Service Unavailable' };
}
