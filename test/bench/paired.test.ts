/** The interval of a median by ranks, against the table in every textbook. */
import { describe, expect, it } from 'vitest';
import { compare } from './paired.ts';

/** Ratios 1, 2, 3, … so that a value tells its rank. */
const ranked = (count: number) => Array.from({ length: count }, (_, n) => ({ withGuard: n + 1, without: 1 }));

describe('the median of pairs', () => {
  it.each([
    [6, 3.5, 1, 6, 0.969],
    [10, 5.5, 2, 9, 0.979],
    [20, 10.5, 6, 15, 0.959],
    [25, 13, 8, 18, 0.957],
    [30, 15.5, 10, 21, 0.957],
  ])('of %i lies in the middle, within the ranks of the table', (count, ratio, from, to, confidence) => {
    const found = compare(ranked(count).reverse());
    expect(found).toMatchObject({ pairs: count, ratio, from, to });
    expect(found.confidence).toBeCloseTo(confidence, 3);
  });

  it('of few pairs has no interval of 95 %, and says what it has', () => {
    const found = compare(ranked(3));
    expect(found).toMatchObject({ ratio: 2, from: 1, to: 3 });
    expect(found.confidence).toBeCloseTo(0.75, 3);
  });
});
