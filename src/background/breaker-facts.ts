/**
 * What the safety stops know of an act, and which of them bears on it. Touches no browser interface, so that the same
 * code judges the day of `npm run eval`.
 */
import { type Action, audienceKeys, isChange, toWellFormed } from '../core/action.ts';
import { type ActOutcome, type AgentAct, against, type Stop, standing } from '../core/breaker.ts';
import { SESSION_LIMITS } from '../core/breaker-limits.ts';
import { canonicalJson, canonicalText, sha256Hex } from '../core/canonical.ts';
import type { Hold } from '../core/hold.ts';
import { mostNewcomers, type StopFact } from '../core/reason.ts';
import { sessionOf } from './sessions.ts';
import { type GuardState, isTrialAt, stoppedAt } from './state.ts';

/** Readers whose number nobody can tell count as this many: as large a circle as fills a measure by itself. */
const UNTOLD_READERS = SESSION_LIMITS.newReaders;

/** Longest name of a place that is kept. */
const LONGEST_PLACE = 200;

/** An act of an agent as the safety stops remember it; never its text. */
export function agentAct(
  session: string,
  { action, verdict }: Pick<Hold, 'action' | 'verdict'>,
  outcome: ActOutcome,
  at: number,
  sent = 0,
): AgentAct {
  const reaches = !isChange(action.kind) && action.kind !== 'unreadable';
  const newcomers = mostNewcomers(verdict.reasons);
  return {
    session,
    site: action.site,
    name: nameOf(action),
    at,
    kind: action.kind,
    thread: action.thread,
    place: action.place.slice(0, LONGEST_PLACE),
    items: isChange(action.kind) ? action.items : 0,
    audience: reaches ? sha256Hex(canonicalJson([...audienceKeys(action.audience)])) : null,
    newReaders: newcomers === null ? 0 : (newcomers.count ?? UNTOLD_READERS),
    outcome,
    sent,
  };
}

/** The same for the same act, at whichever gate it is seen and however its text is laid out there. */
export function nameOf({ kind, site, thread, text }: Action): string {
  return sha256Hex(canonicalJson([kind, site, toWellFormed(thread), canonicalText(toWellFormed(text))]));
}

/** What stands against an agent's act in this tab, or what it would open; null for none, and for whoever else acts. */
export function stopFor(
  state: GuardState,
  tab: number,
  judged: Pick<Hold, 'action' | 'verdict' | 'attribution'>,
  now: number,
): StopFact | null {
  if (judged.attribution.actor !== 'agent' || isTrialAt(state, judged.action.site)) return null;
  const stop =
    standingIn(state, tab, judged.action.site) ??
    against(state.breakers, actNow(state, tab, judged, now), state.policy.breakers, now);
  return stop && { state: stop.state, measure: stop.measure, scope: stop.scope.kind };
}

/** Where an act is seen: at a gate in the page, or as the request that goes out. */
export type SeenAt = 'gate' | 'network';

/** An act as it is about to be: gone, where nothing is asked. What puts things away is the same however often it is sent. */
export function actNow(
  state: GuardState,
  tab: number,
  judged: Pick<Hold, 'action' | 'verdict'>,
  now: number,
  seenAt: SeenAt = 'gate',
): AgentAct {
  const { level } = judged.verdict;
  const goes = level === 'ALLOW' || level === 'REPORT';
  const sent = goes && seenAt === 'network' && !isChange(judged.action.kind) ? 1 : 0;
  return agentAct(sessionOf(state, tab), judged, goes ? 'went' : 'asked', now, sent);
}

/** The stop that stands against what agents do in a tab on a site; an open one before one that asks. */
export function standingIn(state: GuardState, tab: number, site: string): Stop | null {
  // A script that was stopped here stays stopped when a debugger joins it and the tab counts as that one's.
  const found = [...new Set([`tab:${tab}`, sessionOf(state, tab)])].flatMap(
    (session) => standing(state.breakers, session, site) ?? [],
  );
  return found.find((stop) => stop.state === 'open') ?? found[0] ?? null;
}

/** Whether agents may do nothing in this tab on this site. */
export function isStopped(state: GuardState, tab: number, site: string): boolean {
  return standingIn(state, tab, site)?.state === 'open';
}

/** Whether some safety stop is open, whoever is stopped by it. */
export function isAnyStopOpen({ breakers }: GuardState): boolean {
  return breakers.stops.some((stop) => stop.state === 'open');
}

/** Whether agents may do anything at all in this tab on this site. */
export function mayAgentsAct(state: GuardState, tab: number, site: string): boolean {
  return stoppedAt(state, site) === 'no' && !isStopped(state, tab, site);
}
