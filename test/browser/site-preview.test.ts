/** The preview of a site on the options page, over a real MediaWiki: what is read, what is wrong, and that nothing changes by it. */
import { chromium } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { ensureMediaWiki } from '../workspace/wiki/find.ts';
import { WIKI_DESCRIPTION } from '../workspace/wiki/policy.ts';
import { signedInToWiki } from '../workspace/wiki/wiki.ts';
import { until } from './harness/until.ts';
import { openStage, type Stage, wantedBrowsers } from './stage.ts';
import { showFailure } from './when-it-fails.ts';

const found = await ensureMediaWiki((line) => console.log(line));
if (found.kind === 'missing')
  console.log(`SKIPPED: the preview over MediaWiki. It is not to be had here: ${found.why}.`);
const mediaWiki = found.kind === 'found' ? found.folder : '';
const PAGES = { 'Board papers': 'The board intends to close the office in Lyon on 3 March.' };

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
      await wiki.fill('#wpTextbox1', 'Nobody in Lyon shall know.');
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
