/**
 * A text as the comparison of texts sees it: words, and single signs. Case, accents, compatibility forms, letters that
 * only look Latin and signs that nobody sees make no difference, so that they hide nothing.
 */
import { ASCII, PLAIN_FOLDED, signOf } from './compared-sign.ts';
import { Collector, type Tokens } from './token-list.ts';

export interface Tokenised {
  readonly words: Tokens;
  readonly signs: Tokens;
}

/** The tokens of a text in canonical form. */
export function tokenise(text: string): Tokenised {
  // Few words have less than a letter and a blank.
  const words = new WordCollector((text.length >> 1) + 1);
  const signs = new Collector(text.length);
  for (let i = 0; i < text.length; ) {
    const unit = text.charCodeAt(i);
    if (unit >= ASCII) i = addOther(text, i, words, signs);
    else if (PLAIN_FOLDED[unit] === 0) {
      words.end();
      i += 1;
    } else i = words.addPlain(text, i, signs);
  }
  words.end();
  return { words: words.tokens(), signs: signs.tokens() };
}

/** Adds the sign at this position and says where the next one begins. */
function addOther(text: string, at: number, words: WordCollector, signs: Collector): number {
  const code = text.codePointAt(at) ?? 0;
  const next = at + (code > 0xffff ? 2 : 1);
  const { kind, folded, letters, more } = signOf(code);
  if (kind === 'between') words.end();
  else if (kind === 'ideograph') words.addSign(folded, at, next);
  else if (kind === 'letter') for (let k = 0; k < folded.length; k++) words.addLetter(folded.charCodeAt(k), at, next);
  for (let k = 0; k < letters.length; k++) signs.add(letters.charCodeAt(k), at, next);
  for (let k = 1; k <= more; k++) signs.add(k, at, next);
  return next;
}

const EMPTY_HASH = 0x811c9dc5 | 0;

/** A letter of a word, and no letter by itself. */
const UNDERSCORE = 0x5f;

const PRIME = 0x01000193;

/** Five words of three signs that overlap are seven signs, as long as five English words. */
const SIGNS_IN_WORD = 3;

/** FNV-1a of a word, one sign after the other. */
function hashOn(hash: number, folded: string): number {
  let on = hash;
  for (let i = 0; i < folded.length; i++) on = Math.imul(on ^ folded.charCodeAt(i), PRIME);
  return on;
}

/**
 * The words of a text. Where no blanks stand between them each three signs in a row are one: five single signs say as
 * little as two words, and a phrase of them stands in many texts.
 */
class WordCollector {
  readonly #words: Collector;
  #word = EMPTY_HASH;
  #start = -1;
  #end = 0;
  /** The signs of a writing without blanks that came last, of one run of them. */
  #signs: readonly { readonly folded: string; readonly from: number }[] = [];
  #hasToken = false;

  constructor(expected: number) {
    this.#words = new Collector(expected);
  }

  addLetter(folded: number, from: number, to: number): void {
    if (this.#signs.length > 0) this.#endSigns();
    if (this.#start < 0) this.#start = from;
    this.#word = Math.imul(this.#word ^ folded, PRIME);
    this.#end = to;
  }

  /**
   * Adds the plain letters (of `PLAIN_FOLDED`) from here on, also to the signs, and says where they end. Most of most texts
   * is these, so nothing is looked up twice.
   */
  addPlain(text: string, from: number, signs: Collector): number {
    if (this.#signs.length > 0) this.#endSigns();
    if (this.#start < 0) this.#start = from;
    signs.makeRoom(text.length - from);
    const hashes = signs.hashes;
    const starts = signs.from;
    const ends = signs.to;
    let count = signs.count;
    let word = this.#word;
    let i = from;
    for (; i < text.length; i++) {
      const unit = text.charCodeAt(i);
      const folded = unit < ASCII ? (PLAIN_FOLDED[unit] ?? 0) : 0;
      if (folded === 0) break;
      word = Math.imul(word ^ folded, PRIME);
      hashes[count] = folded;
      starts[count] = i;
      ends[count] = i + 1;
      if (folded !== UNDERSCORE) count += 1;
    }
    signs.count = count;
    this.#word = word;
    this.#end = i;
    return i;
  }

  addSign(folded: string, from: number, to: number): void {
    this.#endWord();
    this.#signs = [...this.#signs.slice(1 - SIGNS_IN_WORD), { folded, from }];
    this.#end = to;
    if (this.#signs.length === SIGNS_IN_WORD) this.#addSigns();
  }

  /** What comes now is no part of the word before. */
  end(): void {
    this.#endWord();
    if (this.#signs.length > 0) this.#endSigns();
  }

  tokens(): Tokens {
    return this.#words.tokens();
  }

  #endWord(): void {
    if (this.#start >= 0) this.#words.add(this.#word, this.#start, this.#end);
    this.#start = -1;
    this.#word = EMPTY_HASH;
  }

  #endSigns(): void {
    if (this.#signs.length > 0 && !this.#hasToken) this.#addSigns();
    this.#signs = [];
    this.#hasToken = false;
  }

  #addSigns(): void {
    const hash = this.#signs.reduce((on, { folded }) => hashOn(on, folded), EMPTY_HASH);
    this.#words.add(hash, this.#signs[0]?.from ?? 0, this.#end);
    this.#hasToken = true;
  }
}
