/** What a trial counts, and that nothing else can come back from where the counts are kept. */
import { describe, expect, it } from 'vitest';
import type { Actor } from '../../src/core/actor.ts';
import type { Level } from '../../src/core/decide.ts';
import { countTrial, emptyTrial, parseTrial, type TrialCounts, topRules } from '../../src/core/trial.ts';

const NOBODY = { human: 0, agent: 0, unknown: 0 };
const EMPTY: TrialCounts = { since: 7, acts: 0, asked: NOBODY, refused: NOBODY, byRule: {} };

describe('a trial', () => {
  it('begins with nothing', () => {
    expect(emptyTrial(7)).toEqual(EMPTY);
  });

  it.each<[Level, Actor, Partial<TrialCounts>]>([
    ['ALLOW', 'agent', {}],
    ['REPORT', 'agent', {}],
    ['WARN', 'agent', { asked: { ...NOBODY, agent: 1 }, byRule: { r: 1 } }],
    ['WARN', 'human', { asked: { ...NOBODY, human: 1 }, byRule: { r: 1 } }],
    ['BLOCK', 'unknown', { refused: { ...NOBODY, unknown: 1 }, byRule: { r: 1 } }],
    ['BLOCK', 'agent', { refused: { ...NOBODY, agent: 1 }, byRule: { r: 1 } }],
  ])('counts an act with the verdict %s by %s', (level, actor, change) => {
    expect(countTrial(EMPTY, actor, level, 'r')).toEqual({ ...EMPTY, acts: 1, ...change });
  });

  it('adds up', () => {
    const first = countTrial(EMPTY, 'agent', 'WARN', 'r');
    const second = countTrial(first, 'agent', 'WARN', 's');
    const third = countTrial(countTrial(second, 'agent', 'BLOCK', 'r'), 'human', 'ALLOW', 'none');
    expect(third).toEqual({
      since: 7,
      acts: 4,
      asked: { ...NOBODY, agent: 2 },
      refused: { ...NOBODY, agent: 1 },
      byRule: { r: 2, s: 1 },
    });
  });

  it('counts a rule that is called like something of JavaScript’s own', () => {
    for (const rule of ['constructor', '__proto__', 'toString'])
      expect(Object.entries(countTrial(EMPTY, 'human', 'WARN', rule).byRule)).toEqual([[rule, 1]]);
  });

  it('counts five hundred rules apart and all others as one', () => {
    const names = Array.from({ length: 499 }, (_, i) => `r${i}`);
    const many = { ...EMPTY, byRule: Object.fromEntries(names.map((name) => [name, 1])) };
    const full = countTrial(many, 'human', 'WARN', 'last');
    expect(full.byRule).toMatchObject({ last: 1 });
    const over = countTrial(countTrial(full, 'human', 'WARN', 'late'), 'human', 'WARN', 'later');
    expect(over.byRule).toEqual({ ...full.byRule, other: 2 });
    expect(countTrial(over, 'human', 'WARN', 'r3').byRule).toMatchObject({ r3: 2, other: 2 });
  });
});

describe('the rules that decided most', () => {
  const counts = { ...EMPTY, byRule: { b: 2, c: 5, a: 2, d: 1 } };
  const [a, b, c, d] = [
    ['a', 2],
    ['b', 2],
    ['c', 5],
    ['d', 1],
  ].map(([rule, times]) => ({ rule, times }));
  it('come first, equal ones by name, and no more than asked for', () => {
    expect(topRules(counts, 9)).toEqual([c, a, b, d]);
    expect(topRules({ ...EMPTY, byRule: { a: 2, b: 2 } }, 9)).toEqual([a, b]);
    expect(topRules(counts, 2)).toEqual([c, a]);
    expect(topRules(EMPTY, 2)).toEqual([]);
  });
});

describe('counts that were kept', () => {
  const kept = { since: 1, acts: 2, asked: { human: 3, agent: 4, unknown: 5 }, refused: NOBODY, byRule: { r: 6 } };
  it('come back field by field', () => {
    expect(parseTrial(JSON.parse(JSON.stringify(kept)))).toEqual(kept);
    expect(parseTrial({ ...kept, note: 1, asked: { ...kept.asked, note: 1 } })).toEqual(kept);
  });

  it('come back without what is no count of a rule', () => {
    expect(parseTrial({ ...kept, byRule: { r: 6, s: '7', t: null } })).toEqual(kept);
  });

  it.each<[string, unknown]>([
    ['nothing', undefined],
    ['null', null],
    ['a text', 'since'],
    ['no beginning', { ...kept, since: '1' }],
    ['no acts', { ...kept, acts: undefined }],
    ['nobody asked', { ...kept, asked: null }],
    ['nobody refused', { ...kept, refused: 'no' }],
    ['no person asked', { ...kept, asked: { ...kept.asked, human: undefined } }],
    ['no agent refused', { ...kept, refused: { ...NOBODY, agent: '0' } }],
    ['nobody else asked', { ...kept, asked: { ...kept.asked, unknown: null } }],
    ['no rules', { ...kept, byRule: null }],
  ])('are none with %s', (_name, value) => {
    expect(parseTrial(value)).toBeNull();
  });
});
