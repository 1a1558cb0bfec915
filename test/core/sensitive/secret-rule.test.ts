/** What a rule makes of a match: which part is the secret, whether it is random enough, and what clears it. */
import { describe, expect, it } from 'vitest';
import {
  type Allowlist,
  entropy,
  isSecret,
  matchOf,
  type Pattern,
  regexOf,
  type SecretRule,
} from '../../../src/core/sensitive/secret-rule.ts';

const rule = (rest: Partial<SecretRule>): SecretRule => ({
  id: 'made-up',
  regex: 'key=\\w+',
  flags: '',
  keywords: ['key'],
  before: 8,
  after: 40,
  entropy: 0,
  group: 0,
  allowlists: [],
  ...rest,
});

function matchIn(text: string, made: SecretRule) {
  const found = regexOf(made).exec(text);
  if (found === null) throw new Error(`nothing in ${text}`);
  regexOf(made).lastIndex = 0;
  return matchOf(made, found);
}

const secretIn = (text: string, made: SecretRule) => {
  const { within, secret } = matchIn(text, made);
  return within.slice(secret.from, secret.to);
};
const holds = (text: string, made: SecretRule) => isSecret(made, matchIn(text, made));

describe('an expression', () => {
  it('is compiled once, and tells where its groups stand', () => {
    const made = rule({ flags: 'i' });
    expect(regexOf(made)).toBe(regexOf(made));
    expect([...regexOf(made).flags].sort().join('')).toBe('dgi');
    expect(regexOf({ ...made, flags: '' })).not.toBe(regexOf(made));
  });
});

describe('the secret is', () => {
  it.each<[what: string, rest: Partial<SecretRule>, text: string, secret: string]>([
    ['all that matched, without a group', { regex: 'key=\\w+' }, 'my key=abc!', 'key=abc'],
    ['the first group', { regex: 'key=(\\w+)-(\\w+)' }, 'my key=abc-def!', 'abc'],
    ['the first group that took part', { regex: 'key=(?:(\\d+)|(\\w+))' }, 'my key=abc!', 'abc'],
    ['the first group that is not empty', { regex: 'key=(x?)(\\w+)' }, 'my key=abc!', 'abc'],
    ['all, where no group took part', { regex: 'key=(\\d+)?\\w*' }, 'my key=abc!', 'key=abc'],
    ['the group of the rule', { regex: 'key=(\\w+)-(\\w+)', group: 2 }, 'my key=abc-def!', 'def'],
    ['all, where the group of the rule took no part', { regex: 'key=(\\w+)(-x)?', group: 2 }, 'key=abc', 'key=abc'],
  ])('%s', (_what, rest, text, secret) => {
    expect(secretIn(text, rule(rest))).toBe(secret);
  });

  it('told beside the place of the whole match', () => {
    expect(matchIn('my key=abc!', rule({ regex: 'key=(\\w+)' }))).toEqual({
      within: 'my key=abc!',
      from: 3,
      to: 10,
      secret: { from: 7, to: 10 },
    });
  });
});

describe('randomness', () => {
  it.each<[text: string, bits: number]>([
    ['', 0],
    ['aaaa', 0],
    ['abab', 1],
    ['aaab', 0.811278],
    ['abcd', 2],
    ['0123456789abcdef', 4],
    // By characters, not by their units.
    ['😀😀😁😁', 1],
  ])('of %s is %d bits a character', (text, bits) => {
    expect(entropy(text)).toBeCloseTo(bits, 5);
  });

  it('must be more than the rule asks for, of the secret alone', () => {
    const asking = (bits: number) => rule({ regex: 'key=(\\w+)', entropy: bits });
    expect(holds('key=abcd', asking(1.99))).toBe(true);
    expect(holds('key=abcd', asking(2))).toBe(false);
    expect(holds('key=abcd', asking(2.1))).toBe(false);
    expect(holds('key=aaaa', asking(0))).toBe(true);
    expect(holds('key=aaaa', asking(0.1))).toBe(false);
  });
});

describe('a match is cleared', () => {
  const pattern = (regex: string, flags = ''): Pattern => ({ regex, flags });
  const by = (rest: Partial<Allowlist>) =>
    rule({
      regex: '\\n*key=(\\w+)(?:;|\\n+\\w+;)?\\n*',
      allowlists: [{ target: 'secret', regexes: [], stopwords: [], ...rest }],
    });

  it.each<[what: string, list: Partial<Allowlist>, text: string, cleared: boolean]>([
    ['by nothing', {}, 'key=abc', false],
    ['by a word in the secret, of any size', { stopwords: ['other', 'bc'] }, 'key=aBCd', true],
    ['not by a word beside it', { stopwords: ['key'] }, 'key=abcd', false],
    ['by an expression on the secret', { regexes: [pattern('^z$'), pattern('^abc$')] }, 'key=abc', true],
    ['not by one that needs what is beside it', { regexes: [pattern('key')] }, 'key=abc', false],
    ['by an expression on the match', { target: 'match', regexes: [pattern('^key=abc;$')] }, 'x key=abc; y', true],
    [
      'not by one that needs what is beside the match',
      { target: 'match', regexes: [pattern('x')] },
      'x key=abc',
      false,
    ],
    [
      'by the match without its empty lines',
      { target: 'match', regexes: [pattern('^key=abc$')] },
      '\n\nkey=abc\n\n',
      true,
    ],
    [
      'by the match with those within it',
      { target: 'match', regexes: [pattern('^key=abc\\n\\nd;$')] },
      'key=abc\n\nd;',
      true,
    ],
    [
      'by an expression on the line',
      { target: 'line', regexes: [pattern('^x key=abc y$')] },
      'a\nx key=abc y\nb',
      true,
    ],
    ['by one on the only line', { target: 'line', regexes: [pattern('^x key=abc y$')] }, 'x key=abc y', true],
    [
      'by the lines of a match that begins with a line break',
      { target: 'line', regexes: [pattern('^b\\nkey=abc$')] },
      'a\nb\nkey=abc',
      true,
    ],
    [
      'not by what stands on the line before',
      { target: 'line', regexes: [pattern('before')] },
      'before\nx key=abc',
      false,
    ],
    [
      'not by what stands on the line after',
      { target: 'line', regexes: [pattern('after')] },
      'key=abc x\nafter',
      false,
    ],
    ['by one with its own flags', { regexes: [pattern('ABC', 'i')] }, 'key=abc', true],
    ['not by one without them', { regexes: [pattern('ABC')] }, 'key=abc', false],
  ])('%s', (_what, list, text, cleared) => {
    expect(holds(text, by(list))).toBe(!cleared);
    // Also when it is asked again: an expression that has matched once begins anew.
    expect(holds(text, by(list))).toBe(!cleared);
  });

  it('by one of several lists', () => {
    const lists: readonly Allowlist[] = [
      { target: 'secret', regexes: [], stopwords: ['no'] },
      { target: 'secret', regexes: [], stopwords: ['abc'] },
    ];
    expect(holds('key=abc', rule({ allowlists: lists }))).toBe(false);
    expect(holds('key=xyz', rule({ allowlists: lists }))).toBe(true);
  });

  it('the same by the same list again and again', () => {
    const made = by({ regexes: [pattern('b')] });
    expect([holds('key=abc', made), holds('key=abc', made), holds('key=b', made)]).toEqual([false, false, false]);
  });
});
