/** What exactly is told of each leak: whom it names, which label, which number. */
import { describe, expect, it } from 'vitest';
import { type Audience, addsReaders, headCount, type Leak, leaks, lookAlikesOf } from '../../src/core/audience.ts';
import { type Label, only, type Readers, UNMARKED } from '../../src/core/label.ts';
import type { Directory } from '../../src/core/membership.ts';
import { group } from './facts.ts';

const COMPANY: Directory = new Map([
  group('staff', { name: 'All staff', size: 90, clearance: 2 }),
  group('board', { name: 'Board', members: ['ann', 'ken'], size: 2, clearance: 3, categories: ['crypto'] }),
  group('guests', { name: 'Guests', members: ['gus'], size: 1, clearance: 3, outside: true }),
  group('house', { name: 'House', size: 9, clearance: 3, includes: ['guests', 'gone'] }),
]);

/** A directory that nobody has asked anything yet. */
const company = (): Directory => new Map(COMPANY);

type Known = Audience & { kind: 'known' };
const to = (people: readonly string[], groups: readonly string[], rest: Partial<Known> = {}): Known => ({
  kind: 'known',
  name: 'here',
  people,
  outsiders: [],
  lookAlikes: [],
  groups,
  ...rest,
});
const stranger = (person: string, lookAlikes: Known['lookAlikes'] = []) =>
  to([person], [], { outsiders: [person], lookAlikes });
const WEB: Audience = { kind: 'everyone', name: 'the web' };
const UNTOLD: Audience = { kind: 'unknown', name: 'a list', why: 'the list is closed' };

const label = (rank: number, categories: readonly string[] = []): Label => ({ ...UNMARKED, rank, categories });
const readBy = (people: readonly string[], groups: readonly string[], rest: Partial<Label> = {}): Label => ({
  ...UNMARKED,
  readers: only(people, groups),
  ...rest,
});
const one = { count: 1, exact: true };

describe('what leaks is told exactly', () => {
  it.each<[what: string, label: Label, audience: Audience, leaks: readonly Leak[]]>([
    ['nothing of what all may read, wherever it goes', UNMARKED, WEB, []],
    ['nothing of what all may read, to whomever', UNMARKED, UNTOLD, []],
    ['the site’s name, for a label', label(1), WEB, [{ kind: 'outside', who: ['the web'] }]],
    ['the site’s name, for a category', label(0, ['crypto']), WEB, [{ kind: 'outside', who: ['the web'] }]],
    ['the site’s name, for readers', readBy(['ann'], []), WEB, [{ kind: 'outside', who: ['the web'] }]],
    ['why nobody can tell', label(1), UNTOLD, [{ kind: 'unknown-audience', why: 'the list is closed' }]],
    ['nothing, up to the group’s clearance', label(2), to([], ['staff']), []],
    [
      'the group and the rank, above it',
      label(3),
      to([], ['staff']),
      [{ kind: 'clearance', group: 'All staff', rank: 3 }],
    ],
    ['nothing of categories that policy does not restrict', label(0, ['crypto', 'noforn']), to([], ['staff']), []],
    ['nothing of a category that the group is cleared for', label(0, ['crypto']), to([], ['board']), []],
    [
      'the categories that it is not cleared for, and only those',
      label(0, ['crypto', 'noforn', 'nato']),
      to([], ['board']),
      [{ kind: 'category', group: 'Board', categories: ['noforn', 'nato'] }],
    ],
    ['a group outside, by its name', label(3), to([], ['guests']), [{ kind: 'outside', who: ['Guests'] }]],
    [
      'what lies in a group and is outside or not defined',
      label(1),
      to([], ['house']),
      [
        { kind: 'unknown-audience', why: 'group gone' },
        { kind: 'outside', who: ['Guests'] },
      ],
    ],
    ['nobody, where nobody outside gets a label', label(3), to(['ann'], []), []],
    ['outsiders', label(1), stranger('tom@x.example'), [{ kind: 'outside', who: ['tom@x.example'] }]],
    [
      'whose domain only looks like an own one',
      label(1),
      stranger('tom@c0rp.example', [{ person: 'tom@c0rp.example', own: 'corp.example' }]),
      [
        { kind: 'look-alike', who: 'c0rp.example', own: 'corp.example' },
        { kind: 'outside', who: ['tom@c0rp.example'] },
      ],
    ],
    [
      'nothing of a look-alike who is one of the readers',
      readBy(['tom@c0rp.example'], []),
      stranger('tom@c0rp.example', [{ person: 'tom@c0rp.example', own: 'corp.example' }]),
      [],
    ],
    [
      'who is new among those who get it, and of how many',
      readBy(['ann'], []),
      to(['ann', 'ben'], []),
      [{ kind: 'readers', newcomers: one, audience: { count: 2, exact: true }, names: ['ben'] }],
    ],
    [
      'a group as new by its name, and one that policy does not define by its id',
      readBy([], ['staff'], { rank: 1 }),
      to([], ['board', 'gone']),
      [
        { kind: 'unknown-audience', why: 'group gone' },
        {
          kind: 'readers',
          newcomers: { count: null, exact: false },
          audience: { count: null, exact: false },
          names: ['Board', 'gone'],
        },
      ],
    ],
    [
      'why nobody can say who may read',
      { ...UNMARKED, readers: { kind: 'allOf', sets: [{ kind: 'unknown', why: 'the page is closed' }] } },
      to(['ann'], []),
      [{ kind: 'unknown-readers', why: 'the page is closed' }],
    ],
  ])('%s', (_what, source, audience, found) => {
    expect(leaks(source, audience, company())).toEqual(found);
  });

  it('a group’s label restricts it although it is the reader, its readers alone do not', () => {
    expect(leaks(readBy([], ['guests']), to([], ['guests']), company())).toEqual([]);
    expect(leaks(readBy([], ['guests'], { rank: 1 }), to([], ['guests']), company())).toEqual([
      { kind: 'outside', who: ['Guests'] },
    ]);
    expect(leaks(readBy([], ['guests'], { categories: ['crypto'] }), to([], ['guests']), company())).toEqual([
      { kind: 'outside', who: ['Guests'] },
    ]);
  });
});

describe('an audience', () => {
  it('is a number of people, or nobody can tell', () => {
    expect(headCount(to(['ann', 'ben'], []), company())).toEqual({ count: 2, exact: true });
    expect(headCount(WEB, company())).toEqual({ count: null, exact: false });
    expect(headCount(UNTOLD, company())).toEqual({ count: null, exact: false });
  });

  it('names each domain that looks like an own one once', () => {
    const lookAlikes = [
      { person: 'tom@c0rp.example', own: 'corp.example' },
      { person: '"ben@home"@c0rp.example', own: 'corp.example' },
      { person: 'zoe@n0rth.example', own: 'north.example' },
    ];
    expect(lookAlikesOf(to([], [], { lookAlikes }))).toEqual([
      { who: 'c0rp.example', own: 'corp.example' },
      { who: 'n0rth.example', own: 'north.example' },
    ]);
  });
});

describe('whether somebody new reads along', () => {
  const closed = { kind: 'unknown', why: '' } as const;
  const set = (people: readonly string[]) => ({ kind: 'set', people, groups: [] }) as const;
  it.each<[what: string, readers: Readers, adds: boolean]>([
    ['not where all may read', { kind: 'everyone' }, false],
    ['not where it is one of the readers', only(['ann', 'ken'], []), false],
    ['where it is none', only(['ken'], []), true],
    ['where it is one of the readers of one part only', { kind: 'allOf', sets: [set(['ann']), set(['ken'])] }, true],
    ['where nobody can say of any part', { kind: 'allOf', sets: [closed, closed] }, true],
    ['not where it is known of the parts that are told', { kind: 'allOf', sets: [closed, set(['ann'])] }, false],
    ['where it is none of the part that is told', { kind: 'allOf', sets: [closed, set(['ken'])] }, true],
  ])('%s', (_what, readers, adds) => {
    expect(addsReaders(readers, to(['ann'], []), company())).toBe(adds);
  });
});
