/**
 * What no single value shows: names that point nowhere, things that stand twice, sites that overlap, exceptions without
 * a near end. A rule about a label that does not exist would silently protect nothing, so each is a fault.
 */
import { endOfDay } from '../calendar.ts';
import { GMAIL_MATCH } from '../policy.ts';
import { VOCABULARIES } from '../vocabularies/all.ts';
import { nearest, type PolicyFault } from './faults.ts';
import { labelIds } from './labels.ts';
import type { RawPolicy } from './schema.ts';

/** An exception may be given for a quarter at most, so that somebody looks at it again (the design). */
export const LONGEST_EXCEPTION_DAYS = 90;

const DAY_MS = 86_400_000;

/** All such faults; `now` in milliseconds since the epoch. */
export function nameFaults(raw: RawPolicy, now: number): readonly PolicyFault[] {
  const names: Names = {
    label: labelIds(raw),
    group: new Set(raw.groups?.map((each) => each.id)),
    site: new Set(raw.sites?.map((each) => each.id)),
  };
  return [
    ...twice(raw),
    ...groupFaults(raw, names),
    ...siteFaults(raw, names),
    ...labelFaults(raw, names),
    ...ruleFaults(raw, names, now),
    ...contradictions(raw),
  ];
}

interface Names {
  readonly label: ReadonlySet<string>;
  readonly group: ReadonlySet<string>;
  readonly site: ReadonlySet<string>;
}

function unknownNames(
  names: Names,
  what: keyof Names,
  values: readonly string[] | undefined,
  path: (index: number) => string,
): readonly PolicyFault[] {
  return (values ?? []).flatMap((value, index) => {
    if (names[what].has(value)) return [];
    // Looking for what was meant costs time for each name; among thousands nobody needs a hint for every one.
    const meant = names[what].size <= 2_000 ? nearest(value, [...names[what]]) : null;
    const hint = meant === null ? '' : `; "${meant}" it does`;
    return [{ path: path(index), message: `names the ${what} "${value}", which this policy does not define${hint}` }];
  });
}

function one(names: Names, what: keyof Names, value: string | undefined, path: string): readonly PolicyFault[] {
  return unknownNames(names, what, value === undefined ? [] : [value], () => path);
}

function twice(raw: RawPolicy): readonly PolicyFault[] {
  const lists = [
    ['labels', 'id', raw.labels?.map((each) => each.id)],
    ['vocabularies', 'id', raw.vocabularies?.map((each) => each.id)],
    ['groups', 'id', raw.groups?.map((each) => each.id)],
    ['sites', 'id', raw.sites?.map((each) => each.id)],
    ['rules', 'ruleId', raw.rules?.map((each) => each.ruleId)],
    ['sensitive.patterns', 'id', raw.sensitive?.patterns?.map((each) => each.id)],
  ] as const;
  return lists.flatMap(([list, key, ids]) => {
    const seen = new Map<string, number>();
    return (ids ?? []).flatMap((each, index) => {
      const first = seen.get(each);
      if (first === undefined) seen.set(each, index);
      return first === undefined
        ? []
        : [{ path: `${list}[${index}].${key}`, message: `"${each}" is the ${key} of ${list}[${first}] already` }];
    });
  });
}

function groupFaults(raw: RawPolicy, names: Names): readonly PolicyFault[] {
  const owners = new Map<string, number>();
  return (raw.groups ?? []).flatMap((group, i) => [
    ...one(names, 'label', group.clearance, `groups[${i}].clearance`),
    ...unknownNames(names, 'group', group.includes, (j) => `groups[${i}].includes[${j}]`),
    ...(group.members === undefined && group.size === undefined
      ? [{ path: `groups[${i}]`, message: 'needs "members" or "size"' }]
      : []),
    ...(group.addresses ?? []).flatMap((each, j) => {
      const owner = owners.get(each.toLowerCase());
      owners.set(each.toLowerCase(), owner ?? i);
      return owner === undefined
        ? []
        : [{ path: `groups[${i}].addresses[${j}]`, message: `"${each}" reaches groups[${owner}] already` }];
    }),
  ]);
}

function siteFaults(raw: RawPolicy, names: Names): readonly PolicyFault[] {
  const owners = new Map<string, number>();
  return (raw.sites ?? []).flatMap((site, i) => [
    ...(site.kind === 'gmail' && site.match.some((pattern) => pattern !== GMAIL_MATCH)
      ? [{ path: `sites[${i}].match`, message: `must be "${GMAIL_MATCH}" for kind "gmail"` }]
      : []),
    ...site.match.flatMap((pattern, j) => {
      const owner = owners.get(pattern);
      owners.set(pattern, owner ?? i);
      return owner === undefined
        ? []
        : [{ path: `sites[${i}].match[${j}]`, message: `"${pattern}" belongs to sites[${owner}] already` }];
    }),
    ...one(names, 'label', site.label, `sites[${i}].label`),
    ...unknownNames(names, 'group', site.readers, (j) => `sites[${i}].readers[${j}]`),
    ...(site.areas ?? []).flatMap((area, k) => [
      ...one(names, 'label', area.label, `sites[${i}].areas[${k}].label`),
      ...unknownNames(names, 'group', area.readers, (j) => `sites[${i}].areas[${k}].readers[${j}]`),
    ]),
  ]);
}

function labelFaults(raw: RawPolicy, names: Names): readonly PolicyFault[] {
  const levels = (raw.vocabularies ?? []).flatMap((vocabulary, i) => {
    const known = new Set(VOCABULARIES.find((each) => each.id === vocabulary.id)?.levels.map((level) => level.id));
    const own = { ...names, label: new Set(raw.labels?.map((label) => label.id)) };
    return (vocabulary.levels ?? []).flatMap((each, j) => [
      ...(known.has(each.level)
        ? []
        : [
            {
              path: `vocabularies[${i}].levels[${j}].level`,
              message: `is not a level of "${vocabulary.id}"; its levels are ${[...known].join(', ')}`,
            },
          ]),
      ...one(own, 'label', each.label, `vocabularies[${i}].levels[${j}].label`),
    ]);
  });
  const { detectors, patterns } = raw.sensitive ?? {};
  return [
    ...levels,
    ...(detectors ?? []).flatMap((each, i) => one(names, 'label', each.label, `sensitive.detectors[${i}].label`)),
    ...(patterns ?? []).flatMap((each, i) => one(names, 'label', each.label, `sensitive.patterns[${i}].label`)),
  ];
}

function ruleFaults(raw: RawPolicy, names: Names, now: number): readonly PolicyFault[] {
  return (raw.rules ?? []).flatMap(({ sources, destinations, except }, i) => [
    ...unknownNames(names, 'label', sources?.labels, (j) => `rules[${i}].sources.labels[${j}]`),
    ...unknownNames(names, 'site', sources?.sites, (j) => `rules[${i}].sources.sites[${j}]`),
    ...unknownNames(names, 'site', destinations?.sites, (j) => `rules[${i}].destinations.sites[${j}]`),
    ...unknownNames(names, 'group', destinations?.groups, (j) => `rules[${i}].destinations.groups[${j}]`),
    ...(except ?? []).flatMap((each, j) => [
      ...unknownNames(names, 'group', each.groups, (k) => `rules[${i}].except[${j}].groups[${k}]`),
      ...unknownNames(names, 'site', each.sites, (k) => `rules[${i}].except[${j}].sites[${k}]`),
      ...(each.groups === undefined && each.sites === undefined
        ? [
            {
              path: `rules[${i}].except[${j}]`,
              message: 'needs "groups" or "sites": without them there would be no rule',
            },
          ]
        : []),
      ...endFaults(each.until, `rules[${i}].except[${j}].until`, now),
    ]),
  ]);
}

function endFaults(until: string, path: string, now: number): readonly PolicyFault[] {
  const end = endOfDay(until);
  if (end === null) return [{ path, message: `"${until}" is no day of the calendar` }];
  return end - now > (LONGEST_EXCEPTION_DAYS + 1) * DAY_MS
    ? [{ path, message: `is more than ${LONGEST_EXCEPTION_DAYS} days away: give it an earlier end and renew it` }]
    : [];
}

function contradictions(raw: RawPolicy): readonly PolicyFault[] {
  return raw.preset === 'shadow' && raw.enforcement === 'enforce'
    ? [{ path: 'enforcement', message: '"enforce" contradicts the preset "shadow": take another preset' }]
    : [];
}
