/**
 * The ledger's pen, its key, its pruning and its outbox within a page, where a test can stop it at any moment: the same
 * code as in the background, on the same kind of database.
 */
import { database } from '../../src/background/database.ts';
import { ledgerPublicKey } from '../../src/background/ledger-key.ts';
import { deliveryState, send } from '../../src/background/outbox.ts';
import { pruneLedger } from '../../src/background/prune.ts';
import { keepWithin, lastEntries, ledgerState, record, sayHead } from '../../src/background/record.ts';
import type { Collector, Keeping } from '../../src/core/ledger/keeping.ts';
import type { Entry, EntryKind } from '../../src/core/ledger.ts';

/** Body of an entry as an act of an agent makes it; about as long as most. */
export function bodyOf(number: number): Entry['body'] {
  return {
    ...{ hold: `9f0c2a51-77b4-4c1e-9d0e-${String(number).padStart(12, '0')}`, digest: 'd'.repeat(64), act: 'post' },
    ...{ site: 'forum', thread: `topic:${number % 500}`, actor: 'agent', seenBy: 'browser', signs: ['debugger'] },
    evidence: [{ sign: 'debugger', seenBy: 'browser' }],
    ...{ level: 'WARN', review: 'grave', labels: ['restricted'], reasons: ['leak', 'agent-ask'] },
    ...{ sources: [`forum topic:${number % 70}`], channel: 'request', number },
  };
}

/** Writes `count` entries, `atOnce` of them together; resolves with how long each took, in milliseconds. */
async function write(
  count: number,
  atOnce: number,
  kind: EntryKind,
  acknowledge?: (seq: number, number: number) => unknown,
) {
  const times: number[] = [];
  for (let done = 0; done < count; done += atOnce) {
    const part = Array.from({ length: Math.min(atOnce, count - done) }, (_, i) => done + i);
    const writing = part.map(async (number) => {
      const begun = performance.now();
      const { seq } = await record(kind, bodyOf(number));
      times.push(performance.now() - begun);
      await acknowledge?.(seq, number);
    });
    await Promise.all(writing);
  }
  return times;
}

async function all(): Promise<readonly Entry[]> {
  return (await database()).getAll('ledger');
}

async function reset(): Promise<void> {
  const db = await database();
  await Promise.all([db.clear('ledger'), db.clear('durable')]);
}

/** Fills the ledger with `count` entries, many in one turn, as nobody writes; so the key has to be asked for its word. */
async function fill(count: number): Promise<void> {
  for (let done = 0; done < count; done += 500) {
    await write(Math.min(500, count - done), 500, 'held');
    await sayHead();
  }
}

const page = {
  write,
  fill,
  all,
  reset,
  sayHead,
  lastEntries,
  key: ledgerPublicKey,
  state: ledgerState,
  keepWithin: (keeping: Keeping) => keepWithin(keeping),
  prune: (keeping: Keeping, collector: Collector | null) => pruneLedger(keeping, collector),
  deliver: async (collector: Collector, when: 'when-due' | 'at-once') =>
    send(collector, { version: '1.0.0', key: await ledgerPublicKey() }, when),
  delivery: deliveryState,
};

export type LedgerInPage = typeof page;
(globalThis as { countersignLedger?: LedgerInPage }).countersignLedger = page;
