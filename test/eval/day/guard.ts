/**
 * The real guard, without a browser around it, living through a day: what is read becomes readings, each act is
 * assessed as `assess()` does it for a real tab.
 */
import { evidenceOf } from '../../../src/agents/evidence.ts';
import { type Assessment, assess } from '../../../src/background/assess.ts';
import { forgetComposition, keepSigns } from '../../../src/background/sessions.ts';
import { emptyState, type GuardState } from '../../../src/background/state.ts';
import { withReading } from '../../../src/background/with-reading.ts';
import type { SignId } from '../../../src/core/actor.ts';
import type { PolicySite } from '../../../src/core/policy.ts';
import type { DescribedAct, SeenThread, ThreadFacts } from '../../../src/sites/site.ts';
import { describedAct } from '../described-act.ts';
import type { Day, DayAct, DayReading, DayThread } from './read-day.ts';

const MINUTE_MS = 60_000;
/** The person's own address. */
export const ACCOUNT = 'alice@corp.example';

/** A tab of the day, as the guard knows it. */
export interface DayTab {
  readonly tab: number;
  readonly site: PolicySite;
  readonly agent: 'tab' | 'remote' | null;
}

/** A guard under the day's policy that has been told by each forum what stands there, and has seen nothing yet. */
export function guardOf(day: Day): GuardState {
  const facts = day.threads.flatMap((thread) => {
    const told = factsOf(thread);
    return [thread.thread, ...(thread.posts ?? [])].map((name) => [`${thread.site} ${name}`, told] as const);
  });
  return {
    ...emptyState(),
    policy: day.policy,
    policyState: 'good',
    fingerprintKey: new Uint8Array(32).fill(7),
    facts: new Map(facts),
    network: 'judged',
  };
}

export function tabOf(day: Day, name: string): DayTab {
  const index = day.tabs.findIndex((each) => each.tab === name);
  const found = day.tabs[index];
  const site = day.policy.sites.find((each) => each.id === found?.site);
  if (found === undefined || site === undefined) throw new Error(`no tab "${name}"`);
  return { tab: index + 1, site, agent: found.agent ?? null };
}

/** The minute of the day that each guard has come to. It judges by the clock, so what was read grows older instead. */
const minutes = new WeakMap<GuardState, number>();

function passTime(state: GuardState, minute: number): void {
  const passed = minute - (minutes.get(state) ?? minute);
  minutes.set(state, minute);
  if (passed === 0) return;
  state.readings = state.readings.map((each) => ({ ...each, at: each.at - passed * MINUTE_MS }));
}

/** Somebody looks at threads. */
export function look(state: GuardState, day: Day, reading: DayReading): void {
  passTime(state, reading.at);
  const { tab, site } = latched(state, tabOf(day, reading.tab));
  for (const name of reading.threads) {
    const thread = threadOf(day, site.id, name);
    const read = { thread: name, facts: factsOf(thread), seen: seenOf(thread) };
    state.readings = withReading(state, site, tab, read, Date.now());
  }
}

/** Somebody sends something. */
export function send(state: GuardState, day: Day, act: DayAct): Assessment {
  passTime(state, act.at);
  const { tab, site, agent } = latched(state, tabOf(day, act.tab));
  forgetComposition(tab);
  if (agent === null) keepSigns(tab, HAND_SIGNS[act.hand ?? 'typed'], 'page');
  return assess(state, site, tab, describe(day, site, act));
}

/** What the content script would have seen of the composition. */
const HAND_SIGNS: Readonly<Record<NonNullable<DayAct['hand']>, readonly SignId[]>> = {
  typed: ['typed-by-hand'],
  pasted: [],
  dictated: ['text-not-typed'],
};

/** An agent shows itself whenever it does something. */
function latched(state: GuardState, tab: DayTab): DayTab {
  if (tab.agent === null) return tab;
  const now = Date.now();
  const evidence =
    tab.agent === 'remote' ? evidenceOf('debugger', 'browser', now) : evidenceOf('untrusted-event', 'page', now);
  state.latches.set(tab.tab, { tab: tab.tab, at: now, reach: tab.agent, evidence: [evidence] });
  return tab;
}

/** The act as the site's request says it. */
function describe(day: Day, site: PolicySite, act: DayAct): DescribedAct {
  const quoted = (act.quotes ?? []).map((name) => threadOf(day, site.id, name).text).join('\n\n');
  return describedAct(act, quoted, null);
}

function threadOf(day: Day, site: string, name: string): DayThread {
  const found = day.threads.find((each) => each.site === site && each.thread === name);
  if (found === undefined) throw new Error(`nothing stands at ${site} ${name}`);
  return found;
}

/** What a forum answers about a topic; a mail cannot be asked about. */
function factsOf({ title, area, areaName, tags, text }: DayThread): ThreadFacts | null {
  if (area === undefined) return null;
  return { title, area, areaName: areaName ?? '', restricted: false, people: [], groups: [], tags, text };
}

/** What the page of a mail shows. */
function seenOf({ thread, title, tags, text, people }: DayThread): SeenThread | null {
  return people === undefined
    ? null
    : { thread, title, tags, documents: [{ author: null, text }], people, account: ACCOUNT };
}
