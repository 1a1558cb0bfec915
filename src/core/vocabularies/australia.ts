/**
 * Australian Government protective markings (Email Protective Marking Standard 2018, PSPF policy 8 annex): the one
 * formal grammar for mail. Subject suffix `[SEC=…, CAVEAT=…, EXPIRES=…, DOWNTO=…, ACCESS=…]`, header
 * `X-Protective-Marking: VER=…, NS=gov.au, SEC=…, …`, and the level as a banner. EXPIRES is not obeyed: the core has
 * no clock, and a mark too many only asks.
 */

import { alone } from '../marking/beside.ts';
import { clean, fold } from '../marking/fold.ts';
import { isFormal, type Place } from '../marking/places.ts';
import type { Mark, Marked, Vocabulary, VocabularyLevel } from '../marking.ts';
import { caveatsOf } from './caveats.ts';

/** OFFICIAL is routine business and not for release; PROTECTED and above need a clearance. */
const LEVELS: readonly VocabularyLevel[] = [
  { id: 'au-unofficial', name: 'UNOFFICIAL', aliases: [], position: 0 },
  { id: 'au-official', name: 'OFFICIAL', aliases: ['UNCLASSIFIED'], position: 1 },
  { id: 'au-official-sensitive', name: 'OFFICIAL:Sensitive', aliases: ['OFFICIAL: Sensitive', 'O:S'], position: 2 },
  { id: 'au-protected', name: 'PROTECTED', aliases: [], position: 3 },
  { id: 'au-secret', name: 'SECRET', aliases: [], position: 3 },
  { id: 'au-top-secret', name: 'TOP SECRET', aliases: ['TOP-SECRET'], position: 3 },
];

/** Levels by their spelling without case, spaces and hyphens. */
const BY_SPELLING = new Map(
  LEVELS.flatMap((level) => [level.name, ...level.aliases].map((name) => [spelling(name), level.id] as const)),
);

/** The suffix in the subject; anywhere in it, as replies put text behind. */
const SUFFIX = /\[((?:SEC|DLM)=[^\]]{1,300})\]/gi;

/** The level as a banner, with caveats behind a double slash or a space ("SECRET//AUSTEO", "PROTECTED CABINET"). */
const BANNER =
  /^(OFFICIAL ?: ?SENSITIVE|OFFICIAL|PROTECTED|SECRET|TOP[ -]SECRET)((?:\s*\/\/.*| (?:CABINET|NATIONAL CABINET|AUSTEO|AGAO))?)$/;

export const australia: Vocabulary = {
  id: 'australia',
  name: 'Australian Government protective markings',
  byDefault: false,
  levels: LEVELS,
  read: (page, beside = alone(page)) => [...fieldsOf(page).flatMap(markOfFields), ...beside.places.flatMap(bannerAt)],
  unknown: (page) => fieldsOf(page).filter((fields) => markOfFields(fields).length === 0),
};

/** What stands in suffixes and headers, as it was written. */
function fieldsOf(page: Marked): readonly string[] {
  const suffixes = [...clean(page.title.slice(0, 2_000)).matchAll(SUFFIX)].map((found) => found[1] ?? '');
  const headers = (page.declared ?? []).filter(({ name }) => fold(name) === 'x protective marking');
  const lines = page.head
    .slice(0, 2_000)
    .split('\n')
    .map((line) => /^x-protective-marking:\s*(.+)/i.exec(clean(line))?.[1]);
  return [...suffixes, ...headers.map(({ value }) => clean(value.slice(0, 2_000))), ...lines].filter(
    (text) => text !== undefined,
  );
}

function markOfFields(text: string): readonly Mark[] {
  const fields = text.split(/\s*,\s*/).map((field) => /^([A-Z]+)\s*=\s*(.*)/i.exec(field) ?? []);
  const valuesOf = (key: string) =>
    fields.filter(([, name]) => name?.toUpperCase() === key).map(([, , value = '']) => value);
  // The limiting markers of 2012 are today's OFFICIAL:Sensitive.
  const dlm = valuesOf('DLM').length > 0 ? 'au-official-sensitive' : undefined;
  const level = BY_SPELLING.get(spelling(valuesOf('SEC')[0] ?? '')) ?? dlm;
  const caveats = valuesOf('CAVEAT').map((value) => value.replace(/^[A-Z]{1,2}:/i, ''));
  const categories = [...caveats, ...valuesOf('ACCESS')].map((each) => each.toUpperCase());
  return level === undefined ? [] : [{ label: level, categories }];
}

function bannerAt(place: Place): readonly Mark[] {
  const sensitive = /OFFICIAL ?: ?Sensitive/.test(place.text);
  const small = place.spot === 'tag' && !/^\p{Lu}/u.test(place.text);
  const found = (isFormal(place) || sensitive) && !small ? BANNER.exec(place.text.toUpperCase()) : null;
  const half = found?.[1] === 'OFFICIAL' && /^\W*OFFICIAL ?: ?Sensitive/i.test(place.source);
  const level = half ? undefined : BY_SPELLING.get(spelling(found?.[1] ?? ''));
  const caveats = caveatsOf((found?.[2] ?? '').trim());
  return level === undefined || caveats === null ? [] : [{ label: level, categories: caveats }];
}

function spelling(text: string): string {
  return fold(text).replace(/[\s:-]/g, '');
}
