/**
 * What a person lets agents do for a while without being asked: to write in one thread, to at most the people who read
 * there now, below a label, so many times, until a moment. A grant names no agent, since no name of one can be proved, and
 * it answers nothing but the question that the mandate alone would ask.
 */
import { type Action, audienceKeys, WRITING_KINDS } from './action.ts';
import type { Mandate } from './policy.ts';

export interface Grant {
  /** Counts up in this browser. */
  readonly id: number;
  readonly site: string;
  readonly thread: string;
  /** What people call the thread. */
  readonly place: string;
  /** The readers at the moment of giving, as an act's audience names them; nobody else may read what is written. */
  readonly audience: readonly string[];
  /** The strictest label that what is written may carry or the agent may have met, by its rank. */
  readonly highestRank: number;
  /** How many acts it is good for. */
  readonly times: number;
  /** Names of the acts that have used it: the same act uses it once. */
  readonly used: readonly string[];
  /** Milliseconds since the epoch. */
  readonly from: number;
  readonly until: number;
}

/** How long a grant may last, and how many acts it may cover: an answer or two while somebody is nearby, no standing order. */
export const LONGEST_GRANT_MS = 30 * 60_000;
export const MOST_TIMES = 5;

/** Grants at once. */
export const MOST_GRANTS = 10;

/** An act as far as a grant looks at it. */
export interface Granted {
  readonly action: Pick<Action, 'kind' | 'site' | 'thread' | 'audience' | 'attachments'>;
  /** The same for the same act at every gate. */
  readonly name: string;
  readonly mandate: Mandate;
  /** The rank of the strictest label that bears on it. */
  readonly rank: number;
  readonly now: number;
}

/** Whether a grant is over: by its time, by its uses, or by a clock that stands before it was given. */
export function isOver(grant: Grant, now: number): boolean {
  return now >= grant.until || now < grant.from || grant.used.length >= grant.times;
}

/** The grant that covers an act, if any. Only where agents must ask: policy that says less than that is not to be granted away. */
export function grantFor(grants: readonly Grant[], act: Granted): Grant | null {
  if (act.mandate !== 'ask' || !(WRITING_KINDS as readonly string[]).includes(act.action.kind)) return null;
  return grants.find((grant) => covers(grant, act)) ?? null;
}

/** The grants with one more use, by the act's name; the same act that is tried again uses it no second time. */
export function withUse(grants: readonly Grant[], id: number, name: string): readonly Grant[] {
  return grants.map((grant) =>
    grant.id !== id || grant.used.includes(name) ? grant : { ...grant, used: [...grant.used, name] },
  );
}

function covers(grant: Grant, { action, name, rank, now }: Granted): boolean {
  if (now >= grant.until || now < grant.from) return false;
  if (grant.used.length >= grant.times && !grant.used.includes(name)) return false;
  if (grant.site !== action.site || grant.thread !== action.thread || rank > grant.highestRank) return false;
  if (action.attachments === 'unknown' || action.audience.kind !== 'known') return false;
  const readers = audienceKeys(action.audience);
  return readers.length > 0 && readers.every((each) => grant.audience.includes(each));
}
