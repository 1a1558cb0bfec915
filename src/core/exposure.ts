/**
 * What has been read, and whether it stands again in what is about to be written. Readings keep labels and keyed,
 * truncated fingerprints, never text.
 */
import type { Action } from './action.ts';
import type { Actor } from './actor.ts';
import { canonicalText } from './canonical.ts';
import { compared, type Fingerprints, printsIn } from './exposure/fingerprint.ts';
import { ReadingIndex } from './exposure/reading-index.ts';
import { covered, mergeSpans, type Span, wholeWords } from './exposure/spans.ts';
import type { Label } from './label.ts';

export interface Reading {
  readonly id: string;
  readonly site: string;
  readonly thread: string;
  /** What people call the source; shown in the page only to a session that has read it. */
  readonly title: string;
  readonly label: Label;
  /** Milliseconds since the epoch, the last time it was seen. */
  readonly at: number;
  readonly actor: Actor;
  /** The agent session or tab that read it. */
  readonly session: string;
  /** How deep in a chain of agent posts. */
  readonly depth: number;
  readonly prints: Fingerprints;
}

export interface Match {
  readonly reading: Reading;
  /** Stretches of the draft that the source explains, in UTF-16 positions of the draft's canonical text. */
  readonly spans: readonly Span[];
}

/** Which readings stand again in a draft, most of it first, and where. */
export function matchReadings(draft: string, readings: readonly Reading[], key: Uint8Array): readonly Match[] {
  if (readings.length === 0) return [];
  const text = compared(draft);
  return indexOf(readings)
    .find(printsIn(text, key))
    .map(({ reading, spans }) => ({ reading, spans: wholeWords(mergeSpans(spans), text) }))
    .sort((a, b) => covered(b.spans) - covered(a.spans) || (a.reading.id < b.reading.id ? -1 : 1));
}

/**
 * The same of an act: the names of its files say something too. Where a reading stands in these alone, it has no spans,
 * since nothing of it can be marked in the text.
 */
export function matchesOf(
  { text, attachments }: Pick<Action, 'text' | 'attachments'>,
  readings: readonly Reading[],
  key: Uint8Array,
): readonly Match[] {
  const names = attachments === 'unknown' ? [] : attachments;
  if (names.length === 0) return matchReadings(text, readings, key);
  const end = canonicalText(text).length;
  return matchReadings([text, ...names].join('\n\n'), readings, key).map(({ reading, spans }) => ({
    reading,
    spans: spans.filter(({ from }) => from < end).map(({ from, to }) => ({ from, to: Math.min(to, end) })),
  }));
}

/** The index of the readings that were asked for last: between two questions few have come or gone. */
let last: { readonly readings: readonly Reading[]; readonly index: ReadingIndex } = {
  readings: [],
  index: new ReadingIndex(),
};

function indexOf(readings: readonly Reading[]): ReadingIndex {
  if (last.readings !== readings) last = { readings, index: last.index.with(readings) };
  return last.index;
}

/** The readings that taint whatever their session writes: those with a label, be it only a category of the lowest one. */
export function taints(readings: readonly Reading[], session: string): readonly Reading[] {
  return readings.filter(({ session: by, label }) => by === session && (label.rank > 0 || label.categories.length > 0));
}
