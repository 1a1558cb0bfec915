/**
 * Every process that the harness starts lies in a group of its own, and every folder that it makes is listed with a
 * keeper, so that nothing is left behind however this process ends, also when it is killed. Only what was started here
 * is ever ended.
 */
import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import type { Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const groups = new Set<number>();
const folders = new Set<string>();
let keeper: ChildProcess | null = null;

/** Starts a program in its own process group. */
export function start(program: string, args: readonly string[], options: SpawnOptions = {}): ChildProcess {
  const child = spawn(program, [...args], { stdio: 'ignore', ...options, detached: true });
  const { pid } = child;
  if (pid !== undefined) {
    groups.add(pid);
    tellKeeper(`+g${pid}`);
    child.once('exit', () => endGroup(pid, 'SIGKILL'));
  }
  // A program that is not there is reported by whoever waits for it.
  child.once('error', () => undefined);
  return child;
}

/** Ends a child with its whole group: asks first, insists after three seconds. */
export async function end(child: ChildProcess): Promise<void> {
  const { pid } = child;
  if (pid === undefined || !groups.has(pid)) return;
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  if (child.exitCode !== null || child.signalCode !== null) return endGroup(pid, 'SIGKILL');
  signalGroup(pid, 'SIGTERM');
  const late = setTimeout(() => signalGroup(pid, 'SIGKILL'), 3_000);
  await gone;
  clearTimeout(late);
  endGroup(pid, 'SIGKILL');
}

/** A temporary folder that is removed at the latest when this process ends. */
export function temporaryFolder(name: string): string {
  const folder = mkdtempSync(join(tmpdir(), `countersign-${name}-`));
  folders.add(folder);
  tellKeeper(`+f${folder}`);
  return folder;
}

/** Removes a temporary folder now. */
export function removeFolder(folder: string): void {
  if (!folders.delete(folder)) return;
  rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  tellKeeper(`-f${folder}`);
}

function endGroup(pid: number, signal: NodeJS.Signals): void {
  if (!groups.has(pid)) return;
  signalGroup(pid, signal);
  groups.delete(pid);
  tellKeeper(`-g${pid}`);
}

function signalGroup(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(-pid, signal);
  } catch {
    // The group has ended already.
  }
}

/** Starts the keeper with the first thing to keep; its input ends when this process does. */
function tellKeeper(line: string): void {
  if (keeper === null) {
    const script = fileURLToPath(new URL('./keeper.mjs', import.meta.url));
    keeper = spawn(process.execPath, [script], { stdio: ['pipe', 'ignore', 'ignore'], detached: true });
    keeper.unref();
    (keeper.stdin as Socket | null)?.unref();
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      process.once(signal, () => process.exit(128 + ({ SIGHUP: 1, SIGINT: 2, SIGTERM: 15 } as const)[signal]));
    }
  }
  keeper.stdin?.write(`${line}\n`);
}
