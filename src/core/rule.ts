/**
 * The organisation's own rules, in the shape and words of Chrome's DataControlsRules: all conditions that a rule names
 * must hold, of a list one entry is enough, and the most severe of all rules wins. More sources or a wider audience
 * can only make more rules apply; the one thing that takes a rule back is an exception with an end.
 */
import type { Action } from './action.ts';
import type { Actor } from './actor.ts';
import type { Audience } from './audience.ts';
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
  const target = targetOf(facts.action, policy);
  // What cannot be read may be of any class.
  const kind = facts.action.kind === 'unreadable' ? null : facts.action.kind.toUpperCase();
  const found: Applied[] = [];
  for (const rule of policy.rules) {
    const level = levelFor(rule, kind);
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
  readonly classes: ReadonlySet<AudienceClass>;
  /** Null when somebody cannot be placed: whomever a rule names may be reached. */
  readonly reached: Reached | null;
}

interface Reached {
  /** Groups that somebody who is reached is in, as far as policy lists members and domains; ten thousand are not copied. */
  readonly groups: readonly ReadonlySet<string>[];
  /** Domains, and patterns of domains, of those who are reached. */
  readonly domains: readonly string[];
  /** Groups that each addressee is in. */
  readonly within: readonly ReadonlySet<string>[];
}

function targetOf({ site, audience }: Action, policy: Policy): Target {
  // Who cannot be told may be anybody, and everybody includes those inside.
  if (audience.kind !== 'known') return { site, classes: new Set(['inside', 'outside', audience.kind]), reached: null };
  const isOutside = (id: string) => policy.groups.get(id)?.outside !== false;
  const classes = new Set<AudienceClass>();
  if (audience.outsiders.length > 0 || strangersAmong(audience.groups, policy.groups).length > 0)
    classes.add('outside');
  if (audience.people.length > audience.outsiders.length || !audience.groups.every(isOutside)) classes.add('inside');
  if (audience.groups.some((id) => !policy.groups.has(id))) classes.add('unknown');
  return { site, classes, reached: reachedBy(audience, policy) };
}

function reachedBy(audience: Audience & { readonly kind: 'known' }, policy: Policy): Reached {
  const people = audience.people.map((person) => groupsOf(person, policy.groups));
  const reached = audience.groups.map((id) => reachOf(id, policy.groups));
  return {
    // Those of people are few, and are looked up for each group of each rule.
    groups: [new Set(people.flatMap((each) => [...each])), ...reached.map((each) => each.groups)],
    domains: [
      ...new Set([
        ...audience.people.flatMap((person) => domainOf(person) ?? []),
        ...reached.flatMap((each) => each.domains),
      ]),
    ],
    within: [...people, ...audience.groups.map((id) => new Set([id]))],
  };
}

function levelFor(rule: Rule, kind: string | null): Applied['level'] | null {
  // No list is made here: a policy may have thousands of rules.
  let found: Applied['level'] | null = null;
  for (const { class: of, level } of rule.restrictions) {
    const concerns = of === 'ANY' || kind === null || of === kind;
    if (concerns && (found === null || RULE_LEVELS.indexOf(level) < RULE_LEVELS.indexOf(found))) found = level;
  }
  return found;
}

/** From most to least severe. */
const RULE_LEVELS = ['BLOCK', 'WARN', 'REPORT'] as const;

function reaches({ destinations }: Rule, { site, classes, reached }: Target): boolean {
  if (destinations === null) return true;
  const { sites, groups, domains, audience } = destinations;
  return (
    (sites === null || sites.includes(site)) &&
    (groups === null || reached === null || groups.some((id) => reached.groups.some((each) => each.has(id)))) &&
    (domains === null ||
      reached === null ||
      reached.domains.some((each) => domains.some((named) => domainsMeet(each, named)))) &&
    (audience === null || audience.some((each) => classes.has(each)))
  );
}

function draws({ sources }: Rule, found: readonly RuleSource[]): boolean {
  if (sources === null) return true;
  const { labels, categories, sites, detectors } = sources;
  return found.some(
    (source) =>
      (labels === null || source.labels.some((each) => labels.includes(each))) &&
      (categories === null || source.categories.some((each) => categories.includes(each))) &&
      (sites === null || sites.some((each) => each === source.site)) &&
      (detectors === null || source.detectors.some((each) => detectors.includes(each))),
  );
}

/** Whether everybody whom the act reaches, and its site, are among those that the exception names. */
function takesBack(
  { groups, sites, until }: RuleException,
  { site, reached }: Target,
  now: number,
  policy: Policy,
): boolean {
  if (now >= until || (sites !== null && !sites.includes(site))) return false;
  if (groups === null) return true;
  if (reached === null || reached.within.length === 0) return false;
  const spared = new Set(expandGroups(groups, policy.groups));
  return reached.within.every((each) => [...each].some((id) => spared.has(id)));
}
