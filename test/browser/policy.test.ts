/** The guard says what protects and what does not: without a policy, and with a damaged one. */
import { mkdirSync } from 'node:fs';
import { chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { until } from './harness/until.ts';
import { openStage, type Stage, wantedBrowsers } from './stage.ts';

const PICTURES = 'screenshots/test';

/** The inspector may look into our own pages; no gate is tested with it. */
describe.runIf(wantedBrowsers().includes('chromium'))('what the guard says of itself (Chromium)', () => {
  let stage: Stage;
  let popup: Page;
  let close: () => Promise<void>;

  beforeAll(async () => {
    mkdirSync(PICTURES, { recursive: true });
    stage = await openStage({ browser: 'chromium', remote: 'agent', tools: 'inspector', policy: 'none' });
    const browser = await chromium.connectOverCDP(stage.launched().remoteUrl ?? '');
    close = () => browser.close();
    const context = browser.contexts()[0];
    if (context === undefined) throw new Error('no context');
    popup = await context.newPage();
    await popup.setViewportSize({ width: 400, height: 640 });
    const address = `${stage.launched().guardOrigin}src/ui/popup.html`;
    // A forced installation takes a moment on a fresh profile.
    await until(
      'the guard to be installed',
      () =>
        popup.goto(address).then(
          () => popup.locator('h1').isVisible(),
          () => false,
        ),
      60_000,
      300,
    );
  }, 120_000);

  afterAll(async () => {
    await close?.();
    await stage?.close();
  });

  const text = () => popup.locator('main').innerText();

  it('without a policy: strict built-in rules, and it says so', async () => {
    await until('the popup to say so', async () => (await text()).includes('No settings from your organisation yet'));
    expect(await text()).toContain('Strict built-in rules apply.');
    await popup.screenshot({ path: `${PICTURES}/popup-no-policy.png` });
  });

  it('takes a policy up while it runs', async () => {
    stage.launched().setManaged(stage.policy);
    await until('the policy to arrive', async () => (await text()).includes('Protected'), 30_000);
    await popup.screenshot({ path: `${PICTURES}/popup-protected.png` });
  });

  it('keeps the last good policy when the new one is damaged, and names the fault', async () => {
    stage.launched().setManaged({
      ...stage.policy,
      organization: { name: 'Corp', domains: ['corp.example'], city: 'Bern' },
      policyVersion: 43,
      ledger: { collector: 'ftp://x' },
    });
    await until('the fault to be named', async () => (await text()).includes('ledger.collector'), 30_000);
    expect(await text()).toContain('The last good settings stay in force and agents may only write drafts.');
    await popup.screenshot({ path: `${PICTURES}/popup-damaged.png` });
    stage.launched().setManaged(stage.policy);
    await until('the good policy to be back', async () => (await text()).includes('Protected'), 30_000);
  });

  it('shows all of it on the options page, in light and dark', async () => {
    await popup.setViewportSize({ width: 900, height: 900 });
    await popup.goto(`${stage.launched().guardOrigin}src/ui/options.html`);
    await until('the options', async () => (await text()).includes('Corp Engineering Forum'));
    expect(await text()).toContain('Installed by your organisation; nobody can switch it off by hand.');
    expect(await text()).toContain('Ask me');
    await popup.screenshot({ path: `${PICTURES}/options-light.png` });
    await popup.emulateMedia({ colorScheme: 'dark' });
    await popup.screenshot({ path: `${PICTURES}/options-dark.png` });
    await popup.emulateMedia({ colorScheme: 'light' });
  });
});
