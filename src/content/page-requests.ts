/** What the page's own world asks about its requests, as far as it can be answered without the background. */
import { type Ask, TELL_EVENT, type Told } from '../page/bridge.ts';
import { describePageRequest } from '../sites/page-request.ts';
import { matchesAny } from '../sites/patterns.ts';
import type { Described, DescribedAct, Site } from '../sites/site.ts';

/** What a request would do; null when it goes to another origin, where nothing is guarded from here. */
export function describeAsk(site: Site, ask: Ask): Described | null {
  if (new URL(ask.url).origin !== self.origin && self.origin !== 'null') return null;
  return describePageRequest(site, { ...ask, body: ask.readable ? (ask.body ?? '') : null }).described;
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
      return !ask.canWait || matchesAny(site.harmlessPaths, new URL(ask.url).pathname);
    case 'acts':
      return described.acts.every(isPermitted);
    default:
      return false;
  }
}

/** Answers the page's world. */
export function tellPage(attempt: string, told: Told): void {
  dispatchEvent(new CustomEvent(TELL_EVENT, { detail: JSON.stringify({ attempt, told }) }));
}
