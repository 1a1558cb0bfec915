import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson, type Json } from '../../../src/core/canonical.ts';
import { boundedBody, LARGEST_BODY, LONGEST_LIST, LONGEST_TEXT } from '../../../src/core/ledger/bounds.ts';
import { RUNS } from '../runs.ts';

const nested = (depth: number): Json => (depth === 0 ? 'deep' : { down: nested(depth - 1) });

describe('what an entry may hold', () => {
  it('what the guard writes stays as it is', () => {
    const body = {
      act: 'post',
      items: 3,
      none: null,
      yes: true,
      signs: ['debugger', { sign: 'x', keys: 40 }],
      thread: '🙂',
    };
    expect(boundedBody(body)).toEqual(body);
  });

  it.each<[string, Json, Json]>([
    ['a megabyte of reason', 'r'.repeat(1_000_000), `${'r'.repeat(LONGEST_TEXT)}…`],
    ['a text cut within a character', `${'r'.repeat(LONGEST_TEXT - 1)}🙂`, `${'r'.repeat(LONGEST_TEXT - 1)}…`],
    ['half a character', 'a\ud800b', 'a\ufffdb'],
    ['DELETE', 'a\u007fb', 'a\ufffdb'],
    ['a long list', Array(LONGEST_LIST + 5).fill(1), [...Array(LONGEST_LIST).fill(1), { cut: 5 }]],
    ['no number', Number.NaN, null],
    [
      'what nests too deep',
      nested(20),
      { down: { down: { down: { down: { down: { down: { down: { down: null } } } } } } } },
    ],
  ])('%s is cut, and says so', (_name, given, kept) => {
    expect(boundedBody({ it: given })).toEqual({ it: kept });
  });

  it('whatever it is, it has a canonical form and a largest size', () => {
    const anything = fc.dictionary(fc.string({ unit: 'binary' }), fc.jsonValue({ maxDepth: 10, stringUnit: 'binary' }));
    fc.assert(
      fc.property(anything, (body) => void canonicalJson(boundedBody(body as { [key: string]: Json }))),
      RUNS,
    );
    const huge = boundedBody(Object.fromEntries(Array.from({ length: 500 }, (_, i) => [`k${i}`, 'x'.repeat(5_000)])));
    expect(canonicalJson(huge).length).toBeLessThan(2 * LARGEST_BODY);
  });
});
