/** The trial's counts, kept over restarts and written into the record once a day: counts only, no act and no person. */
import { ruleThatDecided } from '../core/rule-that-decided.ts';
import { countTrial, emptyTrial, parseTrial, topRules } from '../core/trial.ts';
import type { Assessment } from './assess.ts';
import { readDurable, writeDurable } from './database.ts';
import { record } from './record.ts';
import { type GuardState, isTrial } from './state.ts';

/** A report a day: often enough to steer a trial, too seldom to follow anybody. */
const REPORT_EVERY_MS = 24 * 3_600_000;

/** Rules named in a report. */
const MOST_RULES = 20;

/** Fills the state with the counts so far. */
export async function loadTrial(state: GuardState): Promise<void> {
  state.trial = parseTrial(await readDurable('trial').catch(() => null)) ?? emptyTrial(Date.now());
}

/** Counts one act that would not have passed, or has passed, while this is a trial. */
export function noteTrial(state: GuardState, { untried, attribution }: Assessment): void {
  if (!isTrial(state)) return;
  const rule = ruleThatDecided(untried, attribution.actor);
  state.trial = countTrial(state.trial, attribution.actor, untried.level, rule);
  void writeDurable('trial', state.trial).catch(() => undefined);
}

/** Writes the day's counts into the record when a day is over. */
export async function reportWhenDue(state: GuardState): Promise<void> {
  if (isTrial(state) && Date.now() - state.trial.since >= REPORT_EVERY_MS) await reportTrial(state);
}

/** Writes the counts into the record and begins anew. */
export async function reportTrial(state: GuardState): Promise<void> {
  const { since, acts, asked, refused } = state.trial;
  const rules = topRules(state.trial, MOST_RULES).map(({ rule, times }) => [rule, times]);
  await record('trial-report', { since, acts, asked: { ...asked }, refused: { ...refused }, rules });
  state.trial = emptyTrial(Date.now());
  await writeDurable('trial', state.trial);
}
