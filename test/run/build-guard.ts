/** Builds the extension for one browser, or for both, with vite. */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export type Target = 'chrome' | 'firefox';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** Builds into dist/chrome or dist/firefox; throws with vite's own words when it fails. */
export function buildGuard(target: Target, log: 'quiet' | 'loud' = 'quiet'): void {
  const vite = fileURLToPath(new URL('../../node_modules/vite/bin/vite.js', import.meta.url));
  const { status, stdout, stderr } = spawnSync(process.execPath, [vite, 'build'], {
    cwd: ROOT,
    env: { ...process.env, BROWSER: target },
    encoding: 'utf8',
  });
  if (log === 'loud' && status === 0) process.stderr.write(stdout);
  if (status !== 0) throw new Error(`vite could not build for ${target}:\n${stdout}${stderr}`);
}
