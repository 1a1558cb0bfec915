/** The kinds of prints, and what each is made of. */
import type { Scheme } from './winnow.ts';

/** The kinds of prints; a text is found again when enough of one kind stand in it. */
export const KINDS = ['words', 'signs', 'rare'] as const;
export type PrintKind = (typeof KINDS)[number];

/**
 * Grams of five words find long texts with many words changed; grams of twenty-four letters and digits find short
 * passages. Both were measured on real texts (`npm run eval -- provenance`).
 */
export const WORDS_GRAM: Scheme = { k: 5, w: 6, name: 1 };
export const LETTERS_GRAM: Scheme = { k: 24, w: 16, name: 2 };
