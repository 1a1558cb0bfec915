/**
 * Names that point nowhere. A rule about a label that does not exist would silently protect nothing, so each is a fault,
 * with the name that was probably meant. Where a list itself has a fault, nothing is said of names that may stand in it.
 */
import { MOST_FAULTS, nearest, type PolicyFault } from './faults.ts';
import { labelIds, levelIds } from './labels.ts';
import type { RawPolicy } from './schema.ts';
import { detectorIds } from './sensitive.ts';

/** Looking for what was meant costs time for each name; among thousands nobody needs a hint for every one. */
const MOST_HINTS = 20;
const MOST_CANDIDATES = 2_000;

/** All such faults; `wrong` are the keys whose values did not pass their schema, and so are not in `raw`. */
export function nameFaults(raw: RawPolicy, wrong: ReadonlySet<string>): readonly PolicyFault[] {
  const known = (key: keyof RawPolicy, names: () => ReadonlySet<string>) => (wrong.has(key) ? null : names());
  const names: Names = {
    label: wrong.has('vocabularies') ? null : known('labels', () => labelIds(raw)),
    'own label': known('labels', () => new Set(raw.labels?.map((each) => each.id))),
    group: known('groups', () => new Set(raw.groups?.map((each) => each.id))),
    site: known('sites', () => new Set(raw.sites?.map((each) => each.id))),
    detector: known('sensitive', () => detectorIds(raw)),
  };
  return [...usesOf(raw)]
    .flatMap((use) => {
      const there = names[use.what];
      return there === null || there.has(use.name) ? [] : [{ use, there }];
    })
    .slice(0, MOST_FAULTS)
    .map(({ use, there }, index) => nowhere(use, [...there], index < MOST_HINTS))
    .concat(levelFaults(raw));
}

/** What can be named; null where nobody can tell which there are. */
type Names = Readonly<Record<'label' | 'own label' | 'group' | 'site' | 'detector', ReadonlySet<string> | null>>;

/** One place that names something. */
interface Use {
  readonly path: string;
  readonly what: keyof Names;
  readonly name: string;
}

function nowhere({ path, what, name }: Use, known: readonly string[], hinted: boolean): PolicyFault {
  const meant = hinted && known.length <= MOST_CANDIDATES ? nearest(name, known) : null;
  const hint = meant === null ? '' : `; it defines "${meant}"`;
  const missing = what === 'detector' ? 'does not look for (see "sensitive")' : 'does not define';
  return { path, message: `names the ${what} "${name}", which this policy ${missing}${hint}` };
}

function* usesOf(raw: RawPolicy): Generator<Use> {
  yield* groupUses(raw);
  yield* siteUses(raw);
  yield* contentUses(raw);
  yield* ruleUses(raw);
}

function* each(what: keyof Names, names: readonly string[] | undefined, path: string): Generator<Use> {
  for (const [index, name] of listed(names)) yield { what, name, path: `${path}[${index}]` };
}

function* one(what: keyof Names, name: string | undefined, path: string): Generator<Use> {
  if (name !== undefined) yield { what, name, path };
}

/** The entries of a list that need not be there. */
function* listed<T>(list: readonly T[] | undefined): Generator<[number, T]> {
  if (list !== undefined) yield* list.entries();
}

function* groupUses(raw: RawPolicy): Generator<Use> {
  for (const [i, group] of listed(raw.groups)) {
    yield* one('label', group.clearance, `groups[${i}].clearance`);
    yield* each('group', group.includes, `groups[${i}].includes`);
  }
}

function* siteUses(raw: RawPolicy): Generator<Use> {
  for (const [i, site] of listed(raw.sites)) {
    yield* one('label', site.label, `sites[${i}].label`);
    yield* each('group', site.readers, `sites[${i}].readers`);
    for (const [k, area] of listed(site.areas)) {
      yield* one('label', area.label, `sites[${i}].areas[${k}].label`);
      yield* each('group', area.readers, `sites[${i}].areas[${k}].readers`);
    }
  }
  for (const [i, { site }] of (raw.siteFacts ?? []).entries()) yield* one('site', site, `siteFacts[${i}].site`);
}

function* contentUses(raw: RawPolicy): Generator<Use> {
  for (const [i, vocabulary] of listed(raw.vocabularies))
    for (const [j, level] of listed(vocabulary.levels))
      yield* one('own label', level.label, `vocabularies[${i}].levels[${j}].label`);
  const { detectors, patterns } = raw.sensitive ?? {};
  for (const [i, { label }] of listed(detectors)) yield* one('label', label, `sensitive.detectors[${i}].label`);
  for (const [i, { label }] of listed(patterns)) yield* one('label', label, `sensitive.patterns[${i}].label`);
}

function* ruleUses(raw: RawPolicy): Generator<Use> {
  for (const [i, { sources, destinations, except }] of listed(raw.rules)) {
    yield* each('label', sources?.labels, `rules[${i}].sources.labels`);
    yield* each('site', sources?.sites, `rules[${i}].sources.sites`);
    yield* each('detector', sources?.detectors, `rules[${i}].sources.detectors`);
    yield* each('site', destinations?.sites, `rules[${i}].destinations.sites`);
    yield* each('group', destinations?.groups, `rules[${i}].destinations.groups`);
    for (const [j, exception] of listed(except)) {
      yield* each('group', exception.groups, `rules[${i}].except[${j}].groups`);
      yield* each('site', exception.sites, `rules[${i}].except[${j}].sites`);
    }
  }
}

/** A level that its marking system does not have. */
function levelFaults(raw: RawPolicy): readonly PolicyFault[] {
  return (raw.vocabularies ?? []).flatMap(({ id, levels }, i) => {
    const known = levelIds(id);
    return (levels ?? []).flatMap(({ level }, j) =>
      known.includes(level)
        ? []
        : [
            {
              path: `vocabularies[${i}].levels[${j}].level`,
              message: `is not a level of "${id}"; its levels are ${known.join(', ')}`,
            },
          ],
    );
  });
}
