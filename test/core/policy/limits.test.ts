/** Where each value of a policy ends: what stands just inside is good, and of the next one it is said how far it may go. */
import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { POLICY_KEYS } from '../../../src/core/policy/schema.ts';

type Key = keyof typeof POLICY_KEYS;

const LABEL = { id: 'a', name: 'A', rank: 1 };
const GROUP = { id: 'g', name: 'G' };
const AREA = { area: 'category:7' };
const SITE = { id: 's', name: 'S', kind: 'discourse', match: ['https://s.example/*'] };
const RULE = { ruleId: 'r', name: 'R', restrictions: [{ class: 'ANY', level: 'WARN' }] };
const EXCEPTION = { reason: 'R', until: '2026-12-31' };
const PATTERN = { id: 'p', name: 'P', pattern: 'x', label: 'a' };
const FINDS = { detector: 'card', label: 'a' };
const MEANS = { level: 'l', label: 'a' };
const CHROME = 'is above 2,147,483,647: Chrome hands over no larger number';
const NONE = 'is an empty list: leave the key out, or name at least one';

/** All that is said about one key's value. */
function saidOf(key: Key, value: unknown): readonly string[] {
  return z.safeParse(POLICY_KEYS[key], value).error?.issues.map((issue) => issue.message) ?? [];
}

/** A value with the tried part in its place. */
type Around = (part: unknown) => unknown;
const label = (key: string) => (part: unknown) => [{ ...LABEL, [key]: part }];
const group = (key: string) => (part: unknown) => [{ ...GROUP, [key]: part }];
const site = (key: string) => (part: unknown) => [{ ...SITE, [key]: part }];
const area = (key: string) => (part: unknown) => [{ ...SITE, areas: [{ ...AREA, [key]: part }] }];
const rule = (key: string) => (part: unknown) => [{ ...RULE, [key]: part }];
const source = (key: string) => (part: unknown) => [{ ...RULE, sources: { [key]: part } }];
const destination = (key: string) => (part: unknown) => [{ ...RULE, destinations: { [key]: part } }];
const exception = (key: string) => (part: unknown) => [{ ...RULE, except: [{ ...EXCEPTION, [key]: part }] }];
const itself: Around = (part) => part;

describe('a list ends', () => {
  it.each<[Key, string, Around, unknown, number, 'may be empty' | 'never empty']>([
    ['policyKeys', '', itself, 'sites', 100, 'never empty'],
    ['labels', '', itself, LABEL, 200, 'never empty'],
    ['labels', 'aliases', label('aliases'), 'A', 100, 'may be empty'],
    ['labels', 'patterns', label('patterns'), 'a', 50, 'never empty'],
    ['labels', 'selectors', label('selectors'), 'a', 50, 'never empty'],
    ['labels', 'categories', label('categories'), 'a', 50, 'never empty'],
    ['vocabularies', '', itself, { id: 'tlp' }, 20, 'may be empty'],
    ['vocabularies', 'levels', (levels) => [{ id: 'tlp', levels }], MEANS, 50, 'never empty'],
    ['organization', 'domains', (domains) => ({ name: 'C', domains }), 'a.b', 1_000, 'may be empty'],
    ['sensitive', 'detectors', (detectors) => ({ detectors }), FINDS, 50, 'may be empty'],
    ['sensitive', 'patterns', (patterns) => ({ patterns }), PATTERN, 200, 'may be empty'],
    ['groups', '', itself, GROUP, 20_000, 'may be empty'],
    ['groups', 'members', group('members'), 'a', 100_000, 'may be empty'],
    ['groups', 'includes', group('includes'), 'a', 20_000, 'may be empty'],
    ['groups', 'addresses', group('addresses'), 'a@b.c', 1_000, 'may be empty'],
    ['groups', 'domains', group('domains'), 'a.b', 1_000, 'may be empty'],
    ['groups', 'categories', group('categories'), 'a', 200, 'may be empty'],
    ['sites', '', itself, SITE, 500, 'never empty'],
    ['sites', 'readers', site('readers'), 'a', 1_000, 'never empty'],
    ['sites', 'areas', site('areas'), AREA, 1_000, 'may be empty'],
    ['sites', 'areas’ readers', area('readers'), 'a', 1_000, 'never empty'],
    ['rules', '', itself, RULE, 5_000, 'may be empty'],
    ['rules', 'actors', rule('actors'), 'agent', 3, 'never empty'],
    ['rules', 'restrictions', rule('restrictions'), RULE.restrictions[0], 10, 'never empty'],
    ['rules', 'except', rule('except'), EXCEPTION, 100, 'never empty'],
    ['rules', 'exceptions’ groups', exception('groups'), 'a', 1_000, 'never empty'],
    ['rules', 'exceptions’ sites', exception('sites'), 'a', 1_000, 'never empty'],
    ['rules', 'sources’ labels', source('labels'), 'a', 1_000, 'never empty'],
    ['rules', 'sources’ categories', source('categories'), 'a', 1_000, 'never empty'],
    ['rules', 'sources’ sites', source('sites'), 'a', 1_000, 'never empty'],
    ['rules', 'sources’ detectors', source('detectors'), 'a', 1_000, 'never empty'],
    ['rules', 'destinations’ sites', destination('sites'), 'a', 1_000, 'never empty'],
    ['rules', 'destinations’ groups', destination('groups'), 'a', 1_000, 'never empty'],
    ['rules', 'destinations’ domains', destination('domains'), 'a.b', 1_000, 'never empty'],
    ['rules', 'destinations’ audience', destination('audience'), 'outside', 4, 'never empty'],
    ['userMay', '', itself, 'tighten', 10, 'may be empty'],
  ])('%s %s', (key, _part, around, entry, most, least) => {
    const said = (count: number) => saidOf(key, around(Array.from({ length: count }, () => entry)));
    expect(said(most)).toEqual([]);
    expect(said(most + 1)).toEqual([`has more than ${most.toLocaleString('en')} entries`]);
    expect(said(0)).toEqual(least === 'never empty' ? [NONE] : []);
  });

  it('sites’ hosts, of which there must be one', () => {
    const said = (count: number) => saidOf('sites', site('match')(Array.from({ length: count }, () => SITE.match[0])));
    expect([100, 101, 0].map(said)).toEqual([
      [],
      ['has more than 100 entries'],
      ['names no host, so nothing would be guarded'],
    ]);
  });
});

describe('a text ends', () => {
  it.each<[Key, string, Around, number]>([
    ['organization', 'name', (name) => ({ name, domains: [] }), 200],
    ['labels', 'name', label('name'), 200],
    ['labels', 'an alias', (alias) => label('aliases')([alias]), 200],
    ['labels', 'a pattern', (pattern) => label('patterns')([pattern]), 1_000],
    ['labels', 'a selector', (selector) => label('selectors')([selector]), 500],
    ['labels', 'a category', (category) => label('categories')([category]), 200],
    ['sensitive', 'a pattern', (pattern) => ({ patterns: [{ ...PATTERN, pattern }] }), 1_000],
    ['sensitive', 'a pattern’s name', (name) => ({ patterns: [{ ...PATTERN, name }] }), 200],
    ['groups', 'name', group('name'), 200],
    ['sites', 'name', site('name'), 200],
    ['sites', 'an area', area('area'), 200],
    ['sites', 'an area’s name', area('name'), 200],
    ['rules', 'name', rule('name'), 200],
    ['rules', 'description', rule('description'), 2_000],
    ['rules', 'an exception’s reason', exception('reason'), 500],
    ['support', 'name', (name) => ({ name }), 200],
    ['support', 'url', (url) => ({ url }), 200],
    ['support', 'phone', (phone) => ({ phone }), 200],
  ])('%s: %s', (key, _part, around, most) => {
    expect(saidOf(key, around('a'))).toEqual([]);
    expect(saidOf(key, around('a'.repeat(most)))).toEqual([]);
    expect(saidOf(key, around('a'.repeat(most + 1)))).toEqual([`is longer than ${most} characters`]);
    expect(saidOf(key, around(''))).toEqual(['must not be empty']);
  });
});

describe('a number ends', () => {
  it.each<[Key, string, Around, number, number, string]>([
    ['policyVersion', '', itself, 1, 2_147_483_647, CHROME],
    ['labels', 'rank', label('rank'), 0, 1_000, 'is above 1000'],
    ['agents', 'latchMinutes', (latchMinutes) => ({ latchMinutes }), 1, 480, 'is above 480'],
    ['agents', 'quietMinutes', (quietMinutes) => ({ quietMinutes }), 1, 60, 'is above 60'],
    ['groups', 'size', group('size'), 0, 2_147_483_647, CHROME],
    [
      'approval',
      'new readers',
      (from) => ({ unknown: { askFromNewReaders: from } }),
      1,
      1_000_000,
      'is above 1,000,000',
    ],
  ])('%s %s', (key, _part, around, least, most, above) => {
    const tried = [least - 1, least, most, most + 1];
    expect(tried.map((count) => saidOf(key, around(count)))).toEqual([[`is below ${least}`], [], [], [above]]);
  });
});
