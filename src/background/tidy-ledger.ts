/** What the ledger needs from time to time: a word of the key, and room. */
import type { Policy } from '../core/policy.ts';
import { pruneLedger } from './prune.ts';
import { sayHeadWhenDue } from './record.ts';

/** Old entries are looked for once an hour. */
const PRUNE_EVERY_MS = 3_600_000;

let prunedAt = 0;

/** Does what is due. What fails is tried again with the next alarm. */
export async function tidyLedger({ keeping, collector }: Policy): Promise<void> {
  await sayHeadWhenDue().catch(() => undefined);
  if (Math.abs(Date.now() - prunedAt) < PRUNE_EVERY_MS) return;
  prunedAt = Date.now();
  await pruneLedger(keeping, collector).catch(() => undefined);
}
