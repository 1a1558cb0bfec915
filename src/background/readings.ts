/** What is read on guarded sites, kept as label and fingerprints. The text is forgotten as soon as it is fingerprinted. */
import { boundReadings, fingerprint, type Reading } from '../core/exposure.ts';
import { joinLabels } from '../core/label.ts';
import type { PolicySite } from '../core/policy.ts';
import type { SeenThread } from '../sites/site.ts';
import { isOutside } from './belonging.ts';
import { askFacts, labelOfSource } from './places.ts';
import { saveSession } from './session-store.ts';
import { attributionOf } from './sessions.ts';
import type { GuardState } from './state.ts';

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
  const id = `${site.id} ${thread} tab:${tab}`;
  const before = state.readings.find((reading) => reading.id === id);
  const label = labelOfSource(state.policy, site, facts, seen);
  const prints = fingerprint([facts?.text ?? '', seen?.text ?? ''].join('\n\n'), state.fingerprintKey);
  const reading: Reading = {
    id,
    site: site.id,
    thread,
    title: (facts?.title || seen?.title) ?? '',
    label: before ? joinLabels(before.label, label) : label,
    at: Date.now(),
    actor: attributionOf(state, tab).actor,
    session: `tab:${tab}`,
    depth: 0,
    prints: before
      ? { words: merge(before.prints.words, prints.words), chars: merge(before.prints.chars, prints.chars) }
      : prints,
  };
  state.readings = boundReadings([...state.readings.filter((each) => each.id !== id), reading], Date.now());
  await saveSession(state, 'readings');
}

/** Fingerprints kept of one thread: what has scrolled by stays read. */
const MOST_PRINTS = 20_000;

function merge(a: readonly number[], b: readonly number[]): readonly number[] {
  return [...new Set([...a, ...b])].sort((x, y) => x - y).slice(0, MOST_PRINTS);
}
