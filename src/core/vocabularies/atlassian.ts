/**
 * Atlassian's data classification levels (developer.atlassian.com, "classification levels": name, rank, status), in
 * Confluence and Jira. Rank 1 is the **most** sensitive, the opposite of Purview's priority; names are the
 * organisation's choice, so where both are stated the stricter holds.
 */

import { alone, type Beside } from '../marking/beside.ts';
import { clean, fold } from '../marking/fold.ts';
import { type NameTable, namedMarks, nameTable } from '../marking/names.ts';
import type { Place } from '../marking/places.ts';
import type { Mark, Marked, Vocabulary, VocabularyLevel } from '../marking.ts';

/** In Atlassian's own order, the most sensitive first: the names of its documentation, and "Internal" of common use. */
const LEVELS: readonly VocabularyLevel[] = [
  { id: 'atlassian-restricted', name: 'Restricted', aliases: [], position: 3 },
  { id: 'atlassian-protected', name: 'Protected', aliases: [], position: 2 },
  { id: 'atlassian-confidential', name: 'Confidential', aliases: [], position: 2 },
  { id: 'atlassian-internal', name: 'Internal', aliases: [], position: 1 },
  { id: 'atlassian-public', name: 'Public', aliases: [], position: 0 },
];

/** Names of the attributes, meta elements and settings in which the two products state a level. */
const DECLARING = /^(?:data )?(?:atlassian|ajs|confluence|jira)\b.*\bclassification\b/;

export const atlassian: Vocabulary = {
  id: 'atlassian',
  name: 'Atlassian classification levels',
  byDefault: true,
  levels: LEVELS,
  read: readAtlassian,
};

/** The level of a rank: 1 is the most sensitive; beyond the third, Atlassian's ranks say no more than "not public". */
export function levelOfRank(rank: number): string | null {
  return LEVELS[Math.min(rank, 4) - 1]?.id ?? null;
}

function readAtlassian(page: Marked, beside: Beside = alone(page)): readonly Mark[] {
  const declared = (page.declared ?? []).filter(({ name }) => DECLARING.test(fold(name)));
  const stated = declared
    .flatMap(({ value }) => stateds(value, beside.own))
    .map((label) => ({ label, categories: [] }));
  const own = beside.places.filter(isAtlassianLevel);
  const others = beside.places.filter((place) => !isAtlassianLevel(place) && isAllowed(place));
  return [...stated, ...namedMarks(own, namesBut(beside.own)), ...namedMarks(others, namesBut(beside.taken))];
}

function namesBut(others: ReadonlySet<string>): NameTable {
  const free = LEVELS.filter((level) => !others.has(fold(level.name)));
  return nameTable(free.map(({ id, name, position }) => ({ label: id, text: name, position, announced: false })));
}

/** Whether a place is Atlassian's own statement of one of its levels. */
export function isAtlassianLevel(place: Place): boolean {
  const known = LEVELS.some((level) => fold(level.name) === fold(place.text));
  return place.spot === 'declared' && DECLARING.test(place.key) && known;
}

/** "Protected: my holiday" is how blogs title what needs a password, so that name counts as a chip or after a key only. */
function isAllowed(place: Place): boolean {
  const isProtected = fold(place.text) === 'protected';
  return (
    !isProtected ||
    place.spot === 'keyed' ||
    place.spot === 'declared' ||
    (place.spot === 'tag' && /^P/.test(place.text))
  );
}

/** The level by name and by rank, whichever is stricter: a name alone, or what the REST interface answers. */
function stateds(value: string, own: ReadonlySet<string>): readonly string[] {
  const name = /"name"\s*:\s*"([^"]{1,64})"/.exec(value)?.[1] ?? value;
  if (own.has(fold(name.slice(0, 200)))) return [];
  const rank = Number(/\brank"?\s*[:=]?\s*"?(\d{1,3})\b/.exec(value)?.[1] ?? Number.NaN);
  const ids = [LEVELS.find((level) => fold(level.name) === fold(clean(name.slice(0, 200))))?.id, levelOfRank(rank)];
  const found = LEVELS.filter((level) => ids.includes(level.id));
  const named = found.find((level) => level.id === ids[0]);
  const strictest = found.find((level) => level.position > (named?.position ?? -1)) ?? named;
  return strictest === undefined ? [] : [strictest.id];
}
