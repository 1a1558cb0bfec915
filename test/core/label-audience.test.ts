import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Audience, headCount, leaks } from '../../src/core/audience.ts';
import { joinLabels, type Label, only, type Readers, UNMARKED } from '../../src/core/label.ts';
import { DIRECTORY } from './facts.ts';

const RUNS = { numRuns: 2_000 };
const names = fc.subarray(['alice', 'bob', 'ken', 'maria', 'ines']);
const groups = fc.subarray(['employees', 'sev-team', 'leads', 'office', 'contractors', 'nobody-knows']);
const readers: fc.Arbitrary<Readers> = fc.oneof(
  fc.constant<Readers>({ kind: 'everyone' }),
  fc.tuple(names, groups).map(([p, g]) => only(p, g)),
  fc.constant<Readers>({ kind: 'allOf', sets: [{ kind: 'unknown', why: 'not said' }] }),
);
const label: fc.Arbitrary<Label> = fc.record({
  rank: fc.integer({ min: 0, max: 4 }),
  marks: fc.subarray(['a', 'b', 'c']),
  categories: fc.subarray(['crypto', 'noforn']),
  readers,
});
const known = fc.tuple(names, groups).map(
  ([people, g]): Audience => ({
    kind: 'known',
    name: 'here',
    people,
    outsiders: people.filter((each) => each === 'ines'),
    groups: g,
  }),
);
const audience: fc.Arbitrary<Audience> = fc.oneof(
  known,
  fc.constant<Audience>({ kind: 'everyone', name: 'web' }),
  fc.constant<Audience>({ kind: 'unknown', name: 'x', why: 'not said' }),
);
const to = (people: readonly string[], ids: readonly string[]): Audience => ({
  kind: 'known',
  name: 'here',
  people,
  outsiders: [],
  groups: ids,
});
const restricted: Label = { rank: 3, marks: ['restricted'], categories: [], readers: only([], ['sev-team']) };

describe('joining labels', () => {
  it('is commutative, associative and idempotent, and the unmarked label is its identity', () => {
    fc.assert(
      fc.property(label, label, label, (a, b, c) => {
        expect(joinLabels(a, b)).toEqual(joinLabels(b, a));
        expect(joinLabels(joinLabels(a, b), c)).toEqual(joinLabels(a, joinLabels(b, c)));
        expect(joinLabels(joinLabels(a, a), a)).toEqual(joinLabels(a, a));
        expect(joinLabels(joinLabels(a, UNMARKED), a)).toEqual(joinLabels(a, a));
      }),
      RUNS,
    );
  });

  it('never loosens: what leaks from a part leaks from the whole', () => {
    fc.assert(
      fc.property(label, label, audience, (a, b, readersThere) => {
        if (leaks(a, readersThere, DIRECTORY).length > 0)
          expect(leaks(joinLabels(a, b), readersThere, DIRECTORY).length).toBeGreaterThan(0);
      }),
      RUNS,
    );
  });
});

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
    ['to people outside', restricted, to([], ['contractors']), ['outside', 'readers']],
    ['to a group that policy does not know', restricted, to([], ['nobody-knows']), ['unknown-audience', 'readers']],
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

  it('not to the one outside who has it already, unless it carries a mark', () => {
    const outside: Audience = {
      kind: 'known',
      name: 'here',
      people: ['alice', 'ines'],
      outsiders: ['ines'],
      groups: [],
    };
    const theirs: Label = { ...UNMARKED, readers: only(['alice', 'ines'], []) };
    const kinds = (what: Label) => leaks(what, outside, DIRECTORY).map((leak) => leak.kind);
    expect(kinds(theirs)).toEqual([]);
    expect(kinds({ ...theirs, readers: only(['alice'], []) })).toEqual(['outside', 'readers']);
    expect(kinds({ ...theirs, rank: 1 })).toEqual(['outside']);
    expect(kinds({ ...theirs, categories: ['crypto'] })).toEqual(['outside']);
  });

  it('grows with the audience: another reader never removes a leak', () => {
    fc.assert(
      fc.property(label, names, groups, names, groups, (what, p1, g1, p2, g2) => {
        const fewer = leaks(what, to(p1, g1), DIRECTORY).length > 0;
        const more = leaks(what, to([...new Set([...p1, ...p2])], [...new Set([...g1, ...g2])]), DIRECTORY).length > 0;
        if (fewer) expect(more).toBe(true);
      }),
      RUNS,
    );
  });

  it('is never nothing where a label meets an audience that cannot be told', () => {
    fc.assert(
      fc.property(label, (what) => {
        fc.pre(what.rank > 0 || what.readers.kind !== 'everyone');
        expect(leaks(what, { kind: 'unknown', name: '', why: '' }, DIRECTORY)).not.toEqual([]);
      }),
    );
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
