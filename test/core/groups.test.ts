/** What policy says of groups, case by case: who is in them, what lies in what, and what of that nobody can tell. */
import { describe, expect, it } from 'vitest';
import {
  type Directory,
  domainOf,
  domainsMeet,
  expandGroups,
  type Group,
  groupsInside,
  groupsOf,
  hidePeople,
  inDomains,
  isGroupWithin,
  isListed,
  outermost,
  sizeOf,
  strangersAmong,
  upwards,
} from '../../src/core/membership.ts';
import { group } from './facts.ts';

describe('a domain', () => {
  it.each<[domain: string, patterns: readonly string[], isOne: boolean]>([
    ['corp.example', ['corp.example'], true],
    ['mail.corp.example', ['corp.example'], false],
    ['corp.example', ['*.corp.example'], true],
    ['mail.corp.example', ['*.corp.example'], true],
    ['a.b.corp.example', ['*.corp.example'], true],
    ['evilcorp.example', ['*.corp.example'], false],
    ['corp.example.evil.test', ['*.corp.example'], false],
    ['example', ['*.corp.example'], false],
    ['corp.example', ['other.example', 'corp.example'], true],
    ['corp.example', [], false],
    // A pattern is a whole name below something; a star elsewhere is only a sign.
    ['corp.example', ['c*rp.example'], false],
    ['corp.example', ['*corp.example'], false],
  ])('%s is one of %j: %s', (domain, patterns, isOne) => {
    expect(inDomains(domain, patterns)).toBe(isOne);
  });

  it.each<[a: string, b: string, meet: boolean]>([
    ['x.example', 'x.example', true],
    ['x.example', 'y.example', false],
    ['x.example', '*.x.example', true],
    ['a.x.example', '*.x.example', true],
    ['*.x.example', 'a.x.example', true],
    ['*.x.example', '*.a.x.example', true],
    ['*.a.x.example', '*.x.example', true],
    ['*.x.example', '*.x.example', true],
    ['*.x.example', '*.y.example', false],
    ['a.x.example', 'x.example', false],
    ['ax.example', '*.x.example', false],
  ])('of %s may be one of %s: %s', (a, b, meet) => {
    expect(domainsMeet(a, b)).toBe(meet);
    expect(domainsMeet(b, a)).toBe(meet);
  });

  it.each<[person: string, domain: string | null]>([
    ['ann@corp.example', 'corp.example'],
    ['"ann@home"@corp.example', 'corp.example'],
    ['ann', null],
    ['corp.example', null],
    ['@corp.example', 'corp.example'],
  ])('of %s is %s', (person, domain) => {
    expect(domainOf(person)).toBe(domain);
  });
});

describe('a group', () => {
  const one = (rest: Partial<Group>): Group => group('g', rest)[1];

  it.each<[what: string, rest: Partial<Group>, listed: boolean, size: number | null]>([
    ['of which nothing is known', {}, false, null],
    ['with a list', { members: ['a', 'b'] }, true, null],
    ['with a list and its size', { members: ['a', 'b'], size: 2 }, true, null],
    ['with a list shorter than its size', { members: ['a', 'b'], size: 3 }, false, 3],
    ['with a list longer than its size', { members: ['a', 'b'], size: 1 }, true, null],
    ['with a size alone', { size: 1 }, false, 1],
    ['with an empty list', { members: [] }, false, null],
    ['with an empty list that includes another', { members: [], includes: ['h'] }, true, null],
    ['with no list that includes another', { includes: ['h'] }, false, null],
    ['with a list beside a domain', { members: ['a'], size: 1, domains: ['x.example'] }, false, null],
  ])('%s', (_what, rest, listed, size) => {
    expect([isListed(one(rest)), sizeOf(one(rest))]).toEqual([listed, size]);
  });
});

const NESTED: Directory = new Map([
  group('all', { size: 900, includes: ['staff', 'guests'] }),
  group('staff', { members: ['ann@corp.example', 'bob'], size: 2, includes: ['board'] }),
  group('board', { members: ['cyd'], size: 1 }),
  group('guests', { size: 40, outside: true }),
  group('corp', { size: 9, domains: ['corp.example'] }),
  group('north', { domains: ['*.north.example'] }),
  group('north-too', { domains: ['*.north.example', 'corp.example'] }),
  group('wheel', { members: ['dan'], size: 1, includes: ['cog'] }),
  group('cog', { members: ['eve'], size: 1, includes: ['wheel'] }),
  group('torn', { members: ['dan'], size: 1, includes: ['gone'] }),
]);
/** A directory that nobody has asked anything yet. */
const nested = (): Directory => new Map(NESTED);
const sorted = (ids: Iterable<string>) => [...ids].sort();

describe('groups within groups', () => {
  it.each<[person: string, groups: readonly string[]]>([
    ['bob', ['all', 'staff']],
    ['cyd', ['all', 'board', 'staff']],
    ['dan', ['cog', 'torn', 'wheel']],
    ['ann@corp.example', ['all', 'corp', 'north-too', 'staff']],
    ['new@corp.example', ['corp', 'north-too']],
    ['new@a.north.example', ['north', 'north-too']],
    ['new@elsewhere.example', []],
    // A forum's user may be called like a domain.
    ['corp.example', []],
    ['north.example', []],
  ])('%s is in %j', (person, groups) => {
    const directory = nested();
    expect(sorted(groupsOf(person, directory))).toEqual(groups);
    expect(sorted(groupsOf(person, directory))).toEqual(groups);
  });

  it.each<[id: string, inside: readonly string[]]>([
    ['all', ['all', 'board', 'guests', 'staff']],
    ['wheel', ['cog', 'wheel']],
    ['torn', ['gone', 'torn']],
    ['nobody-knows', ['nobody-knows']],
  ])('in %s lie %j', (id, inside) => {
    expect(sorted(groupsInside(id, nested()))).toEqual(inside);
    expect(sorted(expandGroups([id, id], nested()))).toEqual(inside);
  });

  it('include the groups that lie in one of several, each once', () => {
    expect(sorted(expandGroups(['staff', 'board', 'guests'], nested()))).toEqual(['board', 'guests', 'staff']);
    expect(sorted(upwards(['board', 'guests'], nested()))).toEqual(['all', 'board', 'guests', 'staff']);
    expect(sorted(upwards([], nested()))).toEqual([]);
  });

  it.each<[id: string, groups: readonly string[], within: boolean]>([
    ['board', ['all'], true],
    ['board', ['guests', 'staff'], true],
    ['board', ['board'], true],
    ['all', ['board'], false],
    ['guests', ['staff'], false],
    ['gone', ['torn'], true],
    ['board', [], false],
  ])('everybody in %s is in one of %j: %s', (id, groups, within) => {
    expect(isGroupWithin(id, groups, nested())).toBe(within);
  });

  it.each<[groups: readonly string[], outer: readonly string[]]>([
    [[], []],
    [['board'], ['board']],
    [['board', 'board'], ['board']],
    [
      ['board', 'guests'],
      ['board', 'guests'],
    ],
    [['board', 'staff'], ['staff']],
    [['all', 'board', 'guests'], ['all']],
    // Of two that include each other neither may be left out.
    [
      ['wheel', 'cog'],
      ['wheel', 'cog'],
    ],
    [
      ['gone', 'torn', 'board'],
      ['torn', 'board'],
    ],
  ])('of %j the outermost are %j', (groups, outer) => {
    expect(outermost(groups, nested())).toEqual(outer);
  });
});

describe('what policy does not say', () => {
  it.each<[groups: readonly string[], hide: boolean]>([
    [[], false],
    [['board'], false],
    [['staff', 'wheel'], false],
    [['guests'], true],
    [['all'], true],
    [['torn'], true],
    [['nobody-knows'], true],
    // Everybody in a domain, and nobody else.
    [['corp', 'north'], false],
    [['board', 'guests'], true],
  ])('somebody may be in one of %j unsaid: %s', (groups, hide) => {
    expect(hidePeople(groups, nested())).toBe(hide);
  });

  it.each<[groups: readonly string[], strangers: readonly string[]]>([
    [['staff'], []],
    [['all'], ['guests']],
    [['all', 'guests'], ['guests']],
    [
      ['guests', 'torn'],
      ['guests', 'gone'],
    ],
    [['nobody-knows'], ['nobody-knows']],
  ])('outside or not defined among %j are %j', (groups, strangers) => {
    expect(strangersAmong(groups, nested())).toEqual(strangers);
  });
});
