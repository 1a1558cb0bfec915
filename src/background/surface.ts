/**
 * Our own surface, in which alone an act is approved: a window of ours in Chrome, the toolbar popup in Firefox (there a
 * remote client owns every tab and window of ours, measured). Who may approve is checked here.
 */
import browser, { type Runtime } from 'webextension-polyfill';
import { refuse } from './holds.ts';
import { ownPagesDriven } from './sensors.ts';
import { saveSession } from './session-store.ts';
import type { GuardState, ReviewWindow } from './state.ts';

const CONFIRM_PAGE = 'src/ui/confirm.html';
const POPUP_PAGE = 'src/ui/popup.html';
const SIZE = { width: 560, height: 740 };

/** Firefox's extension addresses tell the browser apart without asking. */
export const IN_FIREFOX = browser.runtime.getURL('').startsWith('moz-extension:');

/** Opens the surface for a hold, or brings it to the front when it is open. Never takes the focus from typing. */
export async function openSurface(state: GuardState, holdId: string, focused: boolean): Promise<void> {
  if (IN_FIREFOX) {
    // Fails when the window is in the background or another panel is open; the badge still says that an act waits.
    await (browser.action as unknown as { openPopup(): Promise<void> }).openPopup().catch(() => undefined);
    return;
  }
  const open = state.reviews.find((review) => review.holdId === holdId);
  if (open !== undefined && (await lives(open))) {
    if (focused) await browser.windows.update(open.window, { focused: true, drawAttention: true });
    return;
  }
  if (open !== undefined) {
    await forget(state, open);
    // It may have been closed meanwhile.
    await browser.windows.remove(open.window).catch(() => undefined);
  }
  const token = crypto.randomUUID();
  const window = await browser.windows.create({
    url: `${CONFIRM_PAGE}#hold=${holdId}&token=${token}`,
    type: 'popup',
    focused,
    ...SIZE,
  });
  const tab = window.tabs?.[0]?.id;
  if (window.id === undefined || tab === undefined) return;
  state.reviews = [
    ...state.reviews.filter((review) => review.holdId !== holdId),
    { holdId, token, window: window.id, tab },
  ];
  await saveSession(state, 'reviews');
}

/** Whether this message comes from the surface that the background opened for this hold. */
export async function mayApprove(
  state: GuardState,
  sender: Runtime.MessageSender,
  holdId: string,
  token: string | null,
): Promise<boolean> {
  if (IN_FIREFOX) return inPopup(sender) && browser.extension.getViews({ type: 'popup' }).length === 1;
  const review = state.reviews.find((each) => each.holdId === holdId);
  if (
    review === undefined ||
    token !== review.token ||
    sender.tab?.id !== review.tab ||
    sender.tab.windowId !== review.window
  )
    return false;
  if (!sender.url?.startsWith(browser.runtime.getURL(CONFIRM_PAGE)) || (sender.frameId ?? 0) !== 0) return false;
  return !(await ownPagesDriven());
}

/** Whether a message comes from the toolbar popup: our page, in no tab. */
export function inPopup(sender: Runtime.MessageSender): boolean {
  return sender.tab === undefined && (sender.url?.startsWith(browser.runtime.getURL(POPUP_PAGE)) ?? false);
}

/** Watches our windows: one that leaves our page declines the act; one that is closed leaves it waiting. */
export function watchSurfaces(loaded: Promise<GuardState>): void {
  browser.tabs.onUpdated.addListener((tab, change) => {
    const url = change.url;
    if (url === undefined || url.startsWith(browser.runtime.getURL(CONFIRM_PAGE))) return;
    void loaded.then(async (state) => {
      const review = state.reviews.find((each) => each.tab === tab);
      if (review === undefined) return;
      await forget(state, review);
      await refuse(state, review.holdId, 'person');
    });
  });
  browser.tabs.onRemoved.addListener((tab) => {
    void loaded.then(async (state) => {
      const review = state.reviews.find((each) => each.tab === tab);
      if (review !== undefined) await forget(state, review);
      // With its tab the text is gone; the site keeps its own draft of it.
      for (const hold of state.holds.values()) if (hold.tab === tab) await refuse(state, hold.id, 'gone');
    });
  });
}

/** Closes the window of a hold that is over. */
export async function closeSurface(state: GuardState, holdId: string): Promise<void> {
  const review = state.reviews.find((each) => each.holdId === holdId);
  if (review === undefined) return;
  await forget(state, review);
}

/** How many acts wait, on the toolbar button. */
export async function showCount(count: number, stopped: boolean): Promise<void> {
  await browser.action.setBadgeBackgroundColor({ color: stopped ? '#8a1c1c' : '#8a5a00' });
  await browser.action.setBadgeText({ text: stopped ? '■' : count === 0 ? '' : String(count) });
}

async function forget(state: GuardState, review: ReviewWindow): Promise<void> {
  state.reviews = state.reviews.filter((each) => each !== review);
  await saveSession(state, 'reviews');
}

/** Whether the page in this window lives: a crash of our process leaves a dead window behind, which is as good as none. */
async function lives(review: ReviewWindow): Promise<boolean> {
  const contexts = await chrome.runtime.getContexts({ tabIds: [review.tab], windowIds: [review.window] });
  return contexts.some((context) => context.documentUrl?.startsWith(browser.runtime.getURL(CONFIRM_PAGE)) ?? false);
}
