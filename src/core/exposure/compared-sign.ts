/**
 * One sign of a text as the comparison of texts sees it. Case, accents, compatibility forms, letters that only look Latin
 * and signs that nobody sees make no difference, so that they hide nothing.
 */
import { inLatinLetters } from '../confusables.ts';

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

export interface Sign {
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

/** What a code point is compared as. */
export function signOf(code: number): Sign {
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

/** Most signs of most texts are below this code point. */
export const ASCII = 128;

/** What each of these is compared as: one UTF-16 unit, 0 for what stands between words. */
export const PLAIN_FOLDED = Uint16Array.from({ length: ASCII }, (_, code) => {
  const { kind, folded } = newSign(String.fromCharCode(code));
  return kind === 'letter' ? folded.charCodeAt(0) : 0;
});
