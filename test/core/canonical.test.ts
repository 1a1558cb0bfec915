import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson, canonicalText, type Json, sha256Hex } from '../../src/core/canonical.ts';
import vectors from './canonical-text.json' with { type: 'json' };
import { runsUpTo } from './runs.ts';

describe('the canonical form of a text', () => {
  it.each(vectors)('$name', ({ input, expected }) => {
    expect(canonicalText(input)).toBe(expected);
  });

  it('is its own canonical form', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(canonicalText(canonicalText(text))).toBe(canonicalText(text));
      }),
      runsUpTo(3_000),
    );
  });

  it.each([' ', '\t', '\n', ' \n'])(
    'keeps a long run of %j within a text, and drops it at its end, at once',
    (blank) => {
      const run = blank.repeat(200_000);
      expect(canonicalText(`a${run}b`)).toBe(`a${run.replaceAll(' \n', '\n')}b`);
      expect(canonicalText(`${blank === '\n' ? run : ''}a${run}`)).toBe('a');
    },
  );

  it('does not care how lines end', () => {
    fc.assert(
      fc.property(fc.array(fc.string()), (lines) => {
        const plain = lines.map((line) => line.replace(/[\r\n]/g, ''));
        expect(canonicalText(plain.join('\r\n'))).toBe(canonicalText(plain.join('\n')));
      }),
    );
  });
});

describe('canonical JSON (RFC 8785)', () => {
  it.each<[string, Json, string]>([
    [
      'sorts keys by UTF-16 code units',
      { '\u20ac': 1, '\r': 2, '\ufb33': 3, '1': 4, '\ud83d\ude00': 5, '\u0080': 6, '\u00f6': 7 },
      '{"\\r":2,"1":4,"\u0080":6,"ö":7,"€":1,"😀":5,"\ufb33":3}',
    ],
    [
      'writes numbers as ECMAScript does',
      [333333333.3333333, 1e30, 4.5, 0.002, 1e-27],
      '[333333333.3333333,1e+30,4.5,0.002,1e-27]',
    ],
    ['escapes what must be escaped and nothing else', '\u20ac$\u000f\nA\'B"\\"/', '"€$\\u000f\\nA\'B\\"\\\\\\"/"'],
    ['keeps the order of lists', [3, 1, 2], '[3,1,2]'],
    ['has no white space', { a: [true, null, {}] }, '{"a":[true,null,{}]}'],
  ])('%s', (_name, value, expected) => {
    expect(canonicalJson(value)).toBe(expected);
  });

  it.each<[string, Json, string]>([
    ['null', null, 'null'],
    ['yes and no', [true, false], '[true,false]'],
    ['nothing in a list or a record', [[], {}, ''], '[[],{},""]'],
    ['whole characters beyond the sixteen-bit ones', '\ud83d\ude00\ud83d\ude00', '"😀😀"'],
    ['a key whose value is not there', { a: undefined } as unknown as Json, '{"a":null}'],
  ])('writes %s', (_name, value, expected) => {
    expect(canonicalJson(value)).toBe(expected);
  });

  const surrogate = new RangeError('a lone surrogate has no canonical form');
  const infinite = new RangeError('a number that is not finite has no canonical form');
  it.each<[string, Json, RangeError]>([
    ['a lone first half of a character', '\ud800', surrogate],
    ['a lone second half', 'a\udc00b', surrogate],
    ['a half before a whole character', '\ud83d\ud83d\ude00', surrogate],
    ['a half behind a whole character', '\ud83d\ude00\ude00', surrogate],
    ['a half in a key', { '\udc00': 1 }, surrogate],
    ['a half deep within', [{ a: ['\ud800'] }], surrogate],
    ['what is no number', Number.NaN, infinite],
    ['a number without end', { a: [Number.NEGATIVE_INFINITY] }, infinite],
  ])('refuses %s', (_name, value, error) => {
    expect(() => canonicalJson(value)).toThrow(error);
  });
});

it('hashes as everybody else does', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(sha256Hex(text)).toBe(createHash('sha256').update(text, 'utf8').digest('hex'));
    }),
  );
});
