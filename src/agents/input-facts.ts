/** What was counted in one composition, so that people are told what was seen and not only what we make of it. */
import type { InputFacts } from '../core/actor.ts';
import type { Counts } from './composition.ts';
import { paceOf, rhythms, type Stroke } from './key-rhythm.ts';
import type { Thresholds } from './measured.ts';
import type { JudgedPress } from './pointer-record.ts';

/** What was seen of one composition. */
export interface Counted {
  readonly counts: Counts;
  /** The longest piece that came at once without keys. */
  readonly atOnce: number;
  /** Keys that wrote in it, also those whose times are no longer kept. */
  readonly keys: number;
  readonly strokes: readonly Stroke[];
  readonly capitals: number;
  readonly bareCapitals: number;
  readonly presses: readonly JudgedPress[];
}

/** The numbers behind the signs of a composition. */
export function inputFacts(seen: Counted, limits: Thresholds): InputFacts {
  const { typed, pasted, assisted, keyless, programmatic } = seen.counts;
  const mouse = seen.presses.filter(({ by }) => by === 'mouse');
  return {
    characters: typed + pasted + assisted + keyless + programmatic,
    typed,
    unexplained: keyless + programmatic,
    atOnce: Math.min(seen.atOnce, keyless + programmatic),
    keys: seen.keys,
    capitals: seen.capitals,
    bareCapitals: seen.bareCapitals,
    presses: mouse.length,
    jumps: mouse.filter(({ jumped }) => jumped).length,
    // How a person types is nobody's business; how a program does says that it is one.
    pace: rhythms(seen.strokes, limits).includes('machine') ? paceOf(seen.strokes) : null,
  };
}
