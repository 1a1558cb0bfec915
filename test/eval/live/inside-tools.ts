/** Tools that work from within the browser: extensions of our own making, and page-agent as a script of the page. */

import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { scriptOf } from '../../bench/reading.ts';
import type { BrowserName } from '../../browser/harness/find-browser.ts';
import { pause } from '../../browser/harness/until.ts';
import { type Stage, signedIn } from '../../browser/stage.ts';
import { goTo } from '../../incidents/human.ts';
import { type Hand, makeHand } from '../gates/hand.ts';
import { contentAgent, debuggerAgent, tabOf, type Worker } from '../gates/hand-agents.ts';
import { PLACE, runErrand, SOURCE } from './errand.ts';
import { fromNpm, PACKAGES } from './fetched.ts';
import type { LiveTool, Prepared } from './tool.ts';
import { NOTHING_TO_CLOSE } from './tool.ts';

export const DEBUGGER_EXTENSION: LiveTool = {
  name: 'an extension with chrome.debugger',
  browsers: ['chromium'],
  expected: 'agent',
  prepare: (browser) => byHand(browser, debuggerAgent),
};

export const CONTENT_EXTENSION: LiveTool = {
  name: 'an extension with a content script',
  browsers: ['chromium', 'firefox'],
  expected: 'agent',
  prepare: (browser) => byHand(browser, async (hand, tab) => contentAgent(hand, tab)),
};

async function byHand(browser: BrowserName, become: (hand: Hand, tab: number) => Promise<Worker>): Promise<Prepared> {
  const hand = await makeHand();
  return {
    stage: {
      remote: 'none',
      url: signedIn('alice', '/'),
      extensions: browser === 'chromium' ? [hand.folder] : [],
      policies: browser === 'firefox' ? { ExtensionSettings: hand.settings } : {},
    },
    async work() {
      const agent = await become(hand, await tabOf(hand));
      await runErrand(agent);
      await pause(1_500);
      await agent.leave();
    },
    close: () => hand.close(),
  };
}

export const PAGE_AGENT: LiveTool = {
  name: 'page-agent',
  browsers: ['chromium', 'firefox'],
  expected: 'agent',
  async prepare(_browser, say) {
    const modules = await fromNpm([PACKAGES['page-agent']], say);
    const library = join(modules, '@page-agent/page-controller/dist/lib/page-controller.js');
    const script = await scriptOf(pathToFileURL(library));
    return {
      stage: { remote: 'none', url: signedIn('alice', SOURCE, 'assistant') },
      work: (stage) => workInPage(stage, script),
      close: NOTHING_TO_CLOSE,
    };
  },
};

/** The page carries a script that takes orders; it runs page-agent's own hands. The person leads it from page to page. */
async function workInPage(stage: Stage, script: string): Promise<void> {
  const run = (code: string) =>
    stage.assistant.run(
      `${script}; const controller = new inPage.PageController(); await controller.updateTree(); ${code} return null;`,
    );
  await stage.assistant.connected();
  let to = signedIn('alice', PLACE, 'assistant');
  await runErrand({
    async goTo() {
      await pause(1_500);
      if (to !== '') await goTo(stage, to, /Lunch on Thursday/).catch(() => undefined);
      to = '';
      await stage.assistant.connected();
    },
    click: async (selector) =>
      void (await run(`await inPage.clickElement(document.querySelector(${JSON.stringify(selector)}));`)),
    write: async (selector, text) =>
      void (await run(
        `await inPage.inputTextElement(document.querySelector(${JSON.stringify(selector)}), ${JSON.stringify(text)});`,
      )),
  });
}
