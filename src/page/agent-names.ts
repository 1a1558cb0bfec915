/**
 * Says which of the names that agents put on a page's window stand there, when the content world asks. A page can answer
 * anything in its place; only what an agent is called hangs on it.
 */
import { NAMES_EVENT, NAMES_FOUND_EVENT, parseNames } from './bridge.ts';
import { natives } from './natives.ts';

/** Answers from now on. */
export function tellAgentNames(): void {
  natives.apply(natives.addEventListener, window, [
    NAMES_EVENT,
    (event: Event) => {
      const found = parseNames((event as CustomEvent<unknown>).detail).filter((name) => name in window);
      if (found.length === 0) return;
      const answer = new natives.CustomEvent(NAMES_FOUND_EVENT, { detail: found.join(' ') });
      natives.apply(natives.dispatchEvent, window, [answer]);
    },
  ]);
}
