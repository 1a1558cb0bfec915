import { describe, expect, it } from 'vitest';
import type { Leak } from '../../src/core/audience.ts';
import { leakLine, lookAlikeLine } from '../../src/ui/leak-words.ts';
import { otherReasons } from '../../src/ui/reason-words.ts';
import { mail, reply, say } from './held.ts';

const line = (...leaks: readonly Leak[]) => leakLine(leaks, ['Confidential'], mail, say);
const readers = (
  newcomers: readonly [count: number | null, exact?: boolean],
  audience: readonly [count: number | null, exact?: boolean],
  ...names: readonly string[]
): Leak => ({
  kind: 'readers',
  newcomers: { count: newcomers[0], exact: newcomers[1] ?? true },
  audience: { count: audience[0], exact: audience[1] ?? true },
  names,
});
const outside = (...who: readonly string[]): Leak => ({ kind: 'outside', who });
const lookAlike = (who: string): Leak => ({ kind: 'look-alike', who, own: 'corp.example' });
const clearance: Leak = { kind: 'clearance', group: 'Contractors', rank: 2 };

describe('who would newly see it', () => {
  it.each<[string, Leak, string]>([
    ['a part', readers([3], [40], 'Leads'), '3 of these 40 people cannot open that source.'],
    ['one of many', readers([1], [40], 'Leads'), '1 of these 40 people cannot open that source.'],
    ['nearly all', readers([1236], [1240], 'All'), '1,236 of these 1,240 people cannot open that source.'],
    ['all', readers([300], [300], 'Office'), 'None of these 300 people can open that source.'],
    ['the only one', readers([1], [1], 'Leads'), 'One of these people cannot open that source.'],
    ['a part of who knows how many', readers([3], [90, false], 'A'), '3 of these people cannot open that source.'],
    ['one of who knows how many', readers([1], [90, false], 'A'), 'One of these people cannot open that source.'],
    [
      'a part of a crowd that nobody can count',
      readers([3], [null, false], 'A'),
      '3 of these people cannot open that source.',
    ],
    ['at most so many', readers([90, false], [120, false], 'A'), 'Up to 90 of these people cannot open that source.'],
    [
      'who knows how many',
      readers([null, false], [null, false], 'x'),
      'It cannot be counted how many of these people may not open that source.',
    ],
    ['one addressee', readers([1], [3], 'ken@corp.example'), 'ken@corp.example cannot open that source.'],
    [
      'three addressees',
      readers([3], [9], 'priya@corp.example', 'ken@corp.example', 'tom@partner.example'),
      'priya@corp.example, ken@corp.example, tom@partner.example cannot open that source.',
    ],
    [
      'somebody whom the mail does not name',
      readers([1], [3], 'x@corp.example'),
      '1 of these 3 people cannot open that source.',
    ],
    ['more than their names', readers([2], [3], 'ken@corp.example'), '2 of these 3 people cannot open that source.'],
  ])('%s', (_name, leak, sentence) => {
    expect(line(leak)).toBe(sentence);
  });
});

describe('who is outside', () => {
  it.each<[string, readonly Leak[], string]>([
    ['somebody', [outside('dave@gmail.com')], 'dave@gmail.com is outside your organisation.'],
    [
      'a group that the label may not reach',
      [outside('Contractors'), clearance],
      'Confidential may not go to Contractors (outside your organisation).',
    ],
    [
      'that, and somebody more',
      [outside('dave@gmail.com'), outside('Contractors'), clearance],
      'Confidential may not go to Contractors (outside your organisation). dave@gmail.com is outside your organisation.',
    ],
    [
      'a group inside that the label may not reach',
      [clearance],
      'Confidential is not meant for everyone in Contractors.',
    ],
    [
      'somebody who looks like one of us',
      [lookAlike('corp-examp1e.com'), outside('bob@corp-examp1e.com', 'dave@gmail.com')],
      '“corp-examp1e.com” only looks like corp.example. dave@gmail.com is outside your organisation.',
    ],
    [
      'in other letters, as these look and as they are',
      [lookAlike('xn--crp-sed.example'), outside('bob@xn--crp-sed.example')],
      '“c\u043erp.example” is really xn--crp-sed.example and only looks like corp.example.',
    ],
    [
      'many of these',
      ['1', '2', '3', '4'].map((n) => lookAlike(`corp-example.t${n}`)),
      '“corp-example.t1” only looks like corp.example. “corp-example.t2” only looks like corp.example. “corp-example.t3” only looks like corp.example.',
    ],
  ])('%s', (_name, leaks, sentence) => {
    expect(line(...leaks)).toBe(sentence);
  });

  it('is also said where nothing leaks', () => {
    const reasons = [{ kind: 'look-alike', who: 'corp-examp1e.com', own: 'corp.example' }] as const;
    expect(otherReasons({ ...reply, reasons }, say)).toEqual(['“corp-examp1e.com” only looks like corp.example.']);
  });

  it('cannot hide or reorder what is said', () => {
    expect(lookAlikeLine({ who: 'xn--corp-w76a0i.example', own: 'corp.example' }, say)).not.toMatch(/[\u200b\u202e]/);
  });
});
