/** Recorded pages in a real Chromium without network and without their scripts, so that they are laid out as people saw them. */
import { type Browser, chromium } from 'playwright-core';
import type { SiteKind } from '../../../src/core/policy.ts';
import { scriptOf } from '../../bench/reading.ts';
import { findBrowser } from '../../browser/harness/find-browser.ts';
import type { Read } from '../sites.ts';
import type { InPage } from './in-page.ts';

export interface PageReader {
  read(html: string): Promise<Read>;
  close(): Promise<void>;
}

/** An open conversation, as Gmail's address has it. */
const CONVERSATION = '#inbox/0000000000000001';

/** What gives a page's site away, and the address at which it is shown. */
const ADDRESSES: readonly { readonly kind: SiteKind; readonly sign: RegExp; address(html: string): string }[] = [
  {
    kind: 'discourse',
    sign: /name="generator" content="Discourse|id="data-preloaded"|class="[^"]*topic-post/,
    address: (html) => `https://forum.invalid/t/recorded/${/data-topic-id="(\d+)"/.exec(html)?.[1] ?? '1'}`,
  },
  {
    kind: 'gmail',
    sign: /mail\.google\.com|g_editable=|data-(?:legacy-)?(?:thread|message)-id=|class="[^"]*\b(?:zA|adn|a3s|gD|M9|aoI|AO)\b/,
    address: (html) =>
      `https://mail.google.com/mail/u/0/${/class="[^"]*\b(?:hP|adn)\b/.test(html) ? CONVERSATION : '#inbox'}`,
  },
];

/** Null where no Chromium is on this machine. */
export async function openPages(): Promise<PageReader | null> {
  const found = findBrowser('chromium');
  if (found.kind === 'missing') return null;
  const script = await scriptOf(new URL('in-page.ts', import.meta.url));
  const browser = await chromium.launch({ executablePath: found.path, args: ['--no-sandbox', '--disable-gpu'] });
  return { read: (html) => readPage(browser, script, html), close: () => browser.close() };
}

async function readPage(browser: Browser, script: string, html: string): Promise<Read> {
  const known = ADDRESSES.find(({ sign }) => sign.test(html));
  if (known === undefined) return { site: null, what: 'unknown' };
  const context = await browser.newContext();
  try {
    await context.route('**/*', (route) =>
      route.request().isNavigationRequest() && route.request().frame().parentFrame() === null
        ? route.fulfill({
            contentType: 'text/html; charset=utf-8',
            headers: { 'content-security-policy': "script-src 'none'" },
            body: html,
          })
        : route.abort(),
    );
    const page = await context.newPage();
    await page.goto(known.address(html), { waitUntil: 'domcontentloaded' });
    await page.evaluate(script);
    const read = await page.evaluate(
      (kind) => (globalThis as { countersignInPage?: InPage }).countersignInPage?.read(kind),
      known.kind,
    );
    return { site: known.kind, what: 'page', ...read };
  } finally {
    await context.close();
  }
}
