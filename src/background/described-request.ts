/** A request as the browser reports it, described by its site. */
import type { PolicySite } from '../core/policy.ts';
import { siteFor } from '../sites/all.ts';
import { decodedPath } from '../sites/decoded-path.ts';
import { matchesAny } from '../sites/patterns.ts';
import { readBrowserBody } from '../sites/read-body.ts';
import type { Described } from '../sites/site.ts';
import type { Details } from './request-details.ts';
import { withDraftIn } from './site-changes.ts';
import type { GuardState } from './state.ts';

/** Whether a site would take this GET for a write. */
export function writesByGet(site: PolicySite, url: URL): boolean {
  return matchesAny(siteFor(site).writingGets, `${decodedPath(url)}${url.search}`);
}

/** What the request itself says. What a web socket will carry is known to nobody. */
export function describe(state: GuardState, site: PolicySite, details: Details): Described {
  if (details.type === 'websocket') return { kind: 'unknown' };
  const url = new URL(details.url);
  const body = readBrowserBody(details.requestBody as Parameters<typeof readBrowserBody>[0], url.searchParams);
  const described = siteFor(site).describeRequest({
    method: details.method.toUpperCase(),
    path: decodedPath(url),
    search: url.search,
    body,
  });
  return withDraftIn(state, site, details.tabId, described, body);
}
