/** Every kind of site that the guard understands. A new kind is one file beside this one and one line here. */
import type { SiteKind } from '../core/policy.ts';
import { discourse } from './discourse.ts';
import { gmail } from './gmail.ts';
import type { Site } from './site.ts';

export const SITES: Readonly<Record<SiteKind, Site>> = { discourse, gmail };

/** The kind of a guarded page by its host alone, for the page's own world, which must know it before anybody answers. */
export function siteAt(hostname: string): Site {
  return hostname === 'mail.google.com' ? gmail : discourse;
}
