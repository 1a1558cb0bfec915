/**
 * US classified information: banner `LEVEL[//control(/control)*]` and portion marks (TS), (S), (C), (U) with their
 * controls (E.O. 13526; 32 CFR 2001.23; IC Markings System Register and Manual). Capitals only: the words are ordinary.
 */

import { alone, type Beside } from '../marking/beside.ts';
import { isFormal } from '../marking/places.ts';
import { portionsOf } from '../marking/portions.ts';
import { subjectOf } from '../marking/title.ts';
import type { Mark, Marked, Vocabulary, VocabularyLevel } from '../marking.ts';
import { caveatsOf } from './caveats.ts';

/**
 * Every classified level needs a clearance of the state, so all three share the highest position. "Unclassified" is
 * not "public": release needs a review of its own (DoDI 5230.09).
 */
const LEVELS: readonly VocabularyLevel[] = [
  { id: 'us-unclassified', name: 'UNCLASSIFIED', aliases: ['U'], position: 1 },
  { id: 'us-confidential', name: 'CONFIDENTIAL', aliases: ['C'], position: 3 },
  { id: 'us-secret', name: 'SECRET', aliases: ['S'], position: 3 },
  { id: 'us-top-secret', name: 'TOP SECRET', aliases: ['TS'], position: 3 },
];

const BANNER = /^(TOP SECRET|SECRET|CONFIDENTIAL|UNCLASSIFIED)((?:\s*\/\/.*)?)$/;

/** Abbreviations stand in banners only with controls behind them; in portions also alone. */
const SHORT_BANNER = /^(TS|S|C|U)(\s*\/\/.+)/;
const PORTION = /^(TS|S|C|U)((?:\/\/.+)?)$/;

/** A banner that opens a subject and is followed by text. */
const OPENING = /^(TOP SECRET|SECRET|CONFIDENTIAL|UNCLASSIFIED|TS)(\/\/[A-Z0-9-]+(?:\/{1,2}[A-Z0-9-]+)*)(?=[\s:]|$)/;

export const usClassified: Vocabulary = {
  id: 'us-classified',
  name: 'US classified information',
  byDefault: false,
  levels: LEVELS,
  read: readClassified,
};

/** Banners set the level of the whole. Portions add to it only what is higher: an unclassified paragraph lowers nothing. */
function readClassified(page: Marked, beside: Beside = alone(page)): readonly Mark[] {
  const opening = markOf(OPENING.exec(subjectOf(page.title)));
  const places = beside.places.filter(isFormal);
  const banners = places.flatMap(({ text }) => {
    const capitals = text.toUpperCase();
    return [...markOf(BANNER.exec(capitals)), ...markOf(SHORT_BANNER.exec(capitals))];
  });
  const whole = [...opening, ...banners];
  const highest = Math.max(-1, ...whole.map(orderOf));
  const portions = portionsOf(page).flatMap((portion) => markOf(PORTION.exec(portion)));
  const top = Math.max(-1, ...portions.map(orderOf));
  return [...whole, ...portions.filter((mark) => orderOf(mark) === top && top > highest)];
}

function markOf(found: RegExpExecArray | null): readonly Mark[] {
  const caveats = found === null ? null : caveatsOf(found[2] ?? '');
  const level = LEVELS.find(({ name, aliases }) => name === found?.[1] || aliases.includes(found?.[1] ?? ''));
  return caveats === null || level === undefined ? [] : [{ label: level.id, categories: caveats }];
}

function orderOf(mark: Mark): number {
  return LEVELS.findIndex(({ id }) => id === mark.label);
}
