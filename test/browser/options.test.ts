/**
 * What people set in our own pages: without a barrier that a program can find, by keyboard alone, in force at once in
 * every tab, and never looser while an agent is at work. In Firefox only by the person's hand: there our own pages have
 * an address that the harness does not know.
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { entriesOf } from '../incidents/story.ts';
import { corpPolicy } from '../workspace/policy.ts';
import { type Agent, remoteAgent } from './agents.ts';
import { openPopup } from './alice.ts';
import { barriersOn } from './barriers.ts';
import { pause, until } from './harness/until.ts';
import { fromTheTop, tabTo } from './keyboard.ts';
import { FORUM, openStage, type Stage, signedIn, wantedBrowsers } from './stage.ts';
import { showFailure } from './when-it-fails.ts';

const PICTURES = 'screenshots/test';
const TOPIC = '/t/lunch-on-thursday/102';
const FILE = join(tmpdir(), `cs-${process.pid}.json`);

/** The options page's table of contents; the settings file is its last but one, and behind it comes the first site. */
const PARTS = 13;

/** The company's policy with agents free to send on the forum, or without the forum. */
function policyWith(collector: string, forum: 'flow' | 'absent', version: number): Readonly<Record<string, unknown>> {
  const policy = corpPolicy(collector);
  const sites = (policy.sites as readonly { readonly id: string }[]).flatMap((site) => {
    if (site.id !== 'forum') return [site];
    return forum === 'absent' ? [] : [{ ...site, mandate: forum }];
  });
  return { ...policy, sites, policyVersion: version };
}

/** The inspector may look into our own pages; no gate is tested with it. */
describe.runIf(wantedBrowsers().includes('chromium'))('what people set themselves (Chromium)', () => {
  let stage: Stage;
  let agent: Agent;
  let page: Page;
  let close: () => Promise<void>;

  const ours = (name: string) => `${stage.launched().guardOrigin}src/ui/${name}.html`;
  const text = () => page.locator('#app').innerText();
  const says = (what: string) => until(`our page to say "${what}"`, async () => (await text()).includes(what), 20_000);
  /** The address is typed again until the guard is installed, which takes a moment on a fresh profile. */
  const untilOursIsThere = () =>
    until(
      'our page',
      async () => {
        await stage.person.press('ctrl+l');
        stage.person.typeAtOnce(`${ours('options')}\n`);
        await pause(1_200);
        return stage.person.windows().some((window) => /^Countersign: settings/.test(window.title));
      },
      60_000,
    );
  const saved = () => stage.collector.entries.filter((each) => each.kind === 'settings-changed');

  beforeAll(async () => {
    mkdirSync(PICTURES, { recursive: true });
    stage = await openStage({ browser: 'chromium', remote: 'none', tools: 'inspector', policy: 'none' });
    writeFileSync(FILE, JSON.stringify(policyWith(stage.collector.url, 'absent', 41)));
  }, 120_000);

  afterAll(async () => {
    rmSync(FILE, { force: true });
    await close?.();
    await stage?.close();
  });

  afterEach((context) => showFailure(context, stage, 'options'));

  it('takes a settings file in by the person’s own keyboard, where no organisation has set anything', async () => {
    await stage.person.turnTo(/Chromium/);
    await untilOursIsThere();
    await stage.person.press(...Array.from({ length: PARTS - 1 }, () => 'Tab'), 'Return', 'Tab', 'space');
    await stage.person.turnTo(/Open File/);
    await pause(500);
    await stage.person.type(FILE);
    await stage.person.press('alt+o');
    await stage.person.turnTo(/Countersign: settings and activity/);
    await pause(1_000);
    stage.display.shot(`${PICTURES}/options-checked.png`);
    await stage.person.press('Tab', 'space');
    await until('the settings of the file', () => settingsLoaded(stage, 41), 20_000);
    await pause(500);
    stage.display.shot(`${PICTURES}/options-imported.png`);
  });

  it('guards an unknown forum from the toolbar popup, by keyboard, from that moment on', async () => {
    // The settings from the file are still there after a restart.
    await stage.restart({ remote: 'agent' });
    agent = await remoteAgent(stage);
    await agent.goTo(signedIn('alice', TOPIC));
    await stage.person.turnTo(/Corp Engineering Forum/);
    await stage.person.click(897, 63);
    await pause(1_200);
    await stage.person.press('Tab', 'Tab', 'space');
    await until('the site in the record', () => saved().some((each) => bodyOf(each).sites === 1));
    await pause(300);
    stage.display.shot(`${PICTURES}/popup-guarded.png`);
    await stage.person.press('Escape');
    await postByScript(agent, 'Me too, as a draft');
    expect(stage.forum.published()).toHaveLength(0);
  });

  it('lets the agent send alone where the organisation says so', async () => {
    stage.launched().setManaged(policyWith(stage.collector.url, 'flow', 42));
    await until('the new settings', () => settingsLoaded(stage, 42), 30_000);
    await agent.goTo(`${FORUM}${TOPIC}`);
    await postByComposer(agent, 'Count me in, says my agent.');
    await until('the post', () => stage.forum.published().length === 1 || undefined, 20_000);
  });

  it('has no barrier that axe-core finds, in light and dark, wide and at 320 pixels', async () => {
    const browser = await chromium.connectOverCDP(stage.launched().remoteUrl ?? '');
    close = () => browser.close();
    const context = browser.contexts()[0];
    if (context === undefined) throw new Error('no context');
    page = await context.newPage();
    const seen: string[] = [];
    let passed = 0;
    for (const name of ['popup', 'options'] as const) {
      await page.goto(ours(name));
      await page.locator('h2').first().waitFor();
      for (const summary of await page.locator('summary').all()) await summary.click();
      for (const colorScheme of ['light', 'dark'] as const)
        for (const width of [name === 'popup' ? 400 : 1_200, 320]) {
          await page.emulateMedia({ colorScheme });
          await page.setViewportSize({ width, height: 900 });
          const barriers = await barriersOn(page);
          seen.push(
            ...barriers.found,
            ...(barriers.tooWide > 0 ? [`${name} ${width}: ${barriers.tooWide} too wide`] : []),
          );
          passed += barriers.passed;
          await page.screenshot({ path: `${PICTURES}/${name}-${colorScheme}-${width}.png`, fullPage: true });
        }
    }
    await page.emulateMedia({ colorScheme: 'light' });
    await page.setViewportSize({ width: 1_200, height: 900 });
    expect(seen).toEqual([]);
    // A page that stayed empty would have no barriers either, and an axe that is blunt finds none.
    expect(passed).toBeGreaterThan(8 * 15);
    await page.evaluate('document.querySelector("label[for=may-forum]").remove()');
    expect((await barriersOn(page)).found.join()).toContain('select-name: #may-forum');
  });

  it('is made stricter by keyboard alone, and in force at once in a tab that is open', async () => {
    await fromTheTop(page);
    expect((await tabTo(page, '#may-forum')).unseen).toEqual([]);
    expect(await page.inputValue('#may-forum')).toBe('flow');
    await page.keyboard.press('ArrowUp');
    await says('Saved. It applies in all tabs now.');
    await until('the change in the record', () => saved().some((each) => mandatesIn(each).includes('forum ask')));
    await postByComposer(agent, 'Also for the tour of the canal, please.');
    await until('the post to be held', () => entriesOf(stage, 'held') > 0 || undefined, 20_000);
    expect(stage.forum.published()).toHaveLength(1);
    await says('An agent is about to reply to');
    await page.goto(ours('popup'));
    await until('the popup to show it', async () => /Corp Engineering Forum\s+Ask me/.test(await text()));
  });

  it('is not made looser while the agent is there, and says why', async () => {
    await page.goto(ours('options'));
    await page.locator('#may-forum').waitFor();
    expect(await page.inputValue('#may-forum')).toBe('ask');
    expect(await page.locator('#may-forum option[value="flow"]').isDisabled()).toBe(true);
    await says('While an agent works in this browser you can only make it stricter.');
    // As if the page did not know of the agent yet: the background decides.
    await page.evaluate('document.querySelector(\'#may-forum option[value="flow"]\').disabled = false');
    await tabTo(page, '#may-forum');
    await page.keyboard.press('ArrowDown');
    await says('Not saved. While an agent works in this browser you can only make it stricter.');
    expect(await page.inputValue('#may-forum')).toBe('ask');
    expect(saved().filter((each) => mandatesIn(each).length === 0)).toHaveLength(1);
  });

  it('tells by keyboard alone what would happen to a made-up act, and by which rule', async () => {
    await fromTheTop(page);
    expect((await tabTo(page, '#try-actor')).unseen).toEqual([]);
    await tabTo(page, '.try button[type=submit]');
    await page.keyboard.press('Enter');
    await says('You would be asked: a full review.');
    expect(await text()).toContain('It contains text from “SEV war room” (Restricted · sev-team).');
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.type('Strictly');
    await tabTo(page, '.try button[type=submit]');
    await page.keyboard.press('Space');
    await says('It would be refused.');
    expect((await barriersOn(page)).found).toEqual([]);
    await page.locator('.try').screenshot({ path: `${PICTURES}/options-try.png` });
  });

  it('says all that is wrong with a settings file, takes none in, and saves a copy', async () => {
    const loaded = entriesOf(stage, 'policy-loaded');
    const sites = [{ id: 'forum', name: 'Forum', kind: 'discourse', match: ['*://*/*'] }];
    await page.setInputFiles('#file-chosen', {
      name: 'broken.json',
      mimeType: 'application/json',
      buffer: Buffer.from(JSON.stringify({ sites, policyVersion: 'nine' })),
    });
    await says('2 things are wrong in broken.json. Nothing has been changed.');
    expect(await page.locator('.faults code').allInnerTexts()).toEqual(['sites[0].match[0]', 'policyVersion']);
    expect(await text()).toContain('It cannot be taken in, because your organisation has set this.');
    expect((await barriersOn(page)).found).toEqual([]);
    await page.locator('section:has(#file)').screenshot({ path: `${PICTURES}/options-file.png` });
    expect(entriesOf(stage, 'policy-loaded')).toBe(loaded);
    await tabTo(page, '.save-copy button');
    const [copy] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')]);
    await says('Saved as countersign-settings-42.json.');
    expect(copy.suggestedFilename()).toBe('countersign-settings-42.json');
    await page.setInputFiles('#file-chosen', (await copy.path()) ?? '');
    await says('is complete: settings 42. Nothing has been changed.');
  });
});

/** By hand only: a remote client would own our own pages there, so none of them opens while it is connected. */
describe.runIf(wantedBrowsers().includes('firefox'))('what people set themselves (Firefox)', () => {
  let stage: Stage;

  beforeAll(async () => {
    mkdirSync(PICTURES, { recursive: true });
    stage = await openStage({ browser: 'firefox', remote: 'none', url: signedIn('alice', TOPIC) });
  }, 120_000);

  afterAll(() => stage?.close());

  afterEach((context) => showFailure(context, stage, 'options-firefox'));

  it('is made stricter and looser again by the person’s own keyboard, from the toolbar popup on', async () => {
    await stage.person.waitForWindow(/Corp Engineering Forum/);
    await openPopup(stage);
    // Behind the buttons that stop agents, here and everywhere, and those of what agents may do in this thread.
    await stage.person.press('Tab', 'Tab', 'Tab', 'Tab', 'Tab', 'space');
    await stage.person.turnTo(/Countersign: settings and activity/);
    await pause(800);
    await stage.person.press(...Array.from({ length: PARTS + 1 }, () => 'Tab'), 'Up');
    const mandates = () => stage.collector.entries.filter((each) => each.kind === 'settings-changed').map(mandatesIn);
    await until('the change in the record', () => mandates().some((each) => each.includes('forum draft')));
    // No agent is there: as far as the organisation allows, the person may take it back, and no further.
    await stage.person.press('Down', 'Down');
    await until('the change back in the record', () => mandates().at(-1)?.length === 0);
    await pause(500);
    expect(mandates()).toEqual([['forum draft'], []]);
    stage.display.shot(`${PICTURES}/options-firefox.png`);
  });
});

function settingsLoaded(stage: Stage, version: number): boolean {
  return stage.collector.entries.some((each) => {
    const body = each.body as { readonly policyVersion?: number };
    return /^(policy-loaded|guard-started)$/.test(String(each.kind)) && body.policyVersion === version;
  });
}

function bodyOf(entry: Readonly<Record<string, unknown>>): { readonly sites?: number; readonly mandates?: string[] } {
  return entry.body as ReturnType<typeof bodyOf>;
}

function mandatesIn(entry: Readonly<Record<string, unknown>>): readonly string[] {
  return bodyOf(entry).mandates ?? [];
}

/** As an agent in the page would. */
async function postByScript(agent: Agent, text: string): Promise<void> {
  const body = new URLSearchParams({ raw: text, topic_id: '102' }).toString();
  const init = `{ method: 'POST', headers: { 'content-type': 'application/x-www-form-urlencoded' }, body: ${JSON.stringify(body)} }`;
  await agent
    .run(
      `await Promise.race([fetch('/posts', ${init}).catch(() => undefined), new Promise((resolve) => setTimeout(resolve, 1500))]); return null;`,
    )
    .catch(() => undefined);
}

/** With the forum's own composer. */
async function postByComposer(agent: Agent, text: string): Promise<void> {
  await agent.click('#topic-footer-buttons .create');
  await agent.write('.d-editor-input', text);
  await agent.click('.save-or-cancel .create');
}
