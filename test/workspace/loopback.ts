/** Plain HTTPS requests to the stand-in servers, for their own tests: no browser, no name resolution. */
import type { IncomingHttpHeaders } from 'node:http';
import { request } from 'node:https';
import { generate } from 'selfsigned';

export interface Asked {
  readonly path: string;
  readonly method?: string;
  readonly cookie?: string;
  readonly type?: string;
  readonly body?: string;
  readonly upgrade?: boolean;
}

export interface Answered {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

export async function makeTls(host: string): Promise<{ readonly key: string; readonly cert: string }> {
  const made = await generate([{ name: 'commonName', value: host }], { keyType: 'ec', algorithm: 'sha256' });
  return { key: made.private, cert: made.cert };
}

export function ask(
  port: number,
  { path, method = 'GET', cookie, type, body = '', upgrade = false }: Asked,
): Promise<Answered> {
  const headers = {
    ...(cookie ? { cookie } : {}),
    ...(type ? { 'content-type': type } : {}),
    ...(upgrade
      ? {
          connection: 'Upgrade',
          upgrade: 'websocket',
          'sec-websocket-version': '13',
          'sec-websocket-key': 'x3JJHMbDL1EzLkh9GBhXDw==',
        }
      : {}),
  };
  return new Promise((resolve, reject) => {
    const sent = request(
      { host: '127.0.0.1', port, path, method, headers, rejectUnauthorized: false, agent: false },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            body: Buffer.concat(chunks).toString('utf8'),
          }),
        );
      },
    );
    sent.on('error', reject);
    sent.end(body);
  });
}

/** The session cookie of a forum user, from the address for automation. */
export function signedInAs(port: number, user: string): Promise<string> {
  return cookieFrom(port, `/session/dev?user=${user}&next=/`);
}

/** The same for the mail. */
export function signedInToMailAs(port: number, user: string): Promise<string> {
  return cookieFrom(port, `/mail/dev?user=${user}&next=%2Fmail%2Fu%2F0%2F`);
}

async function cookieFrom(port: number, path: string): Promise<string> {
  const answer = await ask(port, { path });
  return (answer.headers['set-cookie'] ?? []).map((cookie) => cookie.split(';')[0]).join('; ');
}
