/**
 * Finds MediaWiki on this machine, or takes it from Debian: PHP is installed with apt, the package itself only unpacked,
 * since installing it would bring a web server of the system with it. Nothing in it is changed.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { apt, findTool } from '../../browser/harness/find-browser.ts';
import { temporaryFolder } from '../../browser/harness/processes.ts';

/** Where its `index.php` lies, or why it is not to be had here. */
export type MediaWikiSearch =
  | { readonly kind: 'found'; readonly folder: string; readonly version: string }
  | { readonly kind: 'missing'; readonly why: string };

const INSTALLED = '/usr/share/mediawiki';
const PHP_PACKAGES = ['php-cli', 'php-sqlite3', 'php-mbstring', 'php-xml', 'php-intl'] as const;
const PHP_MODULES = ['pdo_sqlite', 'mbstring', 'xml', 'dom', 'intl'] as const;

/** PHP with what MediaWiki needs; installed with apt where that is possible. True when it is there. */
export async function ensurePhp(say: (line: string) => void): Promise<boolean> {
  if (hasPhp()) return true;
  if (!mayInstall()) return false;
  say(`Installing from Debian: ${PHP_PACKAGES.join(', ')} (once; this takes a minute) …`);
  await apt(['update', '-qq'], say);
  await apt(['install', '-y', '-qq', '--no-install-recommends', ...PHP_PACKAGES], say);
  return hasPhp();
}

/** MediaWiki as it is installed, else unpacked into a temporary folder. */
export async function ensureMediaWiki(say: (line: string) => void): Promise<MediaWikiSearch> {
  if (!(await ensurePhp(say))) return { kind: 'missing', why: `no PHP with ${PHP_MODULES.join(', ')}` };
  if (existsSync(join(INSTALLED, 'index.php'))) return found(INSTALLED);
  if (!mayInstall()) return { kind: 'missing', why: `neither ${INSTALLED} nor apt as root` };
  const folder = temporaryFolder('mediawiki');
  if (!unpacked(folder)) {
    await apt(['update', '-qq'], say);
    if (!unpacked(folder)) return { kind: 'missing', why: 'apt has no package "mediawiki"' };
  }
  return found(join(folder, 'usr/share/mediawiki'));
}

function found(folder: string): MediaWikiSearch {
  const defines = spawnSync('grep', ['-oP', "MW_VERSION', '\\K[^']+", join(folder, 'includes/Defines.php')], {
    encoding: 'utf8',
  });
  return { kind: 'found', folder, version: defines.stdout.trim() };
}

function unpacked(folder: string): boolean {
  const run = (program: string, args: readonly string[]) =>
    spawnSync(program, [...args], { cwd: folder, stdio: 'ignore' }).status === 0;
  if (!run('apt-get', ['download', '-qq', 'mediawiki', 'mediawiki-classes'])) return false;
  const packages = readdirSync(folder).filter((name) => name.endsWith('.deb'));
  // Half of it are extensions that nothing here turns on.
  const unpack = `dpkg-deb --fsys-tarfile "$1" | tar -x --exclude './usr/share/mediawiki/extensions-core'`;
  return packages.length > 0 && packages.every((name) => run('sh', ['-c', unpack, 'sh', name]));
}

function hasPhp(): boolean {
  if (findTool('php') === null) return false;
  const modules = spawnSync('php', ['-m'], { encoding: 'utf8' }).stdout.toLowerCase().split('\n');
  return PHP_MODULES.every((each) => modules.includes(each));
}

function mayInstall(): boolean {
  return process.getuid?.() === 0 && findTool('apt-get') !== null;
}
