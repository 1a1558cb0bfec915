/**
 * The rhythm of typed keys. Programs press keys faster, shorter or more evenly than any hand; of people's 20,600 bursts
 * none did. Only for keyboards with keys: soft keyboards report no times of their own.
 */
import type { Thresholds } from './measured.ts';
import { median, spread } from './statistics.ts';

/** One key that wrote a character: when it went down and up. */
export interface Stroke {
  readonly down: number;
  /** Null until it is released. */
  up: number | null;
}

export type Rhythm = 'machine' | 'hand' | 'unclear';

/** Times in steps this coarse (a browser that blurs its clock) say nothing about rhythm, in milliseconds. */
const COARSE_MS = 10;

/** The rhythm of each run of keys, in order; the last run takes what is left over. */
export function rhythms(strokes: readonly Stroke[], limits: Thresholds): readonly Rhythm[] {
  const runs: Rhythm[] = [];
  for (let from = 0; from < strokes.length; ) {
    const left = strokes.length - from;
    const length = left < 2 * limits.rhythmKeys ? left : limits.rhythmKeys;
    runs.push(rhythmOf(strokes.slice(from, from + length), limits));
    from += length;
  }
  return runs;
}

/** How long keys are down and how far apart they come, as whole milliseconds (medians); null when no key was released. */
export function paceOf(strokes: readonly Stroke[]): { readonly heldMs: number; readonly apartMs: number } | null {
  const { gaps, dwells } = timesOf(strokes);
  if (gaps.length === 0 || dwells.length === 0) return null;
  return { heldMs: Math.round(median(dwells)), apartMs: Math.round(median(gaps)) };
}

function rhythmOf(strokes: readonly Stroke[], limits: Thresholds): Rhythm {
  const { gaps, flights, dwells } = timesOf(strokes);
  if (strokes.length < limits.handKeys || isCoarse([...gaps, ...dwells])) return 'unclear';
  const quick = flights.filter((flight) => flight >= 0 && flight <= limits.flightMs).length / flights.length;
  const machine =
    median(dwells) < limits.dwellMs ||
    spread(gaps) < limits.gapSpread ||
    quick > limits.flightShare ||
    median(gaps) < limits.gapMs;
  if (machine) return strokes.length >= limits.rhythmKeys ? 'machine' : 'unclear';
  const hand = median(dwells) >= limits.handDwellMs && spread(gaps) >= limits.handGapSpread;
  return hand ? 'hand' : 'unclear';
}

/** From key to key, from each release to the next key, and how long each was down. */
function timesOf(strokes: readonly Stroke[]) {
  const gaps: number[] = [];
  const flights: number[] = [];
  strokes.forEach(({ down }, index) => {
    const before = strokes[index - 1];
    if (before === undefined || down < before.down) return;
    gaps.push(down - before.down);
    if (before.up !== null) flights.push(down - before.up);
  });
  const dwells = strokes.flatMap(({ down, up }) => (up !== null && up >= down ? [up - down] : []));
  return { gaps, flights, dwells };
}

/** Whether all times are multiples of one long step. */
function isCoarse(times: readonly number[]): boolean {
  const steps = times.filter((time) => time > 0);
  const step = Math.min(...steps);
  return steps.length > 0 && step >= COARSE_MS && steps.every((time) => isMultiple(time, step));
}

/** Within what a blurred clock's own rounding leaves. */
function isMultiple(time: number, step: number): boolean {
  return Math.abs(time - Math.round(time / step) * step) < 0.3;
}
