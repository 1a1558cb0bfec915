/** What stands in many threads is no sign of one of them, unless it is too long to be a footer or only copies of one secret. */
import { describe, expect, it } from 'vitest';
import { fingerprint } from '../../../src/core/exposure/fingerprint.ts';
import { matchReadings, type Reading } from '../../../src/core/exposure.ts';
import { UNMARKED } from '../../../src/core/label.ts';

const KEY = new Uint8Array(32).fill(7);
const SENTENCE =
  'The outage began when the token for the eastern registry was rotated twice within a single hour on Tuesday. ';
const words = (from: number, count: number) => Array.from({ length: count }, (_, i) => `unique${from + i}x`).join(' ');

let next = 0;
const read = (text: string, rank = 0, thread = `topic:${next}`): Reading => ({
  id: `reading ${next++}`,
  site: 'forum',
  thread,
  title: '',
  label: { ...UNMARKED, rank },
  at: 0,
  actor: 'agent',
  session: 'tab:1',
  depth: 0,
  prints: fingerprint(text, KEY),
});
const found = (draft: string, readings: readonly Reading[]) =>
  matchReadings(draft, readings, KEY).map(({ reading }) => reading.id);

describe('a passage', () => {
  const own = (n: number) => words(n * 1_000, 60);

  it('that two threads have is found in both, and one that three have in none', () => {
    const readings = [1, 2, 3].map((n) => read(`${own(n)} ${SENTENCE}`));
    expect(found(SENTENCE, readings.slice(0, 2))).toHaveLength(2);
    expect(found(SENTENCE, readings)).toEqual([]);
    expect(found(`${SENTENCE} ${own(2)}`, readings)).toEqual([readings[1]?.id]);
  });

  it('counts one thread once, in however many tabs it was read', () => {
    const readings = [1, 2, 3].map(() => read(SENTENCE, 0, 'topic:one'));
    expect(found(SENTENCE, readings)).toHaveLength(3);
  });

  it('of a labelled thread is found however many copies have the same label, until three under lower ones have it', () => {
    const secrets = [1, 2, 3, 4].map((n) => read(`${own(n)} ${SENTENCE}`, 3));
    expect(found(SENTENCE, secrets)).toHaveLength(4);
    const public_ = [5, 6, 7].map((n) => read(`${own(n)} ${SENTENCE}`));
    expect(found(SENTENCE, [...secrets, ...public_.slice(0, 2)])).toEqual(
      expect.arrayContaining(secrets.map(({ id }) => id)),
    );
    expect(found(SENTENCE, [...secrets, ...public_])).toEqual([]);
  });

  it('that is longer than any footer is found, however many threads have it', () => {
    const long = words(900_000, 200);
    expect(long.length).toBeGreaterThan(1_600);
    const readings = [1, 2, 3, 4].map((n) => read(`${own(n)} ${long}`));
    expect(found(long, readings)).toHaveLength(4);
  });

  it('is found no more once its reading is gone, and is again when it comes back', () => {
    const [one, two] = [read(`${own(1)} ${SENTENCE}`), read(own(2))];
    expect(found(SENTENCE, [one, two])).toEqual([one.id]);
    expect(found(SENTENCE, [two])).toEqual([]);
    expect(found(SENTENCE, [two, one])).toEqual([one.id]);
  });
});

describe('numbers, codes and addresses', () => {
  it('give a source away in a text that says all else in other words, from three of them on', () => {
    const source = read('Invoice INV-2026-00417 over 4,217,900 for host db7.corp.internal was paid on order of Kim.');
    const told = (names: string) => found(`Somebody has settled something large: ${names}, it seems.`, [source]);
    expect(told('INV-2026-00417; 4,217,900; db7.corp.internal')).toEqual([source.id]);
    expect(told('INV-2026-00417; 4,217,900')).toEqual([]);
  });
});
