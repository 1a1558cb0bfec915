/**
 * Every process that the harness starts lies in a group of its own, and every folder and file that it makes is listed,
 * also with a keeper, so that nothing is left behind however this process ends, even when it is killed. Only what was
 * started here is ever ended.
 */
import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import type { Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Whether a process may be killed when this one ends; `ask` is for a package manager, which must finish its step. */
type LastWord = 'kill' | 'ask';

/** How long a child may take to go when it is asked, in milliseconds. */
const GRACE_MS = 10_000;
/** After a signal to this process; short, since whoever sent it may insist after a second. */
const SIGNAL_GRACE_MS = 500;
const EXIT_CODES = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 } as const;

const groups = new Map<number, LastWord>();
const leftovers = new Set<string>();
let keeper: ChildProcess | null = null;
let leaving = false;

/** Starts a program in its own process group. One that cannot be started has no `pid`; its `error` event says why. */
export function start(
  program: string,
  args: readonly string[],
  options: SpawnOptions = {},
  lastWord: LastWord = 'kill',
): ChildProcess {
  const child = spawn(program, [...args], { stdio: 'ignore', ...options, detached: true });
  const { pid } = child;
  if (pid !== undefined) {
    groups.set(pid, lastWord);
    tellKeeper(lastWord === 'kill' ? '+g' : '+a', pid);
    child.once('exit', () => dropGroup(pid));
  }
  // A program that is not there is reported by whoever waits for it.
  child.once('error', () => undefined);
  return child;
}

/** Ends a child with its whole group: asks the child itself first (a browser then ends its own processes), then kills. */
export async function end(child: ChildProcess): Promise<void> {
  const { pid } = child;
  if (pid === undefined || !groups.has(pid)) return;
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  if (child.exitCode !== null || child.signalCode !== null) return dropGroup(pid);
  signal(pid, 'SIGTERM');
  const late = setTimeout(() => signal(-pid, 'SIGKILL'), GRACE_MS);
  await gone;
  clearTimeout(late);
}

/** A temporary folder that is removed at the latest when this process ends. */
export function temporaryFolder(name: string): string {
  const folder = mkdtempSync(join(tmpdir(), `countersign-${name}-`));
  removeAtEnd(folder);
  return folder;
}

/** Lists a file or folder that one of our processes makes and might not remove. */
export function removeAtEnd(path: string): void {
  leftovers.add(path);
  tellKeeper('+f', path);
}

/** Removes a listed folder or file now; leaves alone what was not made here. */
export function removeFolder(path: string): void {
  if (!leftovers.delete(path)) return;
  remove(path);
  tellKeeper('-f', path);
}

/** The process groups that still run; for the self-check. */
export function runningGroups(): readonly number[] {
  return [...groups.keys()];
}

function remove(path: string): void {
  rmSync(path, { recursive: true, force: true, maxRetries: 10, retryDelay: 50 });
}

/** The group's leader has ended: what it left running goes too. */
function dropGroup(pid: number): void {
  const lastWord = groups.get(pid);
  if (lastWord === 'kill') signal(-pid, 'SIGKILL');
  if (groups.delete(pid)) tellKeeper(lastWord === 'kill' ? '-g' : '-a', pid);
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch {
    // It has ended already.
  }
}

/** The first thing to keep starts the keeper (its input ends when this process does) and the watch for our own end. */
function tellKeeper(what: '+g' | '-g' | '+a' | '-a' | '+f' | '-f', value: string | number): void {
  if (keeper === null) {
    const script = fileURLToPath(new URL('./keeper.mjs', import.meta.url));
    keeper = spawn(process.execPath, [script], { stdio: ['pipe', 'ignore', 'ignore'], detached: true });
    keeper.unref();
    (keeper.stdin as Socket | null)?.unref();
    // Without a keeper we still tidy up ourselves.
    keeper.stdin?.on('error', () => undefined);
    keeper.once('error', () => undefined);
    // An uncaught exception or rejection also comes by here.
    process.on('exit', endAll);
    for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(name, () => leave(EXIT_CODES[name]));
  }
  keeper.stdin?.write(`${what}${value}\n`);
}

/** Asks all to go, waits a moment, and ends this process; a second signal does not wait. */
function leave(code: number): void {
  if (leaving) process.exit(code);
  leaving = true;
  for (const pid of groups.keys()) signal(pid, 'SIGTERM');
  const latest = Date.now() + SIGNAL_GRACE_MS;
  setInterval(() => {
    if (groups.size === 0 || Date.now() > latest) process.exit(code);
  }, 20);
}

function endAll(): void {
  for (const [pid, lastWord] of groups) signal(-pid, lastWord === 'kill' ? 'SIGKILL' : 'SIGTERM');
  // The killed need a moment before they cannot write into their folders any more; here nothing can be awaited.
  if (groups.size > 0) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 100);
  for (const path of leftovers) {
    try {
      remove(path);
    } catch {
      // The keeper, who outlives us, tries again.
    }
  }
}
