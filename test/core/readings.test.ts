/** Which readings are kept, and which of them taint what an agent writes. */
import { describe, expect, it } from 'vitest';
import { boundReadings } from '../../src/core/bounded-readings.ts';
import { type Reading, readWithin, taints } from '../../src/core/exposure.ts';
import { CLOSED, RESTRICTED, read } from './facts.ts';

const HOUR = 3_600_000;
const reading = (id: string, at: number, rank = 0): Reading => ({ ...read({ ...CLOSED, rank }), id, at });
const ids = (readings: readonly Reading[]) => readings.map(({ id }) => id);

describe('of the readings', () => {
  it('those of the last eight hours are kept', () => {
    const readings = [reading('old', 0), reading('just', 1), reading('new', 8 * HOUR)];
    expect(ids(boundReadings(readings, 8 * HOUR))).toEqual(['just', 'new']);
    expect(ids(boundReadings(readings, 10, 10, 10))).toEqual(['just', 'new']);
  });

  it('no more than the limit are kept: the most sensitive, then the newest, in their order', () => {
    const readings = [reading('1', 1, 3), reading('2', 2), reading('3', 3), reading('4', 4), reading('5', 0, 1)];
    expect(boundReadings(readings, 10, 5)).toEqual(readings);
    expect(ids(boundReadings(readings, 10, 4))).toEqual(['1', '3', '4', '5']);
    expect(ids(boundReadings(readings, 10, 2))).toEqual(['1', '5']);
    expect(ids(boundReadings([...readings].reverse(), 10, 3))).toEqual(['5', '4', '1']);
  });

  it('two thousand are kept unless said otherwise', () => {
    const many = Array.from({ length: 2_001 }, (_, i) => reading(`${i}`, i));
    expect(ids(boundReadings(many, 2_500))).toEqual(ids(many.slice(1)));
  });

  it('those with a label taint what their session writes', () => {
    const labelled = { ...read(RESTRICTED), id: 'labelled' };
    const needToKnow = { ...read({ ...CLOSED, marks: ['public'], categories: ['noforn'] }), id: 'need-to-know' };
    expect([labelled, read(CLOSED), needToKnow].filter(taints)).toEqual([labelled, needToKnow]);
  });

  it('count for as long as policy says; the list is the same one while all of them do', () => {
    const readings = [reading('old', 0), reading('new', 5)];
    expect(readWithin(readings, 10, 9)).toBe(readings);
    expect(ids(readWithin(readings, 10, 10))).toEqual(['new']);
  });
});
