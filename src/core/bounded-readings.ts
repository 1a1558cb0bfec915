/** How much of what was read is kept: a day's work at most, and no more than the browser stores for us. */
import { countOf, NO_PRINTS } from './exposure/fingerprint.ts';
import type { Reading } from './exposure.ts';
import { EXPOSURE_LIMITS } from './exposure-limits.ts';

/**
 * Prints of all readings together. A browser keeps 10 MB of a session for us, and a print takes 16/3 bytes of it (four
 * as base64): a store that is full takes nothing new, neither readings nor who was seen to be an agent.
 */
const MOST_PRINTS = 1_400_000;

/** A day's work in a busy mailbox; some 5 kB of text each then fit into the prints. */
export const MOST_READINGS = 2_000;

/** Drops what is too old and, beyond the limits, the oldest of the least sensitive first; a label outlives its prints. */
export function boundReadings(
  readings: readonly Reading[],
  now: number,
  limit = MOST_READINGS,
  ageMs = EXPOSURE_LIMITS.readingMs,
): readonly Reading[] {
  const fresh = readings.filter((r) => now - r.at < ageMs);
  const ranked = [...fresh].sort((a, b) => b.label.rank - a.label.rank || b.at - a.at).slice(0, limit);
  const keep = new Set(ranked);
  const compared = withPrints(ranked);
  return fresh.filter((r) => keep.has(r)).map((r) => (compared.has(r) ? r : { ...r, prints: NO_PRINTS }));
}

/** The first of these readings whose prints are not too many together. */
function withPrints(ranked: readonly Reading[]): ReadonlySet<Reading> {
  let count = 0;
  return new Set(
    ranked.filter(({ prints }) => {
      count += countOf(prints);
      return count <= MOST_PRINTS;
    }),
  );
}
