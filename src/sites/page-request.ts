/** A request as the page that makes it shows it, described by its site. */
import { describeRequestTo } from './describe-request.ts';
import { readPageBody } from './read-body.ts';
import type { Described, RequestBody, Site } from './site.ts';

/** `body` is null when the page could not show its text. */
export function describePageRequest(
  site: Site,
  request: { readonly method: string; readonly url: string; readonly body: string | null },
): { readonly described: Described; readonly body: RequestBody } {
  const url = new URL(request.url);
  const body: RequestBody =
    request.body === null
      ? { kind: 'unreadable', why: 'the page did not show its text' }
      : readPageBody(request.body, url.searchParams);
  return { described: describeRequestTo(site, url, request.method, body), body };
}
