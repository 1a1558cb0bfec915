/**
 * Where a mark counts in a title or subject: in brackets; as a part between separators; before the first colon or
 * double slash; in capitals at either end. A title about the word ("CONFIDENTIAL | English meaning") has none but in
 * brackets.
 */
import { bare, bracketed, clean, fold, isCapitals, unbracketed } from './fold.ts';
import { keyed } from './key.ts';
import { isDenial, isHandling, isLegal } from './prose.ts';
import { beforeSlashes, partsOf, type Reading, readingsOf } from './reading.ts';

/** A reading of a title. A lower-case word before a colon is also how programmers name a change ("internal: remove x"). */
export interface TitleReading extends Reading {
  readonly spot: 'bracket' | 'title' | 'prefix';
}

/** Longer titles are cut: nobody marks a thing behind so many characters. */
const LONGEST = 500;

/** More parts than this are a list. */
const MOST_PARTS = 12;

/** "Re:", "WG:", "[EXTERNAL]" and the like, as mail programs and gateways of the five languages put them before a subject. */
const REPLY =
  /^(?:(?:re|fw|fwd|aw|wg|tr|rv|rif|ref|r|i|sv|vs|antw|antwort|res|enc)(?:\[\d+\])?\s?:\s*|\[(?:ext|extern|external|externe|externo|esterno|cert|list)[^\]]{0,20}\]\s*)+/i;

/** Words of dictionaries and encyclopaedias, in five languages: such a title is about the word. */
const ABOUT =
  /\b(?:wikipedia|wiktionary|wiktionnaire|wikizionario|wikcionario|dictionary|thesaurus|imdb|meaning|what (?:is|are|does|do)|explained|duden|pons|worterbuch|bedeutung|bedeutet|was (?:ist|sind|heisst)|rechtschreibung|ubersetzung|dictionnaire|larousse|que (?:signifie|veut dire)|signification|diccionario|significado|que significa|dizionario|treccani|significato|(?:che )?cosa significa)\b/;

/** "Diffusion restreinte : définition": the word right behind a separator, since contracts define bonus targets as well. */
const DEFINING = /[:|] (?:definition|definicion|definizione)s?(?: (?:and|und|et|y|e) \p{L}+)?(?:$| [:|])/u;

/** What follows a lower-case keyword in the titles of manuals. */
const MANUAL =
  /\b(?:reference|keyword|modifier|documentation|docs|tutorial|syntax|schlusselwort|mot cle|palabra clave)\b/;

/** The title without what was put before it in replying and forwarding. */
export function subjectOf(title: string): string {
  return clean(title).slice(0, LONGEST).replace(REPLY, '');
}

/** Whether a title speaks of a word, instead of standing under it. */
export function isAbout(title: string): boolean {
  return ABOUT.test(fold(title)) || DEFINING.test(fold(title.replace(/\s[—–-]\s/g, ' : ')));
}

/** All readings of a title. */
export function titleReadings(title: string): readonly TitleReading[] {
  const subject = subjectOf(title);
  const inBrackets = bracketed(subject)
    .flatMap(readingsOf)
    .map((reading) => ({ ...reading, spot: 'bracket' as const }));
  if (isAbout(subject)) return inBrackets;
  const rest = unbracketed(subject);
  const whole = isDisambiguated(subject) ? [] : wholeOf(rest);
  return [...inBrackets, ...parts(rest), ...prefix(rest), ...whole, ...fileName(rest)];
}

/** What a title states with a key: "[Classification: Restricted]", "Classification: Restricted – keys". */
export function titleStatements(title: string): readonly string[] {
  const subject = subjectOf(title);
  return [...bracketed(subject), ...partsOf(unbracketed(subject))].filter((part) => keyed(part) !== null);
}

/** Between separators a mark may stand beside any other part, except in the title of a manual. */
function parts(title: string): readonly TitleReading[] {
  const all = partsOf(title);
  const first = all[0] ?? '';
  const manual = /^\p{Ll}/u.test(first) && MANUAL.test(fold(title));
  if (all.length < 2 || all.length > MOST_PARTS || manual) return [];
  return all.flatMap((text) => {
    const beside = all.filter((other) => other !== text);
    return readingsOf(text).map((reading) => ({ ...reading, beside, spot: 'title' as const }));
  });
}

/** Before the first colon, or the first double slash. */
function prefix(title: string): readonly TitleReading[] {
  const [, lead = '', rest = ''] = /^([^:]{2,60}?)\s*:\s*(\S.*)/.exec(title) ?? [];
  const colon = lead === '' || isDenial(rest) || isLegal(rest) ? null : bare(lead);
  return [colon, beforeSlashes(title)]
    .filter((text) => text !== null)
    .map((text) => ({ text, beside: [], faint: false, spot: 'prefix' }));
}

/** The title as a whole, read as a line is: nothing but the mark, with an instruction, or in capitals. */
function wholeOf(title: string): readonly TitleReading[] {
  if (partsOf(title).length > 1) return [];
  // A firm's name before the mark is for footers; in a title of capitals alone it would make a mark of "KITCHEN CONFIDENTIAL".
  const readings = readingsOf(title).filter((reading) => !reading.faint || !isCapitals(title));
  return readings.map((reading) => ({ ...reading, spot: 'title' }));
}

/** "Confidential (magazine)": how encyclopaedias tell things of one name apart. */
function isDisambiguated(subject: string): boolean {
  const kind = / \(([\p{Ll}\d][^()]*)\)$/u.exec(subject)?.[1];
  return kind !== undefined && !isHandling(kind) && !/\d$/.test(kind);
}

/** "Q3_forecast_CONFIDENTIAL.pdf": the parts of a file's name in capitals. */
function fileName(title: string): readonly TitleReading[] {
  if (!/^\S+_\S+\.\w{2,5}$/.test(title)) return [];
  const parts = title
    .replace(/\.\w+$/, '')
    .split(/[_.]/)
    .filter(isCapitals);
  return parts.map((text) => ({ text, beside: [], faint: true, spot: 'title' }));
}
