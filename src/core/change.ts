/**
 * How an act that changes things is judged, by who acts and how much the same session has changed lately. What is put
 * away can be found again, so a few items ask for nothing; what lets mail out, or is gone for good, is always asked
 * about when an agent does it. Bulk counts items, not clicks.
 */
import { type ActionKind, type ChangingKind, isChange } from './action.ts';
import type { Actor } from './actor.ts';
import type { Level, Review } from './decide.ts';
import type { Mandate } from './policy.ts';
import type { Reason } from './reason.ts';

/** From this many items within `LATELY_MS` on a person is asked (design: "no question below 20 items in 10 minutes"). */
export const ASKED_FROM_ITEMS = 20;
export const LATELY_MS = 10 * 60_000;

/** What only puts things away, and can be undone by hand. */
const PUTS_AWAY: ReadonlySet<ChangingKind> = new Set(['archive', 'trash', 'label', 'spam']);

/** What is asked about unless a person surely does it: it goes on by itself afterwards, or cannot be taken back (design). */
const LASTS: ReadonlySet<ChangingKind> = new Set([
  'delete',
  'delegate',
  'forwarding',
  'filter',
  'auto-reply',
  'export',
  'import',
]);

export interface ChangeFacts {
  readonly kind: ActionKind;
  readonly items: number;
  readonly actor: Actor;
  readonly mandate: Mandate;
  /** Items that this session has changed unasked within the last ten minutes, without those of this act. */
  readonly itemsLately: number;
}

export interface ChangeJudgement {
  readonly level: Level;
  readonly review: Review;
  readonly reason: Reason;
}

/** What a change demands by itself; null for a person's, and for an act that writes. Whom it reaches is judged apart. */
export function judgeChange({ kind, items, actor, mandate, itemsLately }: ChangeFacts): ChangeJudgement | null {
  if (!isChange(kind) || actor === 'human') return null;
  const putsAway = PUTS_AWAY.has(kind);
  if (actor === 'unknown')
    return LASTS.has(kind)
      ? { level: 'WARN', review: 'light', reason: { kind: 'change', why: 'always', items } }
      : null;
  if (mandate === 'observe') return { level: 'BLOCK', review: 'none', reason: { kind: 'mandate', mandate, actor } };
  if (!putsAway) return { level: 'WARN', review: 'grave', reason: { kind: 'change', why: 'always', items } };
  const together = itemsLately + items;
  return together < ASKED_FROM_ITEMS
    ? { level: 'REPORT', review: 'none', reason: { kind: 'change', why: 'few', items: together } }
    : { level: 'WARN', review: 'grave', reason: { kind: 'change', why: 'many', items: together } };
}

/** A change that went out unasked. */
export interface Changed {
  readonly session: string;
  /** The same for the same change of the same things, however often it is tried. */
  readonly name: string;
  readonly items: number;
  /** Milliseconds since the epoch. */
  readonly at: number;
}

/** Sessions that are remembered; a browser has fewer tabs that an agent works in within ten minutes. */
const MOST_SESSIONS = 200;

/** How much a session has changed lately, without what bears this name. */
export function itemsLately(changes: readonly Changed[], session: string, name: string, now: number): number {
  return changes
    .filter((each) => each.session === session && each.name !== name && isLate(each, now))
    .reduce((sum, { items }) => sum + items, 0);
}

/**
 * The changes with one more, bounded: each concerns one item at least, so that of one session more than the limit of
 * them would say nothing more.
 */
export function withChange(changes: readonly Changed[], change: Changed): readonly Changed[] {
  const others = changes.filter((each) => isLate(each, change.at) && !isSame(each, change));
  const own = others.filter(({ session }) => session === change.session).slice(-ASKED_FROM_ITEMS);
  const rest = others.filter(({ session }) => session !== change.session);
  const sessions = [...new Set(rest.map(({ session }) => session))].slice(-MOST_SESSIONS);
  const kept = new Set(sessions);
  return [...rest.filter(({ session }) => kept.has(session)), ...own, change];
}

function isSame(a: Changed, b: Changed): boolean {
  return a.session === b.session && a.name === b.name;
}

/** A clock that was set back makes nothing older. */
function isLate({ at }: Changed, now: number): boolean {
  return now - at < LATELY_MS;
}
