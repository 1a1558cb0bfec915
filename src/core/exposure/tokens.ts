/**
 * A text as the comparison of texts sees it: words, and single signs. Case, accents, compatibility forms, letters that
 * only look Latin and signs that nobody sees make no difference, so that they hide nothing.
 */
import { inLatinLetters } from '../confusables.ts';

/** Tokens with where they stand, in UTF-16 positions of the text. All lists are equally long. */
export interface Tokens {
  readonly hashes: Int32Array;
  readonly from: Int32Array;
  readonly to: Int32Array;
}

export interface Tokenised {
  readonly words: Tokens;
  readonly signs: Tokens;
}

/**
 * A sign of a writing without spaces between words stands for as many Latin letters as it carries meaning: a Chinese one
 * for about three (a Chinese text has a third of the signs of its English translation; the Parallel Universal
 * Dependencies: 0.31). A Japanese syllable says less and counts as two: as three, forty letters in a row were a common
 * phrase, and one in thirteen Japanese manual pages matched another by one; as two, none did. The writings of Thailand and
 * its neighbours are made of letters.
 */
const LETTERS_PER_SIGN: readonly (readonly [RegExp, number])[] = [
  [/\p{Script=Han}/u, 3],
  [/\p{Script=Hiragana}|\p{Script=Katakana}/u, 2],
];

/** Writings that put no spaces between words: each sign is a word of its own. */
const IDEOGRAPH =
  /\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Thai}|\p{Script=Lao}|\p{Script=Khmer}|\p{Script=Myanmar}/u;
/** Signs that are not seen (zero-width, bidirectional controls, soft hyphens), and marks on the letter before. */
const UNSEEN = /\p{Default_Ignorable_Code_Point}|\p{M}/u;
const LETTER = /[\p{L}\p{N}_]/u;

/** Whether a sign is a word of its own, with no blank around it. */
export function isIdeograph(sign: string): boolean {
  return IDEOGRAPH.test(sign);
}

type Kind = 'between' | 'unseen' | 'letter' | 'ideograph';

interface Sign {
  readonly kind: Kind;
  /** As it is compared: one or more UTF-16 units. */
  readonly folded: string;
  /** Only the letters and numbers of it. */
  readonly letters: string;
  /** For how many Latin letters more it stands. */
  readonly more: number;
}

/** What was found out about each code point; a text has few different ones. */
const known = new Map<number, Sign>();

/** Code points that are remembered. */
const MOST_KNOWN = 20_000;

/** The tokens of a text in canonical form. */
export function tokenise(text: string): Tokenised {
  const words = new WordCollector(text.length);
  const signs = new Collector(text.length);
  for (let i = 0; i < text.length; ) {
    const unit = text.charCodeAt(i);
    if (unit < ASCII) {
      const folded = PLAIN_FOLDED[unit] ?? 0;
      if (folded === 0) words.end();
      else words.addLetter(folded, i, i + 1);
      if (folded !== 0 && folded !== UNDERSCORE) signs.add(folded, i, i + 1);
      i += 1;
    } else i = addOther(text, i, words, signs);
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

function signOf(code: number): Sign {
  const before = known.get(code);
  if (before !== undefined) return before;
  const sign = newSign(String.fromCodePoint(code));
  if (known.size < MOST_KNOWN) known.set(code, sign);
  return sign;
}

function newSign(sign: string): Sign {
  const folded = inLatinLetters(sign.normalize('NFKC').toLowerCase());
  if (UNSEEN.test(sign) || folded === '') return { kind: 'unseen', folded: '', letters: '', more: 0 };
  if (!LETTER.test(folded)) return { kind: 'between', folded: '', letters: '', more: 0 };
  return {
    kind: isIdeograph(sign) ? 'ideograph' : 'letter',
    folded,
    letters: folded.replace(/[^\p{L}\p{N}]/gu, ''),
    more: (LETTERS_PER_SIGN.find(([writing]) => writing.test(folded))?.[1] ?? 1) - 1,
  };
}

const EMPTY_HASH = 0x811c9dc5 | 0;

/** Most signs of most texts: what each is compared as, 0 for what stands between words. */
const ASCII = 128;
const UNDERSCORE = 0x5f;
const PLAIN_FOLDED = Uint16Array.from({ length: ASCII }, (_, code) => {
  const { kind, folded } = newSign(String.fromCharCode(code));
  return kind === 'letter' ? folded.charCodeAt(0) : 0;
});

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

/** Grows as needed: a ligature is more signs than it is long. */
class Collector {
  #hashes: Int32Array;
  #from: Int32Array;
  #to: Int32Array;
  #count = 0;

  constructor(expected: number) {
    this.#hashes = new Int32Array(expected);
    this.#from = new Int32Array(expected);
    this.#to = new Int32Array(expected);
  }

  add(hash: number, from: number, to: number): void {
    if (this.#count === this.#hashes.length) this.#grow();
    this.#hashes[this.#count] = hash;
    this.#from[this.#count] = from;
    this.#to[this.#count] = to;
    this.#count += 1;
  }

  tokens(): Tokens {
    const end = this.#count;
    return {
      hashes: this.#hashes.subarray(0, end),
      from: this.#from.subarray(0, end),
      to: this.#to.subarray(0, end),
    };
  }

  #grow(): void {
    const room = this.#hashes.length * 2 + 16;
    const larger = (list: Int32Array) => {
      const grown = new Int32Array(room);
      grown.set(list);
      return grown;
    };
    this.#hashes = larger(this.#hashes);
    this.#from = larger(this.#from);
    this.#to = larger(this.#to);
  }
}
