/** What is no fault and still worth a second look before a policy is rolled out. */
import { POLICY_KEYS } from '../../../src/core/policy/schema.ts';
import type { Policy } from '../../../src/core/policy.ts';
import type { Rule } from '../../../src/core/rule.ts';

/** Everybody has an address there, so nobody there belongs to one organisation. */
const PUBLIC_PROVIDERS = [
  'gmail.com',
  'googlemail.com',
  'outlook.com',
  'hotmail.com',
  'yahoo.com',
  'icloud.com',
  'gmx.net',
];

/** One sentence each; `values` are the policy's own, `now` in milliseconds since the epoch. */
export function hints(policy: Policy, values: Readonly<Record<string, unknown>>, now: number): readonly string[] {
  return [
    ...keyHints(values),
    ...(policy.organization === null ? ['organization is absent: every address counts as outside'] : []),
    ...(policy.organization?.domains ?? [])
      .filter((domain) => PUBLIC_PROVIDERS.includes(domain.replace(/^\*\./, '')))
      .map((domain) => `organization.domains: everybody can have an address at ${domain}, and would count as inside`),
    ...policy.sites
      .filter((site) => site.kind !== 'gmail' && site.readers === null)
      .map((site) => `site "${site.id}" has no readers: who can read there is not known, which counts as outside`),
    ...[...policy.groups.values()]
      .filter((group) => !group.outside && group.clearance === 0)
      .slice(0, 5)
      .map((group) => `group "${group.id}" has no clearance: no label but public ones may reach it`),
    ...policy.rules.flatMap((rule) => categoryHints(rule, policy)),
    ...policy.rules.flatMap((rule) =>
      rule.except.flatMap(({ until }, i) => (until <= now ? [`rule "${rule.ruleId}", except[${i}] has ended`] : [])),
    ),
  ];
}

/** Marking systems name categories that no policy lists, so an unknown one is no fault. */
function categoryHints({ ruleId, sources }: Rule, policy: Policy): readonly string[] {
  const carried = new Set(policy.labels.flatMap((label) => label.categories));
  return (sources?.categories ?? [])
    .filter((category) => !carried.has(category))
    .map(
      (category) => `rule "${ruleId}": no label carries the category "${category}"; only a mark in a text can name it`,
    );
}

function keyHints(values: Readonly<Record<string, unknown>>): readonly string[] {
  const given = Object.keys(values).filter((key) => Object.hasOwn(POLICY_KEYS, key) && key !== 'policyKeys');
  // What comes as one string needs no list.
  const listed: readonly unknown[] = Array.isArray(values.policyKeys) ? values.policyKeys : given;
  const unlisted = given.filter((key) => !listed.includes(key));
  return unlisted.length === 0 ? [] : [`policyKeys does not list ${unlisted.join(', ')}`];
}
