/** Runs within a page: what the ledger costs when it holds so many entries, on a real database. */
import { database } from '../../src/background/database.ts';
import { lastEntries, ledgerState, record, sizeOf } from '../../src/background/record.ts';
import { recordLines } from '../../src/background/record-view.ts';
import { verifyLedger } from '../../src/core/ledger/check.ts';
import { ledgerLines } from '../../src/core/ledger/lines.ts';
import { type Entry, nextEntry } from '../../src/core/ledger.ts';
import { bodyOf } from '../browser/ledger-in-page.ts';

export interface LedgerCost {
  readonly entries: number;
  readonly bytesPerEntry: number;
  /** Milliseconds: appending one entry, on the disk when it is over. */
  readonly appendMedian: number;
  readonly appendP99: number;
  /** Reading the newest entries, as many as the activity page shows. */
  readonly newest: number;
  /** Reading all entries as a file, and verifying them, signatures aside. */
  readonly save: number;
  readonly verify: number;
}

/** Entries that the activity page shows. */
const SHOWN = 200;

const APPENDED = 300;

/** Chains entries up to `count` and puts them down in large transactions: for what is measured after. */
async function fillTo(count: number): Promise<void> {
  for (;;) {
    const state = await ledgerState();
    if (state.seq >= count) return;
    let head: { seq: number; hash: string } = state;
    let bytes = state.bytes;
    const transaction = (await database()).transaction(['ledger', 'durable'], 'readwrite');
    for (let i = 0; i < 5_000 && head.seq < count; i += 1) {
      const entry: Entry = nextEntry(head, 1_796_000_000_000 + head.seq * 40_000, 'held', bodyOf(head.seq));
      void transaction.objectStore('ledger').add(entry);
      bytes += sizeOf(entry);
      head = entry;
    }
    const { seq, hash } = head;
    await transaction.objectStore('durable').put({ seq, hash, signed: seq, signedAt: Date.now(), bytes }, 'ledgerHead');
    await transaction.done;
  }
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  await work();
  return performance.now() - begun;
}

/** Fills the ledger to `entries` and measures there. */
async function measure(entries: number): Promise<LedgerCost> {
  await fillTo(entries);
  const appends: number[] = [];
  for (let i = 0; i < APPENDED; i += 1) appends.push(await timed(() => record('held', bodyOf(i))));
  appends.sort((a, b) => a - b);
  const newest = await timed(() => lastEntries(SHOWN));
  let text = '';
  const save = await timed(async () => {
    for (let after = 0; ; ) {
      const part = await recordLines(after);
      if (part === '') break;
      text += part;
      after += part.split('\n').length - 1;
    }
  });
  const verify = await timed(async () => {
    const check = verifyLedger(ledgerLines(text));
    if (check.kind === 'broken') throw new Error(`the ledger broke at ${check.at}: ${check.why}`);
  });
  const { seq, bytes } = await ledgerState();
  const [appendMedian, appendP99] = [appends[APPENDED / 2] ?? 0, appends[Math.floor(APPENDED * 0.99)] ?? 0];
  return { entries, bytesPerEntry: bytes / seq, appendMedian, appendP99, newest, save, verify };
}

(globalThis as { countersignLedgerCost?: typeof measure }).countersignLedgerCost = measure;
