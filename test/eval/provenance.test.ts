/** Which texts share a passage is known exactly, in another way than the guard's. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runsUpTo } from '../core/runs.ts';
import { lettersOf, relatedIn, sharedRuns } from './provenance/related.ts';

/** Each run of that length and the texts that have it, found by comparing all with all. */
function slowly(texts: readonly string[], length: number): readonly string[] {
  const holders = new Map<string, Set<number>>();
  texts.forEach((text, number) => {
    for (let i = 0; i + length <= text.length; i++) {
      const run = text.slice(i, i + length);
      holders.set(run, (holders.get(run) ?? new Set()).add(number));
    }
  });
  return [...holders.values()].filter(({ size }) => size > 1).map((numbers) => [...numbers].join());
}

const related = (...texts: readonly string[]) =>
  relatedIn(
    texts.map((text, i) => ({ name: String(i), text })),
    'words',
  ).map((numbers) => [...numbers].sort());

const LINE = 'These forty letters and a few more stand in both of the texts.';
const padding = (n: number) => Array.from({ length: 30 }, (_, i) => `w${n}x${i}`).join(' ');

describe('the runs that texts share', () => {
  it('are all found, and no other', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 40 });
    fc.assert(
      fc.property(fc.array(text, { maxLength: 5 }), fc.integer({ min: 1, max: 6 }), (texts, length) => {
        const found = [...sharedRuns(texts, length)].map((numbers) => numbers.join());
        expect(found.sort()).toEqual([...slowly(texts, length)].sort());
      }),
      runsUpTo(500),
    );
  });

  it('are compared without signs and capitals', () => {
    expect(lettersOf('Das ist, 42-mal: ÄÖ_ü!')).toBe('dasist42maläöü');
  });

  it('relate two texts from forty letters on, wherever they stand', () => {
    const run = lettersOf(LINE);
    expect(related(`${padding(1)} ${run.slice(0, 40)}`, `${run.slice(0, 40)} ${padding(2)}`)).toEqual([
      [0, 1],
      [0, 1],
    ]);
    expect(related(`${padding(1)} ${run.slice(0, 39)}`, `${run.slice(0, 39)} ${padding(2)}`)).toEqual([[0], [1]]);
  });

  it('relate none where more than eight have them: a footer is no passage', () => {
    const texts = Array.from({ length: 9 }, (_, i) => `${padding(i)} ${LINE}`);
    expect(related(...texts).every((numbers) => numbers.length === 1)).toBe(true);
    expect(related(...texts.slice(1)).every((numbers) => numbers.length === 8)).toBe(true);
  });

  it('are not needed between pieces of one text', () => {
    const pieces = ['a', 'b'].map((name) => ({ name, text: name, piece: 'page' }));
    expect(relatedIn(pieces, 'words').map(({ size }) => size)).toEqual([2, 2]);
  });
});
