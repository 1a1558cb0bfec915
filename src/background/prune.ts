/**
 * Entries that are old enough, or must make room, are removed; the key first says up to which, in an entry of its own, so
 * that what is left can still be verified. What the collector has not had is never removed.
 */
import { type Collector, type Keeping, ROOM } from '../core/ledger/keeping.ts';
import { type Entry, GENESIS } from '../core/ledger.ts';
import { database, readDurable } from './database.ts';
import { signed } from './ledger-key.ts';
import { ledgerState, parseState, record, sizeOf } from './record.ts';

const DAY_MS = 86_400_000;

/** So many at a time are looked at, so that the memory it takes does not grow with the ledger. */
const AT_A_TIME = 1_000;

/** Fewer than these are not worth a word of the key. */
const WORTH_IT = 100;

/** Removes what may go by now; resolves with how many that were. */
export async function pruneLedger(keeping: Keeping, collector: Collector | null): Promise<number> {
  const { seq, bytes } = await ledgerState();
  const sent = collector === null ? seq : Number(await readDurable('ledgerSentUpTo')) || 0;
  const tooMuch = bytes >= ROOM.from * keeping.mostBytes ? bytes - ROOM.to * keeping.mostBytes : 0;
  // The last entry always stays: the next one follows it.
  const found = await oldest(Math.min(sent, seq - 1), Date.now() - keeping.retainDays * DAY_MS, tooMuch);
  if (found.count < WORTH_IT) return 0;
  const { kind, ...word } = await signed({ kind: 'pruned', seq: found.last.seq, hash: found.last.hash });
  await record(kind, { ...word, removed: found.count, why: found.why });
  await remove(found.last.seq, found.bytes);
  return found.count;
}

interface Found {
  last: Pick<Entry, 'seq' | 'hash'>;
  count: number;
  bytes: number;
  why: 'age' | 'room';
}

/** The run of entries from the first on that may go: older than `before`, or as many as come to `tooMuch`; none past `upTo`. */
async function oldest(upTo: number, before: number, tooMuch: number): Promise<Found> {
  const found: Found = { last: GENESIS, count: 0, bytes: 0, why: 'age' };
  for (;;) {
    const range = IDBKeyRange.lowerBound(found.last.seq, true);
    const entries = await (await database()).getAll('ledger', range, AT_A_TIME);
    for (const entry of entries) {
      const isOld = entry.at < before;
      if (entry.seq > upTo || (!isOld && found.bytes >= tooMuch)) return found;
      found.last = entry;
      found.count += 1;
      found.bytes += sizeOf(entry);
      if (!isOld) found.why = 'room';
    }
    if (entries.length < AT_A_TIME) return found;
  }
}

async function remove(upTo: number, bytes: number): Promise<void> {
  const transaction = (await database()).transaction(['ledger', 'durable'], 'readwrite', { durability: 'strict' });
  const state = parseState(await transaction.objectStore('durable').get('ledgerHead'));
  await Promise.all([
    transaction.objectStore('ledger').delete(IDBKeyRange.upperBound(upTo)),
    transaction.objectStore('durable').put({ ...state, bytes: Math.max(0, state.bytes - bytes) }, 'ledgerHead'),
    transaction.done,
  ]);
}
