/**
 * What stands twice, where only one of the two could count: an id, an address, a host. Which one that is, nobody who
 * reads the policy can see, so each is a fault.
 */
import { UNKNOWN_MARK } from '../marking.ts';
import { DEFAULT_RULES } from '../rule-that-decided.ts';
import { DETECTOR_IDS } from '../sensitive/finding.ts';
import type { PolicyFault } from './faults.ts';
import { levelIds } from './labels.ts';
import type { RawPolicy } from './schema.ts';

/** All such faults. */
export function twiceFaults(raw: RawPolicy): readonly PolicyFault[] {
  return [...ids(raw), ...addresses(raw), ...hosts(raw), ...reserved(raw)];
}

function ids(raw: RawPolicy): readonly PolicyFault[] {
  return [
    ...repeated('labels', 'id', raw.labels),
    ...repeated('vocabularies', 'id', raw.vocabularies),
    ...(raw.vocabularies ?? []).flatMap((each, i) => repeated(`vocabularies[${i}].levels`, 'level', each.levels)),
    ...repeated('groups', 'id', raw.groups),
    ...repeated('sites', 'id', raw.sites),
    ...(raw.sites ?? []).flatMap((each, i) => repeated(`sites[${i}].areas`, 'area', each.areas)),
    ...repeated('siteFacts', 'site', raw.siteFacts),
    ...repeated('rules', 'ruleId', raw.rules),
    ...repeated('sensitive.detectors', 'detector', raw.sensitive?.detectors),
    ...repeated('sensitive.patterns', 'id', raw.sensitive?.patterns),
  ];
}

function repeated<K extends string>(
  list: string,
  key: K,
  entries: readonly Readonly<Record<K, string>>[] | undefined,
): readonly PolicyFault[] {
  const firsts = new Map<string, number>();
  return (entries ?? []).flatMap(({ [key]: value }, index) => {
    const first = firsts.get(value);
    if (first === undefined) firsts.set(value, index);
    return first === undefined
      ? []
      : [{ path: `${list}[${index}].${key}`, message: `"${value}" is the ${key} of ${list}[${first}] already` }];
  });
}

function addresses(raw: RawPolicy): readonly PolicyFault[] {
  const owners = new Map<string, number>();
  return (raw.groups ?? []).flatMap((group, i) =>
    (group.addresses ?? []).flatMap((address, j) => {
      const owner = owners.get(address.toLowerCase());
      owners.set(address.toLowerCase(), owner ?? i);
      return owner === undefined
        ? []
        : [{ path: `groups[${i}].addresses[${j}]`, message: `"${address}" reaches groups[${owner}] already` }];
    }),
  );
}

function hosts(raw: RawPolicy): readonly PolicyFault[] {
  const owners = new Map<string, number>();
  return (raw.sites ?? []).flatMap((site, i) =>
    site.match.flatMap((pattern, j) => {
      const owner = owners.get(pattern);
      owners.set(pattern, owner ?? i);
      return owner === undefined
        ? []
        : [{ path: `sites[${i}].match[${j}]`, message: `"${pattern}" belongs to sites[${owner}] already` }];
    }),
  );
}

/** Names of the guard's own: what else would carry them would be taken for it. */
function reserved(raw: RawPolicy): readonly PolicyFault[] {
  const detectors: readonly string[] = DETECTOR_IDS;
  const patterns = (raw.sensitive?.patterns ?? []).flatMap(({ id }, i) =>
    detectors.includes(id)
      ? [{ path: `sensitive.patterns[${i}].id`, message: `"${id}" is a detector of the guard's own` }]
      : [],
  );
  const labels = (raw.labels ?? []).flatMap(({ id }, i) =>
    id === UNKNOWN_MARK
      ? [{ path: `labels[${i}].id`, message: `"${id}" is the guard's own name for a mark that nobody knows` }]
      : [],
  );
  const builtIn: readonly string[] = DEFAULT_RULES;
  const rules = (raw.rules ?? []).flatMap(({ ruleId }, i) =>
    builtIn.includes(ruleId)
      ? [{ path: `rules[${i}].ruleId`, message: `"${ruleId}" is a rule of the guard's own: help codes name it` }]
      : [],
  );
  return [...labels, ...patterns, ...rules, ...otherMeanings(raw)];
}

/** An own label with the id of a level is that level; it cannot mean another label too. */
function otherMeanings(raw: RawPolicy): readonly PolicyFault[] {
  const own = new Set(raw.labels?.map((each) => each.id));
  return (raw.vocabularies ?? []).flatMap((vocabulary, i) =>
    (vocabulary.levels ?? []).flatMap(({ level, label }, j) =>
      levelIds(vocabulary.id).includes(level) && own.has(level) && level !== label
        ? [
            {
              path: `vocabularies[${i}].levels[${j}].label`,
              message: `"${label}" is not what the level means: "${level}" is a label of your own already`,
            },
          ]
        : [],
    ),
  );
}
