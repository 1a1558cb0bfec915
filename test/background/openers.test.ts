/** A tab that an agent's tab opened is the agent's too, and what is read in one of them is known in all. */
import { describe, expect, it } from 'vitest';
import { kinOf, lineOf, noteOpened } from '../../src/background/openers.ts';
import { agentTabs, isLatched, sessionOf, taintsOf } from '../../src/background/sessions.ts';
import { emptyState, type GuardState, type Latch } from '../../src/background/state.ts';
import type { Reading } from '../../src/core/exposure.ts';
import { UNMARKED } from '../../src/core/label.ts';

function guard(latched: readonly Latch['tab'][], reach: Latch['reach'] = 'tab'): GuardState {
  const latch = (tab: number): Latch => ({ tab, at: Date.now(), reach, evidence: [] });
  return { ...emptyState(), latches: new Map(latched.map((tab) => [tab, latch(tab)])) };
}

function reading(tab: number): Reading {
  return {
    id: `forum topic:77 tab:${tab}`,
    site: 'forum',
    thread: 'topic:77',
    title: '',
    label: { ...UNMARKED, rank: 3 },
    at: Date.now(),
    actor: 'unknown',
    session: `tab:${tab}`,
    depth: 0,
    prints: { words: [], signs: [], rare: [] },
  };
}

describe('tabs that were opened from others', () => {
  it('are an agent’s where one of those they come from is, however far back', () => {
    const state = guard([1]);
    noteOpened(state, 2, 1);
    noteOpened(state, 3, 2);
    expect([1, 2, 3, 4].map((tab) => isLatched(state, tab))).toEqual([true, true, true, false]);
    expect([...agentTabs(state)].sort()).toEqual([1, 2, 3]);
    expect(sessionOf(state, 3)).toBe('tab:1');
  });

  it('leave the tab that opened them as it is', () => {
    const state = guard([2]);
    noteOpened(state, 2, 1);
    expect(isLatched(state, 1)).toBe(false);
    expect(sessionOf(state, 1)).toBe('tab:1');
  });

  it('are nobody’s again once the agent has been gone for long', () => {
    const state = guard([1]);
    noteOpened(state, 2, 1);
    state.latches.set(1, { tab: 1, at: Date.now() - state.policy.agents.latchMs - 1, reach: 'tab', evidence: [] });
    expect(isLatched(state, 2)).toBe(false);
    expect(agentTabs(state)).toEqual([]);
  });

  it('belong to a remote client where their opener does', () => {
    const state = guard([1], 'remote');
    noteOpened(state, 2, 1);
    expect(sessionOf(state, 2)).toBe('remote');
  });

  it('know what was read in the others, in whichever it was', () => {
    const state: GuardState = { ...guard([1]), readings: [reading(1), reading(3), reading(9)] };
    noteOpened(state, 2, 1);
    noteOpened(state, 3, 1);
    for (const tab of [1, 2, 3])
      expect(
        taintsOf(state, tab)
          .map(({ session }) => session)
          .sort(),
      ).toEqual(['tab:1', 'tab:3']);
    expect(taintsOf(state, 9).map(({ session }) => session)).toEqual(['tab:9']);
  });

  it('make no circle that anybody could be caught in, and no list without end', () => {
    const state = guard([]);
    noteOpened(state, 1, 2);
    noteOpened(state, 2, 1);
    expect(lineOf(state, 1)).toEqual([1, 2]);
    expect([...kinOf(state, 1)].sort()).toEqual([1, 2]);
    for (let tab = 10; tab < 2_000; tab++) noteOpened(state, tab, tab - 1);
    expect(state.openers.size).toBe(500);
    expect(lineOf(state, 1_999).length).toBeLessThanOrEqual(50);
  });

  it('are noted once, and only where both tabs can be told', () => {
    const state = guard([]);
    expect([
      noteOpened(state, 2, 1),
      noteOpened(state, 2, 1),
      noteOpened(state, 3, -1),
      noteOpened(state, 4, 4),
    ]).toEqual([true, false, false, false]);
  });
});
