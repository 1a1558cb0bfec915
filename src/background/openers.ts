/**
 * Which tab opened which. A tab that was opened from an agent's tab can be scripted by it, so it is the same agent's;
 * what is read in one of them is known in all. Touches no browser interface, so that the day of `npm run eval` can.
 */
import type { GuardState } from './state.ts';

/** Relations kept; the oldest go first. Tab ids are not used twice in one run of a browser. */
const MOST_OPENED = 500;

/** No honest tab is opened by a longer line of others. */
const LONGEST_LINE = 50;

/** Notes that a tab was opened from another; false when that was known. */
export function noteOpened(state: GuardState, tab: number, opener: number): boolean {
  if (tab < 0 || opener < 0 || tab === opener || state.openers.get(tab) === opener) return false;
  state.openers.set(tab, opener);
  for (const oldest of state.openers.keys()) {
    if (state.openers.size <= MOST_OPENED) break;
    state.openers.delete(oldest);
  }
  return true;
}

/** A tab and those that it comes from, nearest first. */
export function lineOf(state: GuardState, tab: number): readonly number[] {
  const line = [tab];
  for (let from = state.openers.get(tab); from !== undefined; from = state.openers.get(from)) {
    if (line.includes(from) || line.length >= LONGEST_LINE) break;
    line.push(from);
  }
  return line;
}

/** All tabs that come from where this one comes from, itself included. */
export function kinOf(state: GuardState, tab: number): readonly number[] {
  const root = rootOf(state, tab);
  const opened = [...state.openers.keys()].filter((each) => rootOf(state, each) === root);
  return [...new Set([tab, root, ...opened])];
}

function rootOf(state: GuardState, tab: number): number {
  return lineOf(state, tab).at(-1) ?? tab;
}
