/**
 * What an agent goes on to try while agents are stopped. It waits for nobody and is shown to nobody; one entry a minute
 * says that it tried, since a flood of them would hold up the person who wants to let agents work again.
 */
import type { PolicySite } from '../core/policy.ts';
import type { Assessment } from './assess.ts';
import { sendToCollector } from './deliver.ts';
import { entryBody } from './entry-body.ts';
import { record } from './record.ts';
import type { Used } from './releases.ts';
import { type GuardState, stoppedAt } from './state.ts';

const RECORD_EVERY_MS = 60_000;

/** Tries since the last entry, by tab and site. */
const tries = new Map<string, { readonly since: number; readonly count: number }>();

/** Whether this is an agent's act where agents are stopped. It is noted, and that is all that comes of it. */
export function isStoppedAttempt(state: GuardState, site: PolicySite, tab: number, assessment: Assessment): boolean {
  if (stoppedAt(state, site.id) === 'no' || assessment.attribution.actor !== 'agent') return false;
  void note(state, `${tab} ${site.id}`, assessment).catch(() => undefined);
  return true;
}

/** Whether agents were stopped while the entry was being written: then only what a person has released goes. */
export function stoppedMeanwhile(state: GuardState, site: PolicySite, used: readonly Used[]): boolean {
  if (stoppedAt(state, site.id) === 'no') return false;
  return used.some(({ release, assessment }) => release === null || assessment.attribution.actor === 'agent');
}

async function note(state: GuardState, where: string, assessment: Assessment): Promise<void> {
  const now = Date.now();
  const before = tries.get(where);
  if (before !== undefined && now - before.since < RECORD_EVERY_MS) {
    tries.set(where, { ...before, count: before.count + 1 });
    return;
  }
  tries.set(where, { since: now, count: 0 });
  await record('refused', {
    ...entryBody({ ...assessment, id: '', channel: 'request' }),
    tries: (before?.count ?? 0) + 1,
  });
  void sendToCollector(state.policy.collector);
}
