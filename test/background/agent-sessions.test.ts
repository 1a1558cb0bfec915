/** Agents at work as the guard tells of them: when one begins and ends, in which tabs, by what name. */
import { beforeEach, describe, expect, it } from 'vitest';
import { evidenceOf } from '../../src/agents/evidence.ts';
import type { Latch } from '../../src/background/state.ts';
import { AGENT_LIMITS } from '../../src/core/agent-limits.ts';
import { POLICY } from '../core/facts.ts';

// The background's rooms touch the browser's interface when they are loaded.
Object.assign(globalThis, { chrome: { runtime: { id: 'x', getURL: () => 'chrome-extension://x/' } } });
const {
  agentIn,
  countSessionAct,
  endQuietSessions,
  leaveTab,
  nameSession,
  noteSession,
  noteStillDriven,
  onSessionChange,
  sessionViews,
} = await import('../../src/background/agent-sessions.ts');
const { attributionOf, recentOf } = await import('../../src/background/sessions.ts');
const { emptyState } = await import('../../src/background/state.ts');

const QUIET_MS = AGENT_LIMITS.quietMs;

const told: (readonly number[])[] = [];
onSessionChange((tabs) => told.push(tabs));

const now = Date.now();
const attached = evidenceOf('debugger', 'browser', now);
const untrusted = evidenceOf('untrusted-event', 'page', now);

beforeEach(() => {
  told.length = 0;
});

/** A state in which agents have shown themselves in these tabs. */
function guard(latches: Readonly<Record<number, Latch['reach']>>) {
  const state = emptyState();
  for (const [tab, reach] of Object.entries(latches))
    state.latches.set(Number(tab), { tab: Number(tab), at: now, reach, evidence: [] });
  return state;
}

describe('an agent at work', () => {
  it('is told of when it begins, when it comes to another tab, and when it has ended', () => {
    const state = guard({ 1: 'remote', 2: 'remote' });
    noteSession(state, 1, [attached], now);
    noteSession(state, 1, [attached], now + 1_000);
    noteSession(state, 2, [attached], now + 2_000);
    expect(told).toEqual([[1], [2]]);
    expect(sessionViews(state)).toMatchObject([{ id: 'remote', begun: now, tabs: 2, acts: 0 }]);
    endQuietSessions(state, now + 1_000 + QUIET_MS);
    expect(told.slice(2)).toEqual([[1]]);
    endQuietSessions(state, now + 2_000 + QUIET_MS);
    expect(told.slice(3)).toEqual([[2]]);
    expect(sessionViews(state)).toEqual([]);
  });

  it('shows in its own tabs and in those that it has opened, and in no other', () => {
    const state = guard({ 1: 'tab' });
    state.openers.set(5, 1);
    noteSession(state, 1, [untrusted], now);
    const script = { kind: 'unnamed', way: 'script' };
    expect([agentIn(state, 1), agentIn(state, 5), agentIn(state, 9)]).toEqual([script, script, null]);
  });

  it('gets a name only where an agent was seen, by the page’s word', () => {
    const state = guard({ 1: 'remote' });
    nameSession(state, 1, 'openclaw');
    expect(sessionViews(state)).toEqual([]);
    noteSession(state, 1, [attached], now);
    nameSession(state, 9, 'codex');
    expect(agentIn(state, 1)).toEqual({ kind: 'unnamed', way: 'debugger' });
    nameSession(state, 1, 'puppeteer');
    nameSession(state, 1, 'openclaw');
    nameSession(state, 1, 'puppeteer');
    expect(agentIn(state, 1)).toEqual({ kind: 'named', name: 'openclaw' });
  });

  it('that was first seen inside a tab and then drives the browser is one and the same', () => {
    const state = guard({ 1: 'tab' });
    noteSession(state, 1, [untrusted], now);
    nameSession(state, 1, 'puppeteer');
    state.latches.set(1, { tab: 1, at: now, reach: 'remote', evidence: [] });
    noteSession(state, 1, [attached], now + 1_000);
    const [only, second] = sessionViews(state);
    expect(second).toBeUndefined();
    expect(only).toMatchObject({ id: 'remote', agent: { name: 'puppeteer' } });
    expect(only?.evidence.map(({ sign }) => sign)).toEqual(['untrusted-event', 'debugger']);
  });

  it('has as many acts as it has tried different ones in a row', () => {
    const state = guard({ 1: 'tab' });
    countSessionAct(state, 1, 'a');
    noteSession(state, 1, [attached], now);
    for (const digest of ['a', 'a', 'b', 'a']) countSessionAct(state, 1, digest);
    expect(sessionViews(state)).toMatchObject([{ acts: 3 }]);
  });

  it('has ended where its last tab is closed or a person has taken it back', () => {
    const state = guard({ 1: 'tab' });
    noteSession(state, 1, [attached], now);
    leaveTab(state, 2);
    expect(sessionViews(state)).toHaveLength(1);
    leaveTab(state, 1);
    expect(sessionViews(state)).toEqual([]);
  });

  it('goes on as long as the browser says that it is driven', () => {
    const state = guard({ 1: 'remote' });
    state.browserDriven = true;
    noteSession(state, 1, [evidenceOf('webdriver', 'page', now)], now);
    expect(sessionViews(state)[0]?.evidence.map(({ source }) => source)).toEqual(['page', 'browser']);
    noteStillDriven(state, now + QUIET_MS - 1);
    endQuietSessions(state, now + QUIET_MS + 1);
    expect(sessionViews(state)).toHaveLength(1);
  });
});

it('of a browser that says that it is driven, an act is put down on the browser’s word', () => {
  const state = { ...guard({ 1: 'remote' }), browserDriven: true };
  expect(attributionOf(state, 1)).toMatchObject({
    actor: 'agent',
    source: 'browser',
    evidence: [{ sign: 'webdriver', source: 'browser' }],
  });
});

describe('for how long an agent counts as there', () => {
  const minutes = (count: number) => count * 60_000;
  const says = (latchMinutes: number, quietMinutes: number) => ({
    ...POLICY,
    agents: { latchMs: minutes(latchMinutes), quietMs: minutes(quietMinutes) },
  });
  /** A tab with an agent's last sign so many minutes ago. */
  function since(ago: number, policy: typeof POLICY) {
    const state = { ...guard({}), policy };
    const at = Date.now() - minutes(ago);
    state.latches.set(1, { tab: 1, at, reach: 'tab', evidence: [evidenceOf('debugger', 'browser', at)] });
    noteSession(state, 1, [evidenceOf('debugger', 'browser', at)], at);
    return state;
  }

  it('policy says, in the tab and in what people are told', () => {
    expect(attributionOf(since(29, POLICY), 1).actor).toBe('agent');
    expect(attributionOf(since(31, POLICY), 1).actor).toBe('unknown');
    expect([2, 4].map((ago) => attributionOf(since(ago, says(3, 1)), 1).actor)).toEqual(['agent', 'unknown']);
    expect(attributionOf(since(90, says(120, 3)), 1).actor).toBe('agent');
    expect([2, 4].map((ago) => sessionViews(since(ago, POLICY)).length)).toEqual([1, 0]);
    expect([4, 11].map((ago) => sessionViews(since(ago, says(30, 10))).length)).toEqual([1, 0]);
  });

  it('what a page showed counts no longer than that either', () => {
    const before = recentOf({ ...guard({}), policy: says(5, 3) }, [evidenceOf('untrusted-event', 'page', now)], now);
    const later = (policy: typeof POLICY) =>
      recentOf({ ...guard({}), policy }, before, now + minutes(7)).map(({ sign }) => sign);
    expect(before).toHaveLength(1);
    expect([later(POLICY), later(says(5, 3))]).toEqual([['untrusted-event'], []]);
  });
});
