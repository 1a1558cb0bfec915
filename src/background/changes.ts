/**
 * What agents have changed lately without being asked, so that many small changes are judged as one large one. Touches
 * no browser interface, so that the same code judges the day of `npm run eval`.
 */
import { type Action, isChange, toWellFormed } from '../core/action.ts';
import { canonicalJson, sha256Hex } from '../core/canonical.ts';
import { itemsLately, withChange } from '../core/change.ts';
import type { Hold } from '../core/hold.ts';
import { sessionOf } from './sessions.ts';
import type { GuardState } from './state.ts';

/** Items that the session in this tab has changed lately, beside those of this act. */
export function changedLately(state: GuardState, tab: number, action: Action, now: number): number {
  return isChange(action.kind) ? itemsLately(state.changes, sessionOf(state, tab), nameOf(action), now) : 0;
}

/**
 * All changes with an agent's that goes out unasked; the same list for any other act. The same change of the same things
 * is one, however often and at whichever gate it is seen.
 */
export function withChangeOf(
  state: GuardState,
  tab: number,
  { action, attribution }: Pick<Hold, 'action' | 'attribution'>,
): GuardState['changes'] {
  if (!isChange(action.kind) || attribution.actor !== 'agent') return state.changes;
  const change = { session: sessionOf(state, tab), name: nameOf(action), items: action.items, at: Date.now() };
  return withChange(state.changes, change);
}

function nameOf({ kind, site, thread, text }: Action): string {
  return sha256Hex(canonicalJson([kind, site, toWellFormed(thread), toWellFormed(text)]));
}
