/** How many shared prints say that one text stands in another, and that more never say less. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isEnough, type SharedPrints } from '../../../src/core/exposure/enough.ts';
import { runsUpTo } from '../runs.ts';

const shared = (change: Partial<SharedPrints>): SharedPrints => ({ words: [], signs: [], rare: [], ...change });
/** So many prints, each so many tokens behind the one before. */
const every = (step: number, count: number) => Array.from({ length: count }, (_, i) => i * step);

describe('shared prints', () => {
  it.each<[string, SharedPrints, boolean]>([
    ['none', shared({}), false],
    ['three of words side by side', shared({ words: [1, 2, 3] }), false],
    ['four of words within a hundred words', shared({ words: [0, 1, 2, 100] }), true],
    ['four of words within a hundred and one', shared({ words: [0, 1, 2, 101] }), false],
    ['five of words over pages', shared({ words: every(400, 5) }), false],
    ['six of words over pages', shared({ words: every(400, 6) }), true],
    ['four of letters within a paragraph', shared({ signs: every(100, 4) }), false],
    ['five of letters within a paragraph', shared({ signs: every(100, 5) }), true],
    ['seven of letters over pages', shared({ signs: every(400, 7) }), false],
    ['eight of letters over pages', shared({ signs: every(400, 8) }), true],
    ['thirty-nine letters in a row', shared({ signs: [7, 22] }), false],
    ['forty letters in a row', shared({ signs: [7, 23] }), true],
    ['as many with a window between them that is not shared', shared({ signs: [7, 24] }), false],
    ['thirty-two letters in a row and three of words', shared({ signs: [7, 15], words: [0, 1, 2] }), true],
    ['thirty-one letters in a row and three of words', shared({ signs: [7, 14], words: [0, 1, 2] }), false],
    ['thirty-two letters in a row and two of words', shared({ signs: [7, 15], words: [0, 1] }), false],
    ['two names', shared({ rare: [0, 900] }), false],
    ['three names, wherever they stand', shared({ rare: [0, 900, 5_000] }), true],
  ])('%s', (_name, prints, enough) => {
    expect(isEnough(prints)).toBe(enough);
  });

  it('are still enough with any more of them', () => {
    const positions = fc.uniqueArray(fc.nat(3_000), { maxLength: 12 }).map((list) => [...list].sort((a, b) => a - b));
    const prints = fc.record({ words: positions, signs: positions, rare: positions });
    const joined = (a: readonly number[], b: readonly number[]) => [...new Set([...a, ...b])].sort((x, y) => x - y);
    fc.assert(
      fc.property(prints, prints, (some, more) => {
        const all = {
          words: joined(some.words, more.words),
          signs: joined(some.signs, more.signs),
          rare: joined(some.rare, more.rare),
        };
        expect(!isEnough(some) || isEnough(all)).toBe(true);
      }),
      runsUpTo(1_000),
    );
  });
});
