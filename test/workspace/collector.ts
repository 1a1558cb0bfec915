/** The organisation's collector: takes JSON lines and keeps them. */
import { createServer } from 'node:http';
import { listen } from './loopback-server.ts';

export interface Collector {
  readonly url: string;
  /** Every entry that arrived, in order, each once. */
  readonly entries: readonly Readonly<Record<string, unknown>>[];
  close(): Promise<void>;
}

export async function startCollector(): Promise<Collector> {
  const entries: Readonly<Record<string, unknown>>[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (data: Buffer) => (body += data));
    request.on('end', () => {
      for (const line of body.split('\n')) {
        const entry = line === '' ? null : (JSON.parse(line) as Record<string, unknown>);
        // After a lost answer the guard sends again; the entry's number tells.
        if (entry !== null && !entries.some((each) => each.seq === entry.seq && each.hash === entry.hash))
          entries.push(entry);
      }
      response.writeHead(204).end();
    });
  });
  const { port, close } = await listen(server);
  return {
    url: `http://127.0.0.1:${port}/ledger`,
    entries,
    close,
  };
}
