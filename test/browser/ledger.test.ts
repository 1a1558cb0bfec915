/** The ledger on a real database, where writers meet, pages die and collectors fail: nothing acknowledged is lost. */
import type { BrowserContext, Page } from 'playwright-core';
import { chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verifyLedger } from '../../src/core/ledger/check.ts';
import { type Collector, KEEPING } from '../../src/core/ledger/keeping.ts';
import { ledgerLines } from '../../src/core/ledger/lines.ts';
import type { Entry } from '../../src/core/ledger.ts';
import { scriptOf } from '../bench/reading.ts';
import { diceOf, trustIn } from '../eval/ledger/made.ts';
import { type Behaviour, type OtlpReceiver, startOtlpReceiver } from '../workspace/otlp-receiver.ts';
import { findBrowser } from './harness/find-browser.ts';
import type { LedgerInPage } from './ledger-in-page.ts';

type Global = { readonly countersignLedger: LedgerInPage };

const found = findBrowser('chromium');
const FULL = process.env.COUNTERSIGN_FULL === '1';

describe.skipIf(found.kind === 'missing')('the ledger on a real database', () => {
  let receiver: OtlpReceiver;
  let context: BrowserContext;
  let close: () => Promise<unknown>;
  const acknowledged: { readonly seq: number; readonly number: number }[] = [];

  const open = async (): Promise<Page> => {
    const page = await context.newPage();
    await page.goto(receiver.url);
    return page;
  };
  const entriesIn = (page: Page) =>
    page.evaluate(() => (globalThis as unknown as Global).countersignLedger.all()) as Promise<readonly Entry[]>;
  const keyIn = (page: Page) => page.evaluate(() => (globalThis as unknown as Global).countersignLedger.key());
  const fresh = async (): Promise<Page> => {
    acknowledged.length = 0;
    const page = await open();
    await page.evaluate(() => (globalThis as unknown as Global).countersignLedger.reset());
    return page;
  };

  beforeAll(async () => {
    if (found.kind === 'missing') return;
    const script = await scriptOf(new URL('ledger-in-page.ts', import.meta.url));
    receiver = await startOtlpReceiver('<!doctype html><title>Ledger</title>');
    const browser = await chromium.launch({ executablePath: found.path, args: ['--no-sandbox', '--disable-gpu'] });
    context = await browser.newContext();
    await context.addInitScript(script);
    await context.exposeFunction(
      'acknowledge',
      (seq: number, number: number) => void acknowledged.push({ seq, number }),
    );
    close = async () => Promise.all([browser.close(), receiver.close()]);
  });
  afterAll(() => close?.());

  it('two writers at once make one chain, and its key signs it', async () => {
    const [first, second] = [await fresh(), await open()];
    const writing = [first, second].map((page) =>
      page.evaluate(() => (globalThis as unknown as Global).countersignLedger.write(150, 3, 'held')),
    );
    await Promise.all(writing);
    await first.evaluate(() => (globalThis as unknown as Global).countersignLedger.sayHead());
    const entries = await entriesIn(first);
    const key = await keyIn(second);
    expect(entries.filter(({ kind }) => kind === 'held')).toHaveLength(300);
    expect(verifyLedger(entries, undefined, trustIn(key))).toMatchObject({
      kind: 'valid',
      key,
      signedUpTo: entries.length - 1,
    });
    expect(entries.filter(({ kind }) => kind === 'checkpoint').length).toBeGreaterThanOrEqual(4);
    await Promise.all([first.close(), second.close()]);
  });

  it('a page that dies while it writes loses nothing that it was told is written', async () => {
    const dice = diceOf(5);
    await (await fresh()).close();
    for (let death = 0; death < (FULL ? 100 : 10); death += 1) {
      const page = await open();
      const before = acknowledged.length;
      page
        .evaluate(() =>
          (globalThis as unknown as Global).countersignLedger.write(
            1_000,
            4,
            'released',
            (globalThis as unknown as { acknowledge: (seq: number, number: number) => unknown }).acknowledge,
          ),
        )
        .catch(() => undefined);
      await expect.poll(() => acknowledged.length, { timeout: 30_000 }).toBeGreaterThan(before + dice(20));
      await page.close({ runBeforeUnload: false });
    }
    const page = await open();
    const entries = await entriesIn(page);
    const bySeq = new Map(entries.map((entry) => [entry.seq, entry]));
    expect(acknowledged.filter(({ seq, number }) => bySeq.get(seq)?.body.number !== number)).toEqual([]);
    expect(verifyLedger(entries, undefined, trustIn(await keyIn(page)))).toMatchObject({ kind: 'valid' });
    await page.close();
  });

  it('what is removed by policy is said by the key, and the rest can be verified', async () => {
    const page = await fresh();
    const removed = await page.evaluate(async (keeping) => {
      const ledger = (globalThis as unknown as Global).countersignLedger;
      await ledger.fill(1_000);
      const { bytes } = await ledger.state();
      await ledger.sayHead();
      return ledger.prune({ ...keeping, mostBytes: bytes }, null);
    }, KEEPING);
    const entries = await entriesIn(page);
    expect(removed).toBeGreaterThan(150);
    expect(entries[0]?.seq).toBe(removed + 1);
    const trust = trustIn(await keyIn(page));
    expect(verifyLedger(entries, undefined, trust)).toMatchObject({ kind: 'valid', first: removed + 1 });
    expect(verifyLedger(entries.slice(1), undefined, trust)).toMatchObject({ kind: 'broken', why: 'missing' });
    const state = await page.evaluate(() => (globalThis as unknown as Global).countersignLedger.state());
    expect(state.bytes).toBe(entries.reduce((sum, entry) => sum + JSON.stringify(entry).length + 1, 0));
    await page.close();
  });

  it('nothing that the collector has not had is removed: then agents’ acts are not written, and others are', async () => {
    const page = await fresh();
    const seen = await page.evaluate(
      async ([keeping, collector]) => {
        const ledger = (globalThis as unknown as Global).countersignLedger;
        await ledger.fill(500);
        const { bytes } = await ledger.state();
        const full = { ...keeping, mostBytes: bytes };
        ledger.keepWithin(full);
        const removed = await ledger.prune(full, collector);
        const act = await ledger.write(1, 1, 'released').then(
          () => 'written',
          () => 'refused',
        );
        const held = await ledger.write(1, 1, 'held').then(
          () => 'written',
          () => 'refused',
        );
        ledger.keepWithin({ ...full, whenFull: 'go-on' });
        const goesOn = await ledger.write(1, 1, 'released').then(
          () => 'written',
          () => 'refused',
        );
        ledger.keepWithin(keeping);
        return { removed, act, held, goesOn };
      },
      [KEEPING, collectorAt(receiver)] as const,
    );
    expect(seen).toEqual({ removed: 0, act: 'refused', held: 'written', goesOn: 'written' });
    await page.close();
  });

  it('every entry arrives once in order, through errors, resets, garbage and pages that die', async () => {
    const count = FULL ? 10_000 : 2_000;
    let page = await fresh();
    const dice = diceOf(11);
    const faults: readonly Behaviour[] = [
      ...(['error-500', 'busy-503', 'reset', 'keep-and-reset', 'keep-and-error'] as const),
      ...(['garbage-200', 'empty-200', 'too-large-413'] as const),
    ];
    receiver.behave = () => (dice(2) === 0 ? 'ok' : (faults[dice(faults.length)] ?? 'ok'));
    const collector = collectorAt(receiver);
    await page.evaluate((total) => (globalThis as unknown as Global).countersignLedger.fill(total), count);
    const whole = (await entriesIn(page)).length;
    const upTo = () =>
      page.evaluate(async () => (await (globalThis as unknown as Global).countersignLedger.delivery()).upTo);
    for (let tries = 0; (await upTo()) < whole; tries += 1) {
      expect(tries).toBeLessThan(2_000);
      const sending = page
        .evaluate((to) => (globalThis as unknown as Global).countersignLedger.deliver(to, 'at-once'), collector)
        .catch(() => undefined);
      if (dice(8) === 0) {
        await page.close();
        page = await open();
      } else await sending;
    }
    const once = [...new Map(receiver.records.map((each) => [each.id, each])).values()];
    expect(receiver.faults).toEqual([]);
    expect(once.map(({ sequence }) => sequence)).toEqual(Array.from({ length: whole }, (_, i) => i + 1));
    expect(receiver.records.length).toBeGreaterThan(whole);
    expect(receiver.headers).toMatchObject({ authorization: 'Bearer word' });
    const arrived = ledgerLines(once.map(({ body }) => body).join('\n'));
    expect(verifyLedger(arrived, undefined, trustIn(await keyIn(page)))).toMatchObject({ kind: 'valid' });
    await page.close();
  });

  it('a collector that fails is left alone for a while, unless it is urgent', async () => {
    const page = await fresh();
    receiver.behave = () => 'error-500';
    const asked = receiver.requests;
    const ways = await page.evaluate(async (to) => {
      const ledger = (globalThis as unknown as Global).countersignLedger;
      await ledger.write(1, 1, 'held');
      const first = await ledger.deliver(to, 'when-due');
      const second = await ledger.deliver(to, 'when-due');
      const urgent = await ledger.deliver(to, 'at-once');
      return { first, second, urgent, ...(await ledger.delivery()) };
    }, collectorAt(receiver));
    expect(ways).toMatchObject({ first: 'failed', second: 'waiting', urgent: 'failed', failures: 2, why: 'HTTP 500' });
    expect(receiver.requests - asked).toBe(2);
    receiver.behave = () => 'ok';
    await page.close();
  });
});

function collectorAt({ url }: OtlpReceiver): Collector {
  const headers = [{ name: 'Authorization', value: 'Bearer word' }];
  return { format: 'otlp', url: `${url}/v1/logs`, headers, batch: 50 };
}
