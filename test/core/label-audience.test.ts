import { describe, expect, it } from 'vitest';
import { type Audience, addsReaders, headCount, leaks } from '../../src/core/audience.ts';
import { joinLabels, type Label, only, UNMARKED } from '../../src/core/label.ts';
import type { Directory } from '../../src/core/membership.ts';
import { DIRECTORY, group } from './facts.ts';

const to = (people: readonly string[], ids: readonly string[]): Audience & { kind: 'known' } => ({
  kind: 'known',
  name: 'here',
  people,
  outsiders: [],
  lookAlikes: [],
  groups: ids,
});
const outside = (person: string): Audience & { kind: 'known' } => ({
  kind: 'known',
  name: 'here',
  people: [person],
  outsiders: [person],
  lookAlikes: [],
  groups: [],
});
const bare = (people: readonly string[], ids: readonly string[]): Label => ({
  ...UNMARKED,
  readers: only(people, ids),
});
const restricted: Label = { rank: 3, marks: ['restricted'], categories: [], readers: only([], ['sev-team']) };

describe('what leaks to an audience', () => {
  it.each<[string, Label, Audience, readonly string[]]>([
    ['nothing, when nothing is marked', UNMARKED, to([], ['employees']), []],
    ['nothing, to the source’s own readers', restricted, to([], ['sev-team']), []],
    ['nothing, to one of them', restricted, to(['ken'], []), []],
    [
      'a label above the group’s clearance, to new readers',
      restricted,
      to([], ['employees']),
      ['clearance', 'readers'],
    ],
    ['to a person who is no reader', restricted, to(['bob'], []), ['readers']],
    ['to people outside', restricted, to([], ['contractors']), ['outside', 'clearance', 'readers']],
    ['to a group that policy does not know', restricted, to([], ['nobody-knows']), ['unknown-audience', 'readers']],
    [
      'nothing, to the unknown group that is the source’s reader',
      bare([], ['nobody-knows']),
      to([], ['nobody-knows']),
      [],
    ],
    [
      'to another unknown group',
      bare([], ['nobody-knows']),
      to([], ['nobody-knows', 'nobody-else']),
      ['unknown-audience', 'readers'],
    ],
    [
      'to the unknown group, for which nobody has cleared the label',
      { ...restricted, readers: only([], ['nobody-knows']) },
      to([], ['nobody-knows']),
      ['unknown-audience'],
    ],
    ['to an outsider', bare(['alice'], []), outside('tom'), ['outside', 'readers']],
    ['nothing, to an outsider who is one of the readers', bare(['alice', 'tom'], []), outside('tom'), []],
    [
      'to an outsider who is a reader of one part only',
      joinLabels(bare(['alice', 'tom'], []), bare(['alice'], [])),
      outside('tom'),
      ['outside', 'readers'],
    ],
    [
      'a label to an outsider, reader or not',
      { ...restricted, readers: only(['tom'], []) },
      outside('tom'),
      ['outside'],
    ],
    ['nothing, to an outside group that is the reader', bare([], ['contractors']), to([], ['contractors']), []],
    [
      'to one who only looks like one of us',
      bare(['alice'], []),
      { ...outside('bob@c0rp.example'), lookAlikes: [{ person: 'bob@c0rp.example', own: 'corp.example' }] },
      ['look-alike', 'outside', 'readers'],
    ],
    ['to the open internet', restricted, { kind: 'everyone', name: 'web' }, ['outside']],
    ['to an unknown audience', restricted, { kind: 'unknown', name: '', why: 'not said' }, ['unknown-audience']],
    ['to anybody, when nobody may read', { ...restricted, readers: only([], []) }, to(['alice'], []), ['readers']],
    [
      'when nobody can say who may read',
      { rank: 0, marks: [], categories: [], readers: { kind: 'allOf', sets: [{ kind: 'unknown', why: 'closed' }] } },
      to(['alice'], []),
      ['unknown-readers'],
    ],
  ])('%s', (_name, what, where, kinds) => {
    expect(leaks(what, where, DIRECTORY).map((leak) => leak.kind)).toEqual(kinds);
  });
});

describe('groups within groups', () => {
  const nested: Directory = new Map([
    group('all', { size: 900, clearance: 3, includes: ['staff', 'guests'] }),
    group('staff', { members: ['alice', 'bob'], size: 2, clearance: 3 }),
    group('guests', { size: 40, clearance: 3, outside: true }),
    group('project', { members: ['alice'], size: 1, clearance: 3, includes: ['guests'] }),
    group('round', { members: ['alice'], size: 1, clearance: 3, includes: ['about'] }),
    group('about', { members: ['bob'], size: 1, clearance: 3, includes: ['round', 'gone'] }),
    group('part', { members: ['alice'], size: 12, clearance: 3 }),
    group('empty', { members: [], clearance: 3 }),
  ]);
  const kinds = (label: Label, ids: readonly string[]) => leaks(label, to([], ids), nested).map((leak) => leak.kind);
  const secret: Label = { ...UNMARKED, rank: 3 };

  it('reach those outside through a group inside', () => {
    expect(leaks(secret, to([], ['all']), nested)).toEqual([{ kind: 'outside', who: ['guests'] }]);
  });

  it('are not all read by those who are listed beside them', () => {
    expect(kinds(bare(['alice'], []), ['project'])).toEqual(['outside', 'readers']);
    expect(headCount(to([], ['project']), nested)).toEqual({ count: 41, exact: false });
  });

  it('end where they lead in circles, and where one of them is gone nobody can say', () => {
    expect(kinds(secret, ['round'])).toEqual(['unknown-audience']);
    expect(headCount(to([], ['round']), nested)).toEqual({ count: null, exact: false });
  });

  it('are not everybody by a list that is shorter than the group, or empty', () => {
    expect(kinds(bare(['alice'], []), ['part'])).toEqual(['readers']);
    expect(headCount(to([], ['part']), nested)).toEqual({ count: 12, exact: true });
    expect(kinds(bare(['alice'], []), ['empty'])).toEqual(['readers']);
    expect(headCount(to([], ['empty']), nested)).toEqual({ count: null, exact: false });
  });
});

describe('whether a mail adds somebody to its thread', () => {
  const on = bare(['alice', 'maria'], ['nobody-knows']).readers;
  it.each<[string, Label['readers'], Audience & { kind: 'known' }, boolean]>([
    ['those on it', on, to(['alice'], []), false],
    ['somebody else', on, to(['bob'], []), true],
    ['the group that nobody knows, which is on it', on, to([], ['nobody-knows']), false],
    ['another one', on, to([], ['nobody-else']), true],
    [
      'anybody, where nobody can say who is on it',
      { kind: 'allOf', sets: [{ kind: 'unknown', why: '' }] },
      to(['alice'], []),
      true,
    ],
    ['whoever may read everything', UNMARKED.readers, to(['bob'], []), false],
  ])('%s', (_name, readers, audience, adds) => {
    expect(addsReaders(readers, audience, DIRECTORY)).toBe(adds);
  });

  it('takes another address of somebody for another person, unless a group of policy has both', () => {
    const tagged = to(['bob+news@corp.example'], []);
    expect(addsReaders(only(['bob@corp.example'], []), tagged, DIRECTORY)).toBe(true);
    const bobs: Directory = new Map([
      group('bob', { members: ['bob@corp.example', 'bob+news@corp.example'], size: 2 }),
    ]);
    expect(addsReaders(only([], ['bob']), tagged, bobs)).toBe(false);
  });

  it('takes no user name for a domain', () => {
    const byDomain: Directory = new Map([group('corp', { size: 9, domains: ['corp.example'] })]);
    expect(addsReaders(only([], ['corp']), to(['ann@corp.example'], []), byDomain)).toBe(false);
    expect(addsReaders(only([], ['corp']), to(['corp.example'], []), byDomain)).toBe(true);
  });
});

describe('how many would newly read it', () => {
  const newcomers = (source: Label, where: Audience) =>
    leaks(source, where, DIRECTORY).flatMap((leak) => (leak.kind === 'readers' ? [leak.newcomers] : []))[0];

  it.each<[string, Label, Audience, { count: number | null; exact: boolean } | undefined]>([
    [
      '1,236 of 1,240 employees, four of whom are the readers',
      restricted,
      to([], ['employees']),
      { count: 1236, exact: true },
    ],
    ['one person', restricted, to(['bob'], []), { count: 1, exact: true }],
    ['nobody', restricted, to(['ken', 'maria'], []), undefined],
    [
      'at most all, where policy does not say who overlaps',
      restricted,
      to([], ['office']),
      { count: 300, exact: false },
    ],
    [
      'those members that are no readers',
      { ...restricted, readers: only([], ['sev-team']) },
      to([], ['leads']),
      { count: 1, exact: true },
    ],
    ['nobody can say', restricted, to([], ['nobody-knows']), { count: null, exact: false }],
  ])('%s', (_name, source, where, expected) => {
    expect(newcomers(source, where)).toEqual(expected);
  });

  it('counts by domain who is in a group already, and who surely is not', () => {
    const corp: Directory = new Map([
      group('all', { size: 1240, domains: ['corp.example'], clearance: 3 }),
      group('office', { size: 300 }),
    ]);
    const told = (source: Label, where: Audience) =>
      leaks(source, where, corp).flatMap((leak) => (leak.kind === 'readers' ? [[leak.newcomers, leak.audience]] : []));
    const readers = bare(['alice@corp.example', 'tom@partner.example'], []);
    // 1,239 of 1,240: Alice is one of them, and Tom is not.
    expect(told(readers, to([], ['all']))).toEqual([
      [
        { count: 1239, exact: true },
        { count: 1240, exact: true },
      ],
    ]);
    // Bob is one of the 1,240, Dave is not.
    expect(told(readers, to(['bob@corp.example', 'dave@gmail.com'], ['all']))).toEqual([
      [
        { count: 1240, exact: true },
        { count: 1241, exact: true },
      ],
    ]);
    // Nobody says whether Bob is in the office.
    expect(told(bare([], ['office']), to(['bob@corp.example'], []))).toEqual([
      [
        { count: 1, exact: false },
        { count: 1, exact: true },
      ],
    ]);
  });

  it.each<[string, Audience, { count: number | null; exact: boolean }]>([
    ['a group that contains another counts once', to([], ['employees', 'sev-team']), { count: 1240, exact: true }],
    ['listed groups count people, not memberships', to([], ['sev-team', 'leads']), { count: 5, exact: true }],
    [
      'people beside a group whose members are not listed are an upper bound',
      to(['tom'], ['office']),
      { count: 301, exact: false },
    ],
    ['nobody', to([], []), { count: 0, exact: true }],
    ['an unknown group cannot be counted', to([], ['nobody-knows']), { count: null, exact: false }],
  ])('%s', (_name, where, expected) => {
    expect(headCount(where, DIRECTORY)).toEqual(expected);
  });
});
