/**
 * Stands in for the browser's program: has Playwright launch it with the arguments that came, and does the errand as soon
 * as it is told to. Playwright's own start is another one than ours: by a pipe, with its switches, and with
 * `navigator.webdriver`.
 */
import { existsSync, writeFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { chromium } from 'playwright-core';

const { path, folder, steps } = JSON.parse(process.env.COUNTERSIGN_LIVE ?? '{}');
const args = process.argv.slice(2, -1);
const PROFILE = '--user-data-dir=';
const profile = args.find((each) => each.startsWith(PROFILE))?.slice(PROFILE.length) ?? '';

const context = await chromium.launchPersistentContext(profile, {
  executablePath: path,
  headless: false,
  chromiumSandbox: false,
  viewport: null,
  args: args.filter((each) => !each.startsWith(PROFILE)),
  // Without these a guard that policy installs would not be installed.
  ignoreDefaultArgs: ['--disable-extensions', '--disable-background-networking', '--disable-default-apps'],
});
const page = context.pages()[0] ?? (await context.newPage());
page.setDefaultTimeout(20_000);
while (!existsSync(`${folder}/go`)) await pause(100);
try {
  for (const [what, where, text] of steps) {
    if (what === 'goTo') await page.goto(where);
    if (what === 'wait') await pause(Number(where));
    if (what === 'click') await page.click(where);
    if (what === 'write') await page.fill(where, text);
  }
  writeFileSync(`${folder}/done`, '');
} catch (error) {
  writeFileSync(`${folder}/done`, String(error));
}
