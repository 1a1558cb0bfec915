/**
 * The safety stops at work: what agents try is counted at both gates and at the network, and a stop that opens is kept
 * over restarts. Whoever tells rules, record and person listens here.
 */
import { afterRestart, answered, type Breakers, letGoOn, type Stop, tried } from '../core/breaker.ts';
import { parseBreakers } from '../core/breaker-kept.ts';
import type { Hold } from '../core/hold.ts';
import { countSessionAct } from './agent-sessions.ts';
import { actNow, agentAct, type SeenAt } from './breaker-facts.ts';
import { readDurable, writeDurable } from './database.ts';
import type { HoldChange } from './holds.ts';
import { isNewLife } from './session-store.ts';
import { type GuardState, isTrial, stoppedAt } from './state.ts';

type Listener = (stop: Stop) => Promise<void> | void;
const listeners: Listener[] = [];

/** Calls back when a stop has opened; in the same turn, before the act that opened it is answered. */
export function onStop(listener: Listener): void {
  listeners.push(listener);
}

/**
 * Fills the state with the stops that stand, and says whether the browser was started anew. What was kept and cannot be
 * read or understood is taken for a stop of all agents.
 */
export async function loadBreakers(state: GuardState): Promise<boolean> {
  const kept = parseBreakers(await readDurable('breakers').catch(() => 'lost'), Date.now());
  const newLife = await isNewLife().catch(() => true);
  state.breakers = newLife ? afterRestart(kept) : kept;
  return newLife;
}

/** An agent tries an act: it is counted, or opens a stop. Synchronous, so that of many at one moment each counts. */
export function noteAct(
  state: GuardState,
  tab: number,
  judged: Pick<Hold, 'action' | 'verdict' | 'attribution' | 'digest'>,
  seenAt: SeenAt,
): void {
  if (judged.attribution.actor === 'agent') countSessionAct(state, tab, judged.digest);
  if (judged.attribution.actor !== 'agent' || isTrial(state) || stoppedAt(state, judged.action.site) !== 'no') return;
  const now = Date.now();
  change(state, tried(state.breakers, actNow(state, tab, judged, now, seenAt), state.policy.breakers, now));
}

/** A person has said yes or no to an agent's act. */
export function noteAnswer(state: GuardState, hold: Hold, what: HoldChange): void {
  if (hold.attribution.actor !== 'agent') return;
  const yes = what === 'released';
  if (!yes && !(hold.state.kind === 'denied' && hold.state.why === 'person')) return;
  const now = Date.now();
  const act = agentAct(hold.session, hold, 'asked', now);
  change(state, answered(state.breakers, { act, yes }, state.policy.breakers, now));
}

/** A person lets the agents of a stop go on; false when there is no such stop. */
export async function letGo(state: GuardState, id: number): Promise<boolean> {
  const next = letGoOn(state.breakers, id);
  if (next === state.breakers) return false;
  state.breakers = next;
  await writeDurable('breakers', next);
  return true;
}

function change(state: GuardState, next: Breakers): void {
  const before = state.breakers;
  if (next === before) return;
  state.breakers = next;
  // What this life of the worker has counted it knows; only a next one must be told.
  void writeDurable('breakers', next).catch(() => undefined);
  const wasOpen = new Set(before.stops.filter((stop) => stop.state === 'open').map((stop) => stop.id));
  for (const stop of next.stops)
    if (stop.state === 'open' && !wasOpen.has(stop.id)) for (const listener of listeners) void listener(stop);
}
