/** Nothing is left behind: not by an orderly end, not by an exception, a signal or a kill. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { end, removeFolder, runningGroups, start, temporaryFolder } from './processes.ts';
import { until } from './until.ts';

describe('processes and folders', () => {
  it('a child and what it started end together', async () => {
    const child = start('sh', ['-c', 'sleep 60 & echo $!; wait'], { stdio: ['ignore', 'pipe', 'ignore'] });
    const grandchild = Number(String(await firstLine(child)));
    expect(runningGroups()).toContain(child.pid);
    await end(child);
    await until('the grandchild to end', () => !runs(grandchild));
    expect(runningGroups()).not.toContain(child.pid);
  });

  it('a program that is not there is no crash, and ending it is nothing', async () => {
    const child = start('/nowhere/at/all', []);
    await once(child, 'error');
    await end(child);
    expect(child.pid).toBeUndefined();
  });

  it('a folder goes when it is told to; one that was not made here stays', () => {
    const folder = temporaryFolder('self-check');
    writeFileSync(join(folder, 'file'), 'x');
    removeFolder(folder);
    expect(existsSync(folder)).toBe(false);
    removeFolder(import.meta.dirname);
    expect(existsSync(import.meta.dirname)).toBe(true);
  });

  it.each(['SIGTERM', 'SIGINT', 'SIGHUP', 'SIGKILL', 'an exception', 'a rejection'])(
    'when the process dies by %s, nothing stays',
    async (how) => {
      const dying = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', DYING], {
        stdio: ['pipe', 'pipe', 'ignore'],
        env: { ...process.env, PROCESSES: new URL('./processes.ts', import.meta.url).href },
      });
      const { pid, folder } = JSON.parse(String(await firstLine(dying))) as { pid: number; folder: string };
      expect([runs(pid), existsSync(folder)]).toEqual([true, true]);
      if (how.startsWith('SIG')) dying.kill(how as NodeJS.Signals);
      else dying.stdin?.write(how);
      await until('both to be gone', () => !runs(pid) && !existsSync(folder));
    },
    30_000,
  );
});

const DYING = `
const { start, temporaryFolder } = await import(process.env.PROCESSES);
const child = start('sleep', ['60']);
console.log(JSON.stringify({ pid: child.pid, folder: temporaryFolder('dying') }));
process.stdin.on('data', (how) => {
  if (String(how) === 'a rejection') void Promise.reject(new Error('as planned'));
  else throw new Error('as planned');
});
`;

async function firstLine(child: ChildProcess): Promise<unknown> {
  if (child.stdout === null) throw new Error('no output to read');
  return (await once(child.stdout, 'data'))[0];
}

/** A zombie has ended; only nobody has asked for it yet. */
function runs(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return process.platform !== 'linux' || !/\) Z /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return false;
  }
}
