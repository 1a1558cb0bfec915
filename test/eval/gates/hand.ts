/** The control of the agent's extension: one job at a time, given by long poll on loopback. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { createServer, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import { removeFolder, temporaryFolder } from '../../browser/harness/processes.ts';
import { zip } from '../../browser/harness/zip.ts';
import { bodyOf, listen } from '../../workspace/loopback-server.ts';
import { chromeManifest, firefoxManifest, handSource } from './hand-sources.ts';

/** The Firefox form's id. */
const HAND_ID = 'hand@agents.example';

/** A poll is answered empty after this long, in milliseconds. */
const POLL_MS = 8_000;

/** What the extension is asked to do that takes more than this has hung, in milliseconds. */
const TIMEOUT_MS = 8_000;

export interface Hand {
  /** For Chromium's command line. */
  readonly folder: string;
  /** For Firefox: one more entry of ExtensionSettings. */
  readonly settings: Readonly<Record<string, unknown>>;
  /** Has the extension do one thing; rejects with what it was told. */
  do<T>(what: string, more?: Readonly<Record<string, unknown>>): Promise<T>;
  /** Runs the body of an async function as a content script of the extension. */
  content<T>(tab: number, code: string): Promise<T>;
  close(): Promise<void>;
}

interface Job {
  readonly text: string;
  readonly end: (ok: boolean, value: unknown) => void;
}

/** Writes the extension and waits for it to ask for work. */
export async function makeHand(): Promise<Hand> {
  const folder = temporaryFolder('hand');
  const jobs = new Map<number, Job>();
  const waiting: number[] = [];
  let asking: ServerResponse | null = null;
  let count = 0;
  const deliver = () => {
    const job = jobs.get(waiting[0] ?? 0);
    if (job === undefined || asking === null || asking.destroyed) return;
    waiting.shift();
    asking.end(job.text);
    asking = null;
  };
  const server = createServer(async (request, response) => {
    const url = new URL(request.url ?? '/', 'http://127.0.0.1');
    response.setHeader('access-control-allow-origin', '*');
    if (url.pathname === '/hand.xpi') return void response.end(zip(join(folder, 'firefox')));
    if (url.pathname === '/next') {
      asking = response;
      setTimeout(() => response.writableEnded || response.end('{}'), POLL_MS).unref();
      return deliver();
    }
    const { body } = await bodyOf(request);
    response.end('{}');
    const outcome = JSON.parse(body || '{}') as { ok?: boolean; value?: unknown };
    jobs.get(Number(url.searchParams.get('id')))?.end(outcome.ok === true, outcome.value);
  });
  const listening = await listen(server);
  writeSources(folder, `http://127.0.0.1:${listening.port}`);
  const give = <T>(what: string, more: Readonly<Record<string, unknown>> = {}) =>
    new Promise<T>((resolve, reject) => {
      const id = ++count;
      const late = setTimeout(() => end(false, `${what}: no answer within ${TIMEOUT_MS} ms`), TIMEOUT_MS);
      const end = (ok: boolean, value: unknown) => {
        clearTimeout(late);
        jobs.delete(id);
        if (ok) resolve(value as T);
        else reject(new Error(String(value)));
      };
      jobs.set(id, { text: JSON.stringify({ id, what, ...more }), end });
      waiting.push(id);
      deliver();
    });
  return {
    folder: join(folder, 'chrome'),
    settings: {
      [HAND_ID]: {
        installation_mode: 'force_installed',
        install_url: `http://127.0.0.1:${listening.port}/hand.xpi`,
      },
    },
    do: give,
    content(tab, code) {
      const file = `job-${count + 1}.js`;
      writeFileSync(join(folder, 'chrome', file), `(async () => {${code}\n})();`);
      return give('content', { tab, code, file });
    },
    async close() {
      await listening.close();
      removeFolder(folder);
    },
  };
}

function writeSources(folder: string, control: string): void {
  for (const [name, manifest] of [
    ['chrome', chromeManifest()],
    ['firefox', firefoxManifest(HAND_ID)],
  ] as const) {
    mkdirSync(join(folder, name));
    writeFileSync(join(folder, name, 'manifest.json'), JSON.stringify(manifest));
    writeFileSync(join(folder, name, 'hand.js'), handSource(control));
  }
}
