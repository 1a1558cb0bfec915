/**
 * US Controlled Unclassified Information: banner `(CUI|CONTROLLED)[//category(/category)*][//control(/control)*]`,
 * portion mark `(CUI)`, designation block "Controlled by:" (32 CFR 2002.20; NARA, CUI Marking Handbook 1.1, 2016).
 * Capitals only. Specified categories carry "SP-". Other countries write the same letters on numbers of persons, firms
 * and projects, and designers on interfaces (cui-others.ts).
 */

import { alone, type Beside } from '../marking/beside.ts';
import { bracketed, clean, fold } from '../marking/fold.ts';
import { isFormal, type Place } from '../marking/places.ts';
import { portionsOf } from '../marking/portions.ts';
import { subjectOf } from '../marking/title.ts';
import type { Mark, Marked, Vocabulary } from '../marking.ts';
import { caveatsOf } from './caveats.ts';
import { isOtherCui, isOverNumber } from './cui-others.ts';

/** Need to protect by law or contract, below classification: the place of confidential. */
const LEVEL = {
  id: 'cui',
  name: 'CUI',
  aliases: ['Controlled Unclassified Information', 'CONTROLLED', 'Contains CUI'],
  position: 2,
} as const;

/** The grammar of a banner, as a whole. */
const BANNER = /^(?:UNCLASSIFIED (?=CUI))?(?:CUI|CONTROLLED(?=\s*\/\/|$))((?:\s*\/\/.*)?)$/;

/** A banner that opens a subject and is followed by text: no spaces within. */
const OPENING = /^(?:CUI|CONTROLLED)(\/\/[A-Z0-9-]+(?:\/{1,2}[A-Z0-9-]+)*)(?=[\s:]|$)/;

const BLOCK = /^cui categor(?:y|ies)(?:\(ies\))?\s*:\s*(.+)/i;

export const usCui: Vocabulary = {
  id: 'us-cui',
  name: 'US Controlled Unclassified Information',
  byDefault: false,
  levels: [LEVEL],
  read: readCui,
};

function readCui(page: Marked, beside: Beside = alone(page)): readonly Mark[] {
  const subject = subjectOf(page.title);
  const banners = beside.places.filter((place) => !isOverNumber(place, beside.zones)).flatMap(bannerAt);
  const opening = OPENING.exec(subject)?.[1];
  const inTitle = isOtherCui(subject) ? [] : bracketed(subject);
  const brackets = [...inTitle, ...portionsOf(page)].flatMap(bannerOf);
  const found = [
    ...banners,
    ...brackets,
    ...designations(page),
    ...(opening === undefined ? [] : [caveatsOf(opening) ?? []]),
  ];
  return found.map((categories) => ({ label: LEVEL.id, categories }));
}

function bannerAt(place: Place): readonly (readonly string[])[] {
  const isName = fold(place.text) === 'controlled unclassified information' || fold(place.text) === 'contains cui';
  if (isName) return [[]];
  if (fold(place.text) === 'cui' && isOtherCui(place.source)) return [];
  // A tag "controlled" is an ordinary word; "cui" is not.
  const ordinary = /^controlled$/i.test(place.text) && place.text !== 'CONTROLLED';
  return isFormal(place) && !ordinary ? bannerOf(place.text.toUpperCase()) : [];
}

function bannerOf(text: string): readonly (readonly string[])[] {
  const found = BANNER.exec(text);
  const caveats = found === null ? null : caveatsOf(found[1] ?? '');
  return caveats === null ? [] : [caveats];
}

/** The block at the foot of the first page: who controls it, and the categories. */
function designations(page: Marked): readonly (readonly string[])[] {
  const lines = `${page.head.slice(0, 2_000)}\n${(page.foot ?? '').slice(-2_000)}`.split('\n').map(clean);
  const controlled = lines.some((line) => /^controlled by\s*:/i.test(line));
  const categories = lines.map((line) => BLOCK.exec(line)?.[1]).find((found) => found !== undefined);
  return controlled && categories !== undefined ? [caveatsOf(categories.toUpperCase().replaceAll(',', '/')) ?? []] : [];
}
