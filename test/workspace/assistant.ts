/**
 * An assistant that works as a script inside the page: no debugger, no extension. It takes what to do from here and
 * reports by GET, because the guard looks at writes to the forum and must not be fed by our own.
 */
import type { ServerResponse } from 'node:http';
import { createServer } from 'node:https';
import { ASSISTANT_SCRIPT } from './assistant-script.ts';
import { listen } from './loopback-server.ts';

export interface Assistant {
  readonly port: number;
  /** Runs the body of an async function in the newest page that carries the script; resolves to its JSON value. */
  run<T>(code: string, options?: number | { readonly timeoutMs?: number }): Promise<T>;
  /** Resolves as soon as a page is there to run something. */
  connected(timeoutMs?: number): Promise<void>;
  close(): Promise<void>;
}

export interface AssistantOptions {
  readonly tls: { readonly key: string; readonly cert: string };
  /** A free one when absent. */
  readonly port?: number;
}

interface Job {
  readonly id: number;
  readonly code: string;
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: Error) => void;
  readonly parts: string[];
  /** The page that is to run it. */
  client: Client | null;
  /** That page has said that it begins. */
  taken: boolean;
}

/** One page load. A page that is not asking just now may be at work, for a while. */
interface Client {
  readonly order: number;
  asking: ServerResponse | null;
  lastSeen: number;
}

/** A long poll is answered empty after this time, in milliseconds. */
const POLL_MS = 8_000;
/** A page that has not asked for this long is not waited for any more, in milliseconds. */
const SILENT_MS = 3_000;
/** A page that does not say within this time that it begins is no longer there, in milliseconds. */
const TAKE_MS = 2_500;
/** Reports of a page that was left arrive within this time, in milliseconds. */
const LAST_REPORT_MS = 1_000;
const TIMEOUT_MS = 40_000;

/** Serves `https://assistant.corp.example` on a loopback port. */
export async function startAssistant(options: AssistantOptions): Promise<Assistant> {
  const work = new Work();
  const server = createServer({ key: options.tls.key, cert: options.tls.cert }, (request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'https://assistant.corp.example');
    response.setHeader('access-control-allow-origin', '*');
    response.setHeader('cache-control', 'no-store');
    if (pathname === '/agent.js') {
      response.writeHead(200, { 'content-type': 'text/javascript; charset=utf-8' }).end(ASSISTANT_SCRIPT);
      return;
    }
    if (pathname === '/next') return work.ask(searchParams.get('client') ?? '', response);
    if (pathname === '/take') return json(response, { mine: work.take(searchParams) });
    if (pathname === '/report') work.report(searchParams);
    if (pathname === '/gone') work.gone(searchParams.get('client') ?? '');
    json(response, {});
  });
  const listening = await listen(server, options.port);
  const timeoutOf = (given: number | { readonly timeoutMs?: number }) =>
    typeof given === 'number' ? given : (given.timeoutMs ?? TIMEOUT_MS);
  return {
    port: listening.port,
    run: <T>(code: string, given: number | { readonly timeoutMs?: number } = {}) =>
      work.run(code, timeoutOf(given)) as Promise<T>,
    connected: async (timeoutMs = TIMEOUT_MS) => void (await work.run('return true;', timeoutMs)),
    close() {
      work.end();
      return listening.close();
    },
  };
}

/** What is to be done, and the pages that could do it. */
class Work {
  readonly #clients = new Map<string, Client>();
  readonly #jobs = new Map<number, Job>();
  #count = 0;
  /** While jobs wait for a page that has gone silent, somebody must look again. */
  readonly #look = setInterval(() => this.#deliver(), 500).unref();

  run(code: string, timeoutMs: number): Promise<unknown> {
    return new Promise((resolve, reject) => {
      const id = ++this.#count;
      const late = setTimeout(
        () => this.#finish(id, false, `the assistant in the page did not answer within ${timeoutMs} ms`),
        timeoutMs,
      );
      const after =
        <V>(then: (value: V) => void) =>
        (value: V) => {
          clearTimeout(late);
          then(value);
        };
      this.#jobs.set(id, {
        id,
        code,
        parts: [],
        client: null,
        taken: false,
        resolve: after(resolve),
        reject: after(reject),
      });
      this.#deliver();
    });
  }

  ask(name: string, response: ServerResponse): void {
    const client = this.#clients.get(name) ?? { order: this.#clients.size, asking: null, lastSeen: 0 };
    this.#clients.set(name, client);
    client.asking = response;
    client.lastSeen = Date.now();
    const late = setTimeout(() => json(response, {}), POLL_MS).unref();
    response.on('close', () => {
      clearTimeout(late);
      if (client.asking !== response) return;
      client.asking = null;
      client.lastSeen = Date.now();
    });
    this.#deliver();
  }

  /** A page asks before it begins: what went to one that was just closing is not lost, and nothing runs twice. */
  take(asked: URLSearchParams): boolean {
    const job = this.#jobs.get(Number(asked.get('id')));
    if (job === undefined || job.taken) return false;
    if (job.client !== this.#clients.get(asked.get('client') ?? '')) return false;
    job.taken = true;
    return true;
  }

  report(report: URLSearchParams): void {
    const job = this.#jobs.get(Number(report.get('id')));
    if (job === undefined) return;
    job.parts.push(report.get('value') ?? '');
    if (job.client) job.client.lastSeen = Date.now();
    if (report.get('last') !== '1') return;
    this.#finish(job.id, report.get('ok') === '1', JSON.parse(job.parts.join('')));
  }

  /** A page that is left takes with it what it was doing, but for reports that are still under way. */
  gone(name: string): void {
    const client = this.#clients.get(name);
    if (client === undefined) return;
    client.asking = null;
    client.lastSeen = 0;
    const jobs = [...this.#jobs.values()].filter((job) => job.client === client);
    for (const job of jobs) if (!job.taken) job.client = null;
    const taken = jobs.filter((job) => job.taken);
    const left = () =>
      taken.forEach((job) => void this.#finish(job.id, false, 'the page was left before it had answered'));
    setTimeout(left, LAST_REPORT_MS).unref();
    this.#deliver();
  }

  end(): void {
    clearInterval(this.#look);
    for (const job of this.#jobs.values()) this.#finish(job.id, false, 'the assistant has ended');
  }

  #deliver(): void {
    const job = [...this.#jobs.values()].find((each) => each.client === null);
    const client = this.#newest();
    if (job === undefined || !client?.asking || client.asking.writableEnded) return;
    job.client = client;
    json(client.asking, { id: job.id, code: job.code });
    client.asking = null;
    client.lastSeen = Date.now();
    setTimeout(() => this.#takeBack(job, client), TAKE_MS).unref();
  }

  #takeBack(job: Job, client: Client): void {
    if (job.taken || job.client !== client) return;
    job.client = null;
    if (client.asking === null) client.lastSeen = 0;
    this.#deliver();
  }

  /** The page that was loaded last, among those that are there: asking, or at work since a moment ago. */
  #newest(): Client | undefined {
    const there = [...this.#clients.values()].filter(
      (client) => client.asking !== null || Date.now() - client.lastSeen < SILENT_MS,
    );
    return there.sort((a, b) => b.order - a.order)[0];
  }

  #finish(id: number, ok: boolean, value: unknown): void {
    const job = this.#jobs.get(id);
    this.#jobs.delete(id);
    if (ok) job?.resolve(value);
    else job?.reject(new Error(String(value)));
  }
}

function json(response: ServerResponse, value: object): void {
  if (response.writableEnded || response.destroyed) return;
  response.writeHead(200, { 'content-type': 'application/json; charset=utf-8' }).end(JSON.stringify(value));
}
