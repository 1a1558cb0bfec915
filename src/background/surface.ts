/**
 * Our own surface, in which alone an act is approved: a window of ours in Chrome, the toolbar popup in Firefox (there a
 * remote client owns every tab and window of ours, measured). Who may approve is checked here.
 */
import browser, { type Runtime } from 'webextension-polyfill';
import type { Changed } from '../messages.ts';
import { isAnyStopOpen } from './breaker-facts.ts';
import { loseDraftsOf } from './drafts.ts';
import { pending } from './hold-of-attempt.ts';
import { refuse } from './holds.ts';
import { IN_FIREFOX } from './in-firefox.ts';
import { ownPagesDriven } from './sensors.ts';
import { saveSession } from './session-store.ts';
import type { GuardState, ReviewWindow } from './state.ts';

const CONFIRM_PAGE = 'src/ui/confirm.html';
const POPUP_PAGE = 'src/ui/popup.html';
const SIZE = { width: 560, height: 740 };

/**
 * Opens the surface for a hold, or brings it to the front when it is open. There is one window for all that waits: a
 * new act only joins its list, and it turns to an act only when the person asked for that one.
 */
export async function openSurface(state: GuardState, holdId: string, focused: boolean): Promise<void> {
  if (IN_FIREFOX) {
    // Fails when the window is in the background or another panel is open; the badge still says that an act waits.
    await (browser.action as unknown as { openPopup(): Promise<void> }).openPopup().catch(() => undefined);
    return;
  }
  opening = opening.catch(() => undefined).then(() => openWindow(state, holdId, focused));
  await opening;
}

/**
 * Closes our window once all that it showed is over, and nothing has come that it would have to show: here, in turn with
 * what opens it, since an act that joins a window that is just closing would be shown nowhere.
 */
export async function closeSurface(state: GuardState, sender: Runtime.MessageSender, token: string): Promise<void> {
  if (IN_FIREFOX || !(await isOurSurface(state, sender, token))) return;
  opening = opening.catch(() => undefined).then(() => closeWindow(state, token));
  await opening;
}

async function closeWindow(state: GuardState, token: string): Promise<void> {
  const open = state.review;
  const isNeeded = pending(state).length > 0 || isAnyStopOpen(state);
  if (open?.token !== token || isNeeded) return;
  await setReview(state, null);
  await browser.windows.remove(open.window).catch(() => undefined);
}

/** One after the other: two acts held in one moment must not open two windows. */
let opening: Promise<void> = Promise.resolve();

async function openWindow(state: GuardState, holdId: string, focused: boolean): Promise<void> {
  const open = state.review;
  if (open !== null && (await lives(open))) {
    if (!focused) return;
    const message: Changed = { type: 'changed', show: holdId };
    await browser.runtime.sendMessage(message).catch(() => undefined);
    await browser.windows.update(open.window, { focused: true, drawAttention: true });
    return;
  }
  await setReview(state, null);
  // It may have been closed meanwhile.
  if (open !== null) await browser.windows.remove(open.window).catch(() => undefined);
  const token = crypto.randomUUID();
  const window = await browser.windows.create({
    url: `${CONFIRM_PAGE}#hold=${holdId}&token=${token}`,
    type: 'popup',
    focused,
    ...SIZE,
  });
  const tab = window.tabs?.[0]?.id;
  if (window.id === undefined || tab === undefined) return;
  await setReview(state, { shown: holdId, token, window: window.id, tab });
}

/** Whether this message comes from the surface that the background opened. */
export async function isOurSurface(
  state: GuardState,
  sender: Runtime.MessageSender,
  token: string | null,
): Promise<boolean> {
  if (IN_FIREFOX) return inPopup(sender) && browser.extension.getViews({ type: 'popup' }).length === 1;
  const review = state.review;
  if (review === null || token !== review.token) return false;
  if (sender.tab?.id !== review.tab || sender.tab.windowId !== review.window) return false;
  if (!sender.url?.startsWith(browser.runtime.getURL(CONFIRM_PAGE)) || (sender.frameId ?? 0) !== 0) return false;
  return !(await ownPagesDriven());
}

/** Whether this message comes from our surface, or from the toolbar popup while nobody drives a page of ours. */
export async function isInOurHands(
  state: GuardState,
  sender: Runtime.MessageSender,
  token: string | null,
): Promise<boolean> {
  return (await isOurSurface(state, sender, token)) || (await isPersonsPopup(sender));
}

/** Whether a message comes from the toolbar popup, and nobody drives our pages. */
export async function isPersonsPopup(sender: Runtime.MessageSender): Promise<boolean> {
  return inPopup(sender) && !(await ownPagesDriven());
}

/** Our surface shows this act now; only what it shows can be approved in it. */
export async function noteShown(state: GuardState, holdId: string): Promise<void> {
  if (state.review !== null && state.review.shown !== holdId)
    await setReview(state, { ...state.review, shown: holdId });
}

/** Whether the surface shows this act. */
export function isShown(state: GuardState, holdId: string): boolean {
  return IN_FIREFOX || state.review?.shown === holdId;
}

/** Whether a message comes from the toolbar popup: our page, in no tab. */
export function inPopup(sender: Runtime.MessageSender): boolean {
  return sender.tab === undefined && (sender.url?.startsWith(browser.runtime.getURL(POPUP_PAGE)) ?? false);
}

/** Watches our window: when it leaves our page the act that it showed is declined; when it is closed all go on waiting. */
export function watchSurfaces(loaded: Promise<GuardState>): void {
  browser.tabs.onUpdated.addListener((tab, change) => {
    const url = change.url;
    if (url === undefined || url.startsWith(browser.runtime.getURL(CONFIRM_PAGE))) return;
    void loaded.then(async (state) => {
      const review = state.review;
      if (review?.tab !== tab) return;
      await setReview(state, null);
      await refuse(state, review.shown, 'person');
    });
  });
  browser.tabs.onRemoved.addListener((tab) => {
    void loaded.then(async (state) => {
      if (state.review?.tab === tab) await setReview(state, null);
      await loseDraftsOf(state, tab);
    });
  });
}

/** How many acts wait, on the toolbar button. */
export async function showCount(count: number, stopped: boolean): Promise<void> {
  await browser.action.setBadgeBackgroundColor({ color: stopped ? '#8a1c1c' : '#8a5a00' });
  await browser.action.setBadgeText({ text: stopped ? '■' : count === 0 ? '' : String(count) });
}

async function setReview(state: GuardState, review: ReviewWindow | null): Promise<void> {
  state.review = review;
  await saveSession(state, 'review');
}

/** Whether the page in this window lives: a crash of our process leaves a dead window behind, which is as good as none. */
async function lives(review: ReviewWindow): Promise<boolean> {
  const contexts = await chrome.runtime.getContexts({ tabIds: [review.tab], windowIds: [review.window] });
  return contexts.some((context) => context.documentUrl?.startsWith(browser.runtime.getURL(CONFIRM_PAGE)) ?? false);
}
