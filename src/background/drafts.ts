/**
 * Where the texts of waiting acts are. A page may close or show something else: then the act waits with its text here,
 * and can be written again into a composer of its site.
 */
import browser from 'webextension-polyfill';
import { digestOf, peopleOf } from '../core/action.ts';
import { canonicalText } from '../core/canonical.ts';
import { type Hold, loseDraft, regainDraft, reopenDraft } from '../core/hold.ts';
import { siteById } from '../core/policy.ts';
import { type Draft, draftOf, type Restore } from '../messages.ts';
import { siteFor } from '../sites/all.ts';
import { open } from './hold-of-attempt.ts';
import { changeWaiting } from './holds.ts';
import type { GuardState } from './state.ts';

/** A page has this long to bring a text back into a composer; then the act waits without one again. */
const OPENING_MS = 30_000;

const opening = new Map<string, ReturnType<typeof setTimeout>>();

/** Opens the place where the act can be written again. The act goes on waiting; nothing is sent by this. */
export async function openDraft(state: GuardState, holdId: string): Promise<void> {
  const waiting = state.holds.get(holdId);
  const site = siteById(state.policy, waiting?.action.site ?? '');
  if (waiting?.state.kind !== 'pending' || site === undefined || waiting.draft === 'opening') return;
  if (waiting.draft === 'composer') return turnTo(waiting.tab);
  const { action } = waiting;
  const address = action.kind === 'unreadable' ? null : siteFor(site).draftAddress({ ...action, kind: action.kind });
  const origin = (site.match[0] ?? '').slice(0, -'/*'.length);
  const tab = await browser.tabs.create({ url: `${origin}${address ?? '/'}`, active: true });
  if (tab.id === undefined) return;
  const opened = tab.id;
  await changeWaiting(state, holdId, (hold) => reopenDraft(hold, opened));
  const late = setTimeout(() => {
    opening.delete(holdId);
    void changeWaiting(state, holdId, (hold) => (hold.draft === 'opening' ? loseDraft(hold) : hold));
  }, OPENING_MS);
  opening.set(holdId, late);
  if (tab.windowId !== undefined) await browser.windows.update(tab.windowId, { focused: true });
}

/** What a page that has just started is to take into a composer; every other act of its tab has lost its own. */
export async function restoreFor(state: GuardState, tab: number): Promise<Restore | null> {
  const here = waitingIn(state, tab);
  for (const each of here) if (each.draft === 'composer') await changeWaiting(state, each.id, loseDraft);
  const back = here.find((each) => each.draft === 'opening');
  const draft = back === undefined ? null : draftOf(back.action);
  return back === undefined || draft === null ? null : { holdId: back.id, draft };
}

/**
 * A composer shows a text again: the act waits there, if it was being opened and is the same text to the same people.
 * What comes at any other time, or is another text, changes nothing that a person may be about to approve.
 */
export async function draftIsBack(state: GuardState, holdId: string, shown: Draft): Promise<void> {
  clearTimeout(opening.get(holdId));
  opening.delete(holdId);
  await changeWaiting(state, holdId, (hold) => {
    if (hold.state.kind !== 'pending' || hold.draft !== 'opening') return hold;
    return isSameText(hold, shown) ? inNewPlace(regainDraft(hold), shown) : loseDraft(hold);
  });
}

function isSameText({ action }: Hold, shown: Draft): boolean {
  return (
    canonicalText(action.text) === canonicalText(shown.text) &&
    JSON.stringify(action.attachments) === JSON.stringify(shown.attachments) &&
    JSON.stringify(peopleOf(action.recipients)) === JSON.stringify(peopleOf(shown.recipients))
  );
}

/**
 * A mail that is written again has another thread and another name, and its people are what they were: the question is
 * the same one over a new digest. In a forum the thread says who reads, so there it must be the old one.
 */
function inNewPlace(hold: Hold, shown: Draft): Hold {
  if (shown.recipients === null) return hold;
  const action = { ...hold.action, thread: shown.thread, messageId: shown.messageId };
  return { ...hold, action, digest: digestOf(action, hold.labelIds) };
}

/** A tab has closed: what waited in it waits without a composer. */
export async function loseDraftsOf(state: GuardState, tab: number): Promise<void> {
  for (const each of waitingIn(state, tab)) await changeWaiting(state, each.id, loseDraft);
}

function waitingIn(state: GuardState, tab: number): readonly Hold[] {
  return open(state).filter((each) => each.tab === tab);
}

async function turnTo(tabId: number): Promise<void> {
  const tab = await browser.tabs.update(tabId, { active: true }).catch(() => undefined);
  if (tab?.windowId !== undefined) await browser.windows.update(tab.windowId, { focused: true });
}
