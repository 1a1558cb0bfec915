/**
 * What is well formed, points somewhere and still cannot be meant: an exception without a near end, a group of nobody
 * knows whom, a place that the site does not have, two keys that contradict each other.
 */
import { endOfDay } from '../calendar.ts';
import { GMAIL_MATCH, type SiteKind } from '../policy.ts';
import { descriptionFaults } from './description-faults.ts';
import type { PolicyFault } from './faults.ts';
import type { RawPolicy } from './schema.ts';

/** An exception may be given for a quarter at most, so that somebody looks at it again (the design). */
export const LONGEST_EXCEPTION_DAYS = 90;

const DAY_MS = 86_400_000;

/** What the areas of a kind of site are called; null where it has none, so that nothing would be protected by one. */
const AREAS: Readonly<Record<SiteKind, { readonly pattern: RegExp; readonly like: string } | null>> = {
  discourse: {
    pattern: /^(category:[1-9]\d{0,8}|people|whispers|shared-drafts|profiles|chat:[\w-]{1,60})$/,
    like: '"category:7", or "people" for private messages',
  },
  gmail: null,
  nodebb: {
    pattern: /^(category:[1-9]\d{0,8}|people|profiles)$/,
    like: '"category:7", or "people" for chats',
  },
  generic: { pattern: /^[^*]*\*?$/, like: 'a thread’s name, or a beginning with "*" at its end' },
};

/** All such faults; `now` in milliseconds since the epoch. */
export function consistencyFaults(raw: RawPolicy, now: number): readonly PolicyFault[] {
  return [
    ...(raw.groups ?? []).flatMap(groupFaults),
    ...(raw.sites ?? []).flatMap(siteFaults),
    ...descriptionFaults(raw),
    ...(raw.rules ?? []).flatMap((rule, i) => ruleFaults(rule, i, now)),
    ...contradictions(raw),
  ];
}

function groupFaults({ members, size }: NonNullable<RawPolicy['groups']>[number], i: number): readonly PolicyFault[] {
  if (members === undefined && size === undefined)
    return [{ path: `groups[${i}]`, message: 'needs "members" or "size"' }];
  return members !== undefined && size !== undefined && size < members.length
    ? [
        {
          path: `groups[${i}].size`,
          message: `is ${size}, but "members" lists ${members.length}`,
        },
      ]
    : [];
}

function siteFaults(
  { kind, match, areas }: NonNullable<RawPolicy['sites']>[number],
  i: number,
): readonly PolicyFault[] {
  const known = AREAS[kind];
  return [
    ...(kind === 'gmail' && match.some((pattern) => pattern !== GMAIL_MATCH)
      ? [{ path: `sites[${i}].match`, message: `must be "${GMAIL_MATCH}" for kind "gmail"` }]
      : []),
    ...(kind !== 'gmail' && match.includes(GMAIL_MATCH)
      ? [{ path: `sites[${i}].kind`, message: `must be "gmail" for "${GMAIL_MATCH}"` }]
      : []),
    ...(areas ?? []).flatMap(({ area }, j) =>
      known?.pattern.test(area)
        ? []
        : [
            {
              path: `sites[${i}].areas[${j}].area`,
              message: known === null ? `is no place of kind "${kind}", which has none` : `must be ${known.like}`,
            },
          ],
    ),
  ];
}

function ruleFaults(
  { except }: NonNullable<RawPolicy['rules']>[number],
  i: number,
  now: number,
): readonly PolicyFault[] {
  return (except ?? []).flatMap(({ groups, sites, until }, j) => [
    ...(groups === undefined && sites === undefined
      ? [
          {
            path: `rules[${i}].except[${j}]`,
            message: 'needs "groups" or "sites": without them there would be no rule',
          },
        ]
      : []),
    ...endFaults(until, `rules[${i}].except[${j}].until`, now),
  ]);
}

/** An end that has passed is no fault: the rule stands again, and a policy does not break by growing old. */
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
