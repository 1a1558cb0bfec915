/** What is counted in a text that appeared at once, after one press of a mouse that jumped there. */
import type { InputFacts } from '../../src/core/actor.ts';

export const AT_ONCE: InputFacts = {
  characters: 205,
  typed: 0,
  unexplained: 205,
  atOnce: 205,
  keys: 0,
  capitals: 0,
  bareCapitals: 0,
  presses: 1,
  jumps: 1,
  pace: null,
};
