/**
 * systemd-journal-remote: a collector that is none of ours. The machine's own, or the one in Debian's packages, unpacked
 * beside them and installed nowhere.
 */
import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What it needs besides itself, from the same source package, so that versions fit. */
const PACKAGES = ['systemd-journal-remote', 'systemd', 'libsystemd-shared', 'libsystemd0', 'libmicrohttpd12'];

export interface JournalRemote {
  readonly program: string;
  readonly journalctl: string;
  readonly env: NodeJS.ProcessEnv;
}

/** Null where there is none and apt cannot fetch it. */
export function findJournalRemote(): JournalRemote | null {
  const own = '/lib/systemd/systemd-journal-remote';
  if (existsSync(own)) return { program: own, journalctl: 'journalctl', env: process.env };
  const folder = join(tmpdir(), 'countersign-packages-journal');
  const program = join(folder, 'root/lib/systemd/systemd-journal-remote');
  if (!existsSync(program) && !unpack(folder)) return null;
  const libraries = join(
    folder,
    'root/usr/lib',
    readdirSync(join(folder, 'root/usr/lib')).find((each) => each.endsWith('-linux-gnu')) ?? '',
  );
  const env = { ...process.env, LD_LIBRARY_PATH: `${join(libraries, 'systemd')}:${libraries}` };
  const starts = spawnSync(program, ['--version'], { env }).status === 0;
  return starts ? { program, journalctl: join(folder, 'root/bin/journalctl'), env } : null;
}

function unpack(folder: string): boolean {
  if (spawnSync('dpkg', ['--version']).error !== undefined) return false;
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder);
  const fetched = spawnSync('apt-get', ['download', '-qq', ...PACKAGES], { cwd: folder, stdio: 'ignore' });
  if (fetched.status !== 0) return false;
  for (const file of readdirSync(folder).filter((each) => each.endsWith('.deb')))
    execFileSync('dpkg', ['-x', file, 'root'], { cwd: folder });
  return true;
}

/** Takes entries at a port of this machine into a file, until it is stopped. */
export function startJournalRemote({ program, env }: JournalRemote, port: number, file: string): ChildProcess {
  const args = [`--listen-http=127.0.0.1:${port}`, `--output=${file}`, '--split-mode=none'];
  return spawn(program, args, { env, stdio: 'ignore' });
}

/** The messages in a file with the ids that we gave them, as journalctl tells them. */
export function journalIn(
  { journalctl, env }: JournalRemote,
  file: string,
): readonly { readonly id: string; readonly message: string }[] {
  const text = execFileSync(journalctl, ['--file', file, '-o', 'json', '--all'], {
    ...{ env, encoding: 'utf8' },
    maxBuffer: 500_000_000,
  });
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as { readonly COUNTERSIGN_ID: string; readonly MESSAGE: string })
    .map(({ COUNTERSIGN_ID: id, MESSAGE: message }) => ({ id, message }));
}
