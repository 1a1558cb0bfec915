/**
 * The ledger's pen: entries are chained and on the disk before the act that they speak of takes effect. When policy
 * names a collector, they are sent there in order, as JSON lines, and again until it has answered.
 */
import type { Json } from '../core/canonical.ts';
import { type Entry, type EntryKind, GENESIS, type Head, nextEntry, parseEntry } from '../core/ledger.ts';
import { type DurableKey, database, readDurable, writeDurable } from './database.ts';

/** Entries sent in one request. */
const BATCH = 200;

/** The collector has this long to answer before the attempt counts as failed. */
const COLLECTOR_TIMEOUT_MS = 10_000;

/**
 * Appends an entry; resolves when it is on the disk, rejects when it could not be written. What is durable and given
 * `besides` is written with it or not at all.
 */
export async function record(
  kind: EntryKind,
  body: { readonly [key: string]: Json },
  besides: Readonly<Partial<Record<DurableKey, unknown>>> = {},
): Promise<Entry> {
  const transaction = (await database()).transaction(['ledger', 'durable'], 'readwrite', { durability: 'strict' });
  const head = parseHead(await transaction.objectStore('durable').get('ledgerHead'));
  const entry = nextEntry(head, Date.now(), kind, body);
  await Promise.all([
    transaction.objectStore('ledger').add(entry),
    transaction.objectStore('durable').put({ seq: entry.seq, hash: entry.hash }, 'ledgerHead'),
    ...Object.entries(besides).map(([key, value]) => transaction.objectStore('durable').put(value, key)),
    transaction.done,
  ]);
  return entry;
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

/** The number of entries written so far. */
export async function ledgerHead(): Promise<Head> {
  return parseHead(await readDurable('ledgerHead'));
}

let sending: Promise<void> | null = null;

/** Sends what the collector has not had yet. One sender at a time; failure is silent here and tried again later. */
export function sendToCollector(url: string | null): Promise<void> {
  if (url === null) return Promise.resolve();
  sending ??= sendAll(url)
    .catch(() => undefined)
    .finally(() => {
      sending = null;
    });
  return sending;
}

async function sendAll(url: string): Promise<void> {
  for (;;) {
    const sentUpTo = Number(await readDurable('ledgerSentUpTo')) || 0;
    const batch = await (await database()).getAll('ledger', IDBKeyRange.lowerBound(sentUpTo, true), BATCH);
    const last = batch.at(-1);
    if (last === undefined) return;
    const answer = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/x-ndjson' },
      body: batch.map((entry) => `${JSON.stringify(entry)}\n`).join(''),
      credentials: 'omit',
      signal: AbortSignal.timeout(COLLECTOR_TIMEOUT_MS),
    });
    if (!answer.ok) throw new Error(`the collector answered ${answer.status}`);
    await writeDurable('ledgerSentUpTo', last.seq);
  }
}

function parseHead(value: unknown): Head {
  if (typeof value !== 'object' || value === null) return GENESIS;
  const { seq, hash } = value as Record<string, unknown>;
  return typeof seq === 'number' && typeof hash === 'string' ? { seq, hash } : GENESIS;
}

export { parseEntry };
