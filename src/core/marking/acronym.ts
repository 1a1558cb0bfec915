/**
 * An acronym that is explained, instead of marking what stands behind it: its words are spelled beside it ("Código
 * Único de Inversiones (CUI)", "CUI: conversational user interface"), or a sentence says what it is ("(CUI) is …").
 */
import { fold } from './fold.ts';
import { isUnfinished } from './prose.ts';

/** Little words that no acronym counts, in five languages. */
const UNCOUNTED =
  /^(?:the|of|and|for|to|in|der|die|das|und|fur|le|la|les|l|de|du|des|d|et|el|los|las|y|di|del|della|e)$/;

/** Shorter ones are spelled by chance: "(TS) Two ships left the port". */
const SHORTEST = 3;

/** No acronym is spelled over more of a text. */
const REACH = 160;

/** What sentences say of an acronym, in small letters: a marked paragraph begins a sentence of its own. */
const SAYS = new RegExp(
  `^(?:${[
    'is|are|was|were|means?|stands|refers|denotes|designates',
    'ist|sind|war|steht|heißt|bedeutet|bezeichnet',
    'est|sont|était|signifie|désigne',
    'es|son|era|significa|designa|identifica',
    'è|sono|indica',
  ].join('|')})\\s`,
);

/** Whether a text begins with the words that spell the acronym. */
export function beginsSpelled(text: string, acronym: string): boolean {
  return acronym.length >= SHORTEST && initialsOf(text.slice(0, REACH)).startsWith(acronym.toLowerCase());
}

/** Whether a text ends with them. */
export function endsSpelled(text: string, acronym: string): boolean {
  return acronym.length >= SHORTEST && initialsOf(text.slice(-REACH)).endsWith(acronym.toLowerCase());
}

/**
 * Whether the acronym in brackets at the start of a line is explained; `above` is the line right above, or empty: the
 * sentence that explains may have begun there.
 */
export function isExplained(acronym: string, behind: string, above: string): boolean {
  if (SAYS.test(behind) || beginsSpelled(behind, acronym)) return true;
  return endsSpelled(above, acronym) || isUnfinished(above);
}

function initialsOf(text: string): string {
  const words = fold(text).split(/[^\p{L}\p{N}]/u);
  return words.map((word) => (UNCOUNTED.test(word) ? '' : word.slice(0, 1))).join('');
}
