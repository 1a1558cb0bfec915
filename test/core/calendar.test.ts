import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { endOfDay } from '../../src/core/calendar.ts';
import { runsUpTo } from './runs.ts';

describe('the end of a day', () => {
  it('is midnight UTC after it, on every day that there is', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2_932_000 - 719_468 }), (days) => {
        const day = new Date(days * 86_400_000).toISOString().slice(0, 10);
        expect(endOfDay(day)).toBe((days + 1) * 86_400_000);
      }),
      runsUpTo(2_000),
    );
  });

  it('counts to the end of the first day that there is, and of days before 1970 and after 2100', () => {
    const days = ['0000-01-01', '0400-02-29', '1899-12-31', '1969-12-31', '1970-01-01', '2400-02-29', '9999-12-31'];
    for (const day of days) expect(endOfDay(day)).toBe(Date.parse(`${day}T00:00:00Z`) + 86_400_000);
  });

  it('is there for the last day of each month, and no later one', () => {
    const last = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
    for (const [i, date] of last.entries()) {
      const month = String(i + 1).padStart(2, '0');
      expect(endOfDay(`2026-${month}-${date}`)).toBe(Date.UTC(2026, i + 1, 1));
      expect(endOfDay(`2026-${month}-${date + 1}`)).toBeNull();
    }
  });

  it.each([
    '2026-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-04-31',
    '2026-1-1',
    'tomorrow',
    '2100-02-29',
    '2026-01-00',
    '',
    '2026-01-01x',
    'x2026-01-01',
    '12026-01-01',
  ])('is nothing for %s', (day) => expect(endOfDay(day)).toBeNull());

  it('knows leap days', () => {
    expect(endOfDay('2028-02-29')).toBe(Date.UTC(2028, 2, 1));
    expect(endOfDay('2000-02-29')).toBe(Date.UTC(2000, 2, 1));
  });
});
