/**
 * A request to an address, described by its site in each way that a server may read the address. Where these say two
 * things, nothing harmless comes of it: `PUT /posts/7%2Fnotice` is a note to one server and an edit to another.
 */
import { decodedPath, undividedPath } from './decoded-path.ts';
import type { Described, RequestBody, Site } from './site.ts';

/** What a request is; an act that cannot be read where the ways of reading its address disagree about an act. */
export function describeRequestTo(site: Site, url: URL, method: string, body: RequestBody): Described {
  const ask = (path: string) =>
    site.describeRequest({ method: asServed(method.toUpperCase()), path, search: url.search, body });
  const [divided, undivided] = [decodedPath(url), undividedPath(url)];
  return divided === undivided ? ask(divided) : agreed(ask(divided), ask(undivided));
}

/** Servers do for HEAD whatever they do for GET. */
function asServed(method: string): string {
  return method === 'HEAD' ? 'GET' : method;
}

function agreed(divided: Described, undivided: Described): Described {
  if (plain(divided) === plain(undivided)) return divided;
  const isAct = ({ kind }: Described) => kind === 'acts' || kind === 'unreadable-act';
  return isAct(divided) || isAct(undivided)
    ? { kind: 'unreadable-act', why: 'its address can be read in two ways' }
    : { kind: 'unknown' };
}

/** The same place is named with "/" and with "%2F" ("/wiki/A%2FB"). */
function plain(described: Described): string {
  return JSON.stringify(described).replace(/%2f/gi, '/');
}
