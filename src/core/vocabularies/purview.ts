/**
 * Microsoft Purview sensitivity labels: the `msip_labels` mail header and document properties
 * (`MSIP_Label_<guid>_Enabled`, `_Name`), the names of the default labels (learn.microsoft.com, "default sensitivity
 * labels"), and the older mail header `Sensitivity` (RFC 2156, 5.3.4), which Outlook still writes.
 * Purview's own order is `Priority`, higher = more sensitive.
 */

import { alone, type Beside } from '../marking/beside.ts';
import { fold } from '../marking/fold.ts';
import { type Name, namedMarks, nameTable, withParents } from '../marking/names.ts';
import type { Place } from '../marking/places.ts';
import type { Mark, Marked, Vocabulary, VocabularyLevel } from '../marking.ts';
import { mailSensitivity } from './mail-sensitivity.ts';
import { enabledLabels, type MsipLabel } from './msip.ts';

/**
 * "Personal" stands below "Public" in Purview, as data that is not the company's; here it stands with what is not for
 * the public. "Private" is RFC 2156's "seen only by the recipient", which people also put on dentist appointments.
 */
const LEVELS: readonly VocabularyLevel[] = [
  { id: 'purview-public', name: 'Public', aliases: ['Öffentlich', 'Público', 'Pubblico'], position: 0 },
  { id: 'purview-personal', name: 'Personal', aliases: ['Persönlich', 'Personnel', 'Personale'], position: 1 },
  {
    id: 'purview-general',
    name: 'General',
    aliases: [
      'Allgemein',
      'Général',
      'Generale',
      'Internal',
      'Internal only',
      'Intern',
      'Interne',
      'Interno',
      'Uso interno',
    ],
    position: 1,
  },
  { id: 'purview-private', name: 'Private', aliases: [], position: 2 },
  {
    id: 'purview-confidential',
    name: 'Confidential',
    aliases: ['Vertraulich', 'Confidentiel', 'Confidencial', 'Riservato', 'Confidenziale'],
    position: 2,
  },
  {
    id: 'purview-highly-confidential',
    name: 'Highly Confidential',
    aliases: [
      ...[
        'Strictly Confidential',
        'Streng vertraulich',
        'Hautement confidentiel',
        'Strictement confidentiel',
        'Restricted',
      ],
      ...['Altamente confidencial', 'Extremadamente confidencial', 'Altamente riservato', 'Strettamente riservato'],
    ],
    position: 3,
  },
];

/** What makes a name say more than a low level in it. */
const LEVEL_LIKE = /secret|confid|restrict|sensitiv|protect|geheim|vertraul|riserv|reserv|segret|strict|streng/;

/** Names that are ordinary words: "General" is a category of every forum, "Personal" a folder of every mailbox. */
const ORDINARY = new Set(['purview-personal', 'purview-general']);

const NAMES: readonly Name[] = LEVELS.filter(({ id }) => id !== 'purview-private').flatMap((level) =>
  [level.name, ...level.aliases].map((text) => ({
    label: level.id,
    text,
    position: level.position,
    announced: ORDINARY.has(level.id),
  })),
);

export const purview: Vocabulary = {
  id: 'purview',
  name: 'Microsoft Purview',
  byDefault: true,
  levels: LEVELS,
  read: readPurview,
  unknown: (page) =>
    labelsOf(page)
      .filter(({ level, name }) => level === null && levelNamed(name).length === 0)
      .map(({ name }) => name),
};

function readPurview(page: Marked, beside: Beside = alone(page)): readonly Mark[] {
  const own = beside.own;
  const free = nameTable(NAMES.filter((name) => !beside.taken.has(fold(name.text))));
  const places = beside.places;
  const header = places.flatMap((place) => mailSensitivity(place) ?? []).map(plain);
  const labels = labelsOf(page)
    .filter(({ name }) => !own.has(fold(name)))
    .flatMap(({ level, name }) => (level === null ? levelNamed(name) : [level]))
    .map(plain);
  return [...header, ...labels, ...sublabels(places, own), ...namedMarks(places, free)];
}

/** "Confidential \ All Employees": the form of a chip, and of nothing else. The sublabel is the category. */
function sublabels(places: readonly Place[], own: ReadonlySet<string>): readonly Mark[] {
  const table = nameTable(
    NAMES.filter((name) => !own.has(fold(name.text))).map((name) => ({ ...name, announced: false })),
  );
  return withParents(places).flatMap(({ place, child }) =>
    namedMarks([place], table).map((mark) => ({ ...mark, categories: [child.toUpperCase()] })),
  );
}

function labelsOf(page: Marked): readonly MsipLabel[] {
  return enabledLabels(page.declared ?? [], `${page.head}\n${page.foot ?? ''}`);
}

function plain(label: string): Mark {
  return { label, categories: [] };
}

/**
 * The level that an administrator's name for a label begins or ends with: "Acme Confidential", "Public_0". None if the
 * name denies ("Non-public"), or says more than a low level ("Public sector secret"): better unknown than too low.
 */
function levelNamed(name: string): readonly string[] {
  const said = fold(name)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  const words = ` ${said} `.replace(/ \d+ $/, ' ');
  if (/ (?:non|not|no|nicht|kein|pas|sin) /.test(words)) return [];
  const known = NAMES.map(({ label, text, position }) => ({ label, position: position ?? 0, text: ` ${fold(text)} ` }))
    .filter(({ text }) => words.startsWith(text) || words.endsWith(text))
    .sort((a, b) => b.position - a.position);
  const [strictest] = known;
  if (strictest === undefined) return [];
  const more = strictest.position < 2 && LEVEL_LIKE.test(words.replace(strictest.text, ' '));
  return more ? [] : [strictest.label];
}
