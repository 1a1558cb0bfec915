/**
 * The four levels of corporate practice, which stand when policy names none of its own: the names that ISO 27001
 * (annex A 5.12 and 5.13, classification and labelling of information) leaves to each organisation and that most
 * organisations choose, in five languages.
 */

import { fold } from '../marking/fold.ts';
import { type Name, namedMarks, nameTable } from '../marking/names.ts';
import { type Place, placesOf } from '../marking/places.ts';
import { speaksEnglish } from '../marking/prose.ts';
import type { Beside, Mark, Marked, Vocabulary, VocabularyLevel } from '../marking.ts';
import { isAtlassianName } from './atlassian.ts';
import { ANNOUNCED_NAMES, type CorporateId, PLAIN_NAMES } from './corporate-names.ts';
import { mailSensitivity } from './mail-sensitivity.ts';

const LEVELS: readonly (VocabularyLevel & { readonly id: CorporateId })[] = [
  { id: 'public', name: 'Public', aliases: PLAIN_NAMES.public, position: 0 },
  { id: 'internal', name: 'Internal', aliases: PLAIN_NAMES.internal, position: 1 },
  { id: 'confidential', name: 'Confidential', aliases: PLAIN_NAMES.confidential, position: 2 },
  { id: 'restricted', name: 'Restricted', aliases: PLAIN_NAMES.restricted, position: 3 },
];

/** The one word that is a mark in one of the five languages and something else in another: a trainee. */
const TRAINEE = fold('Intern');

const NAMES: readonly Name[] = LEVELS.flatMap((level) => [
  ...[level.name, ...level.aliases].map((text) => nameOf(level, text, false)),
  ...ANNOUNCED_NAMES[level.id].map((text) => nameOf(level, text, true)),
]);
const ALL = nameTable(NAMES);
const WITHOUT_TRAINEES = nameTable(
  NAMES.map((name) => (fold(name.text) === TRAINEE ? { ...name, announced: true } : name)),
);

export const corporate: Vocabulary = {
  id: 'corporate',
  name: 'Corporate levels',
  byDefault: true,
  levels: LEVELS,
  read: readCorporate,
};

function readCorporate(page: Marked, beside?: Beside): readonly Mark[] {
  const places = placesOf(page).filter((place) => !belongsToOthers(place, beside));
  return namedMarks(places, isAboutTrainees(page) ? WITHOUT_TRAINEES : ALL);
}

/** Declarations in a grammar of its own are for that vocabulary to read, if it is asked. */
function belongsToOthers(place: Place, beside: Beside | undefined): boolean {
  if (beside === undefined) return false;
  const atlassian = beside.vocabularies.has('atlassian') && place.spot === 'declared' && isAtlassianName(place.key);
  return atlassian || (beside.vocabularies.has('purview') && mailSensitivity(place) !== null);
}

function isAboutTrainees(page: Marked): boolean {
  return speaksEnglish(`${page.title} ${page.head.slice(0, 2_000)} ${(page.foot ?? '').slice(-2_000)}`);
}

function nameOf(level: VocabularyLevel, text: string, announced: boolean): Name {
  return { label: level.id, text, position: level.position, announced };
}
