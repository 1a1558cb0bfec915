/** Tools that drive a browser from outside it: over the DevTools protocol and over BiDi. */
import { join } from 'node:path';
import puppeteer, { type Page } from 'puppeteer-core';
import { connectAgent, connectFirefoxAgent } from '../../browser/harness/remote.ts';
import type { Stage } from '../../browser/stage.ts';
import { REPLY, runErrand, SEND, type ToolHand } from './errand.ts';
import { fromNpm, PACKAGES } from './fetched.ts';
import { type Mcp, openMcp } from './mcp.ts';
import { type LiveTool, NOTHING_TO_CLOSE } from './tool.ts';

const PATIENCE_MS = 20_000;

export const PLAYWRIGHT_ATTACHED: LiveTool = {
  name: 'Playwright, attached over CDP',
  browsers: ['chromium'],
  expected: 'agent',
  prepare: async () => ({
    stage: { remote: 'agent' },
    async work(stage) {
      const { page, close } = await connectAgent(stage.launched().remoteUrl ?? '');
      page.setDefaultTimeout(PATIENCE_MS);
      await runErrand({
        goTo: async (url) => void (await page.goto(url)),
        click: (selector) => page.click(selector),
        write: (selector, text) => page.fill(selector, text),
      });
      await close();
    },
    close: NOTHING_TO_CLOSE,
  }),
};

export const PUPPETEER_ATTACHED: LiveTool = {
  name: 'Puppeteer, attached over CDP',
  browsers: ['chromium'],
  expected: 'agent',
  prepare: async () => ({
    stage: { remote: 'agent' },
    async work(stage) {
      const browserURL = stage.launched().remoteUrl ?? '';
      const browser = await puppeteer.connect({ browserURL, defaultViewport: null });
      const page = (await browser.pages())[0] ?? (await browser.newPage());
      await runErrand(handOf(page));
      await browser.disconnect();
    },
    close: NOTHING_TO_CLOSE,
  }),
};

export const PUPPETEER_BIDI: LiveTool = {
  name: 'Puppeteer, WebDriver BiDi',
  browsers: ['firefox'],
  expected: 'agent',
  prepare: async () => ({
    stage: { remote: 'agent' },
    async work(stage) {
      const { page, close } = await connectFirefoxAgent(stage.launched().remoteUrl ?? '');
      await runErrand(handOf(page));
      await close();
    },
    close: NOTHING_TO_CLOSE,
  }),
};

function handOf(page: Page): ToolHand {
  page.setDefaultTimeout(PATIENCE_MS);
  const at = async (selector: string) => {
    const found = await page.waitForSelector(selector, { visible: true });
    await found?.evaluate((element) => element.scrollIntoView({ block: 'center' }));
    return found;
  };
  return {
    goTo: async (url) => void (await page.goto(url)),
    click: async (selector) => void (await (await at(selector))?.click()),
    write: async (selector, text) => void (await (await at(selector))?.type(text)),
  };
}

export const PLAYWRIGHT_MCP: LiveTool = {
  name: '@playwright/mcp',
  browsers: ['chromium'],
  expected: 'agent',
  async prepare(_browser, say) {
    const modules = await fromNpm([PACKAGES['playwright-mcp']], say);
    return {
      stage: { remote: 'agent' },
      work: (stage) => withMcp(stage, [join(modules, '@playwright/mcp/cli.js'), '--cdp-endpoint'], playwrightErrand),
      close: NOTHING_TO_CLOSE,
    };
  },
};

async function playwrightErrand(mcp: Mcp): Promise<void> {
  const at = (target: string) => ({ element: target, target, ref: target });
  await runErrand({
    goTo: async (url) => void (await mcp.call('browser_navigate', { url })),
    click: async (selector) => void (await mcp.call('browser_click', at(selector))),
    write: async (selector, text) => void (await mcp.call('browser_type', { ...at(selector), text })),
  });
}

export const DEVTOOLS_MCP: LiveTool = {
  name: 'chrome-devtools-mcp',
  browsers: ['chromium'],
  expected: 'agent',
  async prepare(_browser, say) {
    const modules = await fromNpm([PACKAGES['chrome-devtools-mcp']], say);
    const program = join(modules, 'chrome-devtools-mcp/build/src/bin/chrome-devtools-mcp.js');
    return {
      stage: { remote: 'agent' },
      work: (stage) => withMcp(stage, [program, '--no-usage-statistics', '--browserUrl'], devtoolsErrand),
      close: NOTHING_TO_CLOSE,
    };
  },
};

/** It knows a page's elements by the names that a screen reader hears. */
async function devtoolsErrand(mcp: Mcp): Promise<void> {
  const pages = await mcp.call('list_pages', {});
  const pageId = Number(/(\d+)[:\s]/.exec(pages)?.[1] ?? 1);
  const call = (name: string, input: Readonly<Record<string, unknown>>) => mcp.call(name, { pageId, ...input });
  const uidOf = async (selector: string) => {
    const snapshot = await call('take_snapshot', {});
    const found = [...snapshot.matchAll(/uid=(\S+) (\S+) "([^"]*)"([^\n]*)/g)].find(
      ([, , role = '', name = '', more = '']) => isMeant(selector, role, name, more),
    );
    if (found?.[1] === undefined) throw new Error(`no ${selector} in:\n${snapshot.slice(0, 1_500)}`);
    return found[1];
  };
  await runErrand({
    goTo: async (url) => void (await call('navigate_page', { url, type: 'url' })),
    click: async (selector) => void (await call('click', { uid: await uidOf(selector) })),
    write: async (selector, text) => void (await call('fill', { uid: await uidOf(selector), value: text })),
  });
}

function isMeant(selector: string, role: string, name: string, more: string): boolean {
  if (selector === REPLY) return role === 'button' && name === 'Reply' && more.includes('begin composing');
  if (selector === SEND) return role === 'button' && name === 'Reply' && more.includes('Ctrl+Enter');
  return role === 'textbox' && name === 'Text';
}

async function withMcp(stage: Stage, args: readonly string[], use: (mcp: Mcp) => Promise<void>): Promise<void> {
  const mcp = await openMcp([...args, stage.launched().remoteUrl ?? ''], process.env);
  try {
    await use(mcp);
  } finally {
    await mcp.close();
  }
}
