/** What stands in people's way on a page of ours, as far as a program can tell: axe-core, and whether it fits the window. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';

const AXE = readFileSync(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8');

/** The rules of WCAG 2.2 up to AA, and what axe's authors hold to be good practice. */
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

interface Found {
  readonly violations: readonly {
    readonly id: string;
    readonly nodes: readonly { readonly target: readonly unknown[]; readonly failureSummary?: string }[];
  }[];
  readonly passes: readonly unknown[];
}

export interface Barriers {
  /** "color-contrast: .note Fix any of…", one for each place. */
  readonly found: readonly string[];
  /** Rules that had something to look at and found nothing wrong. */
  readonly passed: number;
  /** By how many pixels the page is wider than its window. */
  readonly tooWide: number;
}

/** Looks at the page as it is now. Evaluated by the debugger, which the page's content security policy does not bind. */
export async function barriersOn(page: Page): Promise<Barriers> {
  await page.evaluate(AXE);
  const found = (await page.evaluate(
    `axe.run(document, { runOnly: ${JSON.stringify(TAGS)}, resultTypes: ['violations', 'passes'] })`,
  )) as Found;
  const tooWide = (await page.evaluate(
    'document.documentElement.scrollWidth - document.documentElement.clientWidth',
  )) as number;
  return {
    found: found.violations.flatMap(({ id, nodes }) =>
      nodes.map((node) => `${id}: ${node.target.join(' ')} ${node.failureSummary ?? ''}`.replace(/\s+/g, ' ')),
    ),
    passed: found.passes.length,
    tooWide,
  };
}
