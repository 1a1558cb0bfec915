/**
 * A real, unmodified application that the guard knows nothing of: MediaWiki, guarded by policy's description alone. What
 * arrived is read from the wiki's own database.
 */
import { chromium } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { entriesOf } from '../incidents/story.ts';
import { ensureMediaWiki } from '../workspace/wiki/find.ts';
import { WIKI_DESCRIPTION } from '../workspace/wiki/policy.ts';
import { signedInToWiki, WIKI_HOST } from '../workspace/wiki/wiki.ts';
import { type Agent, remoteAgent } from './agents.ts';
import { approveInOurSurface, refuseInOurSurface } from './alice.ts';
import { findBrowser } from './harness/find-browser.ts';
import { pause, until } from './harness/until.ts';
import { openStage, type Stage, wantedBrowsers } from './stage.ts';
import { showFailure } from './when-it-fails.ts';

const WIKI = `https://${WIKI_HOST}`;
const TEXT = '#wpTextbox1';
const SAVE = '#wpSave';
const PAGES = {
  'Main Page': 'Welcome to the wiki of Corp.',
  'Talk:Lunch': 'Where shall we meet on Thursday?',
  'Board papers': 'The board intends to close the office in Lyon on 3 March and to tell nobody before that day.',
};

const found = await ensureMediaWiki((line) => console.log(line));
if (found.kind === 'missing') console.log(`SKIPPED: the guard over MediaWiki. It is not to be had here: ${found.why}.`);
else console.log(`MediaWiki ${found.version} (${found.folder})`);
const mediaWiki = found.kind === 'found' ? found.folder : '';

describe.skipIf(found.kind === 'missing').each(wantedBrowsers())('a wiki that policy describes (%s)', (browser) => {
  let stage: Stage;
  let agent: Agent;

  beforeAll(async () => {
    stage = await openStage({ browser, remote: 'agent', mediaWiki, wikiPages: PAGES });
    agent = await remoteAgent(stage);
    await agent.goTo(signedInToWiki('Alice', '/index.php/Main_Page'));
  }, 180_000);

  afterAll(async () => {
    await agent?.leave();
    await stage?.close();
  });

  afterEach((context) => showFailure(context, stage, `wiki-${browser}`));

  const editing = (page: string) => `${WIKI}/index.php?title=${encodeURIComponent(page)}&action=edit`;
  const arrived = (page: string) => (stage.wiki?.revisions() ?? []).filter((each) => each.page === page);
  const text = (selector: string) =>
    agent
      .run<string>(`return document.querySelector(${JSON.stringify(selector)})?.innerText ?? '';`)
      // Between two pages nobody answers.
      .catch(() => '');
  const open = (url: string) =>
    until(
      url,
      async () => {
        // After a navigation that was refused the protocol may wait for an end that never comes.
        await Promise.race([agent.goTo(url).catch(() => undefined), pause(8_000)]);
        return (await agent.run<string>('return location.href;').catch(() => '')) === url;
      },
      60_000,
      500,
    );
  const heldBy = async (act: () => Promise<unknown>) => {
    const before = entriesOf(stage, 'held');
    await act();
    await until('it to be held', () => entriesOf(stage, 'held') > before || undefined);
  };

  it('shows an agent its preview', async () => {
    await open(editing('Talk:Lunch'));
    await agent.write(TEXT, "'''Noon''' at the canal.");
    await agent.click('#wpPreview');
    await until('the preview', async () => (await text('#wikiPreview')).includes('Noon at the canal.') || undefined);
    expect(entriesOf(stage, 'held')).toBe(0);
    expect(arrived('Talk:Lunch')).toEqual([]);
  });

  it('holds what an agent saves by a click, and sends exactly that once it is approved', async () => {
    await open(editing('Talk:Lunch'));
    await agent.write('#wpSummary', 'An answer');
    await agent.write(TEXT, 'Noon at the canal.\n\nBring bread.');
    await heldBy(() => agent.click(SAVE));
    expect(arrived('Talk:Lunch')).toEqual([]);
    await approveInOurSurface(stage, async () => stage.display.shot(`screenshots/test/${browser}-wiki.png`));
    await until('the edit to arrive', () => arrived('Talk:Lunch').length > 0 || undefined);
    await until('the wiki to show it', async () => (await text('.mw-parser-output')).includes('bread') || undefined);
    expect(arrived('Talk:Lunch')).toEqual([
      { page: 'Talk:Lunch', user: 'Alice', text: 'Noon at the canal.\n\nBring bread.', summary: 'An answer' },
    ]);
  });

  it('sends nothing after a no, and the text stays in the editor', async () => {
    await open(editing('Talk:Declined'));
    await agent.write(TEXT, 'Nobody wants this.');
    await heldBy(() => agent.click(SAVE));
    await refuseInOurSurface(stage);
    await pause(1_000);
    expect(await agent.run<string>(`return document.querySelector('${TEXT}').value;`)).toBe('Nobody wants this.');
    expect(arrived('Talk:Declined')).toEqual([]);
  });

  it('sends a held form.submit() once it is approved', async () => {
    await open(editing('Talk:Later'));
    await heldBy(() =>
      agent.run(
        `document.querySelector('${TEXT}').value = 'By its own way.'; document.querySelector('#editform').submit();`,
      ),
    );
    expect(arrived('Talk:Later')).toEqual([]);
    await approveInOurSurface(stage);
    await until('the edit to arrive', () => arrived('Talk:Later').length > 0 || undefined);
    expect(arrived('Talk:Later').map((each) => each.text)).toEqual(['By its own way.']);
  });

  it('knows from policy’s areas what an agent has read, and names who would newly see it', async () => {
    await open(`${WIKI}/index.php/Board_papers`);
    await pause(2_000);
    await open(editing('Talk:Leak'));
    await agent.write(TEXT, PAGES['Board papers']);
    await heldBy(() => agent.click(SAVE));
    const held = stage.collector.entries.findLast((entry) => entry.kind === 'held');
    expect(JSON.stringify(held?.body)).toContain('restricted');
    expect(arrived('Talk:Leak')).toEqual([]);
    await refuseInOurSurface(stage);
  });

  // Last, since what waits of these is never answered.
  const page = 'Talk:Around';
  const form = `const form = document.querySelector('#editform'); document.querySelector('${TEXT}').value = 'Out by another way.';`;
  const soon =
    'const soon = (promise) => Promise.race([promise.then(() => "sent", String), new Promise((resolve) => setTimeout(() => resolve("waits"), 400))]);';
  const frame =
    "const sink = document.createElement('iframe'); sink.name = 'sink' + Math.random(); document.body.append(sink);";

  it.each<[string, string]>([
    ['form.submit()', `${form} form.submit();`],
    ['form.requestSubmit()', `${form} form.requestSubmit();`],
    ['form.submit() into a frame', `${form} ${frame} form.target = sink.name; form.submit();`],
    ['form.submit() into a new tab', `${form} form.target = '_blank'; form.submit();`],
    [
      'a pristine form.submit() of a frame',
      `${form} ${frame} sink.contentWindow.HTMLFormElement.prototype.submit.call(form);`,
    ],
    [
      'a dispatched click',
      `${form} document.querySelector('${SAVE}').dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }));`,
    ],
    [
      'a preview without its preview',
      `${form} const button = document.querySelector('#wpPreview'); button.name = 'wpOther'; button.click();`,
    ],
    [
      'fetch of the form',
      `${form} ${soon} return soon(fetch(form.action, { method: 'POST', body: new FormData(form) }));`,
    ],
    [
      'fetch of the form as parameters',
      `${form} ${soon} return soon(fetch(form.action, { method: 'POST', body: new URLSearchParams(new FormData(form)) }));`,
    ],
    [
      'fetch with more beside it',
      `${form} ${soon} const data = new FormData(form); data.append('curid', '1'); return soon(fetch(form.action, { method: 'POST', body: data }));`,
    ],
    [
      'the wiki’s own API',
      `${soon} const answer = await fetch('/api.php?action=query&meta=tokens&format=json'); const token = (await answer.json()).query.tokens.csrftoken;
       return soon(fetch('/api.php', { method: 'POST', body: new URLSearchParams({ action: 'edit', title: '${page}', text: 'Out by another way.', token, format: 'json' }) }));`,
    ],
  ])('keeps back %s', async (_name, code) => {
    await open(editing(page));
    await agent.run(code).catch(() => undefined);
    await pause(1_500);
    await agent.tidy();
    expect(arrived(page)).toEqual([]);
  });
});

describe.skipIf(found.kind === 'missing').each(wantedBrowsers())('a person in that wiki (%s)', (browser) => {
  let stage: Stage;

  beforeAll(async () => {
    if (findBrowser(browser).kind === 'missing') return;
    const url = signedInToWiki('Alice', '/index.php?title=Talk:Lunch&action=edit');
    stage = await openStage({ browser, remote: 'none', mediaWiki, wikiPages: PAGES, url });
  }, 180_000);

  afterAll(() => stage?.close());

  afterEach((context) => showFailure(context, stage, `wiki-person-${browser}`));

  it('saves her own edit without a question, and nothing of it is recorded', async () => {
    await stage.person.turnTo(/Editing Talk:Lunch/);
    await pause(1_500);
    // Into the large text field in the middle of the page; Tab leads to the summary, where Enter saves.
    await stage.person.click(640, 520);
    await stage.person.type('I shall come. ');
    await stage.person.press('Tab');
    await stage.person.type('My answer');
    await stage.person.press('Return');
    const arrived = await until('her edit to arrive', () => {
      const revisions = stage.wiki?.revisions() ?? [];
      return revisions.length > 0 ? revisions : undefined;
    });
    await stage.person.waitForWindow(/^Talk:Lunch|Talk:Lunch - Corp Wiki/);
    expect(arrived).toHaveLength(1);
    expect(stage.collector.entries.map(({ kind }) => kind)).not.toContain('held');
  });
});

/** The inspector may look into our own pages; no gate is tested with it. */
describe.skipIf(found.kind === 'missing' || !wantedBrowsers().includes('chromium'))(
  'the preview of a site (Chromium)',
  () => {
    let stage: Stage;
    let close: (() => Promise<void>) | undefined;

    beforeAll(async () => {
      stage = await openStage({
        browser: 'chromium',
        remote: 'agent',
        tools: 'inspector',
        mediaWiki,
        wikiPages: PAGES,
      });
    }, 180_000);

    afterAll(async () => {
      await close?.();
      await stage?.close();
    });

    afterEach((context) => showFailure(context, stage, 'wiki-preview'));

    it('shows what an open tab is read as with a description, and what is wrong with another', async () => {
      const inspector = await chromium.connectOverCDP(stage.launched().remoteUrl ?? '');
      close = () => inspector.close();
      const context = inspector.contexts()[0];
      if (context === undefined) throw new Error('no context');
      const wiki = context.pages()[0] ?? (await context.newPage());
      await wiki.goto(signedInToWiki('Alice', '/index.php?title=Board_papers&action=edit'));
      await wiki.fill(TEXT, 'Nobody in Lyon shall know.');
      const options = await context.newPage();
      await options.goto(`${stage.launched().guardOrigin}src/ui/options.html`);
      const shown = options.locator('#preview ~ .bench section');
      const says = (what: string) => until(what, async () => (await shown.innerText()).includes(what), 20_000);
      await options.locator('#preview-text').waitFor();
      await says('edit in “Board_papers”');
      await says('sev-team (4 people)');
      await says('Nobody in Lyon shall know.');
      expect(await shown.innerText()).toContain('no document is found');
      const description = { ...WIKI_DESCRIPTION, page: { ...WIKI_DESCRIPTION.page, documents: '.editOptions' } };
      await options.fill('#preview-text', JSON.stringify(description));
      await says('Summary');
      await says('Restricted');
      await options.locator('#preview').scrollIntoViewIfNeeded();
      await options.screenshot({ path: 'screenshots/test/preview.png' });
      await options.fill('#preview-text', JSON.stringify({ ...description, page: { title: 'h1[' } }));
      await says('page.title is no CSS selector');
      await options.fill('#preview-text', '{');
      await says('is no JSON');
      expect(stage.wiki?.revisions()).toEqual([]);
    });
  },
);
