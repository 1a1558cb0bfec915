/** The last good policy as it is kept: the values, where they came from, and when they were taken up. */
import type { Policy } from '../core/policy.ts';
import { checkedPolicy } from './check-policy.ts';

export type PolicyOrigin = 'managed' | 'packaged' | 'imported';

export interface LastGood {
  readonly raw: unknown;
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly source: PolicyOrigin;
}

/** What was kept, re-made field by field; null when there is nothing. */
export function parseLastGood(value: unknown): LastGood | null {
  if (typeof value !== 'object' || value === null || !('raw' in value) || !('at' in value)) return null;
  const source = 'source' in value && value.source === 'imported' ? 'imported' : 'managed';
  return typeof value.at === 'number' ? { raw: value.raw, at: value.at, source } : null;
}

/**
 * That policy, read as of the day on which it was good: a clock that is set back must not make the end of an exception
 * too far away, and so take every site but the built-in one from the guard.
 */
export function lastGoodPolicy(last: LastGood | null): Policy | null {
  const reading = last === null ? null : checkedPolicy(last.raw, 'file', last.at);
  return reading?.kind === 'good' ? reading.policy : null;
}
