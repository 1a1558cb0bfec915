/**
 * The four levels of corporate practice, which stand when policy names none of its own: the names that ISO 27001
 * (annex A 5.12 and 5.13, classification and labelling of information) leaves to each organisation and that most
 * organisations choose, in five languages.
 */

import { alone, type Beside } from '../marking/beside.ts';
import { fold } from '../marking/fold.ts';
import { type Name, namedMarks, nameTable } from '../marking/names.ts';
import type { Place } from '../marking/places.ts';
import { speaksEnglish } from '../marking/prose.ts';
import type { Mark, Marked, Vocabulary, VocabularyLevel } from '../marking.ts';
import { isAtlassianLevel } from './atlassian.ts';
import { ANNOUNCED_NAMES, type CorporateId, PLAIN_NAMES } from './corporate-names.ts';
import { mailSensitivity } from './mail-sensitivity.ts';

const LEVELS: readonly (VocabularyLevel & { readonly id: CorporateId })[] = [
  { id: 'public', name: 'Public', aliases: PLAIN_NAMES.public, position: 0 },
  { id: 'internal', name: 'Internal', aliases: PLAIN_NAMES.internal, position: 1 },
  { id: 'confidential', name: 'Confidential', aliases: PLAIN_NAMES.confidential, position: 2 },
  { id: 'restricted', name: 'Restricted', aliases: PLAIN_NAMES.restricted, position: 3 },
];

/**
 * The one word that is a mark in one of the five languages and something else in another: a trainee. In titles and
 * lines the language decides. A tag is read by itself, so that no text can take its mark away: with a capital it is a
 * mark, in small letters a topic.
 */
const TRAINEE = fold('Intern');

const NAMES: readonly Name[] = LEVELS.flatMap((level) => [
  ...[level.name, ...level.aliases].map((text) => nameOf(level, text, false)),
  ...ANNOUNCED_NAMES[level.id].map((text) => nameOf(level, text, true)),
]);
const TABLE = nameTable(NAMES);

export const corporate: Vocabulary = {
  id: 'corporate',
  name: 'Corporate levels',
  byDefault: true,
  levels: LEVELS,
  read: readCorporate,
};

function readCorporate(page: Marked, beside: Beside = alone(page)): readonly Mark[] {
  const english = speaksEnglish(`${page.title} ${page.head.slice(0, 2_000)} ${(page.foot ?? '').slice(-2_000)}`);
  const places = beside.places.filter((place) => !belongsToOthers(place, beside) && !isTrainee(place, english));
  return namedMarks(places, TABLE);
}

function isTrainee(place: Place, english: boolean): boolean {
  if (fold(place.text) !== TRAINEE || place.spot === 'keyed' || place.spot === 'declared') return false;
  return place.spot === 'tag' ? !/\p{Lu}/u.test(place.text) : english;
}

/** Declarations in a grammar of its own are for that vocabulary to read, if it is asked. */
function belongsToOthers(place: Place, beside: Beside): boolean {
  const atlassian = beside.vocabularies.has('atlassian') && isAtlassianLevel(place);
  return atlassian || (beside.vocabularies.has('purview') && mailSensitivity(place) !== null);
}

function nameOf(level: VocabularyLevel, text: string, announced: boolean): Name {
  return { label: level.id, text, position: level.position, announced };
}
