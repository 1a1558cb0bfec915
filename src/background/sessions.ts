/**
 * Who acts in a tab: sightings of agents are latched per tab, and what a remote client reads in one tab it knows in all.
 * Touches no browser interface, so that the same code judges the day of `npm run eval`.
 */
import { evidenceOf } from '../agents/evidence.ts';
import {
  type Attribution,
  attribute,
  type Evidence,
  type InputFacts,
  isOfComposition,
  type SignId,
} from '../core/actor.ts';
import { type Reading, readWithin, taints } from '../core/exposure.ts';
import { kinOf, lineOf } from './openers.ts';
import { type GuardState, isDriven, type Latch } from './state.ts';

/** Evidence kept for one tab. */
const MOST_EVIDENCE = 20;

/** Page evidence older than this says nothing about the act at hand. */
const FRESH_MS = 10 * 60_000;

const seen = new Map<number, Evidence[]>();

/** The evidence in a tab with these signs seen just now, the latest sighting of each. */
export function keepSigns(
  tab: number,
  signs: readonly SignId[],
  source: Evidence['source'],
  facts: InputFacts | null = null,
): readonly Evidence[] {
  const now = Date.now();
  const kept = [
    ...(seen.get(tab) ?? []).filter((e) => now - e.at < FRESH_MS && !signs.includes(e.sign)),
    ...signs.map((sign) => evidenceOf(sign, source, now, facts)),
  ].slice(-MOST_EVIDENCE);
  seen.set(tab, kept);
  return kept;
}

/** What of this still says something about the act at hand; never longer than an agent is expected back. */
export function recentOf({ policy }: GuardState, evidence: readonly Evidence[], now: number): readonly Evidence[] {
  return evidence.filter(({ at }) => now - at < Math.min(FRESH_MS, policy.agents.latchMs));
}

/** The composition that the page's evidence spoke of has ended. */
export function forgetComposition(tab: number): void {
  seen.set(
    tab,
    (seen.get(tab) ?? []).filter((e) => !isOfComposition(e.sign)),
  );
}

/** Nothing that was seen in this tab counts any more: somebody else is there now. */
export function forgetSigns(tab: number): void {
  seen.delete(tab);
}

/**
 * Whether an agent has shown itself within the latch in this tab, or in one that it was opened from; not while a person
 * has taken it back. A tab that cannot be told (-1) is an agent's while any is active.
 */
export function isLatched(state: GuardState, tab: number): boolean {
  if (state.browserDriven || state.memory === 'lost') return true;
  if (tab < 0) return freshLatches(state).length > 0;
  if (isDriven(state, tab)) return false;
  return latchOf(state, tab) !== undefined || lineOf(state, tab).some((each) => hasStop(state, each));
}

/** Tabs that a person has taken back and that whoever acts in this one can script: one opened the other. */
export function drivenBeside(state: GuardState, tab: number): readonly number[] {
  return kinOf(state, tab).filter((each) => state.drives.has(each));
}

/** Whether an agent was stopped in this tab: it stays the agent's until the person has answered the stop. */
function hasStop(state: GuardState, tab: number): boolean {
  return state.breakers.stops.some(({ scope }) => scope.kind === 'session' && scope.session === `tab:${tab}`);
}

/** The tabs in which agents have shown themselves, and those that were opened from them. */
export function agentTabs(state: GuardState): readonly number[] {
  const opened = [...state.openers.keys()].filter((tab) => latchOf(state, tab) !== undefined);
  return [...new Set([...freshLatches(state).map((latch) => latch.tab), ...opened])].filter(
    (tab) => !isDriven(state, tab),
  );
}

/** The nearest latch in the line that a tab comes from. */
function latchOf(state: GuardState, tab: number): Latch | undefined {
  return lineOf(state, tab)
    .map((each) => state.latches.get(each))
    .find((latch) => latch !== undefined && isFresh(state, latch));
}

function freshLatches(state: GuardState): readonly Latch[] {
  return [...state.latches.values()].filter((latch) => isFresh(state, latch));
}

/** Whether an agent is still expected back: for as long after its last sighting as policy says. */
function isFresh(state: GuardState, { at, tab }: Latch): boolean {
  return Date.now() - at < state.policy.agents.latchMs || hasStop(state, tab);
}

/** Who acts in a tab now. */
export function attributionOf(state: GuardState, tab: number): Attribution {
  const now = Date.now();
  const latched = isLatched(state, tab);
  // The browser's own word goes before what a page says of the same.
  const evidence = [
    ...(state.browserDriven ? [evidenceOf('webdriver', 'browser', now)] : []),
    ...(isDriven(state, tab) ? [] : (latchOf(state, tab)?.evidence ?? [])),
    ...recentOf(state, seen.get(tab) ?? [], now),
  ];
  const unique = evidence.filter((e, i) => evidence.findIndex((other) => other.sign === e.sign) === i);
  return attribute(unique, { latched, devtools: state.devtools.has(tab) && !latched });
}

/** The name of the session that acts in a tab. */
export function sessionOf(state: GuardState, tab: number): string {
  if (state.browserDriven) return 'remote';
  if (isDriven(state, tab)) return `tab:${tab}`;
  if (state.latches.get(tab)?.reach === 'remote') return 'remote';
  const latch = latchOf(state, tab);
  return latch?.reach === 'remote' ? 'remote' : `tab:${latch?.tab ?? tab}`;
}

/**
 * What whoever acts in a tab has read: in it and in the tabs that were opened with it, and a remote client in every tab
 * that it drives.
 */
export function readingsOf(state: GuardState, tab: number): readonly Reading[] {
  const read = readWithin(state.readings, state.policy.exposure.sessionMs, Date.now());
  if (state.browserDriven || tab < 0) return read;
  const remote = sessionOf(state, tab) === 'remote';
  const driven = [...state.latches.values()].filter((latch) => latch.reach === 'remote').map((latch) => latch.tab);
  const tabs = new Set([tab, ...(remote ? driven : [])].flatMap((each) => kinOf(state, each)));
  const sessions = new Set([...tabs].map((each) => `tab:${each}`));
  return read.filter(({ session }) => sessions.has(session));
}

/** Those of them that bear on whatever is written there. */
export function taintsOf(state: GuardState, tab: number): readonly Reading[] {
  return readingsOf(state, tab).filter(taints);
}
