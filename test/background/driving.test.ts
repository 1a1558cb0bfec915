/** For how long a person's hands in a tab count as the person's, once the tab has been taken back. */
import { afterEach, describe, expect, it, vi } from 'vitest';
import { noteOpened } from '../../src/background/openers.ts';
import { drivenBeside } from '../../src/background/sessions.ts';
import { DRIVE_MS, emptyState, isDriven } from '../../src/background/state.ts';

afterEach(() => vi.useRealTimers());

describe('a tab that a person has taken back', () => {
  const since = Date.UTC(2026, 10, 24, 18);
  const state = {
    ...emptyState(),
    drives: new Map([[7, { tab: 7, until: since + DRIVE_MS, state: 'driving' as const }]]),
  };
  const isDrivenAfter = (ms: number) => {
    vi.useFakeTimers({ now: since + ms });
    return isDriven(state, 7);
  };

  it('is the person’s for ten minutes', () => {
    expect([0, 1, DRIVE_MS - 1, DRIVE_MS].map(isDrivenAfter)).toEqual([true, true, true, false]);
  });

  it('is the person’s no longer once the clock was set back', () => {
    expect([-1, -3_600_000].map(isDrivenAfter)).toEqual([false, false]);
  });

  it('is within reach of an agent in it, in the tab that opened it and in those that it opened', () => {
    const kin = { ...state, openers: new Map<number, number>() };
    noteOpened(kin, 7, 1);
    noteOpened(kin, 8, 7);
    expect([7, 1, 8, 9].map((tab) => drivenBeside(kin, tab))).toEqual([[7], [7], [7], []]);
  });
});
