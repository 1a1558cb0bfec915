/**
 * What agents have changed lately without being asked, so that many small changes are judged as one large one. Touches
 * no browser interface, so that the same code judges the day of `npm run eval`.
 */
import { isChange } from '../core/action.ts';
import { itemsLately, withChange } from '../core/change.ts';
import type { Hold } from '../core/hold.ts';
import { nameOf } from './breaker-facts.ts';
import { sessionOf } from './sessions.ts';
import type { GuardState } from './state.ts';

/**
 * All agents of this browser count as one: one that works in several tabs shows in each as another session, and would
 * otherwise have the whole limit in every tab (tried: 19 items from each).
 */
const AGENTS = 'agents';

/** Items that agents have changed lately, beside those of this act; of whoever else acts, the session in this tab. */
export function changedLately(
  state: GuardState,
  tab: number,
  { action, attribution }: Pick<Hold, 'action' | 'attribution'>,
  now: number,
): number {
  const session = attribution.actor === 'agent' ? AGENTS : sessionOf(state, tab);
  return isChange(action.kind) ? itemsLately(state.changes, session, nameOf(action), now) : 0;
}

/**
 * All changes with an agent's that goes out unasked; the same list for any other act. The same change of the same things
 * is one, however often and at whichever gate it is seen.
 */
export function withChangeOf(
  state: GuardState,
  { action, attribution }: Pick<Hold, 'action' | 'attribution'>,
): GuardState['changes'] {
  if (!isChange(action.kind) || attribution.actor !== 'agent') return state.changes;
  const change = { session: AGENTS, name: nameOf(action), items: action.items, at: Date.now() };
  return withChange(state.changes, change);
}
