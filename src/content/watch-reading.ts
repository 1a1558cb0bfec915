/** Tells the background which thread is in view, when it comes into view and when more of it does. */
import type { SeenThread, Site } from '../sites/site.ts';

/** A page that keeps changing is read again at most this often, in milliseconds. */
const READ_EVERY_MS = 1_000;

/** Watches the page; `seen` is called with each new state of the thread in view. */
export function watchReading(site: Site, seen: (thread: SeenThread) => void): void {
  let last = '';
  let due: ReturnType<typeof setTimeout> | null = null;
  function read(): void {
    due = null;
    const thread = site.seenThread(document);
    if (thread === null) return;
    const key = `${thread.thread} ${thread.title} ${thread.text.length} ${thread.tags.join(' ')}`;
    if (key === last) return;
    last = key;
    seen(thread);
  }
  function soon(): void {
    if (due === null) due = setTimeout(read, READ_EVERY_MS);
  }
  function start(): void {
    new MutationObserver(soon).observe(document, { subtree: true, childList: true, characterData: true });
    read();
    soon();
  }
  if (document.readyState === 'loading') addEventListener('DOMContentLoaded', start, { once: true });
  else start();
}
