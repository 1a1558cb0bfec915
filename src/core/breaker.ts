/**
 * Too often, too wide, too destructive: stop. What agents have tried and done lately, measured for each session, each
 * site and all agents together; a measure that is reached opens a stop, and only a person's word begins to close it.
 * Nothing here ever stops a person.
 */
import type { ActionKind } from './action.ts';
import type { BreakerLimits } from './breaker-limits.ts';
import {
  ALL_AGENTS,
  MEASURES,
  type Measure,
  measured,
  type Scope,
  SPELL_MS,
  scopesOf,
  within,
} from './breaker-measure.ts';

/** What became of an act: it went by itself; it was asked about; the person said yes, or no. */
export type ActOutcome = 'went' | 'asked' | 'confirmed' | 'declined';

/** One act of an agent, as the safety stops remember it. */
export interface AgentAct {
  readonly session: string;
  readonly site: string;
  /** The same for the same act, however often and at whichever gate it is tried. */
  readonly name: string;
  /** Milliseconds since the epoch of the last time it was tried, or of its answer. */
  readonly at: number;
  readonly kind: ActionKind;
  readonly thread: string;
  /** What people call the place. */
  readonly place: string;
  /** Things that it changes; 0 for an act that writes. */
  readonly items: number;
  /** Who will read it, as one string; null when it shows nobody anything. */
  readonly audience: string | null;
  /** People who newly get to read something. */
  readonly newReaders: number;
  readonly outcome: ActOutcome;
  /** How many requests it has gone out with; 0 before it has, or where it was only tried. */
  readonly sent: number;
}

/** Agents are stopped; or, once a person has let them go on, their next act is asked about. */
export interface Stop {
  /** Counts up in this browser. */
  readonly id: number;
  readonly state: 'open' | 'half-open';
  readonly scope: Scope;
  readonly measure: Measure;
  /** How much it had come to. */
  readonly count: number;
  readonly at: number;
  /** The act that was not let through; null when it was a person's no that opened the stop. */
  readonly tried: AgentAct | null;
  /** What had been done before, newest first. */
  readonly done: readonly AgentAct[];
}

export interface Breakers {
  readonly acts: readonly AgentAct[];
  readonly stops: readonly Stop[];
  readonly lastId: number;
}

/** Nothing tried, nothing stopped. */
export const ALL_CLOSED: Breakers = { acts: [], stops: [], lastId: 0 };

/** What is remembered of the acts: the last hour, so that a stop can list what was done. */
export const REMEMBERED_MS = 60 * 60_000;

/** Acts remembered at once: more than the highest limits let happen within the time that is measured. */
export const MOST_ACTS = 2_000;

/** Acts listed with a stop. */
export const MOST_LISTED = 50;

/** Stops at once; past it all agents are stopped together. */
export const MOST_STOPS = 50;

/** The stop that stands against a session's acts on a site: an open one before one that asks. */
export function standing({ stops }: Breakers, session: string, site: string): Stop | null {
  const bearing = stops.filter(({ scope }) => within(scope, { session, site }));
  return bearing.find(({ state }) => state === 'open') ?? bearing[0] ?? null;
}

/** What stands against an act, or would if it were tried now: null when nothing does. */
export function against(breakers: Breakers, act: AgentAct, limits: BreakerLimits, now: number): Stop | null {
  return standing(breakers, act.session, act.site) ?? opened(breakers, act, limits, now);
}

/** The breakers after an act was tried: counted, or the stop that it opens. What is stopped is not counted again. */
export function tried(breakers: Breakers, act: AgentAct, limits: BreakerLimits, now: number): Breakers {
  const stop = against(breakers, act, limits, now);
  if (stop?.state === 'open') return breakers.stops.includes(stop) ? breakers : withStop(breakers, stop);
  return remembering(breakers, act, now);
}

/**
 * The breakers after a person has answered an act. A yes to the act that was asked about after a stop ends the stop; a no
 * opens it again. Noes in a row open one too.
 */
export function answered(
  breakers: Breakers,
  answer: { readonly act: AgentAct; readonly yes: boolean },
  limits: BreakerLimits,
  now: number,
): Breakers {
  const act: AgentAct = { ...answer.act, outcome: answer.yes ? 'confirmed' : 'declined', at: now };
  const after = remembering(breakers, act, now);
  const bears = (stop: Stop) => stop.state === 'half-open' && within(stop.scope, act);
  if (answer.yes) return { ...after, stops: after.stops.filter((stop) => !bears(stop)) };
  if (after.stops.some(bears))
    return { ...after, stops: after.stops.map((stop) => (bears(stop) ? { ...stop, state: 'open', at: now } : stop)) };
  if (standing(after, act.session, act.site) !== null) return after;
  const stop = reached(after, act, limits, now, ['declined']);
  return stop === null ? after : withStop(after, { ...stop, tried: null });
}

/** The breakers after a person has let the agents of a stop go on: their next act is asked about, and all is counted anew. */
export function letGoOn(breakers: Breakers, id: number): Breakers {
  const stop = breakers.stops.find((each) => each.id === id && each.state === 'open');
  if (stop === undefined) return breakers;
  return {
    ...breakers,
    acts: breakers.acts.filter((act) => !within(stop.scope, act)),
    stops: breakers.stops.map((each) => (each === stop ? { ...each, state: 'half-open' } : each)),
  };
}

/** After the browser was started anew nobody knows which session is which: what stopped one stops all until it is answered. */
export function afterRestart(breakers: Breakers): Breakers {
  const widened = (stop: Stop): Stop => (stop.scope.kind === 'session' ? { ...stop, scope: ALL_AGENTS } : stop);
  return { ...breakers, stops: breakers.stops.map(widened) };
}

/** The stop that this act opens, in the narrowest circle whose measure it fills. */
function opened(breakers: Breakers, act: AgentAct, limits: BreakerLimits, now: number): Stop | null {
  return reached(breakers, act, limits, now, MEASURES);
}

function reached(
  breakers: Breakers,
  act: AgentAct,
  limits: BreakerLimits,
  now: number,
  measures: readonly Measure[],
): Stop | null {
  for (const scope of scopesOf(act)) {
    const counts = measured(breakers.acts, act, scope, now);
    const measure = measures.find((each) => counts[each] >= limits[scope.kind][each]);
    if (measure !== undefined) return newStop(breakers, act, scope, measure, counts[measure], now);
  }
  return isFull(breakers.acts, act, now) ? newStop(breakers, act, ALL_AGENTS, 'acts', breakers.acts.length, now) : null;
}

function newStop(
  { acts, lastId }: Breakers,
  act: AgentAct,
  scope: Scope,
  measure: Measure,
  count: number,
  at: number,
): Stop {
  const done = acts.filter((each) => within(scope, each) && (each.outcome === 'went' || each.outcome === 'confirmed'));
  const newestFirst = [...done].sort((a, b) => b.at - a.at).slice(0, MOST_LISTED);
  return { id: lastId + 1, state: 'open', scope, measure, count, at, tried: act, done: newestFirst };
}

function withStop(breakers: Breakers, stop: Stop): Breakers {
  const isTooMany = breakers.stops.length >= MOST_STOPS;
  const stops = isTooMany ? [{ ...stop, scope: ALL_AGENTS }] : [...breakers.stops, stop];
  return { ...breakers, stops, lastId: stop.id };
}

/** With one more act, or its newest state. When there are too many, the oldest go first: those that nothing measures. */
function remembering(breakers: Breakers, act: AgentAct, now: number): Breakers {
  const before = breakers.acts.find((each) => isSame(each, act));
  const others = breakers.acts.filter((each) => each !== before && now - each.at < REMEMBERED_MS);
  // What went stays gone, and what was answered stays answered, however it is tried again.
  const outcome = act.outcome === 'asked' && before !== undefined ? before.outcome : act.outcome;
  // Each time that it has gone out counts.
  const kept = { ...act, outcome, sent: act.sent + (before?.sent ?? 0) };
  const inOrder = [...others, kept].sort((a, b) => a.at - b.at);
  return { ...breakers, acts: inOrder.slice(-MOST_ACTS) };
}

/** Whether remembering one more would drop an act that is still measured: no flood pushes out what it did. */
function isFull(acts: readonly AgentAct[], act: AgentAct, now: number): boolean {
  return acts.filter((each) => !isSame(each, act) && now - each.at < SPELL_MS).length >= MOST_ACTS;
}

function isSame(a: AgentAct, b: AgentAct): boolean {
  return a.session === b.session && a.name === b.name;
}
