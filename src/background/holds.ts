/** The acts that wait, and how they end. One change after the other; each is saved before anybody is told of it. */
import type { Json } from '../core/canonical.ts';
import { approve, type DenialReason, deny, expired, type Hold, type Proof, type Refusal } from '../core/hold.ts';
import type { Assessment } from './assess.ts';
import { isStopped } from './breaker-facts.ts';
import { sendToCollector } from './deliver.ts';
import { entryBody } from './entry-body.ts';
import {
  type Attempt,
  countedInto,
  isInPlaceOf,
  newHold,
  onlyCounts,
  waitingFor,
  withRequest,
} from './hold-of-attempt.ts';
import { record } from './record.ts';
import { saveSession } from './session-store.ts';
import { sessionOf } from './sessions.ts';
import { excuse } from './site-changes.ts';
import { type GuardState, stoppedAt } from './state.ts';

/** Holds that are over stay visible for this long, so that a page or a window can learn how they ended. */
const ENDED_VISIBLE_MS = 10 * 60_000;

/** `new` asks the person at once; what is only `noticed` (refused on its way out, or blocked) is shown and not pressed upon anybody. */
export type HoldChange = 'new' | 'noticed' | 'repeated' | 'moved' | 'released' | 'ended';

/** Who listens to changes of holds: page, windows, rules. */
type Listener = (hold: Hold, change: HoldChange) => Promise<void> | void;
const listeners: Listener[] = [];

export function onHoldChange(listener: Listener): void {
  listeners.push(listener);
}

let last: Promise<unknown> = Promise.resolve();

/** One change after the other: five attempts in one moment are one hold, and an approval counts once. */
function inTurn<T>(change: () => Promise<T>): Promise<T> {
  const next = last.then(change);
  last = next.catch(() => undefined);
  return next;
}

/** Holds an act, or counts it into the one that waits there already. What policy blocks is shown, but waits for nobody. */
export function hold(state: GuardState, assessment: Assessment, attempt: Attempt): Promise<Hold> {
  return inTurn(() => holdOrCount(state, assessment, attempt));
}

async function holdOrCount(state: GuardState, assessment: Assessment, attempt: Attempt): Promise<Hold> {
  const session = sessionOf(state, attempt.tab);
  const blocked = assessment.verdict.level === 'BLOCK';
  const waiting = waitingFor(state, session, assessment, attempt);
  const inPlace =
    waiting !== undefined && isInPlaceOf(waiting.action, assessment.action) && !onlyCounts(assessment, attempt, []);
  if (waiting !== undefined && (waiting.digest === assessment.digest || !inPlace)) {
    const again = countedInto(waiting, assessment, attempt);
    const isFirst = waiting.repeats === 0 && again.repeats > 0;
    if (again !== waiting) await save(state, again, 'repeated', isFirst ? { first: true } : null);
    return again;
  }
  const fresh = withRequest(newHold(assessment, attempt, session, waiting, blocked), assessment, attempt);
  await save(state, fresh, attempt.replayable && !blocked ? 'new' : 'noticed', {});
  return fresh;
}

/** Whether a person has said no to this very act a moment ago: then no window opens by itself for it. */
export function wasRefused(state: GuardState, again: Hold): boolean {
  return refusedDigests.has(`${again.session} ${again.digest}`) || state.holds.get(again.id)?.state.kind === 'denied';
}

/** What a person has refused in this life of the worker, bounded. */
const refusedDigests = new Set<string>();
const MOST_REFUSED = 200;

/** Gives an approval; the word says why it did not count. */
export function release(
  state: GuardState,
  id: string,
  digest: string,
  proof: Proof,
): Promise<Hold | Refusal | 'unknown'> {
  return inTurn(() => releaseNow(state, id, digest, proof));
}

async function releaseNow(
  state: GuardState,
  id: string,
  digest: string,
  proof: Proof,
): Promise<Hold | Refusal | 'unknown'> {
  const waiting = state.holds.get(id);
  if (waiting === undefined) return 'unknown';
  const byAgent = waiting.attribution.actor === 'agent';
  if (byAgent && stoppedAt(state, waiting.action.site) !== 'no') return 'blocked';
  if (byAgent && isStopped(state, waiting.tab, waiting.action.site)) return 'stopped';
  const released = approve(waiting, { digest, proof, at: Date.now() });
  if (typeof released === 'string') return released;
  await record('approved', { hold: id, digest, proof });
  if (waiting.verdict.reasons.some((reason) => reason.kind === 'site-changed' || reason.kind === 'unreadable'))
    excuse(state, waiting.tab);
  await save(state, released, 'released', null);
  return released;
}

/** Ends a hold without sending. */
export function refuse(state: GuardState, id: string, why: DenialReason): Promise<void> {
  return inTurn(() => refuseNow(state, id, why));
}

async function refuseNow(state: GuardState, id: string, why: DenialReason): Promise<void> {
  const waiting = state.holds.get(id);
  if (waiting === undefined) return;
  const denied = deny(waiting, Date.now(), why);
  if (denied === waiting) return;
  // A no counts from this moment on; its entry may take its time.
  state.holds.set(id, denied);
  await record(why === 'expired' ? 'expired' : 'denied', { hold: id, digest: waiting.digest, why });
  if (why === 'person' && refusedDigests.size < MOST_REFUSED)
    refusedDigests.add(`${waiting.session} ${waiting.digest}`);
  await save(state, denied, 'ended', null);
}

/** Changes how an act waits: its composer has gone, is being opened again, shows it again; or it is asked about again. */
export function changeWaiting(state: GuardState, id: string, move: (waiting: Hold) => Hold): Promise<void> {
  return inTurn(async () => {
    const waiting = state.holds.get(id);
    const moved = waiting === undefined ? undefined : move(waiting);
    if (moved !== undefined && moved !== waiting) await save(state, moved, 'moved', null);
  });
}

/** Ends what time has ended and forgets what is long over. */
export async function sweep(state: GuardState): Promise<void> {
  const now = Date.now();
  for (const each of [...state.holds.values()]) {
    if (expired(each, now)) await refuse(state, each.id, 'expired');
    const over = each.state.kind === 'consumed' || each.state.kind === 'denied' ? each.state.at : null;
    if (over !== null && now - over > ENDED_VISIBLE_MS) state.holds.delete(each.id);
  }
  await saveSession(state, 'holds');
}

/** Records a change, saves it and tells everybody who listens. */
export async function save(
  state: GuardState,
  changed: Hold,
  change: HoldChange,
  note: { readonly [key: string]: Json } | null,
): Promise<void> {
  if (note !== null)
    await record(change === 'new' || change === 'noticed' ? 'held' : 'repeated', { ...entryBody(changed), ...note });
  state.holds.set(changed.id, changed);
  await saveSession(state, 'holds');
  for (const listener of listeners) await listener(changed, change);
  void sendToCollector(state.policy.collector);
}
