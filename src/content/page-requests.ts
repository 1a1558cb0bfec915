/** What the page's own world asks about its requests, as far as it can be answered without the background. */
import { type Ask, TELL_EVENT, type Told } from '../page/bridge.ts';
import { readPageBody } from '../sites/read-body.ts';
import type { Described, DescribedAct, Site } from '../sites/site.ts';

/** What a request would do; null when it goes to another origin, where nothing is guarded from here. */
export function describeAsk(site: Site, ask: Ask): Described | null {
  const url = new URL(ask.url);
  if (url.origin !== self.origin && self.origin !== 'null') return null;
  return site.describeRequest({
    method: ask.method.toUpperCase(),
    path: url.pathname,
    body: ask.readable
      ? readPageBody(ask.body, url.searchParams)
      : { kind: 'unreadable', why: 'the page did not show its text' },
  });
}

/**
 * What needs no asking: requests elsewhere, what is permitted already, and what the site needs to live. Of that last,
 * what goes by an address that sends go by as well is asked about when it can wait, since the address may be closed.
 */
export function goesByItself(
  site: Site,
  ask: Ask,
  described: Described | null,
  isPermitted: (act: DescribedAct) => boolean,
): boolean {
  switch (described?.kind) {
    case undefined:
      return true;
    case 'not-an-act':
      return !ask.canWait || staysOpen(site, new URL(ask.url).pathname);
    case 'acts':
      return described.acts.every(isPermitted);
    default:
      return false;
  }
}

/** Whether an address stays open in sealed tabs. */
function staysOpen(site: Site, path: string): boolean {
  return site.harmlessPaths.some((harmless) => new RegExp(`^${harmless}$`).test(path));
}

/** Answers the page's world. */
export function tellPage(attempt: string, told: Told): void {
  dispatchEvent(new CustomEvent(TELL_EVENT, { detail: JSON.stringify({ attempt, told }) }));
}
