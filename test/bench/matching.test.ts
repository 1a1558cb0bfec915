/** What the bench of matching says and draws, on few documents; its times are no matter here. */
import { describe, expect, it } from 'vitest';
import { faultsIn } from '../run/bench-matching.ts';
import { type MatchCost, measureMatching } from './matching.ts';
import { matchingPlot } from './matching-plot.ts';

const cost = (documents: number, medianMs: number, change: Partial<MatchCost> = {}): MatchCost => ({
  documents,
  medianMs,
  p95Ms: medianMs,
  p99Ms: medianMs * 2,
  longestMs: medianMs * 3,
  ratio: medianMs,
  indexBytes: documents * 4_000,
  printBytes: 0,
  buildMs: 0,
  found: 1,
  foundByMistake: 0,
  ...change,
});
const COSTS = [cost(100, 0.5), cost(10_000, 1), cost(100_000, 2)];
const GOOD = { fingerprintMBs: 30, timesHash: 1, longestTaskMs: 20, costs: COSTS };

it('finds the documents that the drafts quote, and none in the others', () => {
  const { costs } = measureMatching(() => undefined, [20, 60]);
  expect(costs.map(({ documents, found, foundByMistake }) => [documents, found, foundByMistake])).toEqual([
    [20, 1, 0],
    [60, 1, 0],
  ]);
  expect(costs[1]?.indexBytes).toBeGreaterThan(costs[0]?.indexBytes ?? 0);
});

describe('the measurements', () => {
  it.each<[string, Partial<typeof GOOD>, number]>([
    ['all is well', {}, 0],
    ['fingerprints are slow', { fingerprintMBs: 19 }, 1],
    ['the longest text takes too long', { longestTaskMs: 51 }, 1],
    ['one in a hundred takes too long', { costs: [cost(100, 0.5), cost(10_000, 2.6)] }, 1],
    ['the index is too large', { costs: [cost(100, 0.5), cost(10_000, 1, { indexBytes: 60_000_001 })] }, 1],
    ['the time grows with the documents', { costs: [cost(100, 0.01), cost(1_000, 0.1)] }, 1],
  ])('are as the design asks, or not: %s', (_name, change, faults) => {
    expect(faultsIn({ ...GOOD, ...change })).toHaveLength(faults);
  });
});

describe('the drawing', () => {
  const drawn = matchingPlot(COSTS);

  it('has a point for each size and both lines, within its borders', () => {
    expect(drawn.match(/<circle /g)).toHaveLength(6);
    for (const [, x, y] of drawn.matchAll(/cx="([\d.]+)" cy="([\d.]+)"/g)) {
      expect(Number(x)).toBeGreaterThanOrEqual(70);
      expect(Number(x)).toBeLessThanOrEqual(620);
      expect(Number(y)).toBeGreaterThanOrEqual(40);
      expect(Number(y)).toBeLessThanOrEqual(360);
    }
    expect(drawn).not.toContain('NaN');
    expect(drawn).toContain('10,000');
  });

  it('is none of one size', () => {
    expect(() => matchingPlot(COSTS.slice(0, 1))).toThrow();
  });
});
