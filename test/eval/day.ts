/**
 * The yardstick is a day: 40 mails and 15 posts of a person and 60 acts of her agents may cost her at most 12
 * questions, 3 of them about what she does herself, and no leak may pass (the design). Whatever is not counted as a
 * question is counted beside it: acts one by one, refusals, and leaks whose question does not say so.
 */
import { permits } from '../../src/background/assess.ts';
import { type Judged, live, type Question, type QuestionKind } from './day/questions.ts';
import { type Day, readDay, withEarlierReading } from './day/read-day.ts';
import { actLine, questionLine } from './day/words.ts';
import type { Evaluation, Measured } from './evaluation.ts';

export const YARDSTICK = { questions: 12, own: 3, missed: 0 } as const;

export interface DayFigures {
  /** Questions, where what waits together is one. */
  readonly questions: number;
  /** Those about the person's own acts. */
  readonly own: number;
  /** Leaks that passed without a question. */
  readonly missed: number;
  readonly byKind: Readonly<Record<QuestionKind, number>>;
  /** Acts that needed a yes, each on its own. */
  readonly actsAsked: number;
  /** Questions in which there was no leak. */
  readonly questionsWithoutLeak: number;
  readonly acts: number;
  readonly leaks: number;
  readonly refused: number;
  /** Acts that were refused although they were no leak. */
  readonly refusedWithoutLeak: number;
  /** Leaks that were held, but nothing in the question says that they are one. */
  readonly leaksUnnamed: readonly string[];
  readonly leaksMissed: readonly string[];
}

/** What a machine gets: the day, and how many questions it would be with one reading earlier. */
interface WithEarlier extends DayFigures {
  readonly questionsIfReadEarlier: number;
}

export const DAY: Evaluation = {
  about: 'how often a day of one employee is interrupted, and what slips through',
  measure(): Measured {
    const day = readDay();
    const { judged, questions } = live(day);
    const earlier = measureDay(withEarlierReading(day)).questions;
    const figures: WithEarlier = { ...figuresOf(judged, questions), questionsIfReadEarlier: earlier };
    return { figures: { ...figures }, lines: report(figures, judged, questions), passed: reaches(figures) };
  },
};

/** The figures of any day; the tests change the committed one. */
export function measureDay(day: Day): DayFigures {
  const { judged, questions } = live(day);
  return figuresOf(judged, questions);
}

export function reaches({ questions, own, missed }: DayFigures): boolean {
  return questions <= YARDSTICK.questions && own <= YARDSTICK.own && missed <= YARDSTICK.missed;
}

function figuresOf(judged: readonly Judged[], questions: readonly Question[]): DayFigures {
  const leaks = judged.filter(isLeak);
  const refused = judged.filter(({ assessment }) => assessment.verdict.level === 'BLOCK');
  const missed = leaks.filter(({ assessment }) => permits(assessment.verdict));
  return {
    questions: questions.length,
    own: questions.filter(({ kind }) => kind === 'own').length,
    missed: missed.length,
    byKind: countByKind(questions),
    actsAsked: judged.filter(({ assessment }) => assessment.verdict.level === 'WARN').length,
    questionsWithoutLeak: questions.filter(({ acts }) => !acts.some(isLeak)).length,
    acts: judged.length,
    leaks: leaks.length,
    refused: refused.length,
    refusedWithoutLeak: refused.filter((each) => !isLeak(each)).length,
    leaksUnnamed: leaks.filter(isUnnamed).map(({ act }) => act.id),
    leaksMissed: missed.map(({ act }) => act.id),
  };
}

function isLeak({ act }: Judged): boolean {
  return act.leak !== undefined;
}

/** Held, and asked about like any other act of an agent. */
function isUnnamed({ assessment: { verdict } }: Judged): boolean {
  return verdict.level === 'WARN' && verdict.reasons.every((reason) => reason.kind === 'mandate');
}

function countByKind(questions: readonly Question[]): Readonly<Record<QuestionKind, number>> {
  const count = (kind: QuestionKind) => questions.filter((each) => each.kind === kind).length;
  return {
    own: count('own'),
    together: count('together'),
    leak: count('leak'),
    'top label': count('top label'),
    'new outside': count('new outside'),
    'many readers': count('many readers'),
  };
}

function report(figures: WithEarlier, judged: readonly Judged[], questions: readonly Question[]): readonly string[] {
  const refused = judged.filter(({ assessment }) => assessment.verdict.level === 'BLOCK');
  const missed = judged.filter(({ act }) => figures.leaksMissed.includes(act.id));
  const some = (title: string, lines: readonly string[]) => (lines.length === 0 ? [] : ['', title, ...lines]);
  return [
    'Asked',
    ...questions.flatMap(questionLine),
    ...some('Refused, nobody asked', refused.map(actLine)),
    ...some('MISSED: left without a question', missed.map(actLine)),
    '',
    ...summary(figures),
  ];
}

function summary(figures: WithEarlier): readonly string[] {
  const { questions, own, missed, leaks, leaksUnnamed } = figures;
  return [
    `${figures.acts} acts, ${leaks} of them leaks.`,
    `Questions: ${questions} (yardstick ${YARDSTICK.questions}), ${figures.questionsWithoutLeak} of them without any leak in them.`,
    `About her own acts: ${own} (yardstick ${YARDSTICK.own}).`,
    `Each act on its own instead of lists: ${figures.actsAsked} questions.`,
    `Had one Confidential mail been read by her assistant at nine and not in the afternoon: ${figures.questionsIfReadEarlier} questions.`,
    `Refused without a question: ${figures.refused}, ${figures.refusedWithoutLeak} of them no leaks.`,
    `Leaks missed: ${missed} (yardstick ${YARDSTICK.missed}); held, but asked about as if they were none: ${leaksUnnamed.length}${leaksUnnamed.length > 0 ? ` (${leaksUnnamed.join(', ')})` : ''}.`,
    reaches(figures) ? 'The day is as quiet and as tight as the design asks.' : 'The day is NOT as the design asks.',
  ];
}
