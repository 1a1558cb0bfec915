/**
 * How many cases a law is tried on: ten thousand unless COUNTERSIGN_RUNS says otherwise (mutation testing runs each law
 * hundreds of times and asks for fewer).
 */
const RUNS_MAX = Number(process.env.COUNTERSIGN_RUNS ?? 10_000);

/** Options for a law. */
export const RUNS = { numRuns: RUNS_MAX };

/** Options for a property that is dear to try; at most this many cases. */
export function runsUpTo(most: number): { readonly numRuns: number } {
  return { numRuns: Math.min(most, RUNS_MAX) };
}
