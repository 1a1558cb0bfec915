/** Every kind of site that the guard understands. A new kind is one file beside this one and one line here. */
import type { SiteKind } from '../core/policy.ts';
import { discourse } from './discourse.ts';
import type { Site } from './site.ts';

export const SITES: Readonly<Record<SiteKind, Site>> = { discourse };
