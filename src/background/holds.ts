/**
 * The acts that wait. One per session and target: the same act again is counted, another text in the same place takes
 * the old one's place. Every change is saved before anybody is told of it.
 */
import type { Json } from '../core/canonical.ts';
import {
  approve,
  type Channel,
  type DenialReason,
  deny,
  expired,
  type Hold,
  keepBack,
  type Proof,
  type Refusal,
} from '../core/hold.ts';
import type { PolicySite } from '../core/policy.ts';
import type { Assessment } from './assess.ts';
import { entryBody } from './entry-body.ts';
import { record, sendToCollector } from './record.ts';
import { saveSession } from './session-store.ts';
import { sessionOf } from './sessions.ts';
import { type GuardState, killed } from './state.ts';

/** Holds that are over stay visible for this long, so that a page or a window can learn how they ended. */
const ENDED_VISIBLE_MS = 10 * 60_000;

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
  const inPlace = waiting?.action.thread === assessment.action.thread && !onlyCounts(assessment, attempt, []);
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

/** The waiting act with one more try. One that has lost its composer, and is tried again elsewhere, can be sent from there. */
function countedInto(waiting: Hold, assessment: Assessment, attempt: Attempt): Hold {
  // A page that tries the same message again by itself is no agent that insists.
  const byItself = isSameMessage(waiting, assessment) && attempt.channel === 'request';
  const isHere = waiting.draft === 'composer' && waiting.tab === attempt.tab;
  const counted = byItself ? waiting : { ...waiting, repeats: waiting.repeats + 1 };
  if (waiting.digest !== assessment.digest || !attempt.replayable) return counted;
  if (isHere) return withRequest(counted, assessment, attempt);
  const { tab, frame, channel } = attempt;
  return withRequest({ ...counted, tab, frame, channel, draft: 'composer', requests: [] }, assessment, attempt);
}

function withRequest(hold: Hold, { digest, verdict }: Assessment, { frame, request }: Attempt): Hold {
  return request === null || verdict.level === 'BLOCK' ? hold : keepBack(hold, { frame, attempt: request, digest });
}

function isSameMessage(waiting: Hold, { action, digest }: Assessment): boolean {
  return action.messageId !== null && waiting.digest === digest && waiting.action.messageId === action.messageId;
}

function newHold(
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
  if (killed(state) !== 'no' && waiting.attribution.actor === 'agent') return 'blocked';
  const released = approve(waiting, { digest, proof, at: Date.now() });
  if (typeof released === 'string') return released;
  await record('approved', { hold: id, digest, proof });
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

/** Moves the text of a waiting act: its composer has gone, is being opened again, or shows it again. */
export function moveDraft(state: GuardState, id: string, move: (waiting: Hold) => Hold): Promise<void> {
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

/** Acts of one session that wait on one site at once. */
const MOST_WAITING = 20;

/** The holds that a person can still answer. */
export function pending(state: GuardState): readonly Hold[] {
  return [...state.holds.values()].filter((each) => each.state.kind === 'pending');
}

/** What waits already where this act would: the same act, the act in its place, or, for what only counts, any. */
function waitingFor(state: GuardState, session: string, assessment: Assessment, attempt: Attempt): Hold | undefined {
  const here = waitingHere(state, session, attempt);
  const same = here.find((each) => each.digest === assessment.digest);
  const inPlace = here.find((each) => each.action.thread === assessment.action.thread);
  return same ?? inPlace ?? (onlyCounts(assessment, attempt, here) ? here[0] : undefined);
}

/** What has no way to be sent later, and a flood, are counted into what waits: nobody can read a list without end. */
function onlyCounts(assessment: Assessment, attempt: Attempt, here: readonly Hold[]): boolean {
  return !attempt.replayable || assessment.verdict.level === 'BLOCK' || here.length >= MOST_WAITING;
}

function waitingHere(state: GuardState, session: string, attempt: Attempt): readonly Hold[] {
  return pending(state).filter(
    (each) => (each.session === session || each.tab === attempt.tab) && each.action.site === attempt.site.id,
  );
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
