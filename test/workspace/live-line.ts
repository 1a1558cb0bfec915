/** A web socket's server end, as small as can be: says yes to the handshake and reads short texts from it. */
import { createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';

const MAGIC = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11';
const TEXT = 0x81;
const CLOSE = 0x88;

/** Accepts; `hear` gets every text. Frames must be unfragmented and shorter than 126 bytes, as ours are. */
export function acceptLine(request: IncomingMessage, socket: Duplex, hear: (text: string) => void): void {
  const key = createHash('sha1').update(`${request.headers['sec-websocket-key']}${MAGIC}`).digest('base64');
  socket.on('error', () => undefined);
  socket.write(
    `HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${key}\r\n\r\n`,
  );
  let rest = Buffer.alloc(0);
  socket.on('data', (data: Buffer) => {
    rest = Buffer.concat([rest, data]);
    for (;;) {
      const size = (rest[1] ?? 0) & 0x7f;
      if (rest.length < 6 || rest.length < 6 + size) return;
      const [mask, masked] = [rest.subarray(2, 6), rest.subarray(6, 6 + size)];
      if (rest[0] === TEXT)
        hear(Buffer.from(masked.map((byte, index) => byte ^ (mask[index % 4] ?? 0))).toString('utf8'));
      if (rest[0] === CLOSE) socket.end(Buffer.from([CLOSE, 0]));
      rest = rest.subarray(6 + size);
    }
  });
}
