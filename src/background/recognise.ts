/** What kind of site an unguarded tab shows, so that a person can guard it. Asked only while the popup is open. */
import type { GuardView } from '../messages.ts';

type Guardable = NonNullable<GuardView['tab']>['guardable'];

/** Its host and kind; null for pages that the guard cannot read: anything but a forum of a kind that it knows. */
export async function recognise(tab: number, url: string): Promise<Guardable> {
  const host = /^https:\/\/([a-z0-9-]+(?:\.[a-z0-9-]+)+)\//.exec(url)?.[1];
  if (host === undefined) return null;
  const answers = await chrome.scripting
    .executeScript({ target: { tabId: tab }, func: generatorOf, world: 'ISOLATED' })
    // Pages of the browser itself and of its store take no script.
    .catch(() => []);
  const generator = answers[0]?.result ?? '';
  return /^Discourse\b/.test(generator) ? { host, kind: 'discourse' } : null;
}

/** Runs in the page. Discourse names itself there since 2013, as its administrators cannot switch off. */
function generatorOf(): string {
  return document.querySelector<HTMLMetaElement>('meta[name="generator"]')?.content ?? '';
}
