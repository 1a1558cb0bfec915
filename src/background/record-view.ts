/** The record for our own pages: how it stands with it, and its entries as a file has them. */
import type { RecordView } from '../messages/record-view.ts';
import { database } from './database.ts';
import { ledgerPublicKey } from './ledger-key.ts';
import { deliveryState } from './outbox.ts';
import { ledgerState, sayHead } from './record.ts';
import type { GuardState } from './state.ts';

/** Entries that a page gets at once. */
const AT_ONCE = 2_000;

/** What the options page shows of it. */
export async function recordView({ policy }: GuardState): Promise<RecordView> {
  const key = await ledgerPublicKey().catch(() => null);
  if (policy.collector === null) return { key, delivery: null };
  const [{ seq }, { upTo, workedAt, why, refused }] = await Promise.all([ledgerState(), deliveryState()]);
  return {
    key,
    delivery: {
      waiting: Math.max(0, seq - upTo),
      workedAt: workedAt === 0 ? null : workedAt,
      fails: why !== null,
      refused,
    },
  };
}

/** The entries after a number as lines of JSON, some thousand at most; "" when there are no more. The key speaks first. */
export async function recordLines(after: number): Promise<string> {
  if (after === 0) await sayHead().catch(() => undefined);
  const entries = await (await database()).getAll('ledger', IDBKeyRange.lowerBound(after, true), AT_ONCE);
  return entries.map((entry) => `${JSON.stringify(entry)}\n`).join('');
}
