/** What Gmail's page must have, by signs that do not depend on its class names: its address, and roles for editors. */
import { type Expectation, isShown } from '../expectation.ts';
import { composers } from './compose.ts';
import { sendOf } from './controls.ts';
import { SELECTORS } from './selectors.ts';
import { documents, threadInView } from './thread.ts';

/** "#inbox/FMfcgzQbdrTLLFvHNJrbXLkPFvNNVdTC": a folder, then the name of a conversation (seen since 2018; 16 to 32 hexadecimal digits before). */
const CONVERSATION = /^#(?:[^?]+\/)(?:[A-Za-z]{20,}|[0-9a-f]{16,32}|thread-[af][:%].+|msg-[af][:%].+)(?:\?.*)?$/;

/** Editors as Gmail marks them for programs and for assistive technology, whatever its classes are called. */
const ANY_EDITOR = '[g_editable="true"], [contenteditable="true"][role="textbox"][aria-multiline="true"]';

export const expectations: readonly Expectation[] = [
  { part: 'thread', expected: showsConversation, met: (page) => threadInView(page) !== null },
  { part: 'documents', expected: (page) => threadInView(page) !== null, met: (page) => someMessage(page) !== null },
  {
    part: 'people',
    expected: (page) => someMessage(page) !== null,
    met: (page) => (someMessage(page)?.people.length ?? 0) > 0,
  },
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

function showsConversation(page: Document): boolean {
  return CONVERSATION.test(page.defaultView?.location.hash ?? '');
}

/** The first message that shows anything. */
function someMessage(page: Document): ReturnType<typeof documents.read> {
  for (const element of page.querySelectorAll(documents.selector)) {
    const read = documents.read(element);
    if (read !== null && read.text !== '') return read;
  }
  return null;
}

function openEditors(page: Document): readonly Element[] {
  return [...page.querySelectorAll(ANY_EDITOR)].filter(
    (editor) => isShown(editor) && editor.closest(SELECTORS.messageBody) === null,
  );
}
