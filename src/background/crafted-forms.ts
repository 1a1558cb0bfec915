/**
 * Forms in parts (multipart) that a script has written itself. Chromium looks for `name="` anywhere in a part's head, so
 * that `x-name="raw"; name="draft_key"` is "raw" to us and "draft_key" to a server (156, measured): what was judged is
 * not what is sent. A document's own form cannot be written so, and a script of a forum sends none: such are refused
 * here, where the head of the request is known. Registered in Firefox alone, which this does not get past anyway (ESR 153,
0 of 4 without it).
 */
import browser, { type WebRequest } from 'webextension-polyfill';
import { siteById } from '../core/policy.ts';
import { siteFor } from '../sites/all.ts';
import { mayBeCrafted } from '../sites/crafted-form.ts';
import { usedBy } from './on-their-way.ts';
import { record } from './record.ts';
import type { Used } from './releases.ts';
import type { GuardState } from './state.ts';

/** What a script's own body can leave as; what only loads need not wait for us. */
const BY_SCRIPTS: readonly WebRequest.ResourceType[] = ['xmlhttprequest', 'ping', 'beacon', 'other'];

/** Registers the listener, in Firefox alone; must be called in the background's first turn. */
export function guardForms(state: () => GuardState | null): void {
  browser.webRequest.onBeforeSendHeaders.addListener(
    (details) => {
      const used = usedBy(details.requestId);
      if (used === null || !isCrafted(state(), used, details)) return {};
      void record('refused', { url: details.url, type: details.type, tab: details.tabId, by: 'form' }).catch(
        () => undefined,
      );
      return { cancel: true };
    },
    { urls: ['<all_urls>'], types: [...BY_SCRIPTS] },
    ['blocking', 'requestHeaders'],
  );
}

/** Whether acts were read from a form that may read otherwise to its server. What nobody could read was confirmed as such. */
function isCrafted(
  state: GuardState | null,
  used: readonly Used[],
  { type, requestHeaders }: WebRequest.OnBeforeSendHeadersDetailsType,
): boolean {
  const contentTypes = (requestHeaders ?? []).filter(({ name }) => name.toLowerCase() === 'content-type');
  return used.some(({ assessment: { action } }) => {
    const site = state === null ? undefined : siteById(state.policy, action.site);
    if (site === undefined || action.kind === 'unreadable') return false;
    return contentTypes.some(({ value }) => mayBeCrafted(siteFor(site), type, value ?? ''));
  });
}
