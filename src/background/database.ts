/**
 * The guard's database. IndexedDB of the extension's origin, because no content script can reach it in either browser
 * (a debugger can evaluate in our content world and would reach storage.local).
 */
import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { Entry, Head } from '../core/ledger.ts';

interface Schema extends DBSchema {
  ledger: { key: number; value: Entry };
  durable: { key: string; value: unknown };
}

export type Database = IDBPDatabase<Schema>;
export type DurableKey =
  | 'lastGoodPolicy'
  | 'importedPolicy'
  | 'userSettings'
  | 'trial'
  | 'killedByPerson'
  | 'stoppedSites'
  | 'breakers'
  | 'grants'
  | 'agentTextsLost'
  | 'openSessions'
  | 'fingerprintKey'
  | 'ledgerHead'
  | 'ledgerSentUpTo';

let opened: Promise<Database> | null = null;

/** The one open database; opened again when the browser closed it under us. */
export function database(): Promise<Database> {
  opened ??= openDB<Schema>('countersign', 1, {
    upgrade(db) {
      db.createObjectStore('ledger', { keyPath: 'seq' });
      db.createObjectStore('durable');
    },
    terminated() {
      opened = null;
    },
  });
  return opened;
}

/** A durable value, or undefined when it was never written. */
export async function readDurable(key: DurableKey): Promise<unknown> {
  return (await database()).get('durable', key);
}

/** Writes a durable value and waits until it is on the disk. */
export async function writeDurable(key: DurableKey, value: unknown): Promise<void> {
  const transaction = (await database()).transaction('durable', 'readwrite', { durability: 'strict' });
  await Promise.all([transaction.store.put(value, key), transaction.done]);
}

export type { Head };
