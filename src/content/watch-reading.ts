/** Tells the background which thread is in view, when it comes into view and when more of it does. */
import type { SeenThread, Site } from '../sites/site.ts';

/** A page that keeps changing is read again at most this often, in milliseconds. */
const READ_EVERY_MS = 1_000;

/**
 * Watches the page; `seen` is called with each new state of the thread in view, with the names of the labels whose
 * elements the page shows among its tags. The answer reads at once: for when those have changed.
 */
export function watchReading(
  site: Site,
  labelsShown: () => readonly string[],
  seen: (thread: SeenThread) => void,
): () => void {
  let last = '';
  let due: ReturnType<typeof setTimeout> | null = null;
  function read(): void {
    due = null;
    const found = site.seenThread(document);
    if (found === null) return;
    const thread = { ...found, tags: [...labelsShown(), ...found.tags] };
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
  return read;
}
