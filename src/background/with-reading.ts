/**
 * A thread that was read becomes label and fingerprints; its text is forgotten here. Touches no browser interface, so
 * that the same code makes the readings of `npm run eval`.
 */
import { boundReadings, MOST_READINGS } from '../core/bounded-readings.ts';
import { fingerprintOf, joinPrints } from '../core/exposure/fingerprint.ts';
import type { Reading } from '../core/exposure.ts';
import { joinLabels } from '../core/label.ts';
import type { PolicySite } from '../core/policy.ts';
import type { SeenThread, ThreadFacts } from '../sites/site.ts';
import { depthIn } from './agent-texts.ts';
import { labelOfSource } from './places.ts';
import { attributionOf, sessionOf } from './sessions.ts';
import type { GuardState } from './state.ts';

/** What is known of a thread that a tab shows: the site's own answer, and what the page shows of it. */
export interface ReadThread {
  readonly thread: string;
  readonly facts: ThreadFacts | null;
  readonly seen: SeenThread | null;
}

/** All readings with this one, read `now`; reading a thread again only adds to what is known of it. */
export function withReading(
  state: GuardState,
  site: PolicySite,
  tab: number,
  { thread, facts, seen }: ReadThread,
  now: number,
): readonly Reading[] {
  const id = `${site.id} ${thread} tab:${tab}`;
  const before = state.readings.find((reading) => reading.id === id);
  const label = labelOfSource(state.policy, site, facts, seen);
  const texts = [facts?.text ?? '', ...(seen?.documents ?? []).map((each) => each.text)];
  const read = { text: texts.join('\n\n'), session: sessionOf(state, tab) };
  const prints = fingerprintOf(read, state.fingerprintKey);
  const reading: Reading = {
    id,
    site: site.id,
    thread,
    title: (facts?.title || seen?.title) ?? '',
    label: before ? joinLabels(before.label, label) : label,
    at: now,
    actor: attributionOf(state, tab).actor,
    session: `tab:${tab}`,
    depth: Math.max(before?.depth ?? 0, depthIn(state, read)),
    prints: before ? joinPrints(before.prints, prints, MOST_PRINTS) : prints,
  };
  return boundReadings(
    [...state.readings.filter((each) => each.id !== id), reading],
    now,
    MOST_READINGS,
    state.policy.exposure.readingMs,
  );
}

/** Prints of each kind that are kept of one thread: what has scrolled by stays read. */
const MOST_PRINTS = 20_000;
