/** The last good policy stays good, whatever the clock says: without it only the built-in site would be guarded. */
import { afterEach, expect, it, vi } from 'vitest';
import { checkedPolicy } from '../../src/background/check-policy.ts';
import { lastGoodPolicy, parseLastGood } from '../../src/background/last-good.ts';
import { NOW } from '../core/facts.ts';
import { except } from '../core/policy/over.ts';

const MONTH_MS = 30 * 86_400_000;
const raw = except({ until: '2027-02-15' });

afterEach(() => void vi.useRealTimers());

it('is good after the clock was set back, although the same would be damaged if it came now', () => {
  expect(checkedPolicy(raw, 'file', NOW).kind).toBe('good');
  vi.useFakeTimers({ now: NOW - MONTH_MS });
  expect(checkedPolicy(raw, 'file').kind).toBe('damaged');
  expect(lastGoodPolicy(parseLastGood({ raw, at: NOW, source: 'managed' }))?.sites).toHaveLength(1);
});

it.each([null, undefined, 7, {}, { raw }, { raw, at: 'today' }])('is none where none was kept (%j)', (kept) => {
  expect(lastGoodPolicy(parseLastGood(kept))).toBeNull();
});
