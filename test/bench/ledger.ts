/** What the ledger costs from 1,000 to 200,000 entries, in a real Chromium; null where there is none. */
import { createServer } from 'node:http';
import { chromium } from 'playwright-core';
import { MOST_BYTES } from '../../src/core/ledger/keeping.ts';
import { findBrowser } from '../browser/harness/find-browser.ts';
import { removeFolder, temporaryFolder } from '../browser/harness/processes.ts';
import { listen } from '../workspace/loopback-server.ts';
import type { LedgerCost } from './ledger-page.ts';
import { scriptOf } from './reading.ts';

export const LENGTHS = [1_000, 10_000, 50_000, 200_000] as const;

/** A busy day of agents, in entries. */
const A_DAY = 2_000;

/** How many months of such days fit into the room that policy gives by default. */
export function monthsIn(bytesPerEntry: number): number {
  return MOST_BYTES / (bytesPerEntry * A_DAY) / 30.4;
}

/** A profile on the disk, since a ledger in memory would tell nothing of the disk. */
export async function measureLedger(
  lengths: readonly number[],
  tell: (cost: LedgerCost) => void,
): Promise<readonly LedgerCost[] | null> {
  const found = findBrowser('chromium');
  if (found.kind === 'missing') return null;
  const profile = temporaryFolder('ledger');
  const server = createServer((_request, response) => response.setHeader('content-type', 'text/html').end('<title>L'));
  const { port, close } = await listen(server);
  const script = await scriptOf(new URL('ledger-page.ts', import.meta.url));
  const options = { executablePath: found.path, args: ['--no-sandbox', '--disable-gpu'] };
  const context = await chromium.launchPersistentContext(profile, options);
  try {
    await context.addInitScript(script);
    const page = await context.newPage();
    await page.goto(`http://127.0.0.1:${port}`);
    const costs: LedgerCost[] = [];
    for (const length of lengths) {
      const cost = await page.evaluate(
        (entries) =>
          (globalThis as unknown as { countersignLedgerCost(n: number): Promise<LedgerCost> }).countersignLedgerCost(
            entries,
          ),
        length,
      );
      costs.push(cost);
      tell(cost);
    }
    return costs;
  } finally {
    await context.close();
    await close();
    removeFolder(profile);
  }
}
