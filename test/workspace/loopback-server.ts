/** What every server that stands in for one of the company's needs: loopback only, bodies read whole or known not to be. */
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Answer, send } from './forum-request.ts';

export interface Listening {
  readonly port: number;
  /** Ends it at once, with whatever connections are open. */
  close(): Promise<void>;
}

/** How long a poll that has nothing to tell stays open, in milliseconds. */
const POLL_MS = 25_000;

/** Listens on 127.0.0.1, on a free port unless one is given. */
export async function listen(server: Server, port = 0): Promise<Listening> {
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    close() {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

/** What came of a body, and whether that is all of it. */
export async function bodyOf(request: IncomingMessage): Promise<{ readonly body: string; readonly whole: boolean }> {
  const chunks: Buffer[] = [];
  const whole = await new Promise<boolean>((resolve) => {
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => resolve(true));
    request.on('error', () => resolve(false));
    request.on('close', () => resolve(false));
  });
  return { body: Buffer.concat(chunks).toString('utf8'), whole };
}

/** A poll has nothing to tell, and takes its time to say so. */
export function answerLate(response: ServerResponse, answer: Answer): void {
  const late = setTimeout(() => send(response, answer), POLL_MS);
  late.unref();
  response.on('close', () => clearTimeout(late));
}

/** No stand-in speaks over web sockets; whoever tries is recorded first. */
export function refuseUpgrade(socket: {
  on(event: 'error', then: () => void): unknown;
  end(text: string): unknown;
}): void {
  socket.on('error', () => undefined);
  socket.end('HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n');
}
