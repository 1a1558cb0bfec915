/**
 * What has been read, and whether it stands again in what is about to be written. Readings keep labels and keyed,
 * truncated fingerprints, never text.
 */
import type { Action } from './action.ts';
import { canonicalText } from './canonical.ts';
import { type Match, Matcher, type Reading } from './exposure/match.ts';

export type { Match, Reading };

const matcher = new Matcher();

/** Which readings stand again in a draft, most of it first, and where. */
export function matchReadings(draft: string, readings: readonly Reading[], key: Uint8Array): readonly Match[] {
  return matcher.find({ text: draft }, readings, key);
}

/**
 * The same of an act: the names of its files say something too. Where a reading stands in these alone, it has no spans,
 * since nothing of it can be marked in the text.
 */
export function matchesOf(
  act: Pick<Action, 'text' | 'attachments'>,
  readings: readonly Reading[],
  key: Uint8Array,
): readonly Match[] {
  const { text, attachments } = act;
  const names = attachments === 'unknown' ? [] : attachments;
  if (names.length === 0) return matcher.find(act, readings, key);
  const end = canonicalText(text).length;
  return matchReadings([text, ...names].join('\n\n'), readings, key).map(({ reading, spans }) => ({
    reading,
    spans: spans.filter(({ from }) => from < end).map(({ from, to }) => ({ from, to: Math.min(to, end) })),
  }));
}

/** Those that were read within this time; the same list when all were. */
export function readWithin(readings: readonly Reading[], ageMs: number, now: number): readonly Reading[] {
  return readings.every(({ at }) => now - at < ageMs) ? readings : readings.filter(({ at }) => now - at < ageMs);
}

/** Whether a reading taints whatever its session writes: one with a label, be it only a category of the lowest one. */
export function taints({ label }: Reading): boolean {
  return label.rank > 0 || label.categories.length > 0;
}
