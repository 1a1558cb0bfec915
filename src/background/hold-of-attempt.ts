/**
 * Which waiting act an attempt belongs to, and what it makes of it: one per session and target; the same act again is
 * counted, another text in the same place takes the old one's place.
 */
import { type Action, isChange } from '../core/action.ts';
import { stricter } from '../core/decide.ts';
import { type Channel, type Hold, isOpen, keepBack } from '../core/hold.ts';
import type { PolicySite } from '../core/policy.ts';
import type { Assessment } from './assess.ts';
import type { GuardState } from './state.ts';

export interface Attempt {
  readonly site: PolicySite;
  readonly tab: number;
  readonly frame: number;
  readonly channel: Channel;
  /** The page's own name of the request that it keeps back; null for a gesture, or a request that was refused. */
  readonly request: string | null;
  /** Came by a way that the page can repeat after release; others only count. */
  readonly replayable: boolean;
}

/** The waiting act with one more try. One that has lost its composer, and is tried again elsewhere, can be sent from there. */
export function countedInto(waiting: Hold, assessment: Assessment, attempt: Attempt): Hold {
  // A page that tries the same message again by itself is no agent that insists.
  const byItself = isSameMessage(waiting, assessment) && attempt.channel === 'request';
  const isHere = waiting.draft === 'composer' && waiting.tab === attempt.tab;
  const counted = byItself ? waiting : inEarnest({ ...waiting, repeats: waiting.repeats + 1 }, assessment);
  if (waiting.digest !== assessment.digest || !attempt.replayable) return counted;
  if (isHere) return withRequest(counted, assessment, attempt);
  const { tab, frame, channel } = attempt;
  return withRequest({ ...counted, tab, frame, channel, draft: 'composer', requests: [] }, assessment, attempt);
}

/** A question never becomes lighter by being asked again: an agent that presses what a person began is an agent's act. */
function inEarnest(waiting: Hold, { verdict, attribution, digest }: Assessment): Hold {
  if (waiting.digest !== digest) return waiting;
  const strict = stricter(waiting.verdict, verdict);
  return attribution.actor === 'agent' ? { ...waiting, attribution, verdict: strict } : { ...waiting, verdict: strict };
}

/** The act with the request that its page keeps back for it, if there is one. */
export function withRequest(hold: Hold, { digest, verdict }: Assessment, { frame, request }: Attempt): Hold {
  return request === null || verdict.level === 'BLOCK' ? hold : keepBack(hold, { frame, attempt: request, digest });
}

function isSameMessage(waiting: Hold, { action, digest }: Assessment): boolean {
  return action.messageId !== null && waiting.digest === digest && waiting.action.messageId === action.messageId;
}

/** A new waiting act, or the present state of one whose text has changed. */
export function newHold(
  assessment: Assessment,
  attempt: Attempt,
  session: string,
  waiting: Hold | undefined,
  blocked: boolean,
): Hold {
  return {
    // A changed text takes the place of the old one under its name, so that a window that is open shows the new one.
    id: waiting?.id ?? crypto.randomUUID(),
    digest: assessment.digest,
    action: assessment.action,
    labelIds: assessment.verdict.labelIds,
    verdict: assessment.verdict,
    attribution: assessment.attribution,
    tab: attempt.tab,
    frame: attempt.frame,
    session,
    channel: attempt.channel,
    draft: 'composer',
    requests: waiting?.requests ?? [],
    at: Date.now(),
    repeats: waiting === undefined ? 0 : waiting.repeats + 1,
    state: blocked ? { kind: 'denied', at: Date.now(), why: 'blocked' } : { kind: 'pending' },
  };
}

/** Acts of one session that wait on one site at once. */
const MOST_WAITING = 20;

/** What waits already where this act would: the same act, the act in its place, or, for what only counts, any. */
export function waitingFor(
  state: GuardState,
  session: string,
  assessment: Assessment,
  attempt: Attempt,
): Hold | undefined {
  if (isByStop(assessment)) return refusedByStop(state, session, attempt.site.id);
  const here = waitingHere(state, session, attempt);
  const same = here.find((each) => each.digest === assessment.digest);
  const inPlace = here.find((each) => isInPlaceOf(each.action, assessment.action));
  return same ?? inPlace ?? (onlyCounts(assessment, attempt, here) ? here[0] : undefined);
}

/** Whether a safety stop that is open refuses it. */
export function isByStop({ verdict }: Pick<Assessment, 'verdict'>): boolean {
  return verdict.reasons.some((reason) => reason.kind === 'breaker' && reason.state === 'open');
}

/** What a safety stop has refused here already: whatever a stopped agent goes on to try is counted into it. */
export function refusedByStop(state: GuardState, session: string, site: string): Hold | undefined {
  return [...state.holds.values()].find(
    (each) => each.state.kind === 'denied' && each.session === session && each.action.site === site && isByStop(each),
  );
}

/** Whether an act is what another has become: a text of the same place, rewritten. A change of things is itself only. */
export function isInPlaceOf(waiting: Action, now: Action): boolean {
  return waiting.thread === now.thread && !isChange(waiting.kind) && !isChange(now.kind);
}

/** Whether another act of the same request waits for its answer: a request with several acts goes as one. */
export function waitsForAnother(
  holds: readonly Hold[],
  { id, tab }: Pick<Hold, 'id' | 'tab'>,
  attempt: string,
): boolean {
  return holds.some(
    (each) =>
      each.id !== id &&
      each.tab === tab &&
      each.state.kind === 'pending' &&
      each.requests.some((request) => request.attempt === attempt),
  );
}

/** What has no way to be sent later, and a flood, are counted into what waits: nobody can read a list without end. */
export function onlyCounts(assessment: Assessment, attempt: Attempt, here: readonly Hold[]): boolean {
  return !attempt.replayable || assessment.verdict.level === 'BLOCK' || here.length >= MOST_WAITING;
}

function waitingHere(state: GuardState, session: string, attempt: Attempt): readonly Hold[] {
  return pending(state).filter(
    (each) => (each.session === session || each.tab === attempt.tab) && each.action.site === attempt.site.id,
  );
}

/** The holds that a person can still answer. */
export function pending(state: GuardState): readonly Hold[] {
  return [...state.holds.values()].filter((each) => each.state.kind === 'pending');
}

/** What can still go out: acts that wait, and acts that were confirmed and have not gone yet. */
export function open(state: GuardState): readonly Hold[] {
  return [...state.holds.values()].filter(isOpen);
}
