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

  it.each(['2026-02-29', '2026-13-01', '2026-00-10', '2026-04-31', '2026-1-1', 'tomorrow', '2100-02-29'])(
    'is nothing for %s',
    (day) => expect(endOfDay(day)).toBeNull(),
  );

  it('knows leap days', () => {
    expect(endOfDay('2028-02-29')).toBe(Date.UTC(2028, 2, 1));
    expect(endOfDay('2000-02-29')).toBe(Date.UTC(2000, 2, 1));
  });
});
