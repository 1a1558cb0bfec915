/** Two ways of doing the same, measured in turn on one machine: what one costs against the other, with its interval. */

export interface Paired {
  readonly pairs: number;
  /** The median of the pairs' ratios. */
  readonly ratio: number;
  /** Ratios between which the median of all such pairs lies, with a chance of at least `confidence`. */
  readonly from: number;
  readonly to: number;
  readonly confidence: number;
}

const WANTED = 0.95;

/** By the ranks of the ratios: no shape of their distribution is assumed. With fewer than six pairs there is no such interval. */
export function compare(pairs: readonly { readonly withGuard: number; readonly without: number }[]): Paired {
  const ratios = pairs.map(({ withGuard, without }) => withGuard / without).sort((a, b) => a - b);
  const at = (place: number) => ratios[place] ?? Number.NaN;
  const middle = (ratios.length - 1) / 2;
  const ratio = (at(Math.floor(middle)) + at(Math.ceil(middle))) / 2;
  const { rank, confidence } = widestRank(ratios.length);
  return { pairs: ratios.length, ratio, from: at(rank), to: at(ratios.length - 1 - rank), confidence };
}

/** How many ratios may be left out at either end so that the rest still holds the median with the wanted confidence. */
function widestRank(count: number): { readonly rank: number; readonly confidence: number } {
  let [rank, outside, chance] = [0, 0, 0.5 ** count];
  // P(the median lies below the smallest k) is binomial with one half.
  for (let k = 0; ; k++) {
    if (1 - 2 * (outside + chance) < WANTED) break;
    outside += chance;
    rank = k;
    chance *= (count - k) / (k + 1);
  }
  return outside === 0 ? { rank: 0, confidence: 1 - 2 * 0.5 ** count } : { rank, confidence: 1 - 2 * outside };
}
