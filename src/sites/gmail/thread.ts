/** The thread in view on Gmail's page: what stands in it, who is on it, and whose account reads it. Read only. */
import { parseAddress, uniqueAddresses } from '../addresses.ts';
import type { SeenThread } from '../site.ts';
import { SELECTORS } from './selectors.ts';
import { threadIdOf } from './shapes.ts';

/** The longest text that is taken from a page in one go. */
const LONGEST_SEEN = 200_000;

/** The thread in view; null when none is open, or the page does not say which one it is. */
export function seenThread(page: Document): SeenThread | null {
  const title = page.querySelector(SELECTORS.title);
  const thread = title && threadOf(title);
  if (!title || !thread) return null;
  const account = accountOf(page);
  const people = peopleOn(page);
  const all = uniqueAddresses([...people, ...(account === null ? [] : [account])]);
  return {
    thread,
    title: textOf(title),
    tags: [...new Set([...page.querySelectorAll(SELECTORS.labels)].map(textOf))].filter((tag) => tag !== ''),
    text: [...page.querySelectorAll(SELECTORS.messageBody)]
      .filter((body) => body.getClientRects().length > 0)
      .map(textOf)
      .join('\n\n')
      .slice(0, LONGEST_SEEN),
    people: people.length === 0 ? null : [...all].sort(),
    account,
  };
}

/** Since November 2025 the first attribute may hold the word "undefined"; then the older id must do. */
function threadOf(title: Element): string | null {
  const named = threadIdOf((title.getAttribute('data-thread-perm-id') ?? '').replace(/^#/, ''));
  const legacy = /^[0-9a-f]{6,32}$/i.exec(title.getAttribute('data-legacy-thread-id') ?? '')?.[0];
  return named ?? (legacy === undefined ? null : `thread-legacy:${legacy.toLowerCase()}`);
}

/** Senders and the recipients that the page shows, which may be fewer than there are. */
function peopleOn(page: Document): readonly string[] {
  const named = page.querySelectorAll(`:is(${SELECTORS.message}) :is(${SELECTORS.sender}, ${SELECTORS.receiver})`);
  const read = [...named]
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
