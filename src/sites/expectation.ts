/**
 * What a page must have when the guard understands it. A site changes without asking us: each expectation knows by one
 * sign that a part must be there and looks for it by another, so that a change shows instead of making the guard blind.
 */
import type { PagePart } from '../core/site-part.ts';

export interface Expectation {
  readonly part: PagePart;
  /** Whether the page shows, by a sign of its own (its address, a standard role), that this part must be there. */
  expected(page: Document): boolean;
  /** Whether the guard can read it. */
  met(page: Document): boolean;
}

/** The parts that are there and cannot be read; a page that is still being built may miss some for a while. */
export function unreadParts(expectations: readonly Expectation[], page: Document): readonly PagePart[] {
  return [...new Set(expectations.filter((each) => each.expected(page) && !each.met(page)).map(({ part }) => part))];
}

/** Whether an element has a box: what is not laid out is shown to nobody. */
export function isShown(element: Element): boolean {
  return element.getClientRects().length > 0;
}
