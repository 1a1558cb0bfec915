/**
 * UK Government Security Classifications (Cabinet Office, GSCP of August 2024): OFFICIAL, SECRET, TOP SECRET, in
 * capitals at top and bottom, with "-SENSITIVE", a "UK" prefix and additional markings behind. Capitals only.
 */

import { alone, type Beside } from '../marking/beside.ts';
import { bare } from '../marking/fold.ts';
import { isFormal, type Place } from '../marking/places.ts';
import { subjectOf } from '../marking/title.ts';
import type { Mark, Marked, Vocabulary, VocabularyLevel } from '../marking.ts';

/** OFFICIAL is "the majority of information", not for the public; SECRET and above need clearance. */
const LEVELS: readonly VocabularyLevel[] = [
  { id: 'gsc-official', name: 'OFFICIAL', aliases: ['UK OFFICIAL'], position: 1 },
  {
    id: 'gsc-official-sensitive',
    name: 'OFFICIAL-SENSITIVE',
    aliases: ['OFFICIAL SENSITIVE', 'OFFICIAL:SENSITIVE', 'UK OFFICIAL-SENSITIVE', 'NHS OFFICIAL-SENSITIVE'],
    position: 2,
  },
  { id: 'gsc-secret', name: 'SECRET', aliases: ['UK SECRET'], position: 3 },
  { id: 'gsc-top-secret', name: 'TOP SECRET', aliases: ['UK TOP SECRET'], position: 3 },
];

/** Handling instructions, descriptors and prefixes of the policy, and the older descriptors still in use. */
const MARKINGS = [
  ...[
    'COMMERCIAL',
    'PERSONAL DATA',
    'PERSONAL',
    'LOCSEN',
    'LEGAL PROFESSIONAL PRIVILEGE',
    'LEGAL',
    'LPP',
    'MARKET SENSITIVE',
  ],
  ...[
    'HR',
    'MANAGEMENT',
    'MEDICAL',
    'INVESTIGATION',
    'POLICY',
    'STAFF',
    'UK EYES ONLY',
    '[A-Z]{2,20} EYES ONLY',
    'RECIPIENTS ONLY',
  ],
  ...['HMG USE ONLY', 'ORGANISATIONAL USE ONLY', '[A-Z]{2,20} USE ONLY', 'FOR PUBLIC RELEASE', 'EMBARGOED', 'EMBARGO'],
].join('|');

const LEVEL = '(?:UK |NHS |HMG )?(TOP SECRET|SECRET|OFFICIAL ?[-:–]? ?SENSITIVE|OFFICIAL)';
const BEHIND = `((?:[ :,/[(–-]{1,4}(?:${MARKINGS})[\\])]?)*)`;
const WHOLE = new RegExp(`^${LEVEL}${BEHIND}$`);

/** At the start of a subject, followed by a separator. */
const OPENING = new RegExp(`^[[(]?${LEVEL}${BEHIND}[\\])]?(?: ?[:|] |\\s+[–—-]\\s|\\] ?)`);

export const ukGsc: Vocabulary = {
  id: 'uk-gsc',
  name: 'UK Government Security Classifications',
  byDefault: false,
  levels: LEVELS,
  read: readGsc,
};

function readGsc(page: Marked, beside: Beside = alone(page)): readonly Mark[] {
  const places = beside.places.filter((place) => (isFormal(place) || isSensitive(place)) && isOwnMark(place));
  const found = places.flatMap(({ text }) => markOf(WHOLE.exec(bare(text.toUpperCase()))));
  return [...found, ...markOf(OPENING.exec(subjectOf(page.title)))];
}

/** "[Official Sensitive]": no other use of the two words stands alone, so case does not matter. */
function isSensitive(place: Place): boolean {
  return !place.faint && /^official[ :–-]+sensitive\b/i.test(place.text);
}

/** A tag "official" or "secret" in small letters is an ordinary word; "Official-Sensitive" is not. */
function isOwnMark(place: Place): boolean {
  return place.spot !== 'tag' || place.text === place.text.toUpperCase() || /sensitive/i.test(place.text);
}

function markOf(found: RegExpExecArray | null): readonly Mark[] {
  if (found === null) return [];
  const name = (found[1] ?? '').replace(/OFFICIAL ?[-:–]? ?SENSITIVE/, 'OFFICIAL-SENSITIVE');
  const level = LEVELS.find((each) => each.name === name);
  const categories = [...(found[2] ?? '').matchAll(new RegExp(MARKINGS, 'g'))].map(([marking]) => marking);
  return level === undefined ? [] : [{ label: level.id, categories }];
}
