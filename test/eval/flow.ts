/**
 * Written cases of text that flows from where it was read to somebody else: each that must not pass unasked has to be
 * asked about or refused, and of the others at most one in ten may be asked about (the design).
 */

import type { Evaluation, Measured } from './evaluation.ts';
import { type Played, play } from './flow/play.ts';
import { type FlowCase, readCases } from './flow/read-cases.ts';

/** Of the acts in which nothing leaks, the share that may be asked about. */
const MOST_OVER_ASKED = 0.1;

export interface FlowFailure {
  readonly case: string;
  readonly what: 'missed' | 'over-asked' | 'other answer';
  readonly expected: string;
  readonly answer: string;
  /** The kinds of its reasons. */
  readonly reasons: readonly string[];
  /** What the case says of it; absent where it says nothing. */
  readonly known?: string;
}

export interface FlowFigures {
  readonly cases: number;
  readonly leaks: number;
  /** Leaks that passed, or were held for nothing but what agents may do there. */
  readonly missed: number;
  readonly benign: number;
  /** Asked about or refused although nothing leaks, for another reason than what agents may do there. */
  readonly overAsked: number;
  readonly failures: readonly FlowFailure[];
}

export const FLOW: Evaluation = {
  about: 'written cases of text that flows: what is missed, and what is asked about for nothing (--cases DIR)',
  measure({ cases }): Measured {
    const judged = readCases(cases).map((each) => ({ each, played: play(each) }));
    const figures = figuresOf(judged);
    return { figures: { ...figures }, lines: report(judged, figures), passed: reaches(figures) };
  },
};

interface Judged {
  readonly each: FlowCase;
  readonly played: Played;
}

/** The figures of some cases. */
export function measureFlow(cases: readonly FlowCase[]): FlowFigures {
  return figuresOf(cases.map((each) => ({ each, played: play(each) })));
}

/** Nothing missed, little asked for nothing, and each question for nothing explained in its case. */
export function reaches({ missed, benign, overAsked, failures }: FlowFigures): boolean {
  const explained = failures.every(({ what, known }) => what !== 'other answer' && known !== undefined);
  return missed === 0 && overAsked <= benign * MOST_OVER_ASKED && explained;
}

function figuresOf(judged: readonly Judged[]): FlowFigures {
  const leaks = judged.filter(({ each }) => each.leak !== null);
  const failures = judged.flatMap(failureOf);
  const count = (what: FlowFailure['what']) => failures.filter((each) => each.what === what).length;
  return {
    cases: judged.length,
    leaks: leaks.length,
    missed: count('missed'),
    benign: judged.length - leaks.length,
    overAsked: count('over-asked'),
    failures,
  };
}

function failureOf({ each, played }: Judged): readonly FlowFailure[] {
  const { answer, byMandate, assessment } = played;
  const asks = answer !== 'not asked' && !byMandate;
  const what =
    each.leak !== null && !asks
      ? 'missed'
      : each.leak === null && asks
        ? 'over-asked'
        : answer !== each.expected
          ? 'other answer'
          : null;
  if (what === null) return [];
  const reasons = assessment.verdict.reasons.map(({ kind }) => kind);
  const { id, expected, known } = each;
  return [{ case: id, what, expected, answer, reasons, ...(known === undefined ? {} : { known }) }];
}

function report(judged: readonly Judged[], figures: FlowFigures): readonly string[] {
  return [
    ...judged.map(caseLine),
    '',
    ...figures.failures.map(failureLine),
    '',
    `${figures.cases} cases: of ${figures.leaks} leaks ${figures.missed} missed; of ${figures.benign} others ${figures.overAsked} asked about for nothing.`,
    reaches(figures) ? 'As good as the design asks.' : 'NOT as good as the design asks.',
  ];
}

function caseLine({ each, played }: Judged): string {
  const answer = played.byMandate ? `${played.answer} (mandate)` : played.answer;
  const ends = answer.startsWith(each.expected) ? '' : `   expected: ${each.expected}`;
  return `${each.leak === null ? '      ' : 'leak  '}${answer.padEnd(18)} ${each.id}${ends}`;
}

function failureLine({ case: id, what, answer, expected, reasons, known }: FlowFailure): string {
  return `${what}: ${id}: ${answer} (${reasons.join(', ') || 'no reason'}), expected ${expected}. ${known ?? 'NOT EXPLAINED'}`;
}
