/** From checked values to the policy in force: what is absent gets its preset's or its own documented default. */

import { endOfDay } from '../calendar.ts';
import { UNKNOWN_MARK } from '../marking.ts';
import type { Group } from '../membership.ts';
import type { Mandate, Policy, PolicyLabel, PolicySite, SensitiveContent, SiteKind } from '../policy.ts';
import type { Rule, RuleException } from '../rule.ts';
import { labelsOf, rankAt, vocabulariesOf } from './labels.ts';
import { PRESETS } from './presets.ts';
import type { RawPolicy } from './schema.ts';
import { tableOf } from './table.ts';

/** The policy that these values make; they must have passed all checks. */
export function buildPolicy(raw: RawPolicy): Policy {
  const preset = raw.preset ?? 'balanced';
  const labels = labelsOf(raw);
  const rankOf = new Map(labels.map((label) => [label.id, label.rank]));
  const groups = (raw.groups ?? []).map((group) => buildGroup(group, rankOf));
  return {
    version: raw.policyVersion ?? 0,
    preset,
    enforcement: raw.enforcement ?? PRESETS[preset].enforcement,
    organization: raw.organization ? { ...raw.organization, domains: lowerCase(raw.organization.domains) } : null,
    labels,
    vocabularies: vocabulariesOf(raw),
    sensitive: buildSensitive(raw),
    groups: new Map(groups.map((group) => [group.id, group])),
    groupOfAddress: new Map(groups.flatMap((group) => group.addresses.map((address) => [address, group.id] as const))),
    sites: (raw.sites ?? []).map((site) => buildSite(site, PRESETS[preset].mandates)),
    rules: (raw.rules ?? []).map(buildRule),
    approval: tableOf(PRESETS[preset].table, raw.approval),
    collector: raw.ledger?.collector ?? null,
    killSwitch: raw.killSwitch ?? false,
    support: raw.support ?? {},
    userMay: raw.userMay ?? ['tighten', 'guard-sites'],
  };
}

function buildGroup(raw: NonNullable<RawPolicy['groups']>[number], rankOf: ReadonlyMap<string, number>): Group {
  return {
    id: raw.id,
    name: raw.name,
    members: raw.members?.map((member) => member.toLowerCase()) ?? null,
    size: raw.size ?? raw.members?.length ?? 0,
    includes: raw.includes ?? [],
    addresses: lowerCase(raw.addresses),
    domains: lowerCase(raw.domains),
    clearance: rankOf.get(raw.clearance ?? '') ?? 0,
    categories: raw.categories ?? null,
    outside: raw.outside ?? false,
  };
}

function buildSite(
  raw: NonNullable<RawPolicy['sites']>[number],
  mandates: Readonly<Record<SiteKind, Mandate>>,
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
  };
}

/**
 * Secrets and card numbers are looked for unless policy lists other detectors. Account numbers (IBAN) stand in every
 * invoice and national ids in every personnel mail, so these only where policy asks.
 */
function buildSensitive(raw: RawPolicy): SensitiveContent {
  const labels = labelsOf(raw);
  const own =
    raw.labels === undefined ? [] : labels.filter((label) => label.system === 'own' && label.id !== UNKNOWN_MARK);
  const at = (position: 2 | 3) => labelFrom(rankAt(position, own), labels);
  const byDefault = [
    ['secret', at(3)],
    ['card', at(2)],
  ] as const;
  const asked = raw.sensitive?.detectors?.map(({ detector, label }) => [detector, label] as const);
  const patterns = (raw.sensitive?.patterns ?? []).map((each, i) => ({
    ...each,
    path: `sensitive.patterns[${i}].pattern`,
  }));
  return { detectors: new Map(asked ?? byDefault), patterns: [...patterns, ...labelPatterns(raw)] };
}

/** A label's own patterns are looked for as sensitive content is, under the label's name. */
function labelPatterns(raw: RawPolicy): SensitiveContent['patterns'] {
  return (raw.labels ?? []).flatMap(({ id, name, patterns }, i) =>
    (patterns ?? []).map((pattern, j) => ({
      id: `label ${id} ${j}`,
      name,
      pattern,
      label: id,
      path: `labels[${i}].patterns[${j}]`,
    })),
  );
}

/** The mildest label of at least this rank; where none is so strict, the strictest. */
function labelFrom(rank: number, labels: readonly PolicyLabel[]): string {
  const known = labels.filter((label) => label.id !== UNKNOWN_MARK);
  const strictest = [...known].sort((a, b) => b.rank - a.rank)[0];
  const enough = known.filter((label) => label.rank >= rank).sort((a, b) => a.rank - b.rank)[0];
  return (enough ?? strictest)?.id ?? UNKNOWN_MARK;
}

function buildRule(raw: NonNullable<RawPolicy['rules']>[number]): Rule {
  const { sources, destinations } = raw;
  return {
    ruleId: raw.ruleId,
    name: raw.name,
    sources: sources
      ? {
          labels: sources.labels ?? null,
          categories: sources.categories ?? null,
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
