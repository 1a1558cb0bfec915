/** What a Discourse page must have, by signs that do not depend on one class name: its address, its open editor. */
import { type Expectation, isShown } from '../expectation.ts';
import { composers, documents, sendOf, threadInView } from './page.ts';

/** Anything that people write long texts in. */
const ANY_EDITOR = 'textarea, [contenteditable="true"]';

/** Where Discourse has its composer (2026 sources); other editors of a forum write to nobody. */
const COMPOSER_PLACE = '#reply-control, [class*="composer"], [class*="d-editor"]';

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

/** "/t/slug/101", "/t/101/5". */
function showsTopic(page: Document): boolean {
  return /^\/t\/(?:[^/]+\/)?\d{1,15}(?:\/|$)/.test(page.defaultView?.location.pathname ?? '');
}

function hasText(page: Document): boolean {
  return [...page.querySelectorAll(documents.selector)].some((post) => (documents.read(post)?.text ?? '') !== '');
}

function openEditors(page: Document): readonly Element[] {
  return [...page.querySelectorAll(ANY_EDITOR)].filter(
    (editor) => isShown(editor) && editor.closest(COMPOSER_PLACE) !== null,
  );
}
