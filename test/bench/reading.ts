/** What it costs to read threads of several lengths, in a real Chromium; null where there is none. */
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { build } from 'vite';
import { findBrowser } from '../browser/harness/find-browser.ts';
import type { ThreadCost } from './reading-page.ts';

const LENGTHS = [10, 300] as const;

export async function measureReading(): Promise<readonly ThreadCost[] | null> {
  const found = findBrowser('chromium');
  if (found.kind === 'missing') return null;
  const script = await scriptOf(new URL('reading-page.ts', import.meta.url));
  const browser = await chromium.launch({ executablePath: found.path, args: ['--no-sandbox', '--disable-gpu'] });
  try {
    const costs: ThreadCost[] = [];
    for (const length of LENGTHS) {
      const page = await browser.newPage();
      await page.setContent('<!doctype html><title>Inbox</title>');
      await page.evaluate(script);
      costs.push(
        (await page.evaluate(
          (messages) =>
            (globalThis as { countersignReading?: (n: number) => Promise<ThreadCost> }).countersignReading?.(messages),
          length,
        )) as ThreadCost,
      );
      await page.close();
    }
    return costs;
  } finally {
    await browser.close();
  }
}

/** A module of ours as one script for a page. */
export async function scriptOf(entry: URL): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    build: { lib: { entry: fileURLToPath(entry), formats: ['iife'], name: 'inPage' }, write: false, target: 'es2022' },
  });
  const [output] = Array.isArray(built) ? built : [built];
  const [chunk] = output !== undefined && 'output' in output ? output.output : [];
  if (chunk?.type !== 'chunk') throw new Error(`${entry.pathname} could not be built for a page`);
  return chunk.code;
}
