/**
 * How many cases a law is tried on: two thousand with every test, ten thousand with COUNTERSIGN_FULL=1, or as many as
 * COUNTERSIGN_RUNS says (mutation testing runs each law hundreds of times and asks for fewer).
 */
const RUNS_MAX = Number(process.env.COUNTERSIGN_RUNS ?? (process.env.COUNTERSIGN_FULL ? 10_000 : 2_000));

/** Options for a law. */
export const RUNS = { numRuns: RUNS_MAX };

/** Options for a property that is dear to try; at most this many cases. */
export function runsUpTo(most: number): { readonly numRuns: number } {
  return { numRuns: Math.min(most, RUNS_MAX) };
}
