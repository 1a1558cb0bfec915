/**
 * What else "CUI" is: the number of a project in Peru, of a person in Guatemala, of a firm in Romania, of a purchase in
 * Italy; a contract in France; a conversational interface. It is then the key of a number, or its words are spelled
 * beside it, which the marking of the United States never is.
 */
import { beginsSpelled, endsSpelled, isExplained } from '../marking/acronym.ts';
import { bare, fold } from '../marking/fold.ts';
import { FOOT, type Place, type Zones } from '../marking/places.ts';
import { partsOf } from '../marking/reading.ts';

const ACRONYM = 'CUI';

/** What the marking stands for: where the line or a part of it begins with the words, they are the mark once more. */
const MARKING = /^controlled unclassified information\b/;

/** What parts a key from its number or its words. */
const SIGN = /^\s*[:=|#(–—-]*\s*(?:n(?:\.? ?[o°º]|r|um)?\.? )?/iu;

/** Six digits or more, in groups; or behind the letter of an Italian or the country of a Romanian number. */
const NUMBER = /^(?:(?:RO ?|[A-Z])\d{6,21}|\d(?:[ .-]?\d){5,17})(?!-?[\p{L}\p{N}])/u;

/** Dates, years and telephone numbers, which headers of documents hold beside the mark. */
const OTHER_NUMBER =
  /^(?:(?:19|20)\d\d[ .-]?(?:0\d|1[0-2])[ .-]?[0-3]\d|[0-3]?\d[ .-]?[0-3]?\d[ .-]?(?:19|20)\d\d|(?:19|20)\d\d-(?:19|20)\d\d|\d{3}[ .-]\d{3}[ .-]\d{4})(?!\d)/;

/** Whether every CUI in a line, tag or title is another one. */
export function isOtherCui(text: string): boolean {
  const found = [...text.matchAll(/\bCUI\b/gi)];
  return (
    found.length > 0 && found.every(({ index }) => isOther(text.slice(0, index), text.slice(index + ACRONYM.length)))
  );
}

/** Whether a line "CUI" is the name of the number on the line right below it, as tables of a page come out in text. */
export function isOverNumber(place: Place, { head, foot }: Zones): boolean {
  if (place.spot !== 'line' || fold(bare(place.source)) !== 'cui') return false;
  const { lines, first } = place.line < FOOT ? head : foot;
  return isNumber(lines[place.line - first]?.next ?? '', /^$/);
}

function isOther(before: string, behind: string): boolean {
  if (behind.startsWith(')')) return isOtherInBrackets(before, behind.slice(1).trim());
  const rest = behind.replace(SIGN, '');
  return isNumber(rest, /^/) || (beginsSpelled(rest, ACRONYM) && !MARKING.test(fold(rest)));
}

/** "Código Único de Inversiones (CUI)", "(CUI) is …", "(CUI) 2456789": a number in front of a sentence is part of it. */
function isOtherInBrackets(before: string, behind: string): boolean {
  const words = before.replace(/\($/, '').trim();
  if (endsSpelled(words, ACRONYM) && !MARKING.test(fold(partsOf(words).at(-1) ?? ''))) return true;
  return isNumber(behind, /^(?:$| ?[:;,|–—-])/) || (words === '' && isExplained(ACRONYM, behind, ''));
}

function isNumber(text: string, end: RegExp): boolean {
  const found = NUMBER.exec(text)?.[0];
  return found !== undefined && !OTHER_NUMBER.test(text) && end.test(text.slice(found.length));
}
