/**
 * Winnowing (Schleimer, Wilkerson, Aiken 2003): of every window of w neighbouring k-grams one is kept, the same one
 * wherever that window stands, so two texts that share w + k - 1 tokens in a row share a print. What is kept of a gram
 * is keyed and cut to 32 bits.
 */
import { type SipKey, sipHash } from './siphash.ts';
import type { Tokens } from './token-list.ts';

/** Prints with where they stand, in UTF-16 positions of the text, in their order. All lists are equally long. */
export interface Prints {
  readonly values: Uint32Array;
  readonly from: Int32Array;
  readonly to: Int32Array;
  /** The number of the token that each begins with. */
  readonly at: Int32Array;
}

export interface Scheme {
  /** Tokens in a gram. */
  readonly k: number;
  /** Grams in a window. */
  readonly w: number;
  /** Distinguishes the prints of one scheme from those of another. */
  readonly name: number;
}

/** The prints of some tokens; none when there are fewer than k. */
export function winnow(tokens: Tokens, { k, w, name }: Scheme, key: SipKey): Prints {
  const grams = gramHashes(tokens.hashes, k);
  const kept = chosen(grams.first, w);
  const values = new Uint32Array(kept.length);
  const from = new Int32Array(kept.length);
  const to = new Int32Array(kept.length);
  for (let i = 0; i < kept.length; i++) {
    const gram = kept[i] ?? 0;
    values[i] = sipHash(key, (grams.first[gram] ?? 0) ^ HIGHEST_BIT, grams.second(gram) ^ name);
    from[i] = tokens.from[gram] ?? 0;
    to[i] = tokens.to[gram + k - 1] ?? 0;
  }
  return { values, from, to, at: kept };
}

/** Odd multipliers, so that a power of them never vanishes (the golden ratio and the square root of 3 in 32 bits). */
const BASES = [0x9e3779b1, 0xbb67ae85] as const;

const HIGHEST_BIT = 0x80000000 | 0;
const HIGHEST = 0x7fffffff;

interface Grams {
  /** With its highest bit turned, so that their order is that of unsigned numbers: signed ones are compared quicker. */
  readonly first: Int32Array;
  /** The second hash of one gram; few are asked for. */
  readonly second: (gram: number) => number;
}

/**
 * Two rolling hashes of each k-gram: the first also chooses which grams are kept, both together name it. A gram's is the
 * hash of all tokens up to its end, less what those before it have put in.
 */
function gramHashes(tokens: Int32Array, k: number): Grams {
  const count = Math.max(0, tokens.length - k + 1);
  const one = new Int32Array(tokens.length + 1);
  const two = new Int32Array(tokens.length + 1);
  const [base, other] = BASES;
  let here = 0;
  let there = 0;
  for (let i = 0; i < tokens.length; i++) {
    const unit = scramble(tokens[i] ?? 0);
    here = (Math.imul(here, base) + unit) | 0;
    there = (Math.imul(there, other) + unit) | 0;
    one[i + 1] = here;
    two[i + 1] = there;
  }
  const [leaving, otherLeaving] = [power(base, k), power(other, k)];
  const first = one.subarray(0, count);
  // In place: what is behind a gram's first token is read before it is written.
  for (let i = 0; i < count; i++)
    first[i] = scramble(((one[i + k] ?? 0) - Math.imul(one[i] ?? 0, leaving)) | 0) ^ HIGHEST_BIT;
  return { first, second: (gram) => ((two[gram + k] ?? 0) - Math.imul(two[gram] ?? 0, otherLeaving)) | 0 };
}

/**
 * Of each window the smallest, and of equal ones the rightmost. Only when the smallest has left is a window looked
 * through; hashes that look random leave once in a window.
 */
function chosen(hashes: Int32Array, w: number): Int32Array {
  const kept = new Int32Array(hashes.length);
  const full = Math.min(w, hashes.length) - 1;
  let count = 0;
  let last = -1;
  let least = -1;
  let value = HIGHEST;
  for (let i = 0; i < hashes.length; i++) {
    const hash = hashes[i] ?? 0;
    if (hash <= value) {
      least = i;
      value = hash;
    } else if (least <= i - w) {
      least = i;
      value = hash;
      for (let k = i - 1; k > i - w; k--) {
        const other = hashes[k] ?? 0;
        if (other >= value) continue;
        least = k;
        value = other;
      }
    }
    if (i < full || least === last) continue;
    kept[count++] = least;
    last = least;
  }
  return kept.slice(0, count);
}

function power(base: number, exponent: number): number {
  let product = 1;
  for (let i = 0; i < exponent; i++) product = Math.imul(product, base);
  return product;
}

/** Spreads the bits, since neighbouring letters differ in their lowest ones and a rolling hash orders badly by its high ones. */
function scramble(hash: number): number {
  const mixed = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  return (mixed ^ (mixed >>> 13)) | 0;
}
