/** An agent that is an extension with the debugger permission (Chromium): trusted input, and no remote protocol at all. */
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { removeFolder, temporaryFolder } from './harness/processes.ts';

export interface DebuggerAgent {
  /** What the browser must be started with to have it. */
  readonly extraArgs: readonly string[];
  /** Tells it to do something and resolves to what came of it; rejects with its own words when it could not. */
  tell<T>(what: string, input: Readonly<Record<string, unknown>>): Promise<T>;
  close(): Promise<void>;
}

interface Job {
  readonly id: number;
  readonly text: string;
  readonly resolve: (value: never) => void;
  readonly reject: (error: Error) => void;
}

/** An asking worker is answered empty after this time, so that it is never idle for long, in milliseconds. */
const POLL_MS = 10_000;
const TIMEOUT_MS = 40_000;

/** Makes the extension with its line to this process; it works as soon as a browser has been started with it. */
export async function debuggerAgent(): Promise<DebuggerAgent> {
  const jobs: Job[] = [];
  const sent = new Map<number, Job>();
  let asking: ServerResponse | null = null;
  const deliver = () => {
    if (asking === null || asking.destroyed) return;
    const job = jobs.shift();
    if (job === undefined) return;
    sent.set(job.id, job);
    asking.end(job.text);
    asking = null;
  };
  const server = createServer((request, response) => {
    response.setHeader('access-control-allow-origin', '*');
    if (request.url !== '/next') return void readDone(request, response, sent);
    asking = response;
    setTimeout(() => response.writableEnded || response.end('{}'), POLL_MS).unref();
    deliver();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const folder = made((server.address() as AddressInfo).port);
  let count = 0;
  return {
    extraArgs: [`--load-extension=${folder}`],
    tell: <T>(what: string, input: Readonly<Record<string, unknown>>) =>
      new Promise<T>((resolve, reject) => {
        const id = ++count;
        const late = setTimeout(() => reject(new Error(`the debugger agent did not answer to "${what}"`)), TIMEOUT_MS);
        const settle =
          <V>(then: (value: V) => void) =>
          (value: V) => {
            clearTimeout(late);
            then(value);
          };
        jobs.push({
          id,
          text: JSON.stringify({ id, what, with: input }),
          resolve: settle(resolve),
          reject: settle(reject),
        });
        deliver();
      }),
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      removeFolder(folder);
    },
  };
}

async function readDone(
  request: AsyncIterable<Buffer>,
  response: ServerResponse,
  sent: Map<number, Job>,
): Promise<void> {
  let text = '';
  for await (const chunk of request) text += String(chunk);
  response.end('{}');
  const { id, value, error } = JSON.parse(text || '{}') as { id?: number; value?: never; error?: string };
  const job = sent.get(id ?? -1);
  sent.delete(id ?? -1);
  if (error === undefined) job?.resolve(value as never);
  else job?.reject(new Error(error));
}

/** The extension's files with this process's port in them. */
function made(port: number): string {
  const folder = temporaryFolder('debugger-agent');
  cpSync(fileURLToPath(new URL('debugger-agent', import.meta.url)), folder, { recursive: true });
  const script = join(folder, 'background.js');
  writeFileSync(script, readFileSync(script, 'utf8').replaceAll('PORT', String(port)));
  return folder;
}
