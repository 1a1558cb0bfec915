/** Where the browser lets us refuse no single request: rules refuse by address, and what goes is only seen. */
import browser from 'webextension-polyfill';
import { actsOf, assess } from './assess.ts';
import { seal, usePasses } from './boundary.ts';
import { describe } from './described-request.ts';
import { entryBody } from './entry-body.ts';
import { setOut } from './on-their-way.ts';
import { siteOf } from './policy-source.ts';
import { record } from './record.ts';
import { takeReleases } from './releases.ts';
import { type Details, isOurs, isWrite } from './request-details.ts';
import { isLatched } from './sessions.ts';
import type { GuardState } from './state.ts';

/**
 * Loaded by hand, Chrome drops the right to refuse without a word and never calls a blocking listener (measured, 156).
 * Then the rules alone refuse, by address; a release is used up when its request is seen.
 */
export function watchOnly(loaded: Promise<GuardState>, urls: string[]): void {
  const see = (details: Details) => {
    if (!isWrite(details) || isOurs(details)) return;
    void loaded.then(async (state) => {
      const site = siteOf(state, details.url);
      if (site === undefined) return;
      const url = new URL(details.url);
      usePasses(state, details.tabId, site.id, `${url.pathname}${url.search}`);
      const acts = actsOf(describe(state, site, details), isLatched(state, details.tabId));
      if (acts === null) return;
      const used = takeReleases(
        state,
        acts.map((act) => assess(state, site, details.tabId, act)),
        details.tabId,
      ).filter((each) => each.release !== null);
      if (used.length === 0) return;
      setOut(details.requestId, used);
      for (const { release, assessment } of used)
        if (release)
          await record('released', { ...entryBody({ ...release, ...assessment }), url: details.url, by: 'rule' });
      await seal(state);
    });
  };
  browser.webRequest.onBeforeRequest.addListener(see, { urls }, ['requestBody']);
}
