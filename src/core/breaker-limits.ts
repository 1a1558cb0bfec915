/** From how much on agents are stopped: the defaults with their reasons, and what policy and the person make of them. */
import type { Measure, Scope } from './breaker-measure.ts';
import { ASKED_FROM_ITEMS } from './change.ts';

type Limits = Readonly<Record<Measure, number>>;

/** A stop opens when a measure comes to this many, by whose acts are measured. */
export type BreakerLimits = Readonly<Record<Scope['kind'], Limits>>;

/**
 * For one session of an agent.
 * `acts`: Discourse lets a person post once in five seconds by default (`rate_limit_create_post`), twelve times a minute;
 * two and a half times that is no hand, and leaves room for a task of twenty sends.
 * `audiences`: Discourse lets a person write to twenty others in a day by default (`max_personal_messages_per_day`); more
 * than that in ten minutes is a mailing.
 * `newReaders`: over fifty people are a circle that nobody confirms in passing (waiting acts of that reach are never
 * confirmed together).
 * `items`: the number from which on a person is asked about what is put away.
 * `declined`: after three refusals in a row the automatic mode of Claude Code stops deciding by itself, too
 * (code.claude.com/docs/en/permission-modes, 2026).
 */
export const SESSION_LIMITS: Limits = { acts: 30, audiences: 21, newReaders: 50, items: ASKED_FROM_ITEMS, declined: 3 };

/**
 * What several sessions may come to together. Of what only shows that one of them is out of hand, twice as much; of what
 * does harm the same, so that nothing is gained by spreading it over tabs.
 */
export function limitsOf(session: Limits): BreakerLimits {
  const together = {
    ...session,
    acts: 2 * session.acts,
    audiences: 2 * session.audiences,
    declined: 2 * session.declined,
  };
  return { session, site: together, all: together };
}
