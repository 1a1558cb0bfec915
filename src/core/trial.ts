/**
 * What a trial (`enforcement: shadow`) counts: how often people would have been asked or refused, and by which rules.
 * Counts only: no act, no person, no text.
 */
import type { Actor } from './actor.ts';
import type { Level } from './decide.ts';

export interface TrialCounts {
  /** Milliseconds since the epoch. */
  readonly since: number;
  /** Acts of guarded sites that were judged. */
  readonly acts: number;
  readonly asked: Readonly<Record<Actor, number>>;
  readonly refused: Readonly<Record<Actor, number>>;
  /** Id of the rule that decided → how often. */
  readonly byRule: Readonly<Record<string, number>>;
}

/** Rules counted apart; what comes after them is counted as one. */
const MOST_RULES = 500;

export function emptyTrial(since: number): TrialCounts {
  return {
    since,
    acts: 0,
    asked: { human: 0, agent: 0, unknown: 0 },
    refused: { human: 0, agent: 0, unknown: 0 },
    byRule: {},
  };
}

/** The counts with one more act that would have had this verdict. */
export function countTrial(counts: TrialCounts, actor: Actor, level: Level, rule: string): TrialCounts {
  const acts = counts.acts + 1;
  if (level !== 'WARN' && level !== 'BLOCK') return { ...counts, acts };
  const column = level === 'WARN' ? 'asked' : 'refused';
  const key = Object.hasOwn(counts.byRule, rule) || Object.keys(counts.byRule).length < MOST_RULES ? rule : 'other';
  return {
    ...counts,
    acts,
    [column]: { ...counts[column], [actor]: counts[column][actor] + 1 },
    byRule: { ...counts.byRule, [key]: (Object.hasOwn(counts.byRule, key) ? (counts.byRule[key] ?? 0) : 0) + 1 },
  };
}

/** The rules that decided most often, most frequent first. */
export function topRules(
  counts: TrialCounts,
  most: number,
): readonly { readonly rule: string; readonly times: number }[] {
  return Object.entries(counts.byRule)
    .map(([rule, times]) => ({ rule, times }))
    .sort((a, b) => b.times - a.times || (a.rule < b.rule ? -1 : 1))
    .slice(0, most);
}

/** Counts re-made field by field from where they were kept; null when they are none. */
export function parseTrial(value: unknown): TrialCounts | null {
  if (!isRecord(value) || typeof value.since !== 'number' || typeof value.acts !== 'number') return null;
  const asked = perActor(value.asked);
  const refused = perActor(value.refused);
  if (asked === null || refused === null || !isRecord(value.byRule)) return null;
  const byRule = Object.entries(value.byRule).filter(
    (entry): entry is [string, number] => typeof entry[1] === 'number',
  );
  return { since: value.since, acts: value.acts, asked, refused, byRule: Object.fromEntries(byRule) };
}

function perActor(value: unknown): TrialCounts['asked'] | null {
  if (!isRecord(value)) return null;
  const { human, agent, unknown } = value;
  if (typeof human !== 'number' || typeof agent !== 'number' || typeof unknown !== 'number') return null;
  return { human, agent, unknown };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
