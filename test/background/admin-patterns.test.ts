/** Administrators' patterns: what they find, what is said of those that cannot be, and that none of them takes long. */
import { describe, expect, it } from 'vitest';
import { compilePatterns, findPatterns } from '../../src/background/admin-patterns.ts';
import { TEXT_MAX } from '../../src/core/sensitive.ts';

function found(text: string, ...patterns: readonly string[]): readonly string[] {
  const { ok, faults } = compilePatterns(patterns.map((pattern, index) => ({ id: `p${index}`, pattern })));
  expect(faults).toEqual([]);
  return findPatterns(text, ok).map(({ rule, span }) => `${rule} ${text.slice(span.from, span.to)}`);
}

function faultOf(pattern: string): string | undefined {
  const { ok, faults } = compilePatterns([{ id: 'p', pattern }]);
  expect(ok.length + faults.length).toBe(1);
  return faults[0]?.message;
}

describe('a pattern finds', () => {
  it.each<[pattern: string, text: string, found: readonly string[]]>([
    ['PRJ-\\d{5}', 'see PRJ-12345 and PRJ-54321, not PRJ-123', ['p0 PRJ-12345', 'p0 PRJ-54321']],
    ['(?i)project falcon', 'about Project Falcon', ['p0 Project Falcon']],
    ['\\bfalcon\\b', 'falconry, falcon', ['p0 falcon']],
    ['(?m)^TOP SECRET$', 'x\nTOP SECRET\ny', ['p0 TOP SECRET']],
    ['[А-Я]{2}-\\d+', '😀 АБ-12', ['p0 АБ-12']],
    ['\\x{20AC}\\d+', 'costs €500', ['p0 €500']],
    ['a|b', 'cab', ['p0 a', 'p0 b']],
    ['absent', 'nothing here', []],
  ])('%s', (pattern, text, expected) => expect(found(text, pattern)).toEqual(expected));

  it('each its own, in the order of the text', () => {
    expect(found('b a', 'a', 'b')).toEqual(['p1 b', 'p0 a']);
  });

  it('its first places, where there are very many', () => {
    expect(found('a '.repeat(1_000), 'a')).toHaveLength(20);
  });

  it('never says what it found', () => {
    const { ok } = compilePatterns([{ id: 'project', pattern: 'falcon' }]);
    expect(findPatterns('the falcon', ok)).toEqual([
      { detector: 'pattern', rule: 'project', span: { from: 4, to: 10 } },
    ]);
  });
});

describe('a pattern that cannot be used has a fault that says why, and does not take the others with it', () => {
  it.each<[pattern: string, message: string]>([
    ['(?<=a)b', 'lookbehind'],
    ['(?<!a)b', 'lookbehind'],
    ['a(?=b)', 'lookahead'],
    ['\\d{3}(?!\\d)', 'lookahead'],
    ['(a)\\1', 'a backreference'],
    ['(?<x>a)\\k<x>', 'a backreference'],
    ['(?>a)b', 'atomic'],
    ['a++', 'possessive'],
    ['\\u20ac', 'is written "\\x{20AC}"'],
    ['(a', 'missing closing )'],
    ['[z-a]', 'invalid character class range'],
    ['a{1001}', 'invalid repeat count'],
    ['', 'empty text'],
    ['a*', 'empty text'],
    ['(?:[ab]|[bc]){900}', 'too large'],
  ])('%s', (pattern, message) => expect(faultOf(pattern)).toContain(message));

  it('beside good ones', () => {
    const { ok, faults } = compilePatterns([
      { id: 'good', pattern: 'a' },
      { id: 'bad', pattern: '(' },
      { id: 'good', pattern: 'b' },
    ]);
    expect(ok.map((each) => each.id)).toEqual(['good']);
    expect(faults.map((each) => each.id)).toEqual(['bad', 'good']);
  });
});

describe('the time is linear in the text', () => {
  // Each of these takes RegExp longer than anybody waits at thirty characters; the bound is for a loaded machine.
  it.each(['^(a+)+$', '(a+)+b|c$', '(a|a)*b', '(a|aa)+b', '(.*)*x', '([a-z]+)*\\d', '(?:a?){50}a{50}b'])(
    '%s on 100 kB',
    (pattern) => {
      const { ok } = compilePatterns([{ id: 'p', pattern }]);
      const began = performance.now();
      expect(findPatterns(`${'a'.repeat(100_000)}!`, ok)).toEqual([]);
      expect(performance.now() - began).toBeLessThan(2_000);
    },
  );

  it('and a text that is too long is not passed over', () => {
    expect(() => findPatterns('a'.repeat(TEXT_MAX + 1), compilePatterns([{ id: 'p', pattern: 'b' }]).ok)).toThrow(
      RangeError,
    );
  });
});
