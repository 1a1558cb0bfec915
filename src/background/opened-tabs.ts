/** Listens for tabs that are opened from others: by a script, a link, or an extension that says so. */
import browser from 'webextension-polyfill';
import { seal } from './boundary.ts';
import { noteOpened } from './openers.ts';
import { saveSession } from './session-store.ts';
import { isLatched } from './sessions.ts';
import type { GuardState } from './state.ts';

/** Registers the listeners; must be called in the worker's first turn. */
export function watchOpenedTabs(loaded: Promise<GuardState>): void {
  browser.tabs.onCreated.addListener(({ id, openerTabId }) => {
    if (id !== undefined && openerTabId !== undefined) void note(loaded, id, openerTabId);
  });
  // An extension's own tab is given its opener only after it was created (Chromium 156); it shows as the tab loads.
  browser.tabs.onUpdated.addListener((id, _change, { openerTabId }) => {
    if (openerTabId !== undefined) void note(loaded, id, openerTabId);
  });
  // A window of its own names no opener; this does, before its first request.
  browser.webNavigation.onCreatedNavigationTarget.addListener(({ tabId, sourceTabId }) => {
    void note(loaded, tabId, sourceTabId);
  });
}

async function note(loaded: Promise<GuardState>, tab: number, opener: number): Promise<void> {
  const state = await loaded;
  if (!noteOpened(state, tab, opener)) return;
  await saveSession(state, 'openers');
  if (isLatched(state, tab)) await seal(state);
}
