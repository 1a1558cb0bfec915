/** What is read on guarded sites, kept as label and fingerprints. */
import type { PolicySite } from '../core/policy.ts';
import type { SeenThread } from '../sites/site.ts';
import { isOutside } from './belonging.ts';
import { askFacts } from './places.ts';
import { saveSession } from './session-store.ts';
import type { GuardState } from './state.ts';
import { withReading } from './with-reading.ts';

/** Notes that a tab shows, or has fetched, a thread. `seen` is what the page shows of it, when it was a page. */
export async function noteReading(
  state: GuardState,
  site: PolicySite,
  tab: number,
  thread: string,
  seen: SeenThread | null,
): Promise<void> {
  // A private mailbox beside the company's is nobody's business.
  if (seen !== null && seen.account !== null && isOutside(state.policy, seen.account)) return;
  const facts = await askFacts(state, site, thread);
  if (facts === null && seen === null) return;
  state.readings = withReading(state, site, tab, { thread, facts, seen }, Date.now());
  await saveSession(state, 'readings');
}
