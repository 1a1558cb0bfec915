/** How many people an audience is and how many of them are new, case by case: exact where policy says enough, else never too few. */
import { describe, expect, it } from 'vitest';
import type { Directory } from '../../src/core/membership.ts';
import { type Circle, headCountOf, isReader, isWithin, newcomersTo } from '../../src/core/newcomers.ts';
import { group } from './facts.ts';

const COMPANY: Directory = new Map([
  group('corp', { name: 'Corp', size: 1240, domains: ['corp.example'] }),
  group('north', { name: 'North', domains: ['north.example'] }),
  group('office', { name: 'Office', size: 300 }),
  group('lab', { name: 'Lab', size: 20 }),
  group('annex', { name: 'Annex', size: 30 }),
  group('campus', { name: 'Campus', size: 400, includes: ['lab', 'annex'] }),
  group('science', { name: 'Science', size: 50, includes: ['lab', 'annex'] }),
  group('team', { name: 'Team', members: ['ann', 'ken'], size: 2 }),
  group('house', { name: 'House', size: 50, includes: ['team'] }),
  group('street', { name: 'Street', size: 500, includes: ['house'] }),
  group('door', { name: 'Door', members: [], includes: ['house'] }),
  group('wing', { name: 'Wing', members: ['ann'], size: 1, includes: ['office'] }),
  group('duo', { name: 'Duo', members: ['ann'], size: 1, includes: ['solo'] }),
  group('solo', { name: 'Solo', members: ['ken'], size: 1 }),
  group('wheel', { name: 'Wheel', members: ['dan'], size: 1, includes: ['cog'] }),
  group('cog', { name: 'Cog', members: ['eve'], size: 1, includes: ['wheel'] }),
  group('tiny', { name: 'Tiny', size: 1, domains: ['corp.example'] }),
  group('ruin', { name: 'Ruin', size: 50, includes: ['gone'] }),
]);

/** A directory that nobody has asked anything yet. */
const company = (): Directory => new Map(COMPANY);

const these = (people: readonly string[], groups: readonly string[] = []): Circle => ({ people, groups });
const exactly = (count: number) => ({ count, exact: true });
const upTo = (count: number) => ({ count, exact: false });
const UNTOLD = { count: null, exact: false };

describe('how many they are', () => {
  it.each<[who: string, circle: Circle, count: { readonly count: number | null; readonly exact: boolean }]>([
    ['nobody', these([]), exactly(0)],
    ['a person named twice', these(['ann', 'ann']), exactly(1)],
    ['a group by its size', these([], ['office']), exactly(300)],
    ['two groups by size, which may overlap', these([], ['office', 'lab']), upTo(320)],
    ['a group by size within another', these([], ['campus', 'lab']), exactly(400)],
    ['somebody of one of two groups by size', these(['bob@corp.example'], ['corp', 'office']), upTo(1540)],
    ['somebody who may be in the office, or not', these(['tom'], ['office']), upTo(301)],
    ['somebody of no domain of the group', these(['tom@x.example'], ['corp']), exactly(1241)],
    ['somebody of the group’s domain', these(['bob@corp.example'], ['corp']), exactly(1240)],
    ['somebody by list in a group within', these(['ann'], ['house']), exactly(50)],
    ['more of a group than its size says', these(['bob@corp.example', 'eve@corp.example'], ['tiny']), exactly(2)],
    ['a list, and what it includes by size', these([], ['wing']), upTo(301)],
    ['a list, and what it includes by list', these([], ['duo']), exactly(2)],
    ['two that include each other', these([], ['wheel', 'cog']), exactly(2)],
    ['what lies within another by size is in its number', these([], ['door', 'street']), exactly(500)],
    ['a group of which policy gives neither list nor size', these([], ['north']), UNTOLD],
    ['a group that policy does not define', these(['ann'], ['gone']), UNTOLD],
  ])('%s', (_who, circle, count) => {
    const directory = company();
    expect(headCountOf(circle, directory)).toEqual(count);
    expect(headCountOf(circle, directory)).toEqual(count);
  });
});

describe('how many of them are new', () => {
  const ann = 'ann@corp.example';
  const bob = 'bob@corp.example';
  it.each<[what: string, readers: Circle, audience: Circle, count: object, names: readonly string[]]>([
    ['nobody', these(['ann']), these(['ann']), exactly(0), []],
    ['nobody, of a group of readers', these([], ['team']), these(['ken'], ['team']), exactly(0), []],
    ['a person', these(['ann']), these(['ann', 'ken']), exactly(1), ['ken']],
    ['a listed group less its readers', these(['ann']), these([], ['team']), exactly(1), ['Team']],
    ['people first, then groups', these([]), these(['tom'], ['solo']), exactly(2), ['tom', 'Solo']],
    ['a group by size less a reader of its domain', these([ann]), these([], ['corp']), exactly(1239), ['Corp']],
    ['… one who is surely not in it left aside', these([ann, 'tom']), these([], ['corp']), exactly(1239), ['Corp']],
    ['… and somebody of it who is named too', these([ann]), these([bob], ['corp']), exactly(1239), [bob, 'Corp']],
    ['… and somebody from elsewhere', these([ann]), these(['tom'], ['corp']), exactly(1240), ['tom', 'Corp']],
    [
      'all of a group that hides whether a reader is in it',
      these(['tom']),
      these([], ['office']),
      upTo(300),
      ['Office'],
    ],
    ['a group less a listed one within', these([], ['team']), these([], ['house']), exactly(48), ['House']],
    ['a group less one by size within', these([], ['lab']), these([], ['campus']), exactly(380), ['Campus']],
    [
      'a group less two within that may overlap',
      these([], ['lab', 'annex']),
      these([], ['campus']),
      upTo(370),
      ['Campus'],
    ],
    [
      'a group less two of readers’ groups, which may hold all the readers or not',
      these([], ['science']),
      these([], ['campus']),
      upTo(370),
      ['Campus'],
    ],
    ['a group beside one that is its own reader', these([], ['gone']), these([], ['gone', 'team']), upTo(2), ['Team']],
    [
      'somebody who may have been among those of the lab',
      these([], ['lab']),
      these(['tom'], ['campus']),
      upTo(381),
      ['tom', 'Campus'],
    ],
    [
      'all of a group beside readers of unknown overlap',
      these([], ['office']),
      these([], ['corp']),
      upTo(1240),
      ['Corp'],
    ],
    ['a group less the readers who are known', these([ann], ['gone']), these([], ['corp']), upTo(1239), ['Corp']],
    ['a group with readers in it that nobody can count', these([], ['gone']), these([], ['ruin']), upTo(50), ['Ruin']],
    [
      'never fewer than are named',
      these([ann]),
      these([bob, 'eve@corp.example'], ['tiny']),
      exactly(2),
      [bob, 'eve@corp.example', 'Tiny'],
    ],
    ['two that may overlap', these([]), these([], ['office', 'lab']), upTo(320), ['Office', 'Lab']],
    ['nobody can say of how many', these([]), these(['tom'], ['gone']), UNTOLD, ['tom', 'gone']],
  ])('%s', (_what, readers, audience, newcomers, names) => {
    expect(newcomersTo(readers, audience, company())).toEqual({ newcomers, names });
  });
});

describe('whether one is a reader', () => {
  it.each<[person: string, readers: Circle, is: boolean]>([
    ['ann', these(['ken', 'ann']), true],
    ['ann', these(['ken']), false],
    ['ann', these([], ['solo', 'team']), true],
    ['ann', these([], ['street']), true],
    ['ann', these([], ['solo']), false],
    ['tom@corp.example', these([], ['corp']), true],
    ['ann', these([]), false],
  ])('%s of %j: %s', (person, readers, is) => {
    expect(isReader(person, readers, company())).toBe(is);
  });

  it.each<[what: string, group: string, readers: Circle, within: boolean]>([
    ['itself', 'office', these([], ['office']), true],
    ['one that includes it', 'team', these([], ['street']), true],
    ['everybody on its list', 'team', these(['ann', 'ken']), true],
    ['one of its list only', 'team', these(['ann']), false],
    ['its list, and that of what it includes', 'duo', these(['ann', 'ken']), true],
    ['its list, but not that of what it includes', 'duo', these(['ann']), false],
    ['its list, and the group that it includes', 'wing', these(['ann'], ['office']), true],
    ['its list beside a group that nobody can see into', 'wing', these(['ann']), false],
    ['both lists of a circle', 'wheel', these(['dan', 'eve']), true],
    ['one list of a circle', 'wheel', these(['dan']), false],
    ['a mere size', 'lab', these(['ann']), false],
    ['a group that policy does not define, for itself', 'gone', these([], ['gone']), true],
    ['a group that policy does not define, for others', 'gone', these(['ann'], ['team']), false],
  ])('a group is, by %s', (_what, id, readers, within) => {
    expect(isWithin(id, readers, company())).toBe(within);
  });
});
