/** Every sign with its direction and weight, in one table: a sighting becomes evidence here. */
import type { Evidence, SignId } from '../core/actor.ts';

const SIGNS: Readonly<Record<SignId, Pick<Evidence, 'direction' | 'weight'>>> = {
  'untrusted-event': { direction: 'agent', weight: 3 },
  webdriver: { direction: 'agent', weight: 3 },
  debugger: { direction: 'agent', weight: 3 },
  'text-not-typed': { direction: 'agent', weight: 1 },
  'typed-by-hand': { direction: 'human', weight: 3 },
};

/** The evidence in one sighting; `at` in milliseconds since the epoch. */
export function evidenceOf(sign: SignId, source: Evidence['source'], at: number): Evidence {
  return { sign, ...SIGNS[sign], source, at };
}
