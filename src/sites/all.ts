/** Every kind of site that the guard understands. A new kind is one file beside this one and one line here. */
import type { SiteKind, SiteReading } from '../core/policy.ts';
import { discourse } from './discourse.ts';
import { gmail } from './gmail.ts';
import { nodebb } from './nodebb.ts';
import type { Site } from './site.ts';

const SITES: Readonly<Record<SiteKind, Site>> = { discourse, gmail, nodebb };

/** How a site of policy is read. */
export function siteFor({ kind }: SiteReading): Site {
  return SITES[kind];
}

/** A site that can be told by its host alone, before anybody answers; null for all others. */
export function siteAt(hostname: string): Site | null {
  return hostname === 'mail.google.com' ? gmail : null;
}
