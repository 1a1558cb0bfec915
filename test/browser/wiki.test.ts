/**
 * A real, unmodified application that the guard knows nothing of: MediaWiki, guarded by policy's description alone. What
 * arrived is read from the wiki's own database.
 */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { entriesOf } from '../incidents/story.ts';
import { corpPolicy, withSite } from '../workspace/policy.ts';
import { ensureMediaWiki } from '../workspace/wiki/find.ts';
import { WIKI_DESCRIPTION, WIKI_SITE } from '../workspace/wiki/policy.ts';
import { signedInToWiki, WIKI_HOST } from '../workspace/wiki/wiki.ts';
import { type Agent, remoteAgent } from './agents.ts';
import { approveInOurSurface, refuseInOurSurface } from './alice.ts';
import { FULL, mostlyIn, shortened } from './full.ts';
import { findBrowser } from './harness/find-browser.ts';
import { pause, until } from './harness/until.ts';
import { openStage, type Stage } from './stage.ts';
import { showFailure } from './when-it-fails.ts';
import { API_EDIT, NEVER, waysOut } from './wiki-attempts.ts';

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

/** What is tried each time: a form of the page's own, one from elsewhere, a request, and the application's other door. */
const WAYS = {
  chromium: ['form.submit() into a new tab', 'a pristine form.submit()', 'fetch of the form as', 'the wiki’s own API'],
  firefox: ['a pristine form.submit()', 'the wiki’s own API'],
} as const;

describe.skipIf(found.kind === 'missing').each(mostlyIn('chromium'))('a wiki that policy describes (%s)', (browser) => {
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
  /** Firefox reads its policy at its start only, so there the page is opened again. */
  const deliver = async (policy: Readonly<Record<string, unknown>>, url: string) => {
    if (browser === 'firefox') {
      await agent.leave();
      await stage.restart({ managed: policy });
      agent = await remoteAgent(stage);
      await agent.goTo(signedInToWiki('Alice', '/index.php/Main_Page'));
      await open(url);
    } else stage.launched().setManaged(policy);
    await until('the new policy', () =>
      stage.collector.entries.some(
        ({ kind, body }) =>
          /^(policy-loaded|guard-started)$/.test(String(kind)) &&
          (body as { policyVersion?: number }).policyVersion === policy.policyVersion,
      ),
    );
  };
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

  // Nothing of the guard's own is tried here but that the attempts are real ones; it takes half a minute.
  it.runIf(FULL)(
    'lets the same ways through where policy lets agents send alone, as far as it describes them, in open tabs at once',
    async () => {
      await open(editing('Talk:Open'));
      const requests = [...WIKI_DESCRIPTION.requests, API_EDIT];
      const alone = { ...WIKI_SITE, mandate: 'flow', description: { ...WIKI_DESCRIPTION, requests } };
      await deliver(withSite({ ...corpPolicy(stage.collector.url), policyVersion: 43 }, alone), editing('Talk:Open'));
      await agent.run(waysOut('Talk:Open', 'Seen at once.')['the wiki’s own API'] ?? '');
      await until('the first to arrive', () => arrived('Talk:Open').length > 0 || undefined);
      for (const [index, name] of Object.keys(waysOut('', '')).entries()) {
        const page = `Talk:Open ${index}`;
        await open(editing(page));
        await agent.run(waysOut(page, `Out by ${name}.`)[name] ?? '').catch(() => undefined);
        if (NEVER.has(name)) await pause(1_500);
        else await until(name, () => arrived(page).length > 0 || undefined);
        expect(arrived(page).map((each) => each.text)).toEqual(NEVER.has(name) ? [] : [`Out by ${name}.`]);
        await agent.tidy();
      }
      await deliver(
        withSite({ ...corpPolicy(stage.collector.url), policyVersion: 44 }, WIKI_SITE),
        editing('Talk:Open'),
      );
    },
  );

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
  const ways = shortened(Object.keys(waysOut('', '')), String, browser, WAYS);
  it.each(ways)('keeps back %s', async (name) => {
    const page = 'Talk:Around';
    await open(editing(page));
    await agent.run(waysOut(page, 'Out by another way.')[name] ?? '').catch(() => undefined);
    await pause(1_500);
    await agent.tidy();
    expect(arrived(page)).toEqual([]);
  });
});

describe.skipIf(found.kind === 'missing').each(mostlyIn('firefox'))('a person in that wiki (%s)', (browser) => {
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

  it('is asked once about a form with a field that nobody has described, and her yes sends it', async () => {
    const [before = 0, after = 0] = stage.wiki?.numbersOf('Talk:Lunch').slice(-2) ?? [];
    await goTo(`${WIKI}/index.php?title=Talk:Lunch&action=edit&undo=${after}&undoafter=${before}`);
    await stage.person.turnTo(/Editing Talk:Lunch/);
    await pause(1_500);
    // From the text field, where its own words are, to the summary that the wiki has filled in.
    await stage.person.click(640, 620);
    await stage.person.press('Tab', 'Return');
    await until('the question', () => entriesOf(stage, 'held') === 1 || undefined);
    expect(stage.collector.entries.find(({ kind }) => kind === 'held')?.body).toMatchObject({ act: 'unreadable' });
    const arrived = () => stage.wiki?.revisions() ?? [];
    expect(arrived()).toHaveLength(1);
    await approveInOurSurface(stage);
    await until('her edit to arrive', () => arrived().length === 2 || undefined);
    expect(arrived().at(-1)?.text).toBe(PAGES['Talk:Lunch']);
    expect(entriesOf(stage, 'held')).toBe(1);
  });

  /** By the address bar, as a person does; Chromium does not hear its own shortcuts from X input (seen in 156). */
  async function goTo(url: string): Promise<void> {
    await stage.person.turnTo(/Corp Wiki/);
    // A page that is still loading would take the keyboard from the address bar.
    await pause(2_000);
    if (browser === 'firefox') await stage.person.press('ctrl+l');
    else await stage.person.click(487, 63);
    await pause(300);
    await stage.person.press('ctrl+a');
    await pause(300);
    stage.person.typeAtOnce(url);
    await pause(300);
    await stage.person.press('Return');
  }
});
