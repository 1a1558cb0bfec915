/**
 * The ledger's pen: entries are chained and on the disk before the act that they speak of takes effect, each in one
 * transaction, so that neither two writers at once nor a worker that dies can tear the chain.
 */
import type { Json } from '../core/canonical.ts';
import { boundedBody } from '../core/ledger/bounds.ts';
import { KEEPING, type Keeping, mustStop } from '../core/ledger/keeping.ts';
import { type Entry, type EntryKind, GENESIS, type Head, nextEntry } from '../core/ledger.ts';
import { type DurableKey, database, readDurable } from './database.ts';
import { signed } from './ledger-key.ts';

/** The key speaks after so many entries at the latest. */
const SIGN_EVERY = 64;

/** And so long after an entry, in milliseconds. */
const SIGN_WITHIN_MS = 10 * 60_000;

/** Where the ledger is: kept beside it, and written with each entry. */
export interface LedgerState extends Head {
  /** The last entry by which the key has spoken; 0 for none. */
  readonly signed: number;
  /** When that was, in milliseconds since the epoch. */
  readonly signedAt: number;
  /** Size of all entries as JSON, in UTF-16 units, which are bytes for what the guard writes by itself. */
  readonly bytes: number;
}

/** An agent's act does not happen, because what was not yet sent fills the record. */
export class LedgerFull extends Error {}

let keeping: Keeping = KEEPING;

/** What policy says from now on. */
export function keepWithin(by: Keeping): void {
  keeping = by;
}

/**
 * Appends an entry; resolves when it is on the disk, rejects when it could not be written or must not be. What is durable
 * and given `besides` is written with it or not at all.
 */
export async function record(
  kind: EntryKind,
  body: { readonly [key: string]: Json },
  besides: Readonly<Partial<Record<DurableKey, unknown>>> = {},
): Promise<Entry> {
  const transaction = (await database()).transaction(['ledger', 'durable'], 'readwrite', { durability: 'strict' });
  const state = parseState(await transaction.objectStore('durable').get('ledgerHead'));
  const entry = nextEntry(state, Date.now(), kind, boundedBody(body));
  if (mustStop(keeping, state.bytes, entry)) throw new LedgerFull();
  const isWord = kind === 'checkpoint';
  const after: LedgerState = {
    seq: entry.seq,
    hash: entry.hash,
    signed: isWord ? entry.seq : state.signed,
    signedAt: isWord ? entry.at : state.signedAt,
    bytes: state.bytes + sizeOf(entry),
  };
  await Promise.all([
    transaction.objectStore('ledger').add(entry),
    transaction.objectStore('durable').put(after, 'ledgerHead'),
    ...Object.entries(besides).map(([key, value]) => transaction.objectStore('durable').put(value, key)),
    transaction.done,
  ]);
  if (after.seq - after.signed >= SIGN_EVERY) void sayHead().catch(() => undefined);
  return entry;
}

let saying: Promise<void> | null = null;

/** The key says how many entries there are and the hash of the last, unless the last is just that. */
export function sayHead(): Promise<void> {
  saying ??= sayHeadNow().finally(() => {
    saying = null;
  });
  return saying;
}

async function sayHeadNow(): Promise<void> {
  const { seq, hash, signed: last } = await ledgerState();
  if (seq === last) return;
  const { kind, ...word } = await signed({ kind: 'checkpoint', seq, hash });
  await record(kind, word);
}

/** The same when the last time is long enough ago, or lies ahead because the clock was set back. */
export async function sayHeadWhenDue(): Promise<void> {
  const { signedAt } = await ledgerState();
  if (Math.abs(Date.now() - signedAt) >= SIGN_WITHIN_MS) await sayHead();
}

/** The last entries, newest first. */
export async function lastEntries(count: number): Promise<readonly Entry[]> {
  const entries: Entry[] = [];
  let cursor = await (await database()).transaction('ledger').store.openCursor(null, 'prev');
  while (cursor && entries.length < count) {
    entries.push(cursor.value);
    cursor = await cursor.continue();
  }
  return entries;
}

/** Where the ledger is now. */
export async function ledgerState(): Promise<LedgerState> {
  return parseState(await readDurable('ledgerHead'));
}

/** What an entry takes. */
export function sizeOf(entry: Entry): number {
  return JSON.stringify(entry).length + 1;
}

/** Re-made field by field; an older guard has written neither signatures nor size. */
export function parseState(value: unknown): LedgerState {
  const empty = { ...GENESIS, signed: 0, signedAt: 0, bytes: 0 };
  if (typeof value !== 'object' || value === null) return empty;
  const { seq, hash, ...more } = value as Record<string, unknown>;
  if (typeof seq !== 'number' || typeof hash !== 'string') return empty;
  const number = (name: 'signed' | 'signedAt' | 'bytes') => (typeof more[name] === 'number' ? more[name] : 0);
  return { seq, hash, signed: number('signed'), signedAt: number('signedAt'), bytes: number('bytes') };
}
