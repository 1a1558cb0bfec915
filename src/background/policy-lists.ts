/**
 * The policy's long lists as people see them: groups and rules, their names instead of ids, cut and counted, and found
 * by name. Copies, so that no list of a policy travels whole.
 */
import type { Group } from '../core/membership.ts';
import { type Policy, siteById } from '../core/policy.ts';
import type { Rule } from '../core/rule.ts';
import type { CutList, FoundGroups, FoundRules, GroupView, RuleView } from '../messages/views.ts';

/** Groups and rules shown by name at once. */
const MOST_SHOWN = 200;

/** Names in one condition of a rule; the rest is counted. */
const MOST_NAMES = 20;

/** The groups whose name has this in it, whatever the case; all for "". */
export function groupsNamed(policy: Policy, text: string): FoundGroups {
  const found = [...policy.groups.values()].filter((group) => hasIn(group.name, text));
  return { total: found.length, first: found.slice(0, MOST_SHOWN).map((group) => groupView(policy, group)) };
}

/** The rules whose name or id has this in it, whatever the case; all for "". */
export function rulesNamed(policy: Policy, text: string): FoundRules {
  const found = policy.rules.filter((rule) => hasIn(rule.name, text) || hasIn(rule.ruleId, text));
  return { total: found.length, first: found.slice(0, MOST_SHOWN).map((rule) => ruleView(policy, rule)) };
}

function hasIn(name: string, text: string): boolean {
  return name.toLowerCase().includes(text.trim().toLowerCase());
}

function groupView(policy: Policy, { name, size, clearance, outside }: Group): GroupView {
  const cleared = policy.labels.find((label) => label.rank === clearance)?.name ?? null;
  return { name, size, clearance: cleared, outside };
}

function ruleView(policy: Policy, rule: Rule): RuleView {
  const { sources, destinations } = rule;
  const label = (id: string) => policy.labels.find((each) => each.id === id)?.name ?? id;
  const site = (id: string) => siteById(policy, id)?.name ?? id;
  const group = (id: string) => policy.groups.get(id)?.name ?? id;
  return {
    ruleId: rule.ruleId,
    name: rule.name,
    restrictions: rule.restrictions.map(({ class: kind, level }) => ({ class: kind, level })),
    actors: rule.actors,
    labels: cut(sources?.labels, label),
    categories: cut(sources?.categories),
    from: cut(sources?.sites, site),
    detectors: cut(sources?.detectors, (id) => policy.sensitive.patterns.find((each) => each.id === id)?.name ?? id),
    to: cut(destinations?.sites, site),
    groups: cut(destinations?.groups, group),
    domains: cut(destinations?.domains),
    audience: destinations?.audience ?? null,
    exceptions: rule.except.map(({ until, reason }) => ({ until, reason })),
  };
}

/** A condition that is not named stays null: it is no empty list, which would never hold. */
function cut(values: readonly string[] | null | undefined, named = (id: string) => id): CutList | null {
  if (values === null || values === undefined) return null;
  return { first: values.slice(0, MOST_NAMES).map(named), total: values.length };
}
