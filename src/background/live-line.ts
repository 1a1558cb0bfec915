/**
 * A page's own live line to its server (a NodeBB's socket): nobody can tell what it will carry, so an agent has none. It
 * is refused without a word, since the page asks for it again and again and no person could answer anything.
 */
import type { PolicySite } from '../core/policy.ts';
import { siteFor } from '../sites/all.ts';
import { matchesAny } from '../sites/patterns.ts';
import { isLatched } from './sessions.ts';
import { type GuardState, isTrialAt } from './state.ts';

/** Whether this request of a tab is its live line, and an agent is there. A trial refuses nothing. */
export function isAgentsLiveLine(state: GuardState, site: PolicySite, tab: number, path: string): boolean {
  return isLatched(state, tab) && !isTrialAt(state, site.id) && matchesAny(siteFor(site).livePaths ?? [], path);
}
