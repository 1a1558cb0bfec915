/**
 * An assistant that works as a script inside the page: no debugger, no extension. It takes what to do from here and
 * reports by GET, because the guard looks at writes to the forum and must not be fed by our own.
 */

import type { ServerResponse } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';

export interface Assistant {
  readonly port: number;
  /** Runs the body of an async function in the newest page that carries the script; resolves to its JSON value. */
  run<T>(code: string, timeoutMs?: number): Promise<T>;
  close(): Promise<void>;
}

interface Job {
  readonly id: number;
  readonly code: string;
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: Error) => void;
  parts: string[];
  /** How often it was handed out; a page that was leaving never began with it. */
  turn: number;
  begun: boolean;
}

/** A page that does not begin within this time, in milliseconds, has gone; the next one gets the job. */
const BEGIN_MS = 2_500;

const SCRIPT = `(() => {
  const origin = 'https://assistant.corp.example';
  const client = String(Math.random()).slice(2);
  const ask = window.fetch.bind(window);
  const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
  async function report(id, ok, value) {
    const text = JSON.stringify(value === undefined ? null : value);
    for (let at = 0; at === 0 || at < text.length; at += 1500) {
      const last = at + 1500 >= text.length ? 1 : 0;
      await ask(origin + '/report?id=' + id + '&ok=' + ok + '&last=' + last + '&part=' + encodeURIComponent(text.slice(at, at + 1500)));
    }
  }
  async function work() {
    for (;;) {
      try {
        const job = await (await ask(origin + '/next?client=' + client)).json();
        if (!job.code) continue;
        const begun = await (await ask(origin + '/begin?id=' + job.id + '&turn=' + job.turn)).json();
        if (!begun.go) continue;
        const run = new (Object.getPrototypeOf(async function () {}).constructor)(job.code);
        await run().then((value) => report(job.id, 1, value), (error) => report(job.id, 0, String(error && error.message || error)));
      } catch { await wait(300); }
    }
  }
  work();
})();`;

/** A long poll is answered empty after this time, in milliseconds. */
const POLL_MS = 8_000;

/** Serves `https://assistant.corp.example` on a loopback port. */
export async function startAssistant(options: {
  readonly tls: { readonly key: string; readonly cert: string };
}): Promise<Assistant> {
  const queue: Job[] = [];
  const running = new Map<number, Job>();
  let newest: { readonly client: string; readonly response: ServerResponse } | null = null;
  let count = 0;

  function deliver(): void {
    const job = newest === null ? undefined : queue.shift();
    if (newest === null || job === undefined) return;
    job.turn += 1;
    const { turn } = job;
    running.set(job.id, job);
    json(newest.response, { id: job.id, turn, code: job.code });
    newest = null;
    setTimeout(() => {
      if (job.begun || job.turn !== turn) return;
      queue.unshift(job);
      deliver();
    }, BEGIN_MS).unref();
  }
  const server = createServer({ key: options.tls.key, cert: options.tls.cert }, (request, response) => {
    const url = new URL(request.url ?? '/', 'https://assistant');
    response.setHeader('access-control-allow-origin', '*');
    if (url.pathname === '/agent.js')
      return void response.writeHead(200, { 'content-type': 'text/javascript' }).end(SCRIPT);
    if (url.pathname === '/next') {
      const mine = { client: url.searchParams.get('client') ?? '', response };
      newest = mine;
      request.on('close', () => {
        if (newest === mine) newest = null;
      });
      setTimeout(() => {
        if (newest !== mine) return;
        newest = null;
        json(response, {});
      }, POLL_MS).unref();
      return deliver();
    }
    if (url.pathname === '/begin') return json(response, { go: begin(running, url.searchParams) });
    if (url.pathname === '/report') finish(running, url.searchParams);
    json(response, {});
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    run<T>(code: string, timeoutMs = 40_000) {
      const id = ++count;
      return new Promise<T>((resolve, reject) => {
        const late = setTimeout(() => {
          // Given up: no page may begin with it any more.
          const waiting = queue.findIndex((job) => job.id === id);
          if (waiting >= 0) queue.splice(waiting, 1);
          const job = running.get(id);
          if (job !== undefined) job.begun = true;
          reject(new Error(`the assistant in the page did not answer within ${timeoutMs} ms`));
        }, timeoutMs);
        const done =
          <V>(then: (value: V) => void) =>
          (value: V) => {
            clearTimeout(late);
            then(value);
          };
        queue.push({
          id,
          code,
          resolve: done(resolve as (value: unknown) => void),
          reject: done(reject),
          parts: [],
          turn: 0,
          begun: false,
        });
        deliver();
      });
    },
    close() {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

/** Whether a page may begin with a job: once, and only with its latest turn. */
function begin(running: ReadonlyMap<number, Job>, asked: URLSearchParams): boolean {
  const job = running.get(Number(asked.get('id')));
  if (job === undefined || job.begun || job.turn !== Number(asked.get('turn'))) return false;
  job.begun = true;
  return true;
}

function finish(running: Map<number, Job>, report: URLSearchParams): void {
  const job = running.get(Number(report.get('id')));
  if (job === undefined) return;
  job.parts.push(report.get('part') ?? '');
  if (report.get('last') !== '1') return;
  running.delete(job.id);
  const value: unknown = JSON.parse(job.parts.join('') || 'null');
  if (report.get('ok') === '1') job.resolve(value);
  else job.reject(new Error(String(value)));
}

function json(response: ServerResponse, value: object): void {
  if (response.writableEnded) return;
  response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(value));
}
