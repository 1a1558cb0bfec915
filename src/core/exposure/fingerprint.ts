/** The fingerprints of a text: what is kept of it when it was read, and what a draft is compared by. */
import { canonicalText } from '../canonical.ts';
import { LETTERS_GRAM, type PrintKind, WORDS_GRAM } from './grams.ts';
import { rarePrints } from './rare.ts';
import { sipKey } from './siphash.ts';
import { tokenise } from './tokens.ts';
import { type Prints, winnow } from './winnow.ts';

/** What is kept of a text: numbers of 32 bits under the installation's key, each once, rising. */
export interface Fingerprints {
  readonly words: ArrayLike<number>;
  readonly signs: ArrayLike<number>;
  readonly rare: ArrayLike<number>;
}

export const NO_PRINTS: Fingerprints = { words: [], signs: [], rare: [] };

/** Of a longer text only this many UTF-16 units are looked at, so what it carries behind them nobody knows. */
export const LONGEST_COMPARED = 400_000;

/** The part of a text that is compared, in canonical form: positions of prints are positions in it. */
export function compared(text: string): string {
  return canonicalText(text).slice(0, LONGEST_COMPARED);
}

/** All prints of a text (`compared`) with where they stand. */
export function printsIn(text: string, key: Uint8Array): Readonly<Record<PrintKind, Prints>> {
  const { words, signs } = tokenise(text);
  const own = sipKey(key);
  return {
    words: winnow(words, WORDS_GRAM, own),
    signs: winnow(signs, LETTERS_GRAM, own),
    rare: rarePrints(text, own),
  };
}

/** What is kept of a text, under a key that must not leave the installation. */
export function fingerprint(text: string, key: Uint8Array): Fingerprints {
  const { words, signs, rare } = printsIn(compared(text), key);
  return { words: eachOnce(words.values), signs: eachOnce(signs.values), rare: eachOnce(rare.values) };
}

/** The prints of two texts together, at most so many of each kind. */
export function joinPrints(a: Fingerprints, b: Fingerprints, most: number): Fingerprints {
  const join = (kind: PrintKind) => eachOnce([...Array.from(a[kind]), ...Array.from(b[kind])]).slice(0, most);
  return { words: join('words'), signs: join('signs'), rare: join('rare') };
}

/** How many numbers they are. */
export function countOf(prints: Fingerprints): number {
  return prints.words.length + prints.signs.length + prints.rare.length;
}

function eachOnce(values: ArrayLike<number>): Uint32Array {
  const sorted = new Uint32Array(values).sort();
  let last = 0;
  for (let i = 1; i < sorted.length; i++) if (sorted[i] !== sorted[last]) sorted[++last] = sorted[i] as number;
  return sorted.slice(0, last + 1);
}
