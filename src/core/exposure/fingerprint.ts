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

/** What has a text that is compared; the object says that it is the same text, so it must not change. */
export interface Written {
  readonly text: string;
}

/** The part of a text that is compared, and its prints with where they stand in it. */
export interface Printed {
  readonly text: string;
  readonly prints: Readonly<Record<PrintKind, Prints>>;
}

/**
 * An act is compared with readings, with drafts and with what was sent, and its prints may be kept: they are taken once.
 * They go with the act, so no text stays here longer than with whoever has it.
 */
const taken = new WeakMap<Written, { readonly key: Uint8Array; readonly printed: Printed }>();

/** The prints of what has been written, taken when they are asked for first. */
export function printed(of: Written, key: Uint8Array): Printed {
  const before = taken.get(of);
  if (before?.key === key) return before.printed;
  const text = compared(of.text);
  const now = { text, prints: printsIn(text, key) };
  taken.set(of, { key, printed: now });
  return now;
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
  return fingerprintOf({ text }, key);
}

/** The same of something that has been compared, or will be. */
export function fingerprintOf(of: Written, key: Uint8Array): Fingerprints {
  const { words, signs, rare } = printed(of, key).prints;
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
