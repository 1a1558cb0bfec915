/** What our own pages may ask. An approval counts only from the surface that the background opened for that hold. */
import browser, { type Runtime } from 'webextension-polyfill';
import { siteById } from '../core/policy.ts';
import type { ApproveAnswer, DrivingAnswer, FromOwnPage } from '../messages/from-own-page.ts';
import type { Changed, GuardView, HoldView } from '../messages.ts';
import { isAnyStopOpen } from './breaker-facts.ts';
import { openDraft } from './drafts.ts';
import { answerDriving } from './driving.ts';
import { pending } from './hold-of-attempt.ts';
import { refuse, release } from './holds.ts';
import { askFacts } from './places.ts';
import { record } from './record.ts';
import { type GuardState, killed } from './state.ts';
import { answerStop, changedEverywhere } from './stop.ts';
import { closeSurface, isOurSurface, isShown, noteShown, openSurface, showCount } from './surface.ts';
import { answerLimit } from './talk-limits.ts';
import { answerSettings, type SettingsPageAnswer } from './talk-settings.ts';
import { guardView, holdView } from './view.ts';

type OwnAnswer = GuardView | HoldView | ApproveAnswer | DrivingAnswer | SettingsPageAnswer | null | undefined;

/** Whether a message comes from a page of ours: our id, our address, and no frame inside somebody's page. */
export function fromOwnPage(sender: Runtime.MessageSender): boolean {
  return (
    sender.id === browser.runtime.id &&
    (sender.url?.startsWith(browser.runtime.getURL('')) ?? false) &&
    (sender.frameId ?? 0) === 0
  );
}

/** Answers one message of a page of ours. */
export async function answerOwnPage(
  state: GuardState,
  message: FromOwnPage,
  sender: Runtime.MessageSender,
): Promise<OwnAnswer> {
  switch (message.type) {
    case 'view':
      return guardView(state);
    case 'review-view':
      if (!(await isOurSurface(state, sender, message.token))) return null;
      await noteShown(state, message.holdId);
      return viewOf(state, message.holdId);
    case 'approve':
      return approve(state, message, sender);
    case 'open-review':
    case 'finished':
    case 'refuse':
    case 'open-draft':
      await attend(state, message, sender);
      return undefined;
    case 'let-go-on':
    case 'give-grant':
    case 'take-back-grant':
      if (await answerLimit(state, message, sender)) await changedEverywhere(state);
      return undefined;
    case 'kill':
    case 'revive':
      await answerStop(state, message, sender);
      return undefined;
    case 'take-over':
    case 'hand-back':
      return answerDriving(state, message, sender);
    // All that is left is about settings; the compiler sees that nothing else is.
    default:
      return answerSettings(state, message);
  }
}

/** What the person turns to, and is done with. */
async function attend(
  state: GuardState,
  message: FromOwnPage & { readonly type: 'open-review' | 'finished' | 'refuse' | 'open-draft' },
  sender: Runtime.MessageSender,
): Promise<void> {
  switch (message.type) {
    case 'open-review':
      return openSurface(state, message.holdId, true);
    case 'finished':
      return closeSurface(state, sender, message.token);
    case 'refuse':
      return void (await refuse(state, message.holdId, 'person'));
    case 'open-draft':
      return void (await openDraft(state, message.holdId));
  }
}

function viewOf(state: GuardState, holdId: string): HoldView | null {
  const hold = state.holds.get(holdId);
  return hold ? holdView(state, hold) : null;
}

async function approve(
  state: GuardState,
  message: FromOwnPage & { readonly type: 'approve' },
  sender: Runtime.MessageSender,
): Promise<ApproveAnswer> {
  if (!(await isOurSurface(state, sender, message.token)) || !isShown(state, message.holdId)) {
    await record('denied', { hold: message.holdId, why: 'not our surface' });
    return { kind: 'refused', why: 'not-our-surface' };
  }
  await learnAgain(state, message.holdId);
  const released = await release(state, message.holdId, message.digest, 'window');
  return typeof released === 'string' ? { kind: 'refused', why: released } : { kind: 'approved' };
}

/**
 * What the forum said of the place is in memory only, and a background that has slept while a person was reading (30 s
 * in Firefox) has forgotten it: the request would then be judged as going to nobody knows whom, and refused.
 */
async function learnAgain(state: GuardState, holdId: string): Promise<void> {
  const action = state.holds.get(holdId)?.action;
  const site = siteById(state.policy, action?.site ?? '');
  if (site !== undefined && action?.recipients === null && action.kind !== 'unreadable')
    await askFacts(state, site, action.thread);
}

/** Tells popup and windows to ask again, and puts the number of waiting acts on the button. */
export async function tellOwnPages(state: GuardState): Promise<void> {
  const stopped = killed(state) !== 'no' || isAnyStopOpen(state);
  await showCount(pending(state).length, stopped);
  const message: Changed = { type: 'changed', show: null };
  // Nobody listens when no page of ours is open.
  await browser.runtime.sendMessage(message).catch(() => undefined);
}
