/** What a NodeBB page must have, by signs that do not depend on its `component` names: its address, its open text boxes. */
import { type Expectation, isShown } from '../expectation.ts';
import { composers, documents, sendOf, threadInView } from './page.ts';

/** Where NodeBB has its composers (4.9.2): window, box for quick replies, line of a chat. */
const COMPOSER_PLACE =
  '[class*="composer"], [component*="composer"], [component*="quickreply"], [class*="quick-reply"]';

export const expectations: readonly Expectation[] = [
  { part: 'thread', expected: showsTopic, met: (page) => threadInView(page) !== null },
  { part: 'documents', expected: showsTopic, met: hasText },
  {
    part: 'composer',
    expected: (page) => openEditors(page).length > 0,
    met(page) {
      const known = composers(page);
      return openEditors(page).every((editor) => known.some(({ root }) => root.contains(editor)));
    },
  },
  {
    part: 'send',
    expected: (page) => composers(page).some(({ root }) => isShown(root)),
    met: (page) => composers(page).every((open) => !isShown(open.root) || sendOf(open) !== null),
  },
];

/** "/topic/3/some-title", also below a folder of its own. */
function showsTopic(page: Document): boolean {
  return /^(?:\/[\w-]+)?\/topic\/\d{1,15}(?:\/|$)/.test(page.defaultView?.location.pathname ?? '');
}

function hasText(page: Document): boolean {
  return [...page.querySelectorAll(documents.selector)].some((post) => (documents.read(post)?.text ?? '') !== '');
}

function openEditors(page: Document): readonly Element[] {
  return [...page.querySelectorAll('textarea')].filter(
    (editor) => isShown(editor) && editor.closest(COMPOSER_PLACE) !== null,
  );
}
