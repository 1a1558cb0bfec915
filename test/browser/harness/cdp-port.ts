/**
 * The browser's own end of the DevTools protocol and no tab's: the clients that agents use attach to every tab, and the
 * guard sees that. One question at a time over a plain web socket.
 */
import { randomBytes } from 'node:crypto';
import { request } from 'node:http';
import type { Socket } from 'node:net';

export interface CdpPort {
  ask(method: string, params?: object): Promise<unknown>;
  close(): void;
}

/** Connects to the browser that listens at this http address. */
export async function openCdpPort(remoteUrl: string): Promise<CdpPort> {
  const version = (await (await fetch(`${remoteUrl}/json/version`)).json()) as {
    readonly webSocketDebuggerUrl: string;
  };
  const socket = await upgraded(version.webSocketDebuggerUrl);
  const waiting = new Map<number, (answer: { result?: unknown; error?: { message: string } }) => void>();
  let count = 0;
  readFrames(socket, (text) => {
    const answer = JSON.parse(text) as { id?: number; result?: unknown; error?: { message: string } };
    waiting.get(answer.id ?? 0)?.(answer);
  });
  return {
    ask: (method, params = {}) =>
      new Promise((resolve, reject) => {
        const id = ++count;
        waiting.set(id, ({ result, error }) => {
          waiting.delete(id);
          if (error) reject(new Error(`${method}: ${error.message}`));
          else resolve(result);
        });
        socket.write(frameOf(JSON.stringify({ id, method, params })));
      }),
    close: () => socket.destroy(),
  };
}

function upgraded(url: string): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const asked = request(url.replace(/^ws:/, 'http:'), {
      headers: {
        connection: 'Upgrade',
        upgrade: 'websocket',
        'sec-websocket-version': '13',
        'sec-websocket-key': randomBytes(16).toString('base64'),
      },
    });
    asked.once('upgrade', (_answer, socket: Socket) => resolve(socket.on('error', () => undefined)));
    asked.once('response', ({ statusCode }) => reject(new Error(`the browser answered ${statusCode}`)));
    asked.once('error', reject);
    asked.end();
  });
}

/** One masked text frame (RFC 6455, section 5.2); our questions are short. */
function frameOf(text: string): Buffer {
  const payload = Buffer.from(text);
  const mask = randomBytes(4);
  const head = payload.length < 126 ? Buffer.from([0x81, 0x80 | payload.length]) : Buffer.alloc(4);
  if (payload.length >= 126) {
    head.set([0x81, 0x80 | 126]);
    head.writeUInt16BE(payload.length, 2);
  }
  return Buffer.concat([head, mask, payload.map((byte, place) => byte ^ (mask[place % 4] ?? 0))]);
}

/** The browser's frames are whole and unmasked. */
function readFrames(socket: Socket, heard: (text: string) => void): void {
  let data = Buffer.alloc(0);
  socket.on('data', (more: Buffer) => {
    data = Buffer.concat([data, more]);
    for (;;) {
      if (data.length < 2) return;
      const short = (data[1] ?? 0) & 0x7f;
      const start = short < 126 ? 2 : short === 126 ? 4 : 10;
      if (data.length < start) return;
      const length = short < 126 ? short : short === 126 ? data.readUInt16BE(2) : Number(data.readBigUInt64BE(2));
      if (data.length < start + length) return;
      if (((data[0] ?? 0) & 0x0f) === 1) heard(data.subarray(start, start + length).toString());
      data = data.subarray(start + length);
    }
  });
}
