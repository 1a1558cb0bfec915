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
 * A sign of a writing without spaces between words stands for as many Latin letters as it carries meaning: about three
 * (a Chinese text has a third of the signs of its English translation; the Parallel Universal Dependencies: 0.31).
 */
const LETTERS_PER_IDEOGRAPH = 3;

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
}

/** What was found out about each code point; a text has few different ones. */
const known = new Map<number, Sign>();

/** Code points that are remembered. */
const MOST_KNOWN = 20_000;

/** The tokens of a text in canonical form. */
export function tokenise(text: string): Tokenised {
  const words = new Collector(text.length);
  const signs = new Collector(text.length);
  let word = EMPTY_HASH;
  let start = -1;
  let end = 0;
  const endWord = () => {
    if (start >= 0) words.add(word, start, end);
    start = -1;
    word = EMPTY_HASH;
  };
  for (let i = 0; i < text.length; ) {
    const code = text.codePointAt(i) ?? 0;
    const next = i + (code > 0xffff ? 2 : 1);
    const { kind, folded, letters } = signOf(code);
    if (kind === 'between') endWord();
    else if (kind !== 'unseen') {
      if (kind === 'ideograph') endWord();
      if (start < 0) start = i;
      word = hashOn(word, folded);
      end = next;
      for (let k = 0; k < letters.length; k++) signs.add(letters.charCodeAt(k), i, next);
      if (kind === 'ideograph') {
        for (let more = 1; more < LETTERS_PER_IDEOGRAPH; more++) signs.add(more, i, next);
        endWord();
      }
    }
    i = next;
  }
  endWord();
  return { words: words.tokens(), signs: signs.tokens() };
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
  if (UNSEEN.test(sign) || folded === '') return { kind: 'unseen', folded: '', letters: '' };
  if (!LETTER.test(folded)) return { kind: 'between', folded: '', letters: '' };
  return {
    kind: isIdeograph(sign) ? 'ideograph' : 'letter',
    folded,
    letters: folded.replace(/[^\p{L}\p{N}]/gu, ''),
  };
}

const EMPTY_HASH = 0x811c9dc5;

/** FNV-1a of a word, one sign after the other. */
function hashOn(hash: number, folded: string): number {
  let on = hash;
  for (let i = 0; i < folded.length; i++) on = Math.imul(on ^ folded.charCodeAt(i), 0x01000193);
  return on;
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
