/** From checked values to the policy in force: what is absent gets its preset's or its own documented default. */

import { agentLimits } from '../agent-limits.ts';
import { type BreakerLimits, limitsOf, SESSION_LIMITS } from '../breaker-limits.ts';
import { endOfDay } from '../calendar.ts';
import { exposureLimits } from '../exposure-limits.ts';
import { areInDomains, domainOf, type Group } from '../membership.ts';
import type { Mandate, Policy, PolicySite, SiteKind } from '../policy.ts';
import type { Rule, RuleException } from '../rule.ts';
import { descriptionOf } from './description.ts';
import { inCapitals, labelsOf, meanings, vocabulariesOf } from './labels.ts';
import { PRESETS } from './presets.ts';
import type { RawPolicy } from './schema.ts';
import type { RawFacts } from './schema-site.ts';
import { sensitiveOf } from './sensitive.ts';
import { tableOf } from './table.ts';

/** The policy that these values make; they must have passed all checks. */
export function buildPolicy(raw: RawPolicy): Policy {
  const preset = raw.preset ?? 'balanced';
  const labels = labelsOf(raw);
  const rankOf = new Map(labels.map((label) => [label.id, label.rank]));
  const meant = meanings(raw);
  const domains = lowerCase(raw.organization?.domains);
  const groups = (raw.groups ?? []).map((group) => buildGroup(group, rankOf, domains));
  return {
    version: raw.policyVersion ?? 0,
    preset,
    enforcement: raw.enforcement ?? PRESETS[preset].enforcement,
    organization: raw.organization ? { ...raw.organization, domains } : null,
    labels,
    vocabularies: vocabulariesOf(raw),
    sensitive: sensitiveOf(raw),
    groups: new Map(groups.map((group) => [group.id, group])),
    groupOfAddress: new Map(groups.flatMap((group) => group.addresses.map((address) => [address, group.id] as const))),
    sites: (raw.sites ?? []).map((site) =>
      buildSite(
        site,
        PRESETS[preset].mandates,
        raw.siteFacts?.find((facts) => facts.site === site.id),
      ),
    ),
    rules: (raw.rules ?? []).map((rule) => buildRule(rule, meant)),
    approval: tableOf(PRESETS[preset].table, raw.approval),
    breakers: breakersOf(raw.breakers),
    agents: agentLimits(raw.agents),
    exposure: exposureLimits(raw.exposure),
    collector: raw.ledger?.collector ?? null,
    killSwitch: raw.killSwitch ?? false,
    support: raw.support ?? {},
    userMay: raw.userMay ?? ['tighten', 'guard-sites', 'grant'],
  };
}

/** Each limit as policy sets it, or its default. */
function breakersOf(raw: RawPolicy['breakers']): BreakerLimits {
  return limitsOf({
    acts: raw?.actsPerMinute ?? SESSION_LIMITS.acts,
    audiences: raw?.audiences ?? SESSION_LIMITS.audiences,
    newReaders: raw?.newReaders ?? SESSION_LIMITS.newReaders,
    items: raw?.items ?? SESSION_LIMITS.items,
    declined: raw?.refusals ?? SESSION_LIMITS.declined,
  });
}

function buildGroup(
  raw: NonNullable<RawPolicy['groups']>[number],
  rankOf: ReadonlyMap<string, number>,
  ownDomains: readonly string[],
): Group {
  const members = raw.members?.map((member) => member.toLowerCase()) ?? null;
  const domains = lowerCase(raw.domains);
  return {
    id: raw.id,
    name: raw.name,
    members,
    size: raw.size ?? raw.members?.length ?? 0,
    includes: raw.includes ?? [],
    addresses: lowerCase(raw.addresses),
    domains,
    clearance: rankOf.get(raw.clearance ?? '') ?? 0,
    categories: raw.categories === undefined ? null : inCapitals(raw.categories),
    outside: raw.outside ?? false,
    hasOutsiders: hasOutsiders(
      [...(members ?? []).flatMap((member) => domainOf(member) ?? []), ...domains],
      ownDomains,
    ),
  };
}

/** Where policy names no domain of its own, it cannot be told who of a group is outside; its word on the group stands. */
function hasOutsiders(domains: readonly string[], ownDomains: readonly string[]): boolean {
  return ownDomains.length > 0 && [...new Set(domains)].some((domain) => !areInDomains(domain, ownDomains));
}

function buildSite(
  raw: NonNullable<RawPolicy['sites']>[number],
  mandates: Readonly<Record<SiteKind, Mandate>>,
  facts: RawFacts | undefined,
): PolicySite {
  return {
    id: raw.id,
    name: raw.name,
    kind: raw.kind,
    match: raw.match,
    mandate: raw.mandate ?? mandates[raw.kind],
    label: raw.label ?? null,
    readers: raw.readers ?? null,
    userDomain: raw.userDomain?.toLowerCase() ?? null,
    areas: (raw.areas ?? []).map((each) => ({
      area: each.area,
      name: each.name ?? null,
      label: each.label ?? null,
      readers: each.readers ?? null,
    })),
    description: descriptionOf(raw.kind, raw.description, facts),
  };
}

function buildRule(raw: NonNullable<RawPolicy['rules']>[number], meant: ReadonlyMap<string, readonly string[]>): Rule {
  const { sources, destinations } = raw;
  return {
    ruleId: raw.ruleId,
    name: raw.name,
    sources: sources
      ? {
          labels: sources.labels?.flatMap((label) => [label, ...(meant.get(label) ?? [])]) ?? null,
          categories: sources.categories === undefined ? null : inCapitals(sources.categories),
          sites: sources.sites ?? null,
          detectors: sources.detectors ?? null,
        }
      : null,
    destinations: destinations
      ? {
          sites: destinations.sites ?? null,
          groups: destinations.groups ?? null,
          domains: destinations.domains?.map((domain) => domain.toLowerCase()) ?? null,
          audience: destinations.audience ?? null,
        }
      : null,
    actors: raw.actors ?? null,
    restrictions: raw.restrictions,
    except: (raw.except ?? []).map(
      (each): RuleException => ({
        groups: each.groups ?? null,
        sites: each.sites ?? null,
        until: endOfDay(each.until) ?? 0,
        reason: each.reason,
      }),
    ),
  };
}

function lowerCase(texts: readonly string[] | undefined): readonly string[] {
  return (texts ?? []).map((text) => text.toLowerCase());
}
