/** What kind of site an unguarded tab shows, so that a person can guard it. Asked only while the popup is open. */
import type { GuardView } from '../messages.ts';

type Guardable = NonNullable<GuardView['tab']>['guardable'];

/** Its host and kind; null for pages that the guard cannot read: anything but a forum of a kind that it knows. */
export async function recognise(tab: number, url: string): Promise<Guardable> {
  const host = /^https:\/\/([a-z0-9-]+(?:\.[a-z0-9-]+)+)\//.exec(url)?.[1];
  if (host === undefined) return null;
  const answers = await chrome.scripting
    .executeScript({ target: { tabId: tab }, func: kindOf, world: 'ISOLATED' })
    // Pages of the browser itself and of its store take no script.
    .catch(() => []);
  const kind = answers[0]?.result ?? null;
  return kind === null ? null : { host, kind };
}

/**
 * Runs in the page. Discourse names itself there since 2013, as its administrators cannot switch off; NodeBB has no such
 * line, but its own script and the classes that it writes on every body (4.9.2, measured).
 */
function kindOf(): 'discourse' | 'nodebb' | null {
  const generator = document.querySelector<HTMLMetaElement>('meta[name="generator"]')?.content ?? '';
  if (/^Discourse\b/.test(generator)) return 'discourse';
  const script = document.querySelector('script[src*="/assets/nodebb.min.js"]');
  return script !== null && /(^|\s)page-status-\d+(\s|$)/.test(document.body?.className ?? '') ? 'nodebb' : null;
}
