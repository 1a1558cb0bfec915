/** Every kind of site that the guard understands. A new kind is one file beside this one and one line here. */
import type { SiteKind, SiteReading } from '../core/policy.ts';
import type { SiteDescription } from '../core/site-description.ts';
import { discourse } from './discourse.ts';
import { describedSite, mendedSite } from './generic.ts';
import { gmail } from './gmail.ts';
import { nodebb } from './nodebb.ts';
import type { Site } from './site.ts';

const BUILT_IN: Readonly<Record<Exclude<SiteKind, 'generic'>, Site>> = { discourse, gmail, nodebb };

/** Put together once for each description: every request to a guarded host asks for its site. */
const described = new WeakMap<SiteDescription, Map<SiteKind, Site>>();

/** How a site of policy is read. */
export function siteFor({ kind, description }: SiteReading): Site {
  if (description === null) return kind === 'generic' ? describedSite(NOTHING) : BUILT_IN[kind];
  const sites = described.get(description) ?? new Map<SiteKind, Site>();
  described.set(description, sites);
  const site =
    sites.get(kind) ?? (kind === 'generic' ? describedSite(description) : mendedSite(BUILT_IN[kind], description));
  sites.set(kind, site);
  return site;
}

/** A site that can be told by its host alone, before anybody answers; null for all others. */
export function siteAt(hostname: string): Site | null {
  return hostname === 'mail.google.com' ? gmail : null;
}

/** A description that says nothing: every write is unknown. */
const NOTHING: SiteDescription = {
  threads: [],
  page: { title: null, documents: null, author: null, labels: null, readers: null, account: null },
  composers: [],
  requests: [],
};
