/** The browser's only way out leads to guarded hosts alone. */
import { once } from 'node:events';
import { createServer } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ConnectProxy, openProxy, proxyScript } from './proxy.ts';

describe('the proxy', () => {
  const server = createServer((_, response) => response.end('the forum'));
  let proxy: ConnectProxy;

  beforeAll(async () => {
    await once(server.listen(0, '127.0.0.1'), 'listening');
    proxy = await openProxy({ 'forum.corp.example': (server.address() as AddressInfo).port });
  });

  afterAll(async () => {
    await proxy.close();
    server.closeAllConnections();
    server.close();
  });

  it('leads a guarded host to its server', async () => {
    const answer = await tell('CONNECT forum.corp.example:443 HTTP/1.1\r\n\r\n', 'GET / HTTP/1.1\r\nhost: x\r\n\r\n');
    expect(answer).toContain('the forum');
    expect([...proxy.refused]).toEqual([]);
  });

  it.each([
    ['another host', 'CONNECT mail.google.com:443', 'mail.google.com:443'],
    ['another port', 'CONNECT forum.corp.example:80', 'forum.corp.example:80'],
    ['a name that every object has', 'CONNECT constructor:443', 'constructor:443'],
    ['plain http', 'GET http://forum.corp.example/login?token=secret', 'forum.corp.example:80'],
  ])('refuses %s and notes it', async (_, request, noted) => {
    expect(await tell(`${request} HTTP/1.1\r\nhost: x\r\n\r\n`)).toMatch(/^HTTP\/1\.1 502/);
    expect(proxy.refused.has(noted)).toBe(true);
    expect(proxy.asked.has(noted)).toBe(true);
  });

  it('is what browsers are told to use, but for loopback', () => {
    const find = new Function(`${proxyScript(4711)} return FindProxyForURL;`)() as (
      url: string,
      host: string,
    ) => string;
    expect(find('https://mail.google.com/', 'mail.google.com')).toBe('PROXY 127.0.0.1:4711');
    expect(find('http://127.0.0.1/', '127.0.0.1')).toBe('DIRECT');
  });

  /** Sends each part after an answer to the one before; the last answer. */
  async function tell(...parts: readonly string[]): Promise<string> {
    const socket = connect(proxy.port, '127.0.0.1');
    let answer = '';
    for (const part of parts) {
      socket.write(part);
      answer = String((await once(socket, 'data'))[0]);
    }
    socket.destroy();
    return answer;
  }
});
