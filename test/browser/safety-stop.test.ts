/**
 * A safety stop over time and on the screen (Chromium, where the inspector may look into our pages; no gate is tested with
 * it but one: whoever drives our page cannot let agents go on). The story `inbox` has both browsers and the person's hand.
 */
import { chromium, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { entriesOf } from '../incidents/story.ts';
import { type Agent, remoteAgent } from './agents.ts';
import { barriersOn } from './barriers.ts';
import { pause, until } from './harness/until.ts';
import { MAIL, openStage, type Stage, signedInToMail, wantedBrowsers } from './stage.ts';
import { showFailure } from './when-it-fails.ts';

describe.runIf(wantedBrowsers().includes('chromium'))('a safety stop (Chromium)', () => {
  let stage: Stage;
  let agent: Agent;
  let page: Page;

  const ours = (name: string) => `${stage.launched().guardOrigin}src/ui/${name}.html`;
  const moved = () => stage.mail.arrivals.filter((each) => each.accepted && each.kind === 'move').length;
  const openInbox = async () => {
    await agent.goTo(`${MAIL}/mail/u/0/?n=${Date.now()}#inbox`);
    await until('the inbox', () =>
      agent.run<boolean>(`return document.querySelectorAll('tr.zA').length > 3;`).catch(() => undefined),
    );
  };
  const archive = (count: number) =>
    agent.run(
      `for (let i = 0; i < ${count}; i += 1) document.querySelectorAll('tr.zA .oZ-jc')[i].click(); document.querySelector('[gh=tm] [act="7"]').click(); return null;`,
    );

  beforeAll(async () => {
    stage = await openStage({ browser: 'chromium', remote: 'agent', tools: 'inspector', breakers: { items: 4 } });
    agent = await remoteAgent(stage);
    await agent.goTo(signedInToMail('alice', '/mail/u/0/'));
    stage.mail.deliver(20);
    await openInbox();
    await archive(2);
    await until('two to go', () => moved() > 0 || undefined, 20_000);
    await openInbox();
    await archive(2);
    await until('the stop', () => entriesOf(stage, 'safety-stop') > 0 || undefined, 20_000);
  }, 150_000);

  afterAll(async () => {
    await agent?.leave();
    await stage?.close();
  });

  afterEach((context) => showFailure(context, stage, 'safety-stop'));

  it('opens by policy’s own number, over several acts, and has no barrier that axe-core finds', async () => {
    expect(moved()).toBe(1);
    const browser = await chromium.connectOverCDP(stage.launched().remoteUrl ?? '');
    const context = browser.contexts()[0];
    if (context === undefined) throw new Error('no context');
    page = await context.newPage();
    const seen: string[] = [];
    for (const name of ['popup', 'confirm'] as const) {
      await page.goto(ours(name));
      await page.locator('.safety').waitFor();
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        await page.setViewportSize({ width: 400, height: 900 });
        const barriers = await barriersOn(page);
        seen.push(...barriers.found, ...(barriers.tooWide > 0 ? [`${name}: ${barriers.tooWide} too wide`] : []));
        await page.screenshot({ path: `screenshots/test/safety-stop-${name}-${colorScheme}.png` });
      }
    }
    expect(seen).toEqual([]);
  });

  it('is not ended by whoever drives a page of ours', async () => {
    await page.locator('.safety button').waitFor();
    await pause(1_500);
    await page.locator('.safety button').click();
    await page.evaluate(`chrome.runtime.sendMessage({ type: 'let-go-on', stop: 1, token: null })`);
    await pause(1_000);
    await page.close();
    expect(entriesOf(stage, 'safety-stop-answered')).toBe(0);
  });

  it('stands after a restart of the browser, for every agent', async () => {
    const [before, held] = [moved(), entriesOf(stage, 'held')];
    await agent.leave();
    await stage.restart();
    agent = await remoteAgent(stage);
    await agent.goTo(signedInToMail('alice', '/mail/u/0/'));
    await openInbox();
    await archive(1);
    await until('it to be refused', () => entriesOf(stage, 'held') > held || undefined, 20_000);
    await pause(1_500);
    expect(moved()).toBe(before);
  });
});
