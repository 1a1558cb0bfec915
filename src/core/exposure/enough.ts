/**
 * How many prints two texts must share before one is said to stand in the other. Either they lie close together in the
 * draft, as those of a passage do, or they are many: a few that are scattered over pages are words that everybody uses.
 * Measured on 7,159 texts of a dictionary, and on mail (`npm run eval -- provenance`).
 */
import { LETTERS_GRAM, type PrintKind } from './grams.ts';

/** For each kind where in the draft the shared prints begin: the numbers of their first tokens, rising. */
export type SharedPrints = Readonly<Record<PrintKind, readonly number[]>>;

/**
 * Letters and digits in a row. Two texts that were written apart share no such run but by quoting (`related.ts` of that
 * evaluation), and of a passage of 100 signs with its blanks nine in ten leave one.
 */
const LETTERS_IN_A_ROW = 40;

/** Fewer of them, where prints of words stand close together as well. */
const BOTH = { words: 3, letters: 32 } as const;

/** Prints within so many tokens (a paragraph), and prints in all. Names count from three on, wherever they stand. */
const NEAR = { words: { count: 4, within: 100 }, signs: { count: 5, within: 500 } } as const;
const IN_ALL: Readonly<Record<PrintKind, number>> = { words: 6, signs: 8, rare: 3 };

/** Whether these shared prints say that the text of which they are stands in the draft. */
export function isEnough(shared: SharedPrints): boolean {
  const words = mostWithin(shared.words, NEAR.words.within);
  const letters = longestRun(shared.signs);
  return (
    shared.words.length >= IN_ALL.words ||
    shared.signs.length >= IN_ALL.signs ||
    shared.rare.length >= IN_ALL.rare ||
    words >= NEAR.words.count ||
    mostWithin(shared.signs, NEAR.signs.within) >= NEAR.signs.count ||
    letters >= LETTERS_IN_A_ROW ||
    (words >= BOTH.words && letters >= BOTH.letters)
  );
}

/** The most prints that begin within so many tokens. */
function mostWithin(at: readonly number[], tokens: number): number {
  let most = 0;
  let first = 0;
  at.forEach((each, i) => {
    while (each - (at[first] ?? 0) > tokens) first += 1;
    most = Math.max(most, i - first + 1);
  });
  return most;
}

/** The longest stretch in which each window has a shared print, in letters. */
function longestRun(at: readonly number[]): number {
  const { k, w } = LETTERS_GRAM;
  let longest = 0;
  let start = at[0] ?? 0;
  at.forEach((each, i) => {
    if (i > 0 && each - (at[i - 1] ?? 0) > w) start = each;
    longest = Math.max(longest, each - start + k);
  });
  return longest;
}
