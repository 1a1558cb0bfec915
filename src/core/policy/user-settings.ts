/**
 * What a person has set in the options page. It can only make the organisation's policy stricter: whatever it says, no
 * act passes that the policy alone would have held.
 */
import * as z from 'zod/mini';
import { GMAIL_MATCH, MANDATES, type Mandate, type Policy, type PolicySite, type SiteKind } from '../policy.ts';
import { mandate, name } from './schema-parts.ts';
import type { Cell } from './table.ts';

/** A site that the person guards in addition: its one host, as the browser writes it. */
export interface OwnSite {
  readonly host: string;
  /** A site of another kind needs a description, which only policy has. */
  readonly kind: Exclude<SiteKind, 'generic'>;
  readonly name: string;
}

export interface UserSettings {
  /** What agents may do at most, by site id. */
  readonly mandates: readonly { readonly site: string; readonly mandate: Mandate }[];
  readonly sites: readonly OwnSite[];
  /** `full`: every question comes with the full review. */
  readonly review: 'as-set' | 'full';
}

/** Nothing set. */
export const NO_SETTINGS: UserSettings = { mandates: [], sites: [], review: 'as-set' };

/** Sites that one person may add. */
export const MOST_OWN_SITES = 50;

const host = z.string().check(z.regex(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/), z.maxLength(253));

/** What a person may have guarded: a site of another kind needs a description, which only policy has. */
const OWN_KINDS = ['discourse', 'gmail', 'nodebb'] as const satisfies readonly OwnSite['kind'][];

/** The shape in which settings are stored and come from the options page. */
export const userSettings = z.strictObject({
  mandates: z.array(z.strictObject({ site: z.string().check(z.maxLength(300)), mandate })).check(z.maxLength(600)),
  sites: z
    .array(z.strictObject({ host, kind: z.enum(OWN_KINDS), name }))
    // One more can be said, so that it can be answered that it is one too many.
    .check(z.maxLength(MOST_OWN_SITES + 1)),
  review: z.enum(['as-set', 'full']),
});

/** Settings re-made field by field; null when they are none. */
export function parseSettings(value: unknown): UserSettings | null {
  const result = z.safeParse(userSettings, value);
  return result.success ? result.data : null;
}

/** The policy with what the person has set: stricter or the same in every part. */
export function tighten(policy: Policy, settings: UserSettings): Policy {
  const may = (what: Policy['userMay'][number]) => policy.userMay.includes(what);
  const sites = may('guard-sites') ? [...policy.sites, ...addedSites(policy, settings)] : policy.sites;
  if (!may('tighten')) return { ...policy, sites };
  return {
    ...policy,
    sites: sites.map((site) => ({ ...site, mandate: stricterMandate(site.mandate, wanted(settings, site)) })),
    approval: settings.review === 'full' ? withFullReviews(policy.approval) : policy.approval,
  };
}

/** Whether one set of settings is nowhere looser than another: only such a change may be made while an agent is there. */
export function isTightening(before: UserSettings, after: UserSettings): boolean {
  return (
    before.mandates.every(({ site, mandate: was }) => {
      const now = after.mandates.find((each) => each.site === site)?.mandate;
      return now !== undefined && MANDATES.indexOf(now) <= MANDATES.indexOf(was);
    }) &&
    // In their places: of two sites with one host the first counts, so what is put before one may be looser than it.
    before.sites.every((site, i) => after.sites[i]?.host === site.host && after.sites[i]?.kind === site.kind) &&
    (before.review === 'as-set' || after.review === 'full')
  );
}

/** The stricter of two. */
export function stricterMandate(a: Mandate, b: Mandate): Mandate {
  return MANDATES.indexOf(a) <= MANDATES.indexOf(b) ? a : b;
}

function wanted({ mandates }: UserSettings, site: PolicySite): Mandate {
  return mandates.find((each) => each.site === site.id)?.mandate ?? 'flow';
}

/** Own sites that policy does not know, each host once. What nobody has said of them stays unknown; agents may draft there. */
function addedSites(policy: Policy, { sites }: UserSettings): readonly PolicySite[] {
  const known = new Set(policy.sites.flatMap((site) => site.match));
  const firsts = new Map([...sites].reverse().map((site) => [patternOf(site), site] as const));
  return sites
    .filter((site) => !known.has(patternOf(site)) && firsts.get(patternOf(site)) === site)
    .map((site) => ({
      id: `own.${site.host}`,
      name: site.name,
      kind: site.kind,
      match: [patternOf(site)],
      mandate: 'draft',
      label: null,
      readers: null,
      userDomain: null,
      areas: [],
      description: null,
    }));
}

function patternOf({ host: where, kind }: OwnSite): string {
  return kind === 'gmail' ? GMAIL_MATCH : `https://${where}/*`;
}

function withFullReviews(table: Policy['approval']): Policy['approval'] {
  const full = (cell: Cell): Cell => (cell === 'light' ? 'grave' : cell);
  const { human, unknown, agent } = table;
  return {
    human: { readersDiffer: full(human.readersDiffer), leak: full(human.leak) },
    unknown: { ...unknown, readersDiffer: full(unknown.readersDiffer), leak: full(unknown.leak) },
    agent: { readersDiffer: full(agent.readersDiffer), leak: full(agent.leak), topLabel: full(agent.topLabel) },
  };
}
