/** The record sent to a collector that is none of ours, which is stopped and started again meanwhile. */
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { expect, it } from 'vitest';
import { verifyLedger } from '../../src/core/ledger/check.ts';
import type { Collector } from '../../src/core/ledger/keeping.ts';
import { ledgerLines } from '../../src/core/ledger/lines.ts';
import type { Entry } from '../../src/core/ledger.ts';
import { scriptOf } from '../bench/reading.ts';
import { trustIn } from '../eval/ledger/made.ts';
import { findJournalRemote, journalIn, startJournalRemote } from '../workspace/journal-remote.ts';
import { listen } from '../workspace/loopback-server.ts';
import { findBrowser } from './harness/find-browser.ts';
import type { LedgerInPage } from './ledger-in-page.ts';

type Global = { readonly countersignLedger: LedgerInPage };

const found = findBrowser('chromium');
const journal = findJournalRemote();
const COUNT = process.env.COUNTERSIGN_FULL === '1' ? 10_000 : 1_000;

it.skipIf(found.kind === 'missing' || journal === null)(
  'systemd-journal-remote has every entry once, in order, although it was stopped four times',
  async () => {
    if (found.kind === 'missing' || journal === null) return;
    const folder = mkdtempSync(join(tmpdir(), 'countersign-journal-'));
    const page = createServer((_request, response) => response.setHeader('content-type', 'text/html').end('<title>L'));
    const served = await listen(page);
    const free = await listen(createServer());
    await free.close();
    // The extension may speak to any host; a page may only where nobody looks at origins.
    const args = ['--no-sandbox', '--disable-gpu', '--disable-web-security'];
    const browser = await chromium.launch({ executablePath: found.path, args });
    const file = join(folder, 'remote.journal');
    let remote = startJournalRemote(journal, free.port, file);
    try {
      const tab = await browser.newPage();
      await tab.addInitScript(await scriptOf(new URL('ledger-in-page.ts', import.meta.url)));
      await tab.goto(`http://127.0.0.1:${served.port}`);
      await tab.evaluate((count) => (globalThis as unknown as Global).countersignLedger.fill(count), COUNT);
      const upTo = () =>
        tab.evaluate(async () => (await (globalThis as unknown as Global).countersignLedger.delivery()).upTo);
      const whole = (await tab.evaluate(() => (globalThis as unknown as Global).countersignLedger.state())).seq;
      const collector: Collector = {
        ...{ format: 'systemd-journal', url: `http://127.0.0.1:${free.port}/upload`, headers: [], batch: 5 },
      };
      let stops = 0;
      for (let tries = 0; (await upTo()) < whole; tries += 1) {
        expect(tries).toBeLessThan(500);
        const sending = tab.evaluate(
          (to) => (globalThis as unknown as Global).countersignLedger.deliver(to, 'at-once'),
          collector,
        );
        if (stops < 4) {
          await new Promise((resolve) => setTimeout(resolve, 100));
          stops += 1;
          const gone = new Promise((resolve) => remote.once('exit', resolve));
          remote.kill();
          await gone;
          await sending;
          remote = startJournalRemote(journal, free.port, file);
        } else await sending;
      }
      const gone = new Promise((resolve) => remote.once('exit', resolve));
      remote.kill();
      await gone;
      expect(stops).toBe(4);
      const once = [...new Map(journalIn(journal, file).map((each) => [each.id, each.message])).values()];
      const entries = ledgerLines(once.join('\n')) as readonly Entry[];
      expect(entries.map(({ seq }) => seq)).toEqual(Array.from({ length: whole }, (_, i) => i + 1));
      const key = await tab.evaluate(() => (globalThis as unknown as Global).countersignLedger.key());
      expect(verifyLedger(entries, undefined, trustIn(key))).toMatchObject({ kind: 'valid' });
    } finally {
      remote.kill();
      await browser.close();
      await served.close();
      rmSync(folder, { recursive: true, force: true });
    }
  },
  300_000,
);
