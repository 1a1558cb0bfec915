/**
 * Levels that are known by their names ("Confidential", "Nur für den internen Gebrauch", an own label of policy):
 * which of the readings of a page name one.
 */
import type { Mark } from '../marking.ts';
import { clean, fold, isCapitals } from './fold.ts';
import { FOOT, type Place } from './places.ts';
import { hasOpposite, isOpposite } from './prose.ts';

/** One name of one level. */
export interface Name {
  readonly label: string;
  readonly text: string;
  /** On the corporate scale; null for own labels, whose ranks the policy knows. */
  readonly position: number | null;
  /** Counts only where a key or an attribute says that a level follows: in other places the word is ordinary. */
  readonly announced: boolean;
}

/** Names by their folded form. */
export type NameTable = ReadonlyMap<string, readonly Name[]>;

export function nameTable(names: readonly Name[]): NameTable {
  const table = new Map<string, Name[]>();
  for (const name of names) {
    const key = fold(name.text);
    if (key !== '') table.set(key, [...(table.get(key) ?? []), name]);
  }
  return table;
}

/** Places whose text is a level and its sublabel ("Confidential \\ All Employees"), each read as the level alone. */
export function withParents(places: readonly Place[]): readonly { readonly place: Place; readonly child: string }[] {
  return places.flatMap((place) => {
    const [, parent = '', child = ''] = /^([^\\]{2,64}?) ?\\{1,2} ?([^\\]{1,64})$/.exec(place.text) ?? [];
    return parent === '' ? [] : [{ place: { ...place, text: parent, beside: [] }, child: clean(child) }];
  });
}

/** What a place names, by any of its readings. */
interface Found {
  readonly name: Name;
  readonly place: Place;
}

/** The marks that the places make by name. Of one tag, title or line only the strictest level counts. */
export function namedMarks(places: readonly Place[], table: NameTable): readonly Mark[] {
  const found = places.flatMap((place) => namesAt(place, table).map((name) => ({ name, place })));
  const kept = withoutLegends(found).filter(({ name, place }) => mayStand(name, place));
  const strictest = kept.filter(({ name, place }) => !kept.some((other) => isStricterReading(other, name, place)));
  return [...new Set(strictest.map(({ name }) => name.label))].map((label) => ({ label, categories: [] }));
}

/** The names that a place bears; none if its other parts name so many levels that it is a legend. */
function namesAt(place: Place, table: NameTable): readonly Name[] {
  const names = table.get(fold(place.text)) ?? [];
  const others = place.beside.flatMap((part) => table.get(fold(part)) ?? []);
  const levels = new Set([...names, ...others].map((name) => name.label));
  return levels.size > 2 ? [] : names;
}

function mayStand(name: Name, place: Place): boolean {
  if (name.announced) return place.spot === 'declared' || (place.spot === 'keyed' && !place.faint);
  if (place.faint && name.position === 0) return false;
  if (hasOpposite(place.text) && place.beside.some(isOpposite)) return false;
  // "internal: remove unused helpers" is how programmers title a change.
  const change = place.spot === 'prefix' && /^\p{Ll}/u.test(place.text);
  return !change || name.position === null || name.position > 1;
}

/**
 * Banner lines that explain levels instead of setting one: three levels among them, or two apart from each other of
 * which the first does not open the text.
 */
function withoutLegends(found: readonly Found[]): readonly Found[] {
  const zones = [
    found.filter((each) => isBanner(each) && each.place.line < FOOT),
    found.filter((each) => each.place.line >= FOOT),
  ];
  const legends = new Set(zones.map(withoutBanner).filter(isLegend).flat());
  return found.filter((each) => !legends.has(each));
}

/** Without the one line in capitals that opens the head or ends the foot, above or below names in small letters. */
function withoutBanner(zone: readonly Found[]): readonly Found[] {
  const lines = zone.filter(({ place }) => isCapitals(place.text)).map(({ place }) => place.line);
  const [line = -1] = lines;
  const edge = line === 0 || (line >= FOOT && zone.every(({ place }) => place.line <= line));
  return edge && lines.every((other) => other === line) ? zone.filter(({ place }) => place.line !== line) : zone;
}

function isBanner(each: Found): boolean {
  return each.place.spot === 'line';
}

function isLegend(zone: readonly Found[]): boolean {
  const levels = new Map<string, number>();
  for (const { name, place } of zone) if (!levels.has(name.label)) levels.set(name.label, place.line);
  const [first = 0, second = first] = levels.values();
  return levels.size > 2 || (levels.size === 2 && first % FOOT > 0 && second - first > 1);
}

function isStricterReading(other: Found, name: Name, place: Place): boolean {
  const same = other.place.source === place.source && other.place.line === place.line;
  return same && name.position !== null && (other.name.position ?? -1) > name.position;
}
