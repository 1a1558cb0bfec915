/**
 * The organisation's own rules, in the shape and words of Chrome's DataControlsRules: all conditions that a rule names
 * must hold, of a list one entry is enough, and the most severe of all rules wins. More sources or a wider audience
 * can only make more rules apply; the one thing that takes a rule back is an exception with an end.
 */
import type { Action, ActionKind } from './action.ts';
import type { Actor } from './actor.ts';
import { domainOf, domainsMeet, expandGroups, groupsOf, strangersAmong } from './membership.ts';
import type { Policy } from './policy.ts';
import { reachOf } from './reach.ts';

export type RuleClass = 'ANY' | 'POST' | 'REPLY' | 'MESSAGE' | 'EDIT' | 'SEND';
export type AudienceClass = 'inside' | 'outside' | 'everyone' | 'unknown';

/** A rule of policy; a condition that is null was not named and holds always. */
export interface Rule {
  readonly ruleId: string;
  readonly name: string;
  readonly sources: {
    readonly labels: readonly string[] | null;
    readonly categories: readonly string[] | null;
    readonly sites: readonly string[] | null;
    readonly detectors: readonly string[] | null;
  } | null;
  readonly destinations: {
    readonly sites: readonly string[] | null;
    readonly groups: readonly string[] | null;
    readonly domains: readonly string[] | null;
    readonly audience: readonly AudienceClass[] | null;
  } | null;
  readonly actors: readonly Actor[] | null;
  readonly restrictions: readonly { readonly class: RuleClass; readonly level: 'REPORT' | 'WARN' | 'BLOCK' }[];
  readonly except: readonly RuleException[];
}

/** Takes its rule back for acts that reach nobody else, until the end of a day (UTC). */
export interface RuleException {
  readonly groups: readonly string[] | null;
  readonly sites: readonly string[] | null;
  /** Milliseconds since the epoch at which it ends. */
  readonly until: number;
  readonly reason: string;
}

/** Something whose content is in the act, or that the acting agent has read; also the act's own text. */
export interface RuleSource {
  readonly labels: readonly string[];
  readonly categories: readonly string[];
  /** Null for the act's own text. */
  readonly site: string | null;
  readonly detectors: readonly string[];
}

/** What rules are asked about. */
export interface RuleFacts {
  readonly action: Action;
  readonly actor: Actor;
  readonly sources: readonly RuleSource[];
  /** Milliseconds since the epoch. */
  readonly now: number;
}

export interface Applied {
  readonly rule: Rule;
  readonly level: 'REPORT' | 'WARN' | 'BLOCK';
}

/** Every rule that applies to the act, with the most severe level that it gives. */
export function applyRules(facts: RuleFacts, policy: Policy): readonly Applied[] {
  if (policy.rules.length === 0) return [];
  const target = targetOf(facts.action, policy);
  const found: Applied[] = [];
  for (const rule of policy.rules) {
    const level = levelFor(rule, facts.action.kind);
    if (level === null || (rule.actors !== null && !rule.actors.includes(facts.actor))) continue;
    if (!reaches(rule, target) || !draws(rule, facts.sources)) continue;
    if (rule.except.some((each) => takesBack(each, target, facts.now, policy))) continue;
    found.push({ rule, level });
  }
  return found;
}

/** Where the act goes, in the terms of rules. */
interface Target {
  readonly site: string;
  /** Groups that somebody who is reached is in, as far as policy lists members and domains; ten thousand are not copied. */
  readonly groups: readonly ReadonlySet<string>[];
  /** Domains, and patterns of domains, of those who are reached. */
  readonly domains: readonly string[];
  readonly classes: ReadonlySet<AudienceClass>;
  /** Groups that each addressee is in; null when somebody cannot be placed. */
  readonly within: readonly ReadonlySet<string>[] | null;
}

function targetOf({ site, audience }: Action, policy: Policy): Target {
  // Who cannot be told may be anybody, and everybody includes those inside.
  if (audience.kind === 'unknown')
    return { site, groups: [], domains: [], classes: new Set(['inside', 'outside', 'unknown']), within: null };
  if (audience.kind === 'everyone')
    return {
      site,
      groups: [new Set(policy.groups.keys())],
      domains: [],
      classes: new Set(['inside', 'outside', 'everyone']),
      within: null,
    };
  const people = audience.people.map((person) => groupsOf(person, policy.groups));
  const reached = audience.groups.map((id) => reachOf(id, policy.groups));
  const isOutside = (id: string) => policy.groups.get(id)?.outside !== false;
  const classes = new Set<AudienceClass>();
  if (audience.outsiders.length > 0 || strangersAmong(audience.groups, policy.groups).length > 0)
    classes.add('outside');
  if (audience.people.length > audience.outsiders.length || !audience.groups.every(isOutside)) classes.add('inside');
  if (audience.groups.some((id) => !policy.groups.has(id))) classes.add('unknown');
  return {
    site,
    groups: [...people, ...reached.map((each) => each.groups)],
    domains: [
      ...new Set([
        ...audience.people.flatMap((person) => domainOf(person) ?? []),
        ...reached.flatMap((each) => each.domains),
      ]),
    ],
    classes,
    within: [...people, ...audience.groups.map((id) => new Set([id]))],
  };
}

function levelFor(rule: Rule, kind: ActionKind): Applied['level'] | null {
  // What cannot be read may be of any class. No list is made here: a policy may have thousands of rules.
  const concerns = (of: RuleClass) => of === 'ANY' || kind === 'unreadable' || of === kind.toUpperCase();
  const gives = (level: Applied['level']) =>
    rule.restrictions.some((each) => each.level === level && concerns(each.class));
  return RULE_LEVELS.find(gives) ?? null;
}

/** From most to least severe. */
const RULE_LEVELS = ['BLOCK', 'WARN', 'REPORT'] as const;

function reaches({ destinations }: Rule, target: Target): boolean {
  if (destinations === null) return true;
  const { sites, groups, domains, audience } = destinations;
  return (
    (sites === null || sites.includes(target.site)) &&
    (groups === null || target.within === null || groups.some((id) => target.groups.some((each) => each.has(id)))) &&
    (domains === null ||
      target.within === null ||
      target.domains.some((each) => domains.some((named) => domainsMeet(each, named)))) &&
    (audience === null || audience.some((each) => target.classes.has(each)))
  );
}

function draws({ sources }: Rule, found: readonly RuleSource[]): boolean {
  if (sources === null) return true;
  const { labels, categories, sites, detectors } = sources;
  return found.some(
    (source) =>
      (labels === null || source.labels.some((each) => labels.includes(each))) &&
      (categories === null || source.categories.some((each) => categories.includes(each))) &&
      (sites === null || (source.site !== null && sites.includes(source.site))) &&
      (detectors === null || source.detectors.some((each) => detectors.includes(each))),
  );
}

/** Whether everybody whom the act reaches, and its site, are among those that the exception names. */
function takesBack({ groups, sites, until }: RuleException, target: Target, now: number, policy: Policy): boolean {
  if (now >= until || (sites !== null && !sites.includes(target.site))) return false;
  if (groups === null) return true;
  if (target.within === null || target.within.length === 0) return false;
  const spared = new Set(expandGroups(groups, policy.groups));
  return target.within.every((each) => [...each].some((id) => spared.has(id)));
}
