/** The agents' hands: a client over the remote protocol with trusted input, and a script inside the page. */
import { chromium } from 'playwright-core';
import puppeteer from 'puppeteer-core';
import type { Assistant } from '../workspace/assistant.ts';
import { until } from './harness/until.ts';
import type { Stage } from './stage.ts';

export interface Agent {
  readonly name: 'cdp' | 'bidi' | 'script';
  goTo(url: string): Promise<void>;
  /** Runs the body of an async function in the page and resolves to its JSON value. */
  run<T>(code: string): Promise<T>;
  click(selector: string): Promise<void>;
  write(selector: string, text: string): Promise<void>;
  /** Puts text before what an editor holds already. */
  insert(selector: string, text: string): Promise<void>;
  pressCtrlEnter(selector: string): Promise<void>;
  /** Presses a key ("Enter", "Space", "Meta+Enter") on an element. */
  press(selector: string, key: string): Promise<void>;
  /** Clicks a point of the page, in CSS pixels. */
  clickAt(x: number, y: number): Promise<void>;
  /** Opens an address in a new tab; what it was told, for the record. */
  tryToOpen(url: string): Promise<string>;
  /** Closes the tabs that its attempts have left behind. */
  tidy(): Promise<void>;
  leave(): Promise<void>;
}

/** The agent over the remote protocol of this browser. */
export async function remoteAgent(stage: Stage): Promise<Agent> {
  return stage.name === 'chromium' ? cdpAgent(stage) : bidiAgent(stage);
}

async function cdpAgent(stage: Stage): Promise<Agent> {
  const browser = await chromium.connectOverCDP(stage.launched().remoteUrl ?? '');
  const [context] = browser.contexts();
  const page = context?.pages()[0] ?? (await context?.newPage());
  if (context === undefined || page === undefined) throw new Error('the browser gave the agent no page');
  return {
    name: 'cdp',
    goTo: async (url) => void (await page.goto(url)),
    run: (code) =>
      page.evaluate((body) => new (Object.getPrototypeOf(async () => undefined).constructor)(body)(), code),
    click: (selector) => page.click(selector, { timeout: 15_000 }),
    write: (selector, text) => page.fill(selector, text),
    async insert(selector, text) {
      await page.focus(selector);
      await page.evaluate(toTheStart, selector);
      await page.keyboard.insertText(text);
    },
    async pressCtrlEnter(selector) {
      await page.focus(selector);
      await page.keyboard.press('Control+Enter');
    },
    async press(selector, key) {
      await page.focus(selector);
      await page.keyboard.press(key);
    },
    clickAt: (x, y) => page.mouse.click(x, y),
    async tryToOpen(url) {
      const other = await context.newPage();
      const answer = await other.goto(url, { timeout: 5_000 }).then(
        () => other.url(),
        (error: Error) => error.message.split('\n')[0] ?? '',
      );
      await other.close().catch(() => undefined);
      return answer;
    },
    async tidy() {
      for (const other of context.pages()) if (other !== page) await other.close().catch(() => undefined);
      await page.bringToFront();
    },
    leave: () => browser.close(),
  };
}

async function bidiAgent(stage: Stage): Promise<Agent> {
  const browser = await puppeteer.connect({
    browserWSEndpoint: `${stage.launched().remoteUrl}/session`,
    protocol: 'webDriverBiDi',
    // Only the demo needs this: by policy the browser knows our authority.
    acceptInsecureCerts: stage.launched().install === 'demo',
    defaultViewport: null,
  });
  const page = (await browser.pages())[0] ?? (await browser.newPage());
  return {
    name: 'bidi',
    goTo: async (url) => void (await page.goto(url)),
    run: (code) =>
      page.evaluate(
        (body) => new (Object.getPrototypeOf(async () => undefined).constructor)(body)(),
        code,
      ) as Promise<never>,
    click: async (selector) => {
      const target = await page.waitForSelector(selector, { timeout: 15_000 });
      await target?.evaluate((element) => element.scrollIntoView({ block: 'center' }));
      await page.click(selector);
    },
    async write(selector, text) {
      await page.waitForSelector(selector, { timeout: 15_000 });
      await page.focus(selector);
      // As Playwright's fill does: what stands there is replaced.
      await page.evaluate((found) => (document.querySelector(found) as HTMLInputElement | null)?.select(), selector);
      await page.keyboard.type(text);
    },
    async insert(selector, text) {
      await page.focus(selector);
      await page.evaluate(toTheStart, selector);
      await page.keyboard.type(text);
    },
    async pressCtrlEnter(selector) {
      await page.focus(selector);
      await page.keyboard.down('Control');
      await page.keyboard.press('Enter');
      await page.keyboard.up('Control');
    },
    async press(selector, key) {
      await page.focus(selector);
      // This protocol calls the space bar by what it writes.
      const keys = key.split('+').map((each) => (each === 'Space' ? ' ' : each)) as (' ' | 'Enter' | 'Meta')[];
      for (const each of keys) await page.keyboard.down(each);
      for (const each of keys.reverse()) await page.keyboard.up(each);
    },
    clickAt: (x, y) => page.mouse.click(x, y),
    async tryToOpen(url) {
      const other = await browser.newPage();
      const answer = await other.goto(url, { timeout: 5_000 }).then(
        () => other.url(),
        (error: Error) => error.message.split('\n')[0] ?? '',
      );
      await other.close().catch(() => undefined);
      return answer;
    },
    async tidy() {
      for (const other of await browser.pages()) if (other !== page) await other.close().catch(() => undefined);
      await page.bringToFront();
    },
    leave: () => browser.disconnect(),
  };
}

/** The script in the page; it has what any script of the page has, and nothing else. */
export function scriptAgent(assistant: Assistant): Agent {
  const find = (selector: string) =>
    `const target = document.querySelector(${JSON.stringify(selector)}); if (!target) throw new Error('nothing here is ' + ${JSON.stringify(selector)});`;
  return {
    name: 'script',
    async goTo(url) {
      // Going to the address where it is already, the page that is being left looks like the one that comes.
      const left = await assistant.run<number>(
        `setTimeout(() => { location.href = ${JSON.stringify(url)}; }, 50); return performance.timeOrigin;`,
      );
      const there = `return location.href === ${JSON.stringify(url)} && document.readyState === 'complete' && performance.timeOrigin !== ${left};`;
      await until(`the page ${url}`, () => assistant.run<boolean>(there, 10_000).catch(() => false), 40_000, 300);
    },
    run: (code) => assistant.run(code),
    click: (selector) => waitAnd(assistant, selector, 'target.click();'),
    write: (selector, text) =>
      waitAnd(
        assistant,
        selector,
        `target.focus(); target.value = ${JSON.stringify(text)}; target.dispatchEvent(new InputEvent('input', { bubbles: true }));`,
      ),
    insert: (selector, text) =>
      waitAnd(
        assistant,
        selector,
        `target.focus(); target.prepend(document.createTextNode(${JSON.stringify(text)})); target.dispatchEvent(new InputEvent('input', { bubbles: true }));`,
      ),
    pressCtrlEnter: (selector) =>
      assistant.run(
        `${find(selector)} target.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', code: 'Enter', ctrlKey: true, bubbles: true, cancelable: true }));`,
      ),
    press: (selector, key) => {
      const name = { Space: ' ' }[key] ?? key.split('+').at(-1);
      const init = { key: name, metaKey: key.startsWith('Meta+'), bubbles: true, cancelable: true };
      return assistant.run(
        `${find(selector)} target.dispatchEvent(new KeyboardEvent('keydown', ${JSON.stringify(init)}));`,
      );
    },
    clickAt: (x, y) => assistant.run(`document.elementFromPoint(${x}, ${y})?.click();`),
    tryToOpen: (url) =>
      assistant.run(
        `try { return window.open(${JSON.stringify(url)}) ? 'opened' : 'not opened'; } catch (error) { return error.message; }`,
      ),
    // A script may not close tabs that it has no hold of; without a user's gesture it could open none.
    tidy: async () => undefined,
    leave: async () => undefined,
  };
}

/** Runs in the page: the caret before everything that stands there. */
function toTheStart(selector: string): void {
  const editor = document.querySelector(selector);
  if (editor) getSelection()?.collapse(editor, 0);
}

async function waitAnd(assistant: Assistant, selector: string, code: string): Promise<void> {
  await until(
    `${selector} in the page`,
    () => assistant.run<boolean>(`return document.querySelector(${JSON.stringify(selector)}) !== null;`),
    20_000,
    200,
  );
  await assistant.run(`const target = document.querySelector(${JSON.stringify(selector)}); ${code}`);
}
