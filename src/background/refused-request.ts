/** What follows when a request is refused: its releases are given back, and each act that may not go is counted or waits. */
import type { PolicySite } from '../core/policy.ts';
import { type Assessment, assess } from './assess.ts';
import { learnPlace } from './attempts.ts';
import { sendToCollector } from './deliver.ts';
import { entryBody } from './entry-body.ts';
import { isByStop, refusedByStop } from './hold-of-attempt.ts';
import { hold } from './holds.ts';
import { record } from './record.ts';
import { giveBack, type Used, wasRefusedMessage } from './releases.ts';
import type { Details } from './request-details.ts';
import { sessionOf } from './sessions.ts';
import type { GuardState } from './state.ts';
import { isStoppedAttempt } from './stopped-attempts.ts';

/** A refused request: what it had taken of releases is given back, and each act that may not go waits for a person. */
export async function refused(
  details: Details,
  state: GuardState,
  site: PolicySite,
  used: readonly Used[],
  kept: readonly Used[],
): Promise<void> {
  for (const { release } of used) if (release !== null) await giveBack(state, release);
  for (const { assessment } of kept) await refusedAct(details, state, site, assessment);
}

/** Counted where it waits already, else held so that a person can see it. */
async function refusedAct(
  details: Details,
  state: GuardState,
  site: PolicySite,
  assessment: Assessment,
): Promise<void> {
  // A site that tries a refused message again by itself is refused again, without a word.
  if (wasRefusedMessage(state, assessment) || isStoppedAttempt(state, site, details.tabId, assessment)) return;
  // The first refusal may only have come because nobody had asked the forum about this thread yet.
  if (!('unreadable' in assessment.act)) await learnPlace(state, site, assessment.act).catch(() => null);
  const again = assess(state, site, details.tabId, assessment.act);
  // One entry for all that a stopped agent goes on to try.
  const isCounted = isByStop(again) && refusedByStop(state, sessionOf(state, details.tabId), site.id) !== undefined;
  if (!isCounted)
    await record('refused', {
      ...entryBody({ ...again, id: '', channel: 'request' }),
      url: details.url,
      type: details.type,
    });
  void sendToCollector(state.policy.collector);
  // A whole page that posts itself, or a worker, has no editor to go back to: such a try is refused and that is all.
  if (details.tabId < 0 || details.type === 'main_frame') return;
  await hold(state, again, {
    site,
    tab: details.tabId,
    frame: 0,
    channel: 'gesture',
    request: null,
    replayable: false,
  });
}
