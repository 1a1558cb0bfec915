/** What a trial has come to, in sentences and in bars: counts only. Pure. */
import type { TrialView } from '../messages/views.ts';
import { ruleName } from './rule-words.ts';
import { numberText, type Say } from './words.ts';

export interface Bar {
  readonly id: string;
  readonly name: string;
  readonly times: string;
  /** Length of the bar against the longest, from 0 to 1. */
  readonly share: number;
}

/** "Since 3 November: 1,204 acts …" and what would have been asked and refused. */
export function trialLines({ since, acts, asked, refused }: TrialView, say: Say): readonly string[] {
  const day = new Date(since).toLocaleDateString(undefined, { dateStyle: 'long' });
  return [
    say('trialActs', day, numberText(acts)),
    say('trialAsked', numberText(asked), shareText(asked, acts)),
    say('trialRefused', numberText(refused), shareText(refused, acts)),
  ];
}

/** The rules that decided most often; the longest bar is the first one's. */
export function trialBars({ top }: TrialView, say: Say): readonly Bar[] {
  const most = Math.max(1, ...top.map((each) => each.times));
  return top.map(({ rule, name, times }) => ({
    id: rule,
    name: ruleName(rule, name, say),
    times: numberText(times),
    share: times / most,
  }));
}

function shareText(part: number, whole: number): string {
  return new Intl.NumberFormat(undefined, { style: 'percent', maximumFractionDigits: 1 }).format(
    whole === 0 ? 0 : part / whole,
  );
}
