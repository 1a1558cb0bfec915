/**
 * A strict OTLP/HTTP receiver for logs, after the published mapping of opentelemetry-proto to JSON: it takes no unknown
 * field, no 64-bit number that is not a text, and no time that is none. It can be made to fail in the ways in which
 * collectors and networks fail.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { listen } from './loopback-server.ts';
import { faultsIn } from './otlp-mapping.ts';

/** How it answers: as it should; with an error; not at all; with something that is no answer; or only after it has kept all. */
export type Behaviour =
  | 'ok'
  | 'error-500'
  | 'busy-503'
  | 'too-large-413'
  | 'reset'
  | 'keep-and-reset'
  | 'keep-and-error'
  | 'garbage-200'
  | 'empty-200';

export interface Received {
  /** `event.id`: the same for the same entry. */
  readonly id: string;
  readonly sequence: number;
  readonly body: string;
}

export interface OtlpReceiver {
  readonly url: string;
  /** Everything that was kept, in order of arrival, as often as it came. */
  readonly records: Received[];
  /** What a strict receiver has to say of the requests. */
  readonly faults: string[];
  /** The headers of the last request. */
  headers: IncomingMessage['headers'];
  requests: number;
  /** What it does with each request. */
  behave: (request: number) => Behaviour;
  close(): Promise<void>;
}

/** `page` is served for any GET, so that a page of this origin may speak to it without CORS. */
export async function startOtlpReceiver(page: string): Promise<OtlpReceiver> {
  const server = createServer((request, response) => void take(receiver, page, request, response));
  const { port, close } = await listen(server);
  const receiver: OtlpReceiver = {
    ...{ url: `http://127.0.0.1:${port}`, records: [], faults: [], headers: {}, requests: 0 },
    behave: () => 'ok',
    close,
  };
  return receiver;
}

async function take(receiver: OtlpReceiver, page: string, request: IncomingMessage, response: ServerResponse) {
  if (request.method === 'GET') return response.writeHead(200, { 'content-type': 'text/html' }).end(page);
  const chunks: Buffer[] = [];
  try {
    for await (const chunk of request) chunks.push(chunk as Buffer);
  } catch {
    return undefined;
  }
  receiver.requests += 1;
  receiver.headers = request.headers;
  const behaviour = receiver.behave(receiver.requests);
  if (behaviour === 'reset') return response.destroy();
  if (behaviour === 'error-500') return response.writeHead(500).end('oops');
  if (behaviour === 'busy-503') return response.writeHead(503, { 'retry-after': '1' }).end();
  if (behaviour === 'too-large-413') return response.writeHead(413).end();
  if (behaviour === 'garbage-200') return response.writeHead(200).end('<html>Please sign in</html>');
  if (behaviour === 'empty-200') return response.writeHead(200).end();
  if (!keep(receiver, request, Buffer.concat(chunks).toString('utf8'))) return response.writeHead(400).end('{}');
  if (behaviour === 'keep-and-reset') return response.destroy();
  if (behaviour === 'keep-and-error') return response.writeHead(502).end();
  return response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
}

function keep(receiver: OtlpReceiver, request: IncomingMessage, text: string): boolean {
  const { faults, records } = faultsIn(text);
  if (request.url !== '/v1/logs') faults.push(`the path ${request.url}`);
  if (request.headers['content-type'] !== 'application/json') faults.push('the content type');
  receiver.faults.push(...faults);
  if (faults.length > 0) return false;
  receiver.records.push(...records);
  return true;
}
