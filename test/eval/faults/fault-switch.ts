/**
 * Says whether a module fails just now. Copied into the instrumented build alone, beside the modules that ask. Pages are
 * told by their site's storage, which both worlds of a page share; the background by a line to the evaluation.
 */

/** Written into the built files before a launch: where the evaluation listens, and what fails from the first turn on. */
const LINE = '@@LINE@@';
const FROM_THE_START = '@@FAULT@@';

const KEY = 'countersign-fault';
// The build reads one of the modules where there is no location.
const isOurs = globalThis.location?.protocol.endsWith('extension:') ?? false;
let ours = isOurs ? FROM_THE_START : '';
let reached = 0;
let behindMs = 0;

/** Throws, or gives a promise that never settles, while the module is to fail; else undefined. */
export function fault(module: string, answers: 'now' | 'later' | 'load'): unknown {
  const [name, how] = wanted().split(' ');
  if (name !== module || (how === 'load') !== (answers === 'load')) return undefined;
  if (how === 'never' && answers === 'now') return undefined;
  noteReached();
  if (how === 'never') return new Promise(() => undefined);
  throw new Error(`${module} fails, as it was told`);
}

function wanted(): string {
  if (isOurs) return ours;
  try {
    return localStorage.getItem(KEY) ?? '';
  } catch {
    // A frame without an origin has no storage.
    return '';
  }
}

function noteReached(): void {
  reached += 1;
  if (!isOurs) localStorage.setItem(`${KEY}-reached`, String(Number(localStorage.getItem(`${KEY}-reached`)) + 1));
}

/** Keeps asking what is to fail. Called by the background, in its first turn. */
export async function obeyTheEvaluation(): Promise<void> {
  const now = Date.now;
  Date.now = () => now() + behindMs;
  const life = String(Math.random()).slice(2);
  for (;;) {
    try {
      const badge = await chrome.action.getBadgeText({});
      const told = new URLSearchParams({ life, now: ours, reached: String(reached), badge });
      const answer = await fetch(`${LINE}?${told}`);
      obey(await answer.text());
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  }
}

function obey(order: string): void {
  if (order === 'again') return;
  if (order === 'reload') return chrome.runtime.reload();
  reached = 0;
  ours = order;
  const [name, ms] = order.split(' ');
  behindMs = name === 'clock' ? Number(ms) : 0;
}
