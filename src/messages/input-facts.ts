/** What was counted in a composition, as it comes from a page: whole numbers within bounds, or the message is none. */
import * as z from 'zod/mini';

/** No text or stay in a page has more of anything. */
const MOST = 1_000_000_000;

const count = z.int().check(z.gte(0), z.lte(MOST));

export const inputFacts = z.object({
  characters: count,
  typed: count,
  unexplained: count,
  atOnce: count,
  keys: count,
  capitals: count,
  bareCapitals: count,
  presses: count,
  jumps: count,
  pace: z.nullable(z.object({ heldMs: count, apartMs: count })),
});
