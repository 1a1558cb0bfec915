/** `npm test`: everything, with the browsers found or installed first; says plainly what it does. */
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { ensureBrowsers } from '../browser/harness/find-browser.ts';
import { installForm } from '../browser/harness/install-form.ts';
import { wantedBrowsers } from '../browser/stage.ts';
import { ensurePhp } from '../workspace/wiki/find.ts';
import { buildGuard } from './build-guard.ts';
import { fail, messageOf, readOptions, say } from './command-line.ts';

readOptions(
  `npm test
Runs the unit tests, builds the extension, and drives the guard in real browsers, three at a time.
COUNTERSIGN_BROWSERS=chromium or =firefox runs one browser only; COUNTERSIGN_FULL=1 tries all of
the long tables in both, which takes an hour or so; COUNTERSIGN_CHROMIUM and COUNTERSIGN_FIREFOX name one.`,
  {},
);

main().catch((error: unknown) => fail(messageOf(error)));

async function main(): Promise<void> {
  const wanted = wantedBrowsers();
  say(`Looking for browsers: ${wanted.join(', ')} …`);
  await ensureBrowsers(wanted, (line) => say(`  ${line}`));
  // For the wiki that policy alone describes; without it that test says that it is skipped.
  if (!(await ensurePhp((line) => say(`  ${line}`))))
    say('  PHP is not here and cannot be installed: no test with MediaWiki.');
  const form = installForm();
  if (form.kind === 'demo')
    fail(
      `The browser tests install the guard by policy, and that cannot be done here: ${form.why}. The unit tests alone: npm run test:unit`,
    );
  for (const target of ['chrome', 'firefox'] as const) {
    say(`Building for ${target} …`);
    buildGuard(target);
  }
  const unit = await run('unit');
  const browser = unit.code === 0 ? await run('browser') : { code: 1, passed: 0, failed: 0, skipped: 0 };
  const sum = (key: 'passed' | 'failed' | 'skipped') => unit[key] + browser[key];
  console.log(`${sum('passed')} passed, ${sum('failed')} failed, ${sum('skipped')} skipped`);
  process.exit(unit.code || browser.code);
}

interface Outcome {
  readonly code: number;
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

/** Runs one vitest project and reads its own closing line. */
function run(project: 'unit' | 'browser'): Promise<Outcome> {
  say(`\nThe ${project} tests …`);
  const vitest = fileURLToPath(new URL('../../node_modules/vitest/vitest.mjs', import.meta.url));
  const child = spawn(process.execPath, [vitest, 'run', '--project', project], {
    env: { ...process.env, NO_COLOR: '1' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => child.kill(signal));
  let output = '';
  child.stdout.on('data', (data: Buffer) => {
    process.stdout.write(data);
    output = `${output}${data}`.slice(-8_000);
  });
  return new Promise((resolve) => {
    child.once('exit', (code) => {
      const line = /Tests\s+(.*)/.exec(output)?.[1] ?? '';
      const count = (word: string) => Number(new RegExp(`(\\d+) ${word}`).exec(line)?.[1] ?? 0);
      const passed = count('passed');
      // A project that ran nothing has not passed.
      resolve({ code: code === 0 && passed > 0 ? 0 : 1, passed, failed: count('failed'), skipped: count('skipped') });
    });
  });
}
