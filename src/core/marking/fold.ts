/**
 * Text made comparable: what a reader cannot see is gone, what a reader takes for the same is the same. `clean` keeps
 * case, since some vocabularies are written in capitals only; `fold` gives it up.
 */

/** Format characters (zero width, soft hyphen, direction) and variation selectors: a mark with one inside is still read as one. */
const INVISIBLE = /\p{Cf}|[\uFE00-\uFE0F]|\u034F/gu;

/**
 * Ornament around a mark: Markdown, boxes, bullets, signs. Quotation marks and slashes are none: they change what is
 * said; nor is a hash without a space, which makes the name of a channel, nor the sign of a copyright.
 */
const ORNAMENT_BEFORE = /^(?:#+\s|[\s*_~`=+><|│┃║!·•●■◆★☆▪▶◀–—-]|(?!©)[\p{Extended_Pictographic}\p{So}])+/u;
const ORNAMENT_AFTER = /[\s*_~`#=+><|│┃║!.·•●■◆★☆▪▶◀×✕–—\p{Extended_Pictographic}\p{So}-]/u;

/** Brackets in pairs; the black lenticular ones are common in subjects. */
const PAIRS: Readonly<Record<string, string>> = { '[': ']', '(': ')', '{': '}', '【': '】', '〔': '〕' };

/** No line, tag or value is looked at beyond this; one character can become eighteen in normalisation. */
const LONGEST = 4_000;

/** One line of text without what cannot be seen: full-width letters become plain, every kind of space one space. */
export function clean(text: string): string {
  return text
    .slice(0, LONGEST)
    .normalize('NFKC')
    .slice(0, LONGEST)
    .replace(INVISIBLE, '')
    .replace(/[*`](?=\S)|(?<=\S)[*`]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Without case, accents, apostrophes within words and the difference of hyphen, underscore and space. */
export function fold(text: string): string {
  return clean(text)
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .replace(/[_\u2010-\u2015-]|(?<=\p{L})[’'](?=\p{L})/gu, ' ')
    .replace(/&/g, ' and ')
    .replace(/\bfuer\b/g, 'fur')
    .replace(/\s+/g, ' ')
    .trim();
}

/** A text without ornament around it, and out of its brackets when they hold all of it. */
export function bare(text: string): string {
  const plain = withoutEnd(text.replace(ORNAMENT_BEFORE, ''));
  const inner = plain.slice(1, -1);
  const enclosed = plain.length > 2 && PAIRS[plain.charAt(0)] === plain.at(-1) && !/[[\](){}【】〔〕]/.test(inner);
  return enclosed ? bare(inner) : joinSpaced(plain);
}

/** Without the ornament at the end. Sign by sign, since a pattern that looks for the end is slow in long rules of dashes. */
function withoutEnd(text: string): string {
  const signs = [...text];
  let end = signs.length;
  while (ORNAMENT_AFTER.test(signs[end - 1] ?? '')) end -= 1;
  return signs.slice(0, end).join('');
}

/** What stands in brackets within a line, unless the bracket belongs to a word ("main(internal)", "list[public]"). */
export function bracketed(line: string): readonly string[] {
  const groups = [...line.matchAll(/(?<![\p{L}\p{N}_.])[[({【〔]([^[\](){}【】〔〕]{1,120})[\])}】〕]/gu)];
  return groups.map((group) => bare(group[1] ?? ''));
}

/** A line with its bracketed parts taken out. */
export function unbracketed(line: string): string {
  return line.replace(/[[({【〔][^[\](){}【】〔〕]{1,120}[\])}】〕]/g, ' ').trim();
}

/** Whether there are letters and all of them are capitals. */
export function isCapitals(text: string): boolean {
  return /\p{Lu}/u.test(text) && !/\p{Ll}/u.test(text);
}

/** "C O N F I D E N T I A L" is one word; two spaces would part words, but white space has been folded by now. */
function joinSpaced(text: string): string {
  return /^(?:\p{L} ){4,60}\p{L}$/u.test(text) ? text.replaceAll(' ', '') : text;
}
