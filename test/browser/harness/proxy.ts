/** The browser's only way out: guarded hosts lead to our own servers on loopback, everything else is refused and noted. */
import { createServer } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';

/** The way out of one browser. */
export interface ConnectProxy {
  /** On 127.0.0.1. */
  readonly port: number;
  /** Everything that was asked for, as "host:port". */
  readonly asked: ReadonlySet<string>;
  /** What of it was refused. */
  readonly refused: ReadonlySet<string>;
  /** Ends all connections and the server. */
  close(): Promise<void>;
}

/** Serves CONNECT for these hosts (host → loopback port); answers 502 to everybody else. */
export async function openProxy(hosts: Readonly<Record<string, number>>): Promise<ConnectProxy> {
  const asked = new Set<string>();
  const refused = new Set<string>();
  const sockets = new Set<Socket>();
  const server = createServer((request, response) => {
    const host = plainHost(request.url ?? '');
    asked.add(host);
    refused.add(host);
    response.writeHead(502).end();
  });
  server.on('connect', (request, raw) => {
    const client = raw as Socket;
    sockets.add(client);
    client.on('error', () => client.destroy());
    client.on('close', () => sockets.delete(client));
    const host = request.url ?? '';
    asked.add(host);
    const port = portOf(hosts, host);
    if (port === undefined) {
      refused.add(host);
      client.end('HTTP/1.1 502 Not here\r\n\r\n');
      return;
    }
    join(client, port);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    asked,
    refused,
    close() {
      for (const socket of sockets) socket.destroy();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

/** Tells the client that it is through, and passes both ways until one side ends. */
function join(client: Socket, port: number): void {
  const upstream = connect(port, '127.0.0.1', () => {
    client.write('HTTP/1.1 200 OK\r\n\r\n');
    upstream.pipe(client).pipe(upstream);
  });
  upstream.on('error', () => client.destroy());
  client.on('close', () => upstream.destroy());
}

/** Only https is guarded: a host's other ports lead nowhere, like the names that every object inherits. */
function portOf(hosts: Readonly<Record<string, number>>, asked: string): number | undefined {
  const host = /^(.+):443$/.exec(asked)?.[1];
  return host !== undefined && Object.hasOwn(hosts, host) ? hosts[host] : undefined;
}

/** "host:port" of a plain http request, which a proxy is asked for with its whole address. */
function plainHost(address: string): string {
  const url = URL.canParse(address) ? new URL(address) : null;
  return url === null ? address : `${url.hostname}:${url.port || '80'}`;
}

/** The proxy's own address in the form that browsers read. */
export function proxyScript(port: number): string {
  return `function FindProxyForURL(url, host) { return host === "127.0.0.1" ? "DIRECT" : "PROXY 127.0.0.1:${port}"; }`;
}
