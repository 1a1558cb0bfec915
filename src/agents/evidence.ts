/** Every sign with its direction and weight, in one table: a sighting becomes evidence here. */
import { type Evidence, type InputFacts, isOfComposition, type SignId } from '../core/actor.ts';

const SIGNS: Readonly<Record<SignId, Pick<Evidence, 'direction' | 'weight'>>> = {
  'untrusted-event': { direction: 'agent', weight: 3 },
  webdriver: { direction: 'agent', weight: 3 },
  debugger: { direction: 'agent', weight: 3 },
  'text-not-typed': { direction: 'agent', weight: 1 },
  // Canned answers and writing aids put text in by program too, so it does not conclude.
  'text-by-program': { direction: 'agent', weight: 2 },
  // No hand of 2,451 people; the tools that type for a person do so beside that person's own keys.
  'machine-rhythm': { direction: 'agent', weight: 3 },
  // 3 of 3,269 letters of people, all of one person.
  'bare-capitals': { direction: 'agent', weight: 2 },
  // One of 5,000 clicks of people; twice in one composition is no chance.
  'pointer-jump': { direction: 'agent', weight: 2 },
  'pointer-jumps': { direction: 'agent', weight: 3 },
  // No mouse in our recordings of real ones, but no wide calibration either.
  'no-pressure': { direction: 'agent', weight: 1 },
  // Browsers at times take a covered window for hidden.
  'unseen-page': { direction: 'agent', weight: 2 },
  'assistive-press': { direction: 'neither', weight: 1 },
  'press-unclear': { direction: 'neither', weight: 1 },
  'typed-by-hand': { direction: 'human', weight: 3 },
};

/** The evidence in one sighting; `at` in milliseconds since the epoch, `facts` what was counted in the composition at hand. */
export function evidenceOf(
  sign: SignId,
  source: Evidence['source'],
  at: number,
  facts: InputFacts | null = null,
): Evidence {
  const bare = { sign, ...SIGNS[sign], source, at };
  return facts === null || !isOfComposition(sign) ? bare : { ...bare, facts };
}
