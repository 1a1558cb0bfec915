/** The browser's only way out: guarded hosts lead to our own servers on loopback, everything else is refused and noted. */
import { createServer } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';

export interface Proxy {
  readonly port: number;
  /** Hosts that were asked for and refused. */
  readonly refused: ReadonlySet<string>;
  close(): Promise<void>;
}

/** Serves CONNECT for these hosts (host → loopback port); answers 502 to everybody else. */
export async function openProxy(hosts: Readonly<Record<string, number>>): Promise<Proxy> {
  const refused = new Set<string>();
  const sockets = new Set<Socket>();
  const server = createServer((request, response) => {
    refused.add(request.url ?? '');
    response.writeHead(502).end();
  });
  server.on('connect', (request, raw) => {
    const client = raw as Socket;
    sockets.add(client);
    client.on('error', () => client.destroy());
    client.on('close', () => sockets.delete(client));
    const port = hosts[(request.url ?? '').replace(/:443$/, '')];
    if (port === undefined) {
      refused.add(request.url ?? '');
      client.end('HTTP/1.1 502 Not here\r\n\r\n');
      return;
    }
    const upstream = connect(port, '127.0.0.1', () => {
      client.write('HTTP/1.1 200 OK\r\n\r\n');
      upstream.pipe(client).pipe(upstream);
    });
    upstream.on('error', () => client.destroy());
    client.on('close', () => upstream.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    refused,
    close() {
      for (const socket of sockets) socket.destroy();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

/** The proxy's own address in the form that browsers read. */
export function proxyScript(port: number): string {
  return `function FindProxyForURL(url, host) { return host === "127.0.0.1" ? "DIRECT" : "PROXY 127.0.0.1:${port}"; }`;
}
