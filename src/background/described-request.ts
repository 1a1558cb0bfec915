/** A request as the browser reports it, described by its site. */
import type { PolicySite } from '../core/policy.ts';
import { siteFor } from '../sites/all.ts';
import { decodedPath, undividedPath } from '../sites/decoded-path.ts';
import { describeRequestTo } from '../sites/describe-request.ts';
import { matchesAny } from '../sites/patterns.ts';
import { readBrowserBody } from '../sites/read-body.ts';
import type { Described } from '../sites/site.ts';
import type { Details } from './request-details.ts';
import { withDraftIn } from './site-changes.ts';
import type { GuardState } from './state.ts';

/** Whether a site would take this GET for a write. */
export function writesByGet(site: PolicySite, url: URL): boolean {
  const { writingGets } = siteFor(site);
  return [decodedPath(url), undividedPath(url)].some((path) => matchesAny(writingGets, `${path}${url.search}`));
}

/** What the request itself says. What a web socket will carry is known to nobody. */
export function describe(state: GuardState, site: PolicySite, details: Details): Described {
  if (details.type === 'websocket') return { kind: 'unknown' };
  const url = new URL(details.url);
  const body = readBrowserBody(details.requestBody as Parameters<typeof readBrowserBody>[0], url.searchParams);
  const described = describeRequestTo(siteFor(site), url, details.method, body);
  return withDraftIn(state, site, details.tabId, described, body);
}
