/** The thread in view on Gmail's page: which one, what stands in it, who is on it, and whose account reads it. Read only. */
import { parseAddress, uniqueAddresses } from '../addresses.ts';
import type { DocumentReader, ThreadInView } from '../site.ts';
import { SELECTORS } from './selectors.ts';
import { threadIdOf } from './shapes.ts';

/** The thread in view; null when none is open, or the page does not say which one it is. */
export function threadInView(page: Document): ThreadInView | null {
  const title = page.querySelector(SELECTORS.title);
  const thread = title && threadOf(title);
  if (!title || !thread) return null;
  return {
    thread,
    title: textOf(title),
    tags: [...new Set([...page.querySelectorAll(SELECTORS.labels)].map(textOf))].filter((tag) => tag !== ''),
    account: accountOf(page),
  };
}

/** Its messages; a body that stands in none of them is read as one, rather than not at all. */
export const documents: DocumentReader = {
  selector: `${SELECTORS.message}, ${SELECTORS.messageBody}:not(:is(${SELECTORS.message}) *)`,
  read(element) {
    const bodies = element.matches(SELECTORS.messageBody)
      ? [element]
      : [...element.querySelectorAll(SELECTORS.messageBody)];
    const shown = bodies.filter((body) => body.getClientRects().length > 0);
    if (shown.length === 0) return null;
    const author = parseAddress(element.querySelector(SELECTORS.sender)?.getAttribute('email') ?? '');
    return { author, text: shown.map(textOf).join('\n\n'), people: peopleOf(element) };
  },
};

/** Since November 2025 the first attribute may hold the word "undefined"; then the older id must do. */
function threadOf(title: Element): string | null {
  const named = threadIdOf((title.getAttribute('data-thread-perm-id') ?? '').replace(/^#/, ''));
  const legacy = /^[0-9a-f]{6,32}$/i.exec(title.getAttribute('data-legacy-thread-id') ?? '')?.[0];
  return named ?? (legacy === undefined ? null : `thread-legacy:${legacy.toLowerCase()}`);
}

/** Sender and the recipients that the message shows, which may be fewer than there are. */
function peopleOf(message: Element): readonly string[] {
  const read = [...message.querySelectorAll(`${SELECTORS.sender}, ${SELECTORS.receiver}`)]
    .filter((person) => !person.closest(SELECTORS.messageBody))
    .map((person) => parseAddress(person.getAttribute('email') ?? ''));
  return uniqueAddresses(read.filter((address) => address !== null));
}

/** From the link to the Google Account, else from the title ("Subject - address - Mail"), whose last address counts. */
function accountOf(page: Document): string | null {
  const links = [...page.querySelectorAll(SELECTORS.account)].filter(
    (link) => !link.closest(`${SELECTORS.message}, ${SELECTORS.composer}`),
  );
  const linked = links.map((link) => /\(([^()\s]+@[^()\s]+)\)\s*$/.exec(link.getAttribute('aria-label') ?? '')?.[1]);
  const titled = page.title
    .split(' - ')
    .slice(1)
    .filter((part) => part.includes('@'))
    .at(-1);
  return parseAddress(linked.find((address) => address !== undefined) ?? titled ?? '');
}

function textOf(element: Element): string {
  return (element instanceof HTMLElement ? element.innerText : (element.textContent ?? '')).trim();
}
