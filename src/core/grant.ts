/**
 * What a person lets agents do for a while without being asked: to write in one thread, to at most the people who read
 * there now, below a label, so many times, until a moment. A grant names no agent, since no name of one can be proved, and
 * it answers nothing but the one question that the mandate alone would ask.
 */
import * as z from 'zod/mini';
import { audienceKeys, WRITING_KINDS } from './action.ts';
import type { Facts, Judgement } from './decide.ts';

/** The shape in which grants are kept. */
const grant = z.strictObject({
  id: z.int(),
  site: z.string(),
  thread: z.string(),
  place: z.string(),
  audience: z.array(z.string()),
  highestRank: z.number(),
  times: z.int(),
  used: z.int(),
  from: z.number(),
  until: z.number(),
});

export interface Grant {
  /** Counts up in this browser. */
  readonly id: number;
  readonly site: string;
  readonly thread: string;
  /** What people call the thread. */
  readonly place: string;
  /** The readers at the moment of giving, as an act's audience names them; nobody else may read what is written. */
  readonly audience: readonly string[];
  /** The strictest label that may bear on what is written, by its rank. */
  readonly highestRank: number;
  /** How many acts it is good for, and how many have gone out by it. */
  readonly times: number;
  readonly used: number;
  /** Milliseconds since the epoch. */
  readonly from: number;
  readonly until: number;
}

/** How long a grant lasts: an answer or two while somebody is nearby, no standing order. */
export const GRANT_MS = 30 * 60_000;

/** Acts that one grant may cover. */
export const MOST_TIMES = 5;

/** Grants at once. */
export const MOST_GRANTS = 10;

/** Grants re-made field by field; what cannot be understood is no grant. */
export function parseGrants(value: unknown): readonly Grant[] {
  const result = z.safeParse(z.array(grant).check(z.maxLength(MOST_GRANTS)), value);
  return result.success ? result.data : [];
}

/** Whether a grant is over: by its time, by its uses, or by a clock that stands before it was given. */
export function isOver({ used, times, from, until }: Grant, now: number): boolean {
  return now >= until || now < from || used >= times;
}

/** The grants with one more, bounded: a new one for a thread takes the place of the old. */
export function withGrant(grants: readonly Grant[], given: Grant): readonly Grant[] {
  const others = grants.filter((each) => each.site !== given.site || each.thread !== given.thread);
  return [...others, given].slice(-MOST_GRANTS);
}

/** The grants with one more use. */
export function withUse(grants: readonly Grant[], id: number): readonly Grant[] {
  return grants.map((each) => (each.id === id ? { ...each, used: each.used + 1 } : each));
}

/**
 * The judgements where a grant may bear on them: only where all that stands against the act is that agents must ask. A
 * leak, a label, a rule, a stop or damage beside it, of whatever weight, and there is no grant.
 */
export function underGrant(facts: Facts, judgements: readonly Judgement[]): readonly Judgement[] {
  const [only, ...others] = judgements;
  if (facts.grant === null || only?.reason.kind !== 'mandate' || others.length > 0) return judgements;
  if (only.reason.mandate !== 'ask' || !covers(facts.grant, facts)) return judgements;
  return [{ level: 'REPORT', reason: { kind: 'grant', grant: facts.grant.id } }];
}

function covers(given: Grant, { action, ownLabel, matches, tainted, now }: Facts): boolean {
  if (isOver(given, now) || !(WRITING_KINDS as readonly string[]).includes(action.kind)) return false;
  if (given.site !== action.site || given.thread !== action.thread) return false;
  const ranks = [ownLabel, ...matches.map(({ reading }) => reading.label), ...tainted.map(({ label }) => label)];
  if (ranks.some(({ rank }) => rank > given.highestRank)) return false;
  if (action.attachments === 'unknown' || action.audience.kind !== 'known') return false;
  const readers = audienceKeys(action.audience);
  return readers.length > 0 && readers.every((each) => given.audience.includes(each));
}
