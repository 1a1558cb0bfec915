/**
 * The places of a page where a mark counts, as readings: each is a text that is a mark if, and only if, some
 * vocabulary knows it. The notion, which the tests hold on both sides:
 *
 * - **Tag, chip, badge:** all of it is the mark, or a statement with a key ("Classification: Restricted").
 * - **Declared:** a value under a name that speaks of classification (`data-classification`, `X-Protective-Marking`).
 * - **Title, subject:** in brackets, between separators, before the first colon, in capitals at either end (title.ts).
 * - **Banner:** a line of its own among the first lines of the head or the last of the foot, which is the mark and at
 *   most instructions ("do not forward") and furniture (page number, firm) beside it (lines.ts, reading.ts).
 * - **Statement:** a line with a key, anywhere in the first or last lines.
 *
 * A quoted line ("> CONFIDENTIAL") counts as the line would: what is quoted travels on. Items of a list do not, since
 * lists explain levels; nor does a line right above a legal notice, which is its heading; nor a word beside its opposite;
 * nor the lines of a legend, which vocabularies tell by their levels (legend.ts).
 */
import type { Marked } from '../marking.ts';
import { bare, bracketed, clean, fold, isCapitals } from './fold.ts';
import { isKey, isWeakKey, keyed } from './key.ts';
import { type Line, linesOf, mayBeBanner, subjectsIn } from './lines.ts';
import { partsOf, type Reading, readingsOf } from './reading.ts';
import { titleReadings, titleStatements } from './title.ts';

export interface Place extends Reading {
  readonly spot: 'tag' | 'bracket' | 'title' | 'prefix' | 'line' | 'keyed' | 'declared';
  /** The key of a statement, or the name of a declaration, folded. */
  readonly key: string;
  /** Readings of the same tag, title or line are ways to read one mark. */
  readonly source: string;
  /** Which content line of head or foot, for banners. */
  readonly line: number;
}

/** Banners stand in the first lines of the head, below at most a path, a title and an author; or in the last. */
const HEAD_LINES = 4;
const FOOT_LINES = 6;

/** Statements with a key are unmistakable, and stand in blocks of metadata. */
const HEAD_STATEMENT_LINES = 12;
const FOOT_STATEMENT_LINES = 10;

/** What callers pass is 2,000 characters; more is not looked at. */
const MOST_CHARACTERS = 4_000;

/** Lines of the foot are numbered from here, so that no line of the head has the same number. */
export const FOOT = 100;

/** Names under which attributes, meta elements and mail headers state a classification. */
const DECLARING =
  /(?:classification|sensitivity|confidentiality|marking|security label|sensitivity label|vertraulichkeit|klassifizierung|confidentialite|clasificacion|confidencialidad|classificazione|riservatezza|\btlp)(?: (?:level|label|name|value|marking))?$/;

/** The lines of the head or the foot, and the number that banners give the first of them. */
export interface Zone {
  readonly lines: readonly Line[];
  readonly first: number;
}

export interface Zones {
  readonly head: Zone;
  readonly foot: Zone;
}

export function zonesOf(page: Marked): Zones {
  const foot = linesOf((page.foot ?? '').slice(-MOST_CHARACTERS));
  return {
    head: { lines: linesOf(page.head.slice(0, MOST_CHARACTERS)), first: 0 },
    foot: { lines: foot, first: FOOT - Math.max(0, foot.length - FOOT_LINES) },
  };
}

/** Every reading of every place of the page. */
export function placesOf(page: Marked, zones = zonesOf(page)): readonly Place[] {
  const [head, foot] = [zones.head.lines, zones.foot.lines];
  return [
    ...page.tags.flatMap(tagPlaces),
    ...(page.declared ?? []).flatMap(({ name, value }) => declaredPlaces(name, value)),
    ...titlePlaces(page.title),
    ...head.slice(0, HEAD_STATEMENT_LINES).flatMap((line) => statementPlaces(line.text)),
    ...head.slice(0, HEAD_LINES).flatMap((line, i) => bannerPlaces(line, i, page.title)),
    ...foot.slice(-FOOT_STATEMENT_LINES).flatMap((line) => statementPlaces(line.text)),
    ...foot.slice(-FOOT_LINES).flatMap((line, i) => bannerPlaces(line, FOOT + i, page.title)),
    ...subjectsIn(page.head.slice(0, MOST_CHARACTERS), HEAD_STATEMENT_LINES).flatMap(titlePlaces),
  ];
}

function tagPlaces(tag: string): readonly Place[] {
  const text = clean(tag)
    .replace(/^#+/, '')
    .replace(/ ?(?:\(\d+\)|x ?\d+)$/, '');
  return [...readingsOf(text).map((reading) => place('tag', reading, text)), ...statementPlaces(text)];
}

function declaredPlaces(name: string, value: string): readonly Place[] {
  const key = fold(name);
  if (!DECLARING.test(key)) return [];
  return valuesOf(clean(value)).map((reading) => place('declared', reading, value, key));
}

function titlePlaces(title: string): readonly Place[] {
  const statements = titleStatements(title).flatMap(statementPlaces);
  return [...titleReadings(title).map((reading) => place(reading.spot, reading, title)), ...statements];
}

/** The readings of a line as a banner. */
function bannerPlaces(line: Line, at: number, title: string): readonly Place[] {
  if (!mayBeBanner(line)) return [];
  const opening = /^[[【{]/.test(line.text) ? bracketed(line.text).slice(0, 1) : [];
  const readings = [...readingsOf(line.text), ...opening.flatMap(readingsOf)];
  // "L.A. CONFIDENTIAL" under that title is a heading: it takes more than capitals to make a banner of it.
  const heading = fold(title).includes(fold(line.text));
  // "Type / Public / Traded as / NYSE" is a list of entries.
  const entry = at > 0 && !line.alone && /^\p{Lu}\p{Ll}/u.test(line.text);
  return readings
    .filter((reading) => !reading.faint || !heading)
    .map((reading) =>
      withValues({ ...reading, faint: reading.faint || entry, beside: [...reading.beside, ...line.choices] }),
    )
    .map((reading) => place('line', reading, line.text, '', at));
}

/** Statements with a key: the whole text, one of its parts, or two cells of a table. */
function statementPlaces(text: string): readonly Place[] {
  const parts = partsOf(text);
  const cells = parts.flatMap((part, i) =>
    isKey(part) && parts[i + 1] !== undefined ? [`${part}: ${parts[i + 1]}`] : [],
  );
  return [...new Set([text, ...parts, ...cells])].flatMap((each) => {
    const found = keyed(each);
    if (found === null) return [];
    // The choices of a form stand in the other parts: "Classification: Public / Internal / Confidential".
    const others = each === text ? [] : parts.filter((part) => part !== each);
    return valuesOf(found.value)
      .map((reading) => ({ ...reading, beside: [...reading.beside, ...others], faint: isWeakKey(found.key) }))
      .map((reading) => place('keyed', reading, text, found.key));
  });
}

/** What stands beside a reading may itself be a statement; its value is what counts in a legend. */
function withValues(reading: Reading): Reading {
  return { ...reading, beside: reading.beside.map((part) => keyed(part)?.value ?? part) };
}

/** A value announced by a key: all of it, or its first part, unless it lists the choices of a form. */
function valuesOf(value: string): readonly Reading[] {
  const parts = value.split(/[|/,;·•–—(]| - /).map(bare);
  const choices = value.split(/[|/]/).length > 2 && !value.includes('//');
  const first = choices ? [] : parts.slice(0, value.includes('/') ? 2 : 1).flatMap(readingsOf);
  return [...readingsOf(value), ...first.map((reading) => ({ ...reading, beside: parts }))];
}

function place(spot: Place['spot'], reading: Reading, source: string, key = '', line = -1): Place {
  return { ...reading, spot, source, key, line };
}

/** Whether a place is written as marks of governments are: in capitals, unless a chip, key or attribute presents it. */
export function isFormal(found: Place): boolean {
  if (found.faint) return false;
  return ['tag', 'keyed', 'declared'].includes(found.spot) || isCapitals(found.text);
}
