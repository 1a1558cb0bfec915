import { describe, expect, it } from 'vitest';
import { LEVELS, stricter, type Verdict } from '../../src/core/decide.ts';

describe('the stricter of two verdicts', () => {
  const verdict = (level: Verdict['level'], review: Verdict['review']): Verdict => ({
    level,
    review,
    proof: 'window',
    reasons: [],
    labelIds: [`${level} ${review}`],
  });
  it('goes by level first', () => {
    for (const [i, lesser] of LEVELS.entries())
      for (const greater of LEVELS.slice(i + 1)) {
        const [a, b] = [verdict(lesser, 'grave'), verdict(greater, 'none')];
        expect([stricter(a, b), stricter(b, a)]).toEqual([b, b]);
      }
  });

  it('goes by the graver question then, and last by which was first', () => {
    const [none, light, grave] = [verdict('WARN', 'none'), verdict('WARN', 'light'), verdict('WARN', 'grave')];
    expect([stricter(none, light), stricter(light, none), stricter(light, grave), stricter(grave, light)]).toEqual([
      light,
      light,
      grave,
      grave,
    ]);
    const same = { ...light, labelIds: [] };
    expect([stricter(light, same), stricter(same, light)].map((each) => each.labelIds)).toEqual([['WARN light'], []]);
  });
});
