/** Which labels a page shows by elements that policy names: a banner, a chip, an attribute. A page may only add marks. */
import type { MarkedElement } from '../messages.ts';

/** The names of those labels, each once. */
export function labelsShown(page: Document, marked: readonly MarkedElement[]): readonly string[] {
  return [...new Set(marked.filter(({ selector }) => shows(page, selector)).map(({ name }) => name))];
}

/** A selector that this browser cannot read shows nothing; the background has parsed it, so it is at worst too new. */
function shows(page: Document, selector: string): boolean {
  try {
    return [...page.querySelectorAll(selector)].some((element) => element.getClientRects().length > 0);
  } catch {
    return false;
  }
}
