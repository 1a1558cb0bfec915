/**
 * What the organisation wants, once it has been read and checked (`policy/read.ts`). Nothing in here is half applied:
 * a policy with one fault never becomes one of these.
 */

import type { AgentLimits } from './agent-limits.ts';
import type { BreakerLimits } from './breaker-limits.ts';
import type { ExposureLimits } from './exposure-limits.ts';
import type { VocabularyId } from './marking.ts';
import type { Directory } from './membership.ts';
import type { ApprovalTable } from './policy/table.ts';
import type { Rule } from './rule.ts';
import type { SiteDescription } from './site-description.ts';

/** What agents may do on a site, held by the guard and not in the agent's memory; from strictest to loosest. */
export const MANDATES = ['observe', 'draft', 'ask', 'flow'] as const;
export type Mandate = (typeof MANDATES)[number];

/** How a site is read: by what is known of an application, or (`generic`) by policy's description alone. */
export const SITE_KINDS = ['discourse', 'gmail', 'nodebb', 'generic'] as const;
export type SiteKind = (typeof SITE_KINDS)[number];

/** A label of the organisation, or a level of a marking system under the rank that it has here. */
export interface PolicyLabel {
  readonly id: string;
  readonly name: string;
  /** Higher is stricter; 0 is public. */
  readonly rank: number;
  readonly aliases: readonly string[];
  readonly patterns: readonly string[];
  readonly selectors: readonly string[];
  /** Need-to-know categories that come with the label. */
  readonly categories: readonly string[];
  /** The marking system that reads it; `own` for names of the organisation's own. */
  readonly system: VocabularyId | 'own';
}

export interface Area {
  readonly area: string;
  readonly name: string | null;
  readonly label: string | null;
  readonly readers: readonly string[] | null;
}

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
  /** How a generic site is read, or what mends one of a built-in kind; null when policy says nothing of it. */
  readonly description: SiteDescription | null;
}

/** What the guard needs of a policy's site to read it: what runs there, and what policy says of that. */
export type SiteReading = Pick<PolicySite, 'kind' | 'description'>;

/** Content that counts as labelled without a mark. */
export interface SensitiveContent {
  /** Detector id → label id. */
  readonly detectors: ReadonlyMap<string, string>;
  readonly patterns: readonly {
    readonly id: string;
    readonly name: string;
    readonly pattern: string;
    readonly label: string;
    /** Where it stands in the policy, for whoever has to mend it. */
    readonly path: string;
  }[];
}

export interface Policy {
  readonly version: number;
  readonly preset: 'balanced' | 'strict' | 'shadow';
  /** `shadow`: nothing is held, all is counted. */
  readonly enforcement: 'enforce' | 'shadow';
  /** Domains in small letters; "*.x" stands for x and everything below it. */
  readonly organization: { readonly name: string; readonly domains: readonly string[] } | null;
  readonly labels: readonly PolicyLabel[];
  /** The marking systems that are read besides the own labels. */
  readonly vocabularies: readonly VocabularyId[];
  readonly sensitive: SensitiveContent;
  readonly groups: Directory;
  /** Mail address of a group → its id. */
  readonly groupOfAddress: ReadonlyMap<string, string>;
  readonly sites: readonly PolicySite[];
  readonly rules: readonly Rule[];
  readonly approval: ApprovalTable;
  /** From how much on agents are stopped. */
  readonly breakers: BreakerLimits;
  /** How long after its last sign an agent counts as there. */
  readonly agents: AgentLimits;
  /** How long what was read counts, and how many agents may answer each other. */
  readonly exposure: ExposureLimits;
  readonly collector: string | null;
  readonly killSwitch: boolean;
  readonly support: {
    readonly name?: string | undefined;
    readonly url?: string | undefined;
    readonly phone?: string | undefined;
  };
  readonly userMay: readonly ('tighten' | 'guard-sites' | 'grant')[];
}

/** Gmail has one host for everybody. */
export const GMAIL_MATCH = 'https://mail.google.com/*';

/** The policy's label with this id. */
export function labelById(policy: Policy, labelId: string): PolicyLabel | undefined {
  return policy.labels.find((l) => l.id === labelId);
}

/** The policy's site with this id. */
export function siteById(policy: Policy, siteId: string): PolicySite | undefined {
  return policy.sites.find((site) => site.id === siteId);
}

/**
 * The area that a place is in: the one of its name, else the one with the longest beginning of it ("Board:*"). Large and
 * small letters, spaces and underscores are the same there, as applications take them for each other.
 */
export function areaNamed(site: Pick<PolicySite, 'areas'>, place: string): Area | undefined {
  const exact = site.areas.find(({ area }) => area === place);
  if (exact !== undefined) return exact;
  const name = folded(place);
  return site.areas
    .filter(({ area }) => (area.endsWith('*') ? name.startsWith(folded(area.slice(0, -1))) : name === folded(area)))
    .sort((a, b) => b.area.length - a.area.length)[0];
}

function folded(name: string): string {
  return name
    .normalize('NFC')
    .replace(/[\s_]+/g, ' ')
    .replace(/^[ :]+/, '')
    .toLowerCase();
}

/** The highest rank in the vocabulary: what carries it needs the person's own authenticator. */
export function topRank(policy: Policy): number {
  return policy.labels.reduce((top, label) => Math.max(top, label.rank), 0);
}
