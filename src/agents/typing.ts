/**
 * How the text came into the composer. Text without keys says "not typed", which dictation and expanders do too: it
 * supports, it never concludes. Text typed key by key in a hand's rhythm shows a person.
 */
import type { PageSign } from '../core/actor.ts';
import type { Counts } from './composition.ts';
import { type Rhythm, rhythms, type Stroke } from './key-rhythm.ts';
import type { Thresholds } from './measured.ts';

/** What was seen of one composition. */
export interface TypingTrace {
  readonly counts: Counts;
  /** Characters that the site itself quotes in it: nobody's. */
  readonly quoted: number;
  /** The keys that wrote it, oldest first. */
  readonly strokes: readonly Stroke[];
  readonly capitals: number;
  /** Capitals that no Shift explains. */
  readonly bareCapitals: number;
  /** A finger or a pen was at work: then the keys may be drawn on the screen, and their honest times break every rule. */
  readonly touched: boolean;
}

/** The signs in a composition. */
export function typing(trace: TypingTrace, limits: Thresholds): readonly PageSign[] {
  const signs: PageSign[] = [];
  const runs = trace.touched ? [] : rhythms(trace.strokes, limits);
  const bare = !trace.touched && trace.bareCapitals >= limits.bareCapitals && trace.bareCapitals > trace.capitals / 2;
  if (isUnexplained(trace, limits))
    signs.push(programmatic(trace) > trace.counts.keyless ? 'text-by-program' : 'text-not-typed');
  // An expander that types among a person's own keys is that person's tool.
  if (runs.includes('machine') && !runs.includes('hand')) signs.push('machine-rhythm');
  if (bare) signs.push('bare-capitals');
  if (!bare && isByHand(trace, runs, limits)) signs.push('typed-by-hand');
  return signs;
}

/** A quotation that came late looks like a program's text; as long as the site's own reading says so, it is the site's. */
function programmatic({ counts, quoted }: TypingTrace): number {
  return Math.max(0, counts.programmatic - Math.max(0, quoted - counts.site));
}

function isUnexplained(trace: TypingTrace, limits: Thresholds): boolean {
  const { counts } = trace;
  const unexplained = counts.keyless + programmatic(trace);
  const explained = counts.typed + counts.pasted + counts.assisted + counts.site;
  const length = unexplained + explained;
  return length >= limits.shortestText && explained < length * limits.explainedShare;
}

function isByHand(trace: TypingTrace, runs: readonly Rhythm[], limits: Thresholds): boolean {
  const { counts, quoted } = trace;
  const all = Object.values(counts).reduce((sum, count) => sum + count, 0);
  const own = all - Math.min(quoted, counts.site + counts.programmatic);
  const typed = own >= limits.shortestText && counts.typed >= own * limits.typedShare;
  return typed && runs.includes('hand') && !runs.includes('machine');
}
