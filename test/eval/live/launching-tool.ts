/** Playwright as it is mostly used: it launches the browser itself. */
import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findBrowser } from '../../browser/harness/find-browser.ts';
import { removeFolder, temporaryFolder } from '../../browser/harness/processes.ts';
import { until } from '../../browser/harness/until.ts';
import { runErrand } from './errand.ts';
import { NotHere } from './fetched.ts';
import type { LiveTool } from './tool.ts';

const WORK_MS = 90_000;

export const PLAYWRIGHT_LAUNCHED: LiveTool = {
  name: 'Playwright, launched',
  browsers: ['chromium'],
  expected: 'agent',
  async prepare() {
    const found = findBrowser('chromium');
    if (found.kind === 'missing') throw new NotHere('no Chromium was found');
    const folder = temporaryFolder('launch');
    const program = join(folder, 'browser');
    const launcher = fileURLToPath(new URL('playwright-launch.mjs', import.meta.url));
    const told = JSON.stringify({ path: found.path, folder, steps: await stepsOfErrand() });
    writeFileSync(
      program,
      `#!/bin/sh\nCOUNTERSIGN_LIVE=${quoted(told)} exec ${quoted(process.execPath)} ${quoted(launcher)} "$@"\n`,
    );
    chmodSync(program, 0o755);
    return {
      stage: { remote: 'none', program },
      async work() {
        writeFileSync(join(folder, 'go'), '');
        await until('Playwright to do the errand', () => existsSync(join(folder, 'done')), WORK_MS, 200);
        const wrong = readFileSync(join(folder, 'done'), 'utf8');
        if (wrong !== '') throw new Error(wrong);
      },
      close: async () => removeFolder(folder),
    };
  },
};

/** The errand as a list, for a program that cannot be called from here. */
async function stepsOfErrand(): Promise<readonly (readonly string[])[]> {
  const steps: string[][] = [];
  await runErrand({
    goTo: async (url) => void steps.push(['goTo', url], ['wait', '2500']),
    click: async (selector) => void steps.push(['click', selector]),
    write: async (selector, text) => void steps.push(['write', selector, text], ['wait', '500']),
  });
  return steps;
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
