/**
 * The record on its way to the organisation: in order, again until the collector has said that it has it, at least once.
 * The ledger itself is the outbox, so nothing is lost with a worker; how far it has come is written after each answer.
 */
import browser from 'webextension-polyfill';
import type { Collector } from '../core/ledger/keeping.ts';
import { ledgerPublicKey } from './ledger-key.ts';
import { type Sending, send } from './outbox.ts';

/** Sends what the collector has not had yet, unless it is to be left alone for a while; `at-once` asks it all the same. */
export async function sendToCollector(
  collector: Collector | null,
  when: 'when-due' | 'at-once' = 'when-due',
): Promise<Sending> {
  if (collector === null) return 'nothing-to-do';
  const version = browser.runtime.getManifest().version;
  return ledgerPublicKey().then(
    (key) => send(collector, { version, key }, when),
    () => 'failed' as const,
  );
}
