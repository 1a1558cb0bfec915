/** An X display of our own: here the person's hand moves, and here screens are photographed. */
import { execFileSync } from 'node:child_process';
import type { Readable } from 'node:stream';
import { findTool } from './find-browser.ts';
import { end, start } from './processes.ts';

export interface Display {
  /** ":99"; the value of DISPLAY. */
  readonly name: string;
  /** A picture of the whole screen. */
  shot(file: string): void;
  close(): Promise<void>;
}

/** Starts Xvfb on a number that it chooses itself, with a window manager (Firefox loses keys without one). */
export async function openDisplay(): Promise<Display> {
  for (const tool of ['Xvfb', 'openbox', 'import']) {
    if (findTool(tool) === null)
      throw new Error(`${tool} is not installed (Debian: apt-get install xvfb openbox imagemagick).`);
  }
  const server = start('Xvfb', ['-displayfd', '3', '-screen', '0', '1400x1000x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const number = await new Promise<string>((resolve, reject) => {
    (server.stdio[3] as Readable).once('data', (data: Buffer) => resolve(String(data).trim()));
    server.once('exit', () => reject(new Error('Xvfb did not start')));
  });
  const name = `:${number}`;
  const manager = start('openbox', [], { env: { ...process.env, DISPLAY: name } });
  return {
    name,
    shot: (file) =>
      void execFileSync('import', ['-display', name, '-window', 'root', file], { stdio: 'ignore', timeout: 30_000 }),
    async close() {
      await end(manager);
      await end(server);
    },
  };
}

/** The display that this process was started on, when there is one: a person is watching. */
export function presentDisplay(): Display | null {
  const name = process.env.DISPLAY;
  if (process.platform !== 'linux' || name === undefined || name === '') return null;
  return {
    name,
    shot: (file) => void execFileSync('import', ['-display', name, '-window', 'root', file], { stdio: 'ignore' }),
    close: async () => undefined,
  };
}
