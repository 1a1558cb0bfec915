/** Stretches of a text: joined where they nearly touch, and widened to whole words. */
import { isIdeograph } from './compared-sign.ts';

/** A stretch of a text in UTF-16 positions, `to` behind its last sign. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** Overlapping or nearly touching stretches become one; sorted. */
export function mergeSpans(spans: readonly Span[], gap = 12): readonly Span[] {
  const merged: { from: number; to: number }[] = [];
  for (const span of [...spans].sort((a, b) => a.from - b.from)) {
    const last = merged.at(-1);
    if (last !== undefined && span.from <= last.to + gap) last.to = Math.max(last.to, span.to);
    else merged.push({ from: span.from, to: span.to });
  }
  return merged;
}

/**
 * Stretches in their order widened to whole words: a print may begin in the middle of one. Where no blank stands between
 * two of them they are one, so that no text takes longer than it is long.
 */
export function wholeWords(spans: readonly Span[], text: string): readonly Span[] {
  const inWord = (at: number) => /[\p{L}\p{N}_]/u.test(text.charAt(at)) && !isIdeograph(text.charAt(at));
  const widened: { from: number; to: number }[] = [];
  for (const { from, to } of spans) {
    const last = widened.at(-1);
    if (last !== undefined && to <= last.to) continue;
    let start = from;
    let end = to;
    while (start > 0 && inWord(start) && inWord(start - 1)) start -= 1;
    while (end < text.length && inWord(end - 1) && inWord(end)) end += 1;
    if (last !== undefined && start < last.to) last.to = end;
    else widened.push({ from: start, to: end });
  }
  return widened;
}

/** How many signs they have together. */
export function covered(spans: readonly Span[]): number {
  return spans.reduce((sum, span) => sum + span.to - span.from, 0);
}
