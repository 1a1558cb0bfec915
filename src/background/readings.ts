/** What is read on guarded sites, kept as label and fingerprints. */
import type { PolicySite } from '../core/policy.ts';
import type { SeenThread } from '../sites/site.ts';
import { isOutside } from './belonging.ts';
import { askFacts } from './places.ts';
import { saveSession } from './session-store.ts';
import type { GuardState } from './state.ts';
import { withReading } from './with-reading.ts';

/** Readings that are being noted, by tab: the site is asked about each, and that takes its time. */
const underWay = new Map<number, Set<Promise<void>>>();

/** Resolves when everything that a tab has shown so far is noted; an act that comes right after it must not be judged without it. */
export async function readingsNoted(tab: number): Promise<void> {
  await Promise.allSettled(underWay.get(tab) ?? []);
}

/** Notes that a tab shows, or has fetched, a thread. `seen` is what the page shows of it, when it was a page. */
export function noteReading(
  state: GuardState,
  site: PolicySite,
  tab: number,
  thread: string,
  seen: SeenThread | null,
): Promise<void> {
  const noting = note(state, site, tab, thread, seen);
  const others = underWay.get(tab) ?? new Set();
  underWay.set(tab, others.add(noting));
  const end = () => {
    others.delete(noting);
    if (others.size === 0) underWay.delete(tab);
  };
  // What was read and could not be noted may stand in whatever is written in that tab from now on.
  noting.then(end, () => {
    state.unnoted.add(tab);
    end();
  });
  return noting;
}

async function note(
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
