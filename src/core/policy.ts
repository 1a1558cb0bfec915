/**
 * What the organisation wants, parsed at the door. One wrong value makes the whole policy `damaged`: it is never
 * applied by halves. Every fault is named with the path to it.
 */
import * as z from 'zod/mini';
import type { Directory, Group } from './audience.ts';
import { POLICY_KEYS, type RawPolicy } from './policy-schema.ts';

/** What agents may do on a site, held by the guard and not in the agent's memory. */
export type Mandate = 'observe' | 'draft' | 'ask' | 'flow';

export type SiteKind = 'discourse' | 'gmail';
export type PolicyLabel = {
  readonly id: string;
  readonly name: string;
  readonly rank: number;
  readonly aliases: readonly string[];
};
export type Area = {
  readonly area: string;
  readonly name: string | null;
  readonly label: string | null;
  readonly readers: readonly string[] | null;
};

export interface PolicySite {
  readonly id: string;
  readonly name: string;
  readonly kind: SiteKind;
  readonly match: readonly string[];
  readonly mandate: Mandate;
  readonly label: string | null;
  /** Groups that can read what is in no area of its own; null when policy does not say. */
  readonly readers: readonly string[] | null;
  /** The site's user names are the local parts of addresses in this domain; null when policy does not say so. */
  readonly userDomain: string | null;
  readonly areas: readonly Area[];
}

export interface Policy {
  readonly version: number;
  readonly organization: { readonly name: string; readonly domains: readonly string[] } | null;
  readonly labels: readonly PolicyLabel[];
  readonly groups: Directory;
  readonly sites: readonly PolicySite[];
  readonly collector: string | null;
  readonly killSwitch: boolean;
  readonly support: {
    readonly name?: string | undefined;
    readonly url?: string | undefined;
    readonly phone?: string | undefined;
  };
}

/** One thing wrong: where it stands ("sites[0].match[0]") and what to do. */
export interface PolicyFault {
  readonly path: string;
  readonly message: string;
}

export type PolicyReading =
  | { readonly kind: 'absent' }
  | { readonly kind: 'good'; readonly policy: Policy }
  | { readonly kind: 'damaged'; readonly faults: readonly PolicyFault[] };

/** The four corporate levels that stand when policy names no labels; ISO 27001 practice. */
const BUILT_IN_LABELS: readonly PolicyLabel[] = [
  { id: 'public', name: 'Public', rank: 0, aliases: [] },
  { id: 'internal', name: 'Internal', rank: 1, aliases: ['Internal use only'] },
  { id: 'confidential', name: 'Confidential', rank: 2, aliases: [] },
  { id: 'restricted', name: 'Restricted', rank: 3, aliases: ['Highly confidential', 'Strictly confidential'] },
];

/** Gmail has one host for everybody. */
export const GMAIL_MATCH = 'https://mail.google.com/*';

/** What agents may do where policy says nothing: in mail they write drafts, in forums they check with the person. */
const DEFAULT_MANDATES: Readonly<Record<SiteKind, Mandate>> = { gmail: 'draft', discourse: 'ask' };

/** What stands when there never was a good policy: nothing is trusted, agents may only draft. */
export const STRICT_DEFAULTS: Policy = {
  version: 0,
  organization: null,
  labels: BUILT_IN_LABELS,
  groups: new Map(),
  sites: [],
  collector: null,
  killSwitch: false,
  support: {},
};

/** Reads what the browser's managed storage holds. An empty area is `absent`: not known yet, or no policy. */
export function readPolicy(raw: unknown): PolicyReading {
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw))
    return damaged('', 'must be an object of policy keys');
  const given = Object.entries(raw).filter(([, value]) => value !== undefined);
  if (given.length === 0) return { kind: 'absent' };
  const faults: PolicyFault[] = [];
  const good: Record<string, unknown> = {};
  for (const [key, value] of given) {
    const schema = Object.hasOwn(POLICY_KEYS, key) ? POLICY_KEYS[key as keyof typeof POLICY_KEYS] : undefined;
    if (schema === undefined) {
      faults.push({ path: key, message: 'is not a policy key' });
      continue;
    }
    const result = z.safeParse(schema, value);
    if (result.success) good[key] = result.data;
    else
      faults.push(
        ...result.error.issues.map((issue) => ({ path: pathOf([key, ...issue.path]), message: issue.message })),
      );
  }
  if (!('policyVersion' in good)) faults.push({ path: 'policyVersion', message: 'is missing' });
  faults.push(...danglingNames(good as RawPolicy));
  return faults.length > 0 ? { kind: 'damaged', faults } : { kind: 'good', policy: build(good as RawPolicy) };
}

/** The policy's label with this id. */
export function labelById(policy: Policy, labelId: string): PolicyLabel | undefined {
  return policy.labels.find((l) => l.id === labelId);
}

/** The highest rank in the vocabulary: what carries it needs the person's own authenticator. */
export function topRank(policy: Policy): number {
  return Math.max(0, ...policy.labels.map((l) => l.rank));
}

function build(raw: RawPolicy): Policy {
  const labels = raw.labels?.map((l) => ({ ...l, aliases: l.aliases ?? [] })) ?? BUILT_IN_LABELS;
  const rankOf = (labelId: string | undefined) => labels.find((l) => l.id === labelId)?.rank ?? 0;
  const groups = (raw.groups ?? []).map(
    (g): Group => ({
      id: g.id,
      name: g.name,
      members: g.members?.map((member) => member.toLowerCase()) ?? null,
      size: g.size ?? g.members?.length ?? 0,
      includes: g.includes ?? [],
      addresses: lowerCase(g.addresses),
      domains: lowerCase(g.domains),
      clearance: rankOf(g.clearance),
      outside: g.outside ?? false,
    }),
  );
  return {
    version: raw.policyVersion ?? 0,
    organization: raw.organization ? { ...raw.organization, domains: lowerCase(raw.organization.domains) } : null,
    labels,
    groups: new Map(groups.map((g) => [g.id, g])),
    sites: (raw.sites ?? []).map(buildSite),
    collector: raw.ledger?.collector ?? null,
    killSwitch: raw.killSwitch ?? false,
    support: raw.support ?? {},
  };
}

function buildSite(raw: NonNullable<RawPolicy['sites']>[number]): PolicySite {
  const areas = (raw.areas ?? []).map(
    (a): Area => ({ area: a.area, name: a.name ?? null, label: a.label ?? null, readers: a.readers ?? null }),
  );
  return {
    ...raw,
    mandate: raw.mandate ?? DEFAULT_MANDATES[raw.kind],
    label: raw.label ?? null,
    readers: raw.readers ?? null,
    userDomain: raw.userDomain?.toLowerCase() ?? null,
    areas,
  };
}

function lowerCase(texts: readonly string[] | undefined): readonly string[] {
  return (texts ?? []).map((text) => text.toLowerCase());
}

/** Names that point nowhere: a rule about a label or group that does not exist would silently protect nothing. */
function danglingNames(raw: RawPolicy): readonly PolicyFault[] {
  const labels = new Set((raw.labels ?? BUILT_IN_LABELS).map((l) => l.id));
  const groups = new Set((raw.groups ?? []).map((g) => g.id));
  const faults: PolicyFault[] = [];
  const check = (known: ReadonlySet<string>, what: string, value: string | undefined, path: string) => {
    if (value !== undefined && !known.has(value))
      faults.push({ path, message: `names the ${what} "${value}", which this policy does not define` });
  };
  (raw.groups ?? []).forEach((g, i) => {
    check(labels, 'label', g.clearance, `groups[${i}].clearance`);
    g.includes?.forEach((inner, j) => void check(groups, 'group', inner, `groups[${i}].includes[${j}]`));
    if (g.members === undefined && g.size === undefined)
      faults.push({ path: `groups[${i}]`, message: 'needs "members" or "size"' });
  });
  (raw.sites ?? []).forEach((s, i) => {
    if (s.kind === 'gmail' && s.match.some((pattern) => pattern !== GMAIL_MATCH))
      faults.push({ path: `sites[${i}].match`, message: `must be "${GMAIL_MATCH}" for kind "gmail"` });
    check(labels, 'label', s.label, `sites[${i}].label`);
    s.readers?.forEach((reader, j) => void check(groups, 'group', reader, `sites[${i}].readers[${j}]`));
    s.areas?.forEach((a, k) => {
      check(labels, 'label', a.label, `sites[${i}].areas[${k}].label`);
      a.readers?.forEach((reader, j) => void check(groups, 'group', reader, `sites[${i}].areas[${k}].readers[${j}]`));
    });
  });
  return faults;
}

function damaged(path: string, message: string): PolicyReading {
  return { kind: 'damaged', faults: [{ path, message }] };
}

function pathOf(path: readonly PropertyKey[]): string {
  return path.reduce<string>(
    (text, part) =>
      typeof part === 'number' ? `${text}[${part}]` : text === '' ? String(part) : `${text}.${String(part)}`,
    '',
  );
}
