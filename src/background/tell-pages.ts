/** What guarded pages are told: how a held act goes on, and whether agents are stopped. */
import browser, { type Tabs } from 'webextension-polyfill';
import type { Hold } from '../core/hold.ts';
import type { PolicySite } from '../core/policy.ts';
import { draftOf, type MarkedElement, type PageOrders, type ToContent } from '../messages.ts';
import { agentIn } from './agent-sessions.ts';
import { freeTheWay } from './harmless-way.ts';
import { open, waitsForAnother } from './hold-of-attempt.ts';
import type { HoldChange } from './holds.ts';
import { siteOf } from './policy-source.ts';
import { shieldFor } from './shield.ts';
import type { GuardState } from './state.ts';
import { holdViewForPage } from './view.ts';

/** Tells the page what became of a hold: once, in the channel in which it was held. */
export async function tellPage(state: GuardState, changed: Hold, change: HoldChange): Promise<void> {
  if (changed.tab < 0) return;
  if (change === 'released') await tellReleased(state, changed);
  if (change === 'ended') await tellEnded(changed);
  await tell(changed.tab, 0, { type: 'show-hold', hold: holdViewForPage(state, changed) });
}

async function tellReleased(state: GuardState, changed: Hold): Promise<void> {
  const request =
    changed.channel === 'request' ? changed.requests.findLast((each) => each.digest === changed.digest) : undefined;
  // A request with several acts goes as one, when the last of them is released.
  if (request !== undefined && waitsForAnother(open(state), changed, request.attempt)) return;
  const draft = draftOf(changed.action);
  if (draft === null) {
    // What nobody could read has no draft to be pressed again; only the request that waits can go.
    if (request !== undefined) await tell(changed.tab, request.frame, { type: 'go', attempt: request.attempt });
    return;
  }
  await tell(changed.tab, request?.frame ?? changed.frame, {
    type: 'released',
    holdId: changed.id,
    digest: changed.digest,
    channel: request ? 'request' : 'gesture',
    attempt: request?.attempt ?? null,
    draft,
  });
}

async function tellEnded(changed: Hold): Promise<void> {
  const outcome = changed.state.kind === 'consumed' ? 'sent' : 'denied';
  for (const each of changed.requests)
    await tell(changed.tab, each.frame, { type: 'ended', holdId: changed.id, attempt: each.attempt, outcome });
}

/** Harmless requests that waited for an address to be open again may go. */
export async function tellFreed(state: GuardState): Promise<void> {
  for (const { place, attempt } of await freeTheWay(state)) await tell(place.tab, place.frame, { type: 'go', attempt });
}

/** Tells every guarded page whether agents are stopped. */
export async function tellAllPages(state: GuardState): Promise<void> {
  const matches = state.policy.sites.flatMap((site) => site.match);
  const tabs = matches.length === 0 ? [] : await browser.tabs.query({ url: matches });
  await Promise.all(tabs.map((tab) => tellOrders(state, tab)));
  await tellFreed(state);
}

/** Tells the pages of one tab what has changed for them. */
export async function tellTab(state: GuardState, tab: number): Promise<void> {
  const found = await browser.tabs.get(tab).catch(() => null);
  if (found !== null) await tellOrders(state, found);
}

function tellOrders(state: GuardState, { id = -1, url = '' }: Tabs.Tab): Promise<void> {
  const { marked, keys, ...orders } = ordersFor(state, siteOf(state, url), id);
  return tell(id, 'all', { type: 'orders', ...orders, marked: [...marked], keys: [...keys] });
}

/** What a page is to know of its site and of the guard. */
export function ordersFor(
  state: GuardState,
  site: PolicySite | undefined,
  tab: number | undefined,
): Omit<PageOrders, 'restore'> {
  const reading = site === undefined ? null : { kind: site.kind, description: site.description };
  const agent = site === undefined || tab === undefined ? null : agentIn(state, tab);
  return { site: reading, ...shieldFor(state, site?.id, tab), agent, marked: markedElements(state), keys: state.keys };
}

/** Which elements mean which label, for the page to look for: it may only add marks. */
function markedElements(state: GuardState): MarkedElement[] {
  return state.policy.labels.flatMap(({ name, selectors }) => selectors.map((selector) => ({ selector, name })));
}

/** A page that is gone, or not loaded yet, hears nothing: what waits stays waiting. */
async function tell(tab: number, frameId: number | 'all', message: ToContent): Promise<void> {
  await browser.tabs.sendMessage(tab, message, frameId === 'all' ? {} : { frameId }).catch(() => undefined);
}
