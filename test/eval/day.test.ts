/** The yardstick holds, and would not hold if what makes a leak one were not seen. */
import { describe, expect, it } from 'vitest';
import { live } from './day/questions.ts';
import { type Day, readDay, withEarlierReading } from './day/read-day.ts';
import { measureDay, reaches, YARDSTICK } from './day.ts';

const day = readDay();
const figures = measureDay(day);

describe('a day of one employee', () => {
  it('is 40 mails, 15 posts and 60 acts of agents, at least 12 of all these leaks', () => {
    const ofPerson = day.acts.filter((act) => act.tab.startsWith('alice-'));
    const mails = ofPerson.filter((act) => act.kind === 'send');
    expect([mails.length, ofPerson.length - mails.length, day.acts.length - ofPerson.length]).toEqual([40, 15, 60]);
    expect(figures.leaks).toBeGreaterThanOrEqual(12);
    expect(new Set(day.acts.map((act) => act.id)).size).toBe(day.acts.length);
  });

  it('costs no more questions than the design allows, and lets no leak pass', () => {
    expect(figures.questions).toBeLessThanOrEqual(YARDSTICK.questions);
    expect(figures.own).toBeLessThanOrEqual(YARDSTICK.own);
    expect(figures.leaksMissed).toEqual([]);
    expect(reaches(figures)).toBe(true);
  });

  it('asks the person about her own acts only where the table of who must say yes does', () => {
    const asked = live(day).questions.filter(({ kind }) => kind === 'own');
    // A paste for eight new readers, a colleague's mail for somebody outside, and the one real mistake.
    expect(asked.flatMap(({ acts }) => acts.map(({ act }) => act.id))).toEqual(['p05', 'm24', 'm30']);
  });

  it('asks alone about an agent’s harmless act only for its readers, or for what its session has read', () => {
    const alone = live(day).questions.filter(({ kind }) => kind !== 'own' && kind !== 'together');
    const harmless = alone.flatMap(({ acts }) => acts.filter(({ act }) => act.leak === undefined));
    expect(harmless.map(({ act }) => act.id)).toEqual(['a13', 'a51']);
  });

  it('holds a leak without knowing it only where no mark and no word shows it', () => {
    expect(['a46']).toEqual(expect.arrayContaining([...figures.leaksUnnamed]));
  });
});

it('is known to ask too often where a session reads a label early: all that it writes to others later is asked alone', () => {
  const earlier = measureDay(withEarlierReading(day));
  expect(earlier.missed).toBe(0);
  expect(earlier.questions).toBeGreaterThan(YARDSTICK.questions);
});

describe('the measure can fail: a leak is missed', () => {
  const withoutReading = (tab: string, thread: string): Day => ({
    ...day,
    readings: day.readings.map((each) =>
      each.tab === tab ? { ...each, threads: each.threads.filter((name) => name !== thread) } : each,
    ),
  });
  const withoutMark = (thread: string): Day => ({
    ...day,
    threads: day.threads.map((each) => (each.thread === thread ? { ...each, tags: [] } : each)),
  });

  it.each<[string, Day, string]>([
    ['where the page does not say that the price list is Confidential', withoutMark('thread-f:1004'), 'm30'],
    ['where the agent on the board was not seen reading', withoutReading('board-bot', 'topic:13'), 'a39'],
    ['where one tab of a remote client was not seen reading', withoutReading('desk-forum', 'topic:201'), 'a56'],
  ])('%s', (_name, changed, missed) => {
    const found = measureDay(changed);
    expect(found.leaksMissed).toEqual([missed]);
    expect(reaches(found)).toBe(false);
  });

  it('and too many questions are too many', () => {
    const oneLookMore: Day = { ...day, looks: [...day.looks, 10 * 60 + 30].sort((a, b) => a - b) };
    expect(measureDay(oneLookMore).questions).toBe(figures.questions + 1);
  });
});
