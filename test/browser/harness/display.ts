/** An X display of our own: here the person's hand moves, and here screens are photographed. */
import { type ChildProcess, execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Readable } from 'node:stream';
import { findTools, succeeds } from './find-browser.ts';
import { end, removeAtEnd, removeFolder, start, temporaryFolder } from './processes.ts';
import { until } from './until.ts';

export interface Display {
  /** ":99"; the value of DISPLAY. */
  readonly name: string;
  /** Writes a picture of the whole screen as PNG, in a folder that need not be there; throws when the screen cannot be read. */
  shot(file: string): void;
  /** Ends the display with all windows on it; a display that was there before stays. */
  close(): Promise<void>;
}

/** Starts Xvfb on a number that it chooses itself, with a window manager (Firefox loses keys without one); resolves when both answer. */
export async function openDisplay(): Promise<Display> {
  const tools = findTools();
  for (const tool of ['Xvfb', 'openbox', 'xdotool', 'import'] as const)
    if (tools[tool] === null)
      throw new Error(`${tool} is not installed (Debian: apt-get install xvfb openbox xdotool imagemagick).`);
  // Without -r a key that a busy machine releases late writes again and again. Without -noreset the server starts anew when its last client leaves: our own look at it, a moment before openbox
  // has come, could then shut the door in openbox's face (seen once in 13 starts).
  const server = start(
    'Xvfb',
    ['-displayfd', '3', '-screen', '0', '1400x1000x24', '-nolisten', 'tcp', '-noreset', '-r'],
    {
      stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
    },
  );
  const number = await numberOf(server);
  const name = `:${number}`;
  // A killed Xvfb leaves these behind.
  const traces = [`/tmp/.X${number}-lock`, `/tmp/.X11-unix/X${number}`];
  for (const trace of traces) removeAtEnd(trace);
  // A home of its own, so that nobody's window manager settings decide where windows lie.
  const home = temporaryFolder('display');
  const manager = start('openbox', [], { env: { ...process.env, HOME: home, DISPLAY: name, ...noHomeFolders } });
  await until(
    'openbox to manage windows',
    () => {
      if (manager.exitCode !== null) throw new Error(`openbox ended at its start (${manager.exitCode})`);
      return succeeds('xdotool', ['get_num_desktops'], { DISPLAY: name });
    },
    60_000,
  );
  return {
    name,
    shot: (file) => photograph(name, file),
    async close() {
      await end(manager);
      await end(server);
      for (const trace of [...traces, home]) removeFolder(trace);
    },
  };
}

/** The display that this process was started on, when there is one: a person is watching. */
export function presentDisplay(): Display | null {
  const name = process.env.DISPLAY;
  if (process.platform !== 'linux' || name === undefined || name === '') return null;
  return { name, shot: (file) => photograph(name, file), close: async () => undefined };
}

/** Unset, so that a program falls back to the folders in its HOME. */
export const noHomeFolders = {
  XDG_CONFIG_HOME: undefined,
  XDG_CACHE_HOME: undefined,
  XDG_DATA_HOME: undefined,
} as const;

/** Xvfb writes the number that it found free. */
async function numberOf(server: ChildProcess): Promise<string> {
  const output = server.stdio[3] as Readable | null | undefined;
  return new Promise<string>((resolve, reject) => {
    output?.once('data', (data: Buffer) => resolve(String(data).trim()));
    server.once('error', (error) => reject(new Error(`Xvfb did not start: ${error.message}`)));
    server.once('exit', (code) => reject(new Error(`Xvfb did not start (it ended with ${code})`)));
  });
}

function photograph(display: string, file: string): void {
  mkdirSync(dirname(file), { recursive: true });
  execFileSync('import', ['-display', display, '-window', 'root', file], { stdio: 'ignore', timeout: 60_000 });
}
