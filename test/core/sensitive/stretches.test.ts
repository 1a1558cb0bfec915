/** How rules are tried: only near their keywords, in bounded stretches that lose nothing at their borders. Rules made up for it. */
import { describe, expect, it } from 'vitest';
import type { SecretRule } from '../../../src/core/sensitive/secret-rule.ts';
import { findSensitive, scan } from '../../../src/core/sensitive.ts';

/** Between these no word is near another. */
const FAR = ' '.repeat(3_000);

const rule = (rest: Partial<SecretRule>): SecretRule => ({
  id: 'made-up',
  regex: 'key=(\\w+)',
  flags: '',
  keywords: ['key'],
  before: 4,
  after: 10,
  entropy: 0,
  group: 0,
  allowlists: [],
  ...rest,
});
const KEY = rule({});

function found(text: string, ...rules: readonly SecretRule[]): readonly string[] {
  return findSensitive(text, ['secret'], rules).map((each) => {
    expect(each.detector).toBe('secret');
    return `${each.rule} ${text.slice(each.span.from, each.span.to)}`;
  });
}

const pausesIn = (text: string, made: SecretRule) =>
  [...scan(text, ['secret'], [made])].filter((each) => each === 'pause').length;

describe('a rule is tried', () => {
  it('near its keyword, and nowhere else', () => {
    const near = rule({ regex: '\\d{3}' });
    expect(found('key 123', near)).toEqual(['made-up 123']);
    expect(found(`123${FAR}key${FAR}123`, near)).toEqual([]);
    expect(found('lock 123', near)).toEqual([]);
  });

  it('as many letters before and after its keyword as it says', () => {
    const near = rule({ regex: '\\d{3}', before: 4, after: 10 });
    expect(found(`${FAR}123 key${FAR}`, near)).toEqual(['made-up 123']);
    expect(found(`${FAR}123  key${FAR}`, near)).toEqual([]);
    expect(found(`${FAR}key       123${FAR}`, near)).toEqual(['made-up 123']);
    expect(found(`${FAR}key        123${FAR}`, near)).toEqual([]);
  });

  it('whatever the size of the keyword’s letters', () => {
    expect(found('KEY=abc', rule({ flags: 'i' }))).toEqual(['made-up abc']);
    expect(found('KEY=abc', KEY)).toEqual([]);
  });

  it('near the keyword as it is written, sign by sign', () => {
    const dotted = rule({ regex: 'a.b(\\d+)', keywords: ['a.b'] });
    expect(found('a.b123', dotted)).toEqual(['made-up 123']);
    expect(found('axb123', dotted)).toEqual([]);
  });

  it('near each of its keywords', () => {
    const two = rule({ regex: '\\d{3}', keywords: ['lock', 'key'] });
    expect(found(`key 123${FAR}lock 456`, two)).toEqual(['made-up 123', 'made-up 456']);
  });

  it('near a keyword with which another rule’s begins', () => {
    const short = rule({ id: 'short', regex: 'tok\\w*:(a+)', keywords: ['tok'] });
    const long = rule({ id: 'long', regex: 'token:(b+)', keywords: ['token'] });
    const other = rule({ id: 'other', regex: 'tok\\w*:(c+)', keywords: ['ken', 'tokens'] });
    const all = [short, long, other];
    expect(found('token:aa', ...all)).toEqual(['short aa']);
    expect(found('token:bb', ...all)).toEqual(['long bb']);
    expect(found('tok:aa', ...all)).toEqual(['short aa']);
    expect(found('tok:bb tok:cc', ...all)).toEqual([]);
    expect(found('tokens:cc', ...all)).toEqual(['other cc']);
  });

  it('never, without a keyword', () => {
    expect(found('key=abc', rule({ keywords: [] }))).toEqual([]);
    expect(found('key=abc', rule({ id: 'mute', regex: '\\w+', keywords: [] }), KEY)).toEqual(['made-up abc']);
  });
});

describe('where two rules see the same place', () => {
  const first = rule({ id: 'first', regex: 'key=\\w+' });
  const second = rule({ id: 'second', regex: '=\\w+;?' });
  const generic = rule({ id: 'generic-key', regex: 'key=\\w+;' });

  it('the first of them names it', () => {
    expect(found('key=abc;', first, second)).toEqual(['first key=abc']);
    expect(found('key=abc;', second, first)).toEqual(['second =abc;']);
  });

  it('the rule for any kind of key comes last', () => {
    expect(found('key=abc;', generic, first)).toEqual(['first key=abc']);
    expect(found('key=abc;', generic, rule({ id: 'not-generic' }))).toEqual(['not-generic abc']);
    expect(found('key=abc;', generic)).toEqual(['generic-key key=abc;']);
  });

  it('beside each other they name both', () => {
    const name = rule({ id: 'name', regex: 'key' });
    const value = rule({ id: 'value', regex: '=\\w+' });
    expect(found('key=abc', name, value)).toEqual(['name key', 'value =abc']);
    expect(found('key=abc', value, name)).toEqual(['name key', 'value =abc']);
  });
});

describe('at the border of a stretch', () => {
  it('a cut is no start of a word', () => {
    const word = rule({ regex: '\\b\\w*key=\\w+', before: 1 });
    expect(found('aakey=abc', word)).toEqual(['made-up aakey=abc']);
    expect(found('aaakey=abc', word)).toEqual([]);
    expect(found('--- akey=abc', word)).toEqual(['made-up akey=abc']);
  });

  it('a cut is no start of a text, but what begins behind it counts', () => {
    const starts = rule({ regex: '^key=\\w+|\\w+=\\w+', before: 3 });
    expect(found('zzzzzkey=abc', starts)).toEqual(['made-up zzzkey=abc']);
  });

  it('a cut is no end of a word', () => {
    const three = rule({ regex: 'key=\\w{3}(?!\\w)', after: 4 });
    expect(found('key=abcd', three)).toEqual([]);
    expect(found('key=abc', three)).toEqual(['made-up key=abc']);
    expect(found('key=abc;', three)).toEqual(['made-up key=abc']);
  });

  it.each([7, 8, 100, 4_090, 4_200, 20_000, 65_000])('a secret of %i letters is found whole', (length) => {
    const secret = 'a'.repeat(length);
    for (const text of [`key=${secret}`, `key=${secret} key=b`, `${FAR}key=${secret} `])
      expect(found(text, KEY)[0]).toBe(`made-up ${secret}`);
  });

  it('a secret without end is found as far as it was looked at', () => {
    // Of 4,096 letters from the keyword on, and so many more each time, until they are 65,536.
    const wide = rule({ after: 4_093 });
    const [finding] = findSensitive(`key=${'a'.repeat(200_000)}`, ['secret'], [wide]);
    expect(finding?.span).toEqual({ from: 4, to: 65_536 });
  });

  it('what begins where a stretch was widened is left to the keywords there', () => {
    const either = rule({ regex: 'key=\\w+|z\\d+' });
    expect(found(`key=${'a'.repeat(50)} z123`, either)).toEqual([`made-up key=${'a'.repeat(50)}`]);
    expect(found(`key=${'a'.repeat(50)} z12 key`, either)).toEqual([`made-up key=${'a'.repeat(50)}`, 'made-up z12']);
    expect(found(`key=${'a'.repeat(9)}z123`, rule({ regex: 'key=a+|z\\d+' }))).toEqual([
      `made-up key=${'a'.repeat(9)}`,
    ]);
    expect(found('key=aa z1', either)).toEqual(['made-up key=aa', 'made-up z1']);
  });

  it('what ends within a stretch is not looked at beyond it', () => {
    const last = rule({ regex: 'key=\\w+;(?![^]*end)' });
    expect(found(`key=abc;${FAR}end`, last)).toEqual(['made-up key=abc;']);
    expect(found('key=abc; end', last)).toEqual([]);
  });

  it('what is not random enough is passed over, and the next is found', () => {
    expect(found('key=(aaaa) key=(abcd)', rule({ regex: 'key=\\((\\w+)\\)', entropy: 1 }))).toEqual(['made-up abcd']);
  });

  it('several in one stretch are found each', () => {
    expect(found('key=a key=b key=c', KEY)).toEqual(['made-up a', 'made-up b', 'made-up c']);
  });

  it('an expression that can match nothing comes to an end', () => {
    expect(found('key 12', rule({ regex: '\\d*' }))).toContain('made-up 12');
  });
});

describe('between two pauses', () => {
  it('stretches that touch are one', () => {
    // One pause behind the piece of the text, one behind each stretch: from 0 to 13, and from five before the next keyword.
    expect(pausesIn('key'.padEnd(18) + 'key'.padEnd(30), KEY)).toBe(2);
    expect(pausesIn('key'.padEnd(19) + 'key'.padEnd(30), KEY)).toBe(3);
    expect(pausesIn('no word of it', KEY)).toBe(1);
  });

  it('lies no more than a bounded stretch, however close the keywords', () => {
    // Each from 101 before a keyword up to 3,048 units on.
    const wide = rule({ before: 100, after: 400 });
    expect(pausesIn('key '.repeat(3_000), wide)).toBe(1 + 5);
    // The last keyword at 2,645, which with the 403 from it on are just so many.
    expect(pausesIn('key  '.repeat(530) + FAR, wide)).toBe(1 + 1);
    expect(pausesIn(`${'key  '.repeat(529)} key${FAR}`, wide)).toBe(1 + 2);
  });
});
