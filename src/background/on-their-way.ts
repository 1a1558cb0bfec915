/** Requests that were let go, with the releases that they use, until the site has answered or the network has failed. */
import type { WebRequest } from 'webextension-polyfill';
import { askAgain, type Hold } from '../core/hold.ts';
import { keepSentTexts } from './agent-texts-kept.ts';
import { seal } from './boundary.ts';
import { sendToCollector } from './deliver.ts';
import { changeWaiting } from './holds.ts';
import { siteOf } from './policy-source.ts';
import { record } from './record.ts';
import { giveBack, sent, type Used } from './releases.ts';
import { forgetComposition } from './sessions.ts';
import type { GuardState } from './state.ts';

const onTheirWay = new Map<string, readonly Used[]>();

/** A request leaves with what it uses. */
export function setOut(requestId: string, used: readonly Used[]): void {
  onTheirWay.set(requestId, used);
}

/** What a request that was let go uses; null for any other. */
export function usedBy(requestId: string): readonly Used[] | null {
  return onTheirWay.get(requestId) ?? null;
}

/** It does not leave after all. */
export function turnBack(requestId: string): void {
  onTheirWay.delete(requestId);
}

/** Requests on their way are looked at so often while somebody waits for them, in milliseconds. */
const LOOK_EVERY_MS = 10;

/** Resolves when no request that this is about is on its way any more, or after `withinMs`. */
export async function untilArrived(isMeant: (used: Used) => boolean, withinMs: number): Promise<void> {
  const latest = Date.now() + withinMs;
  while (Date.now() < latest && [...onTheirWay.values()].some((way) => way.some(isMeant)))
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
}

/** The site has answered: what was used is used up. */
export async function finished(
  state: GuardState,
  details: { requestId: string; tabId: number },
  status: number,
): Promise<void> {
  const way = onTheirWay.get(details.requestId);
  if (way === undefined) return;
  onTheirWay.delete(details.requestId);
  forgetComposition(details.tabId);
  if (!saysNotNow(status)) await keepSentTexts(state, details.tabId, way).catch(() => undefined);
  const releases = way.flatMap((each) => each.release ?? []);
  for (const release of releases) {
    if (saysNotNow(status) && release.action.messageId !== null) {
      await giveBack(state, release);
      await record('failed', { hold: release.id, status });
      await seal(state);
      continue;
    }
    await record('answered', { hold: release.id, status });
    await sent(state, release.id);
  }
  if (releases.length > 0) void sendToCollector(state.policy.collector);
}

/**
 * The server could not take it now (RFC 9110: 5xx; RFC 6585: 429). Its site tries the same message again under the same
 * name, and the person has been asked about exactly that already.
 */
function saysNotNow(status: number): boolean {
  return status >= 500 || status === 429;
}

/**
 * Whether a release may be used again after a network error: the site names the message, so that a server which has it
 * already will know it again; or the request was refused by a rule and never left. Any other may have arrived.
 */
function mayTryAgain(release: Hold, error: string): boolean {
  return release.action.messageId !== null || error === 'net::ERR_BLOCKED_BY_CLIENT';
}

/** A network error frees the release again; a rule's refusal, which no listener of ours has judged, is recorded. */
export async function failed(
  state: GuardState,
  details: WebRequest.OnErrorOccurredDetailsType,
  unjudged: boolean,
): Promise<void> {
  const way = onTheirWay.get(details.requestId);
  onTheirWay.delete(details.requestId);
  const releases = (way ?? []).flatMap((each) => each.release ?? []);
  for (const release of releases) {
    if (mayTryAgain(release, details.error)) await giveBack(state, release);
    else await changeWaiting(state, release.id, askAgain);
    await record('failed', { hold: release.id, error: details.error });
  }
  if (releases.length > 0) return seal(state);
  const byRule = unjudged && details.error === 'net::ERR_BLOCKED_BY_CLIENT';
  if (byRule && siteOf(state, details.url) !== undefined && details.method !== 'GET') {
    await record('refused', { url: details.url, type: details.type, tab: details.tabId, by: 'rule' });
    void sendToCollector(state.policy.collector);
  }
}
