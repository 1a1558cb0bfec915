/** What the pages of a described or mended site must have: what the description itself says is there. */

import type { SiteDescription } from '../../core/site-description.ts';
import type { PagePart } from '../../core/site-part.ts';
import { type Expectation, isShown } from '../expectation.ts';
import type { Site } from '../site.ts';
import { composersIn, describedThread, documentsOf, sendOf } from './page.ts';

/** By the address a thread is shown, so its documents must be there; an editor must have its control. */
export function describedExpectations(description: SiteDescription): readonly Expectation[] {
  const documents = documentsOf(description);
  const open = (page: Document) => composersIn(description, [], page).filter(({ root }) => isShown(root));
  return [
    {
      part: 'documents',
      // An editor that has an address of its own stands there instead of what is edited.
      expected: (page) =>
        description.page.documents !== null &&
        describedThread(description, page) !== null &&
        !(description.composers.some(({ at }) => at !== null) && open(page).length > 0),
      met: (page) => hasText({ documents }, page),
    },
    {
      part: 'send',
      expected: (page) => open(page).length > 0,
      met: (page) => open(page).every((composer) => sendOf(description.composers, composer) !== null),
    },
  ];
}

/** What a built-in kind expects is met by what mends it as well. */
export function mendedExpectations(site: Site): readonly Expectation[] {
  const met: Readonly<Partial<Record<PagePart, (page: Document) => boolean>>> = {
    thread: (page) => site.threadInView(page) !== null,
    documents: (page) => hasText(site, page),
    composer: (page) => site.composers(page).length > 0,
    send: (page) => site.composers(page).every((open) => !isShown(open.root) || site.sendOf(open) !== null),
  };
  return site.expectations.map((each) => ({
    ...each,
    met: (page) => each.met(page) || (met[each.part]?.(page) ?? false),
  }));
}

function hasText({ documents }: Pick<Site, 'documents'>, page: Document): boolean {
  return [...page.querySelectorAll(documents.selector)].some((each) => (documents.read(each)?.text ?? '') !== '');
}
