/**
 * What a page must do while agents are stopped on its site, or a person has taken its tab back. The network is sealed
 * by rules; the shield keeps an agent's hands off the page, so that nothing there is changed either.
 */
import type { PageOrders } from '../messages.ts';
import { sendToCollector } from './deliver.ts';
import { kinOf } from './openers.ts';
import { record } from './record.ts';
import { lookAtDebuggers } from './sensors.ts';
import { isLatched } from './sessions.ts';
import { type GuardState, stoppedAt } from './state.ts';

/** The orders for a tab that shows this site. */
export function shieldFor(
  state: GuardState,
  site: string | undefined,
  tab: number | undefined,
): Pick<PageOrders, 'shield' | 'stoppedBy'> {
  if (site === undefined || tab === undefined) return { shield: 'none', stoppedBy: 'no' };
  const stoppedBy = stoppedAt(state, site);
  // Where a person has taken the tab back, hands in it are the person's; debuggers stay out.
  if (state.drives.has(tab) || stoppedBy === 'no') broken.delete(tab);
  if (state.drives.has(tab)) return { shield: 'evict', stoppedBy };
  if (stoppedBy === 'no') return { shield: 'none', stoppedBy };
  if (!isLatched(state, tab) && !broken.has(tab)) return { shield: 'ready', stoppedBy };
  return { shield: staysDriven(state, tab) ? 'locked' : 'up', stoppedBy };
}

/**
 * Whether an agent stays whoever is sent away here: a client of the remote protocol, or one in a tab that has opened
 * this one and can script it from there.
 */
export function staysDriven(state: GuardState, tab: number): boolean {
  return state.browserDriven || kinOf(state, tab).some((each) => each !== tab && isLatched(state, each));
}

/** Tabs in which something fights the shield: nobody who works there by hand does that. */
const broken = new Set<number>();

/** Recorded at most this often for one tab: a page that fights on says nothing new. */
const RECORD_EVERY_MS = 60_000;
const recorded = new Map<number, number>();

/** Something has taken our frame or layer out of a page while agents were stopped there. */
export async function noteShieldBroken(state: GuardState, tab: number): Promise<void> {
  broken.add(tab);
  await lookAtDebuggers(state);
  const now = Date.now();
  if (now - (recorded.get(tab) ?? 0) < RECORD_EVERY_MS) return;
  recorded.set(tab, now);
  await record('shield-broken', { tab });
  void sendToCollector(state.policy.collector, 'at-once');
}
