/** Membership is looked up through an index and remembered; the plain search of the whole directory is the law. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Directory, expandGroups, type Group, groupsOf, isGroupWithin } from '../../src/core/membership.ts';
import { runsUpTo } from './runs.ts';

const IDS = ['a', 'b', 'c', 'd', 'e', 'f'];
const PEOPLE = ['ann@x.example', 'ben@y.example', 'cyd@sub.y.example'];
const group = (id: string): fc.Arbitrary<Group> =>
  fc.record({
    id: fc.constant(id),
    name: fc.constant(id),
    members: fc.option(fc.subarray(PEOPLE)),
    size: fc.constant(9),
    // Groups may include each other, and themselves, and what policy does not define.
    includes: fc.subarray([...IDS, 'nobody-knows'], { maxLength: 3 }),
    addresses: fc.constant([]),
    domains: fc.subarray(['x.example', '*.y.example']),
    clearance: fc.constant(0),
    categories: fc.constant(null),
    outside: fc.constant(false),
  });
const directory: fc.Arbitrary<Directory> = fc
  .tuple(...IDS.map(group))
  .map((groups) => new Map(groups.map((each) => [each.id, each])));

/** The groups that include one of these, found by looking at all until nothing is added. */
function plainlyAbove(start: readonly string[], all: Directory): readonly string[] {
  const more = [...all.values()].filter(
    ({ id, includes }) => !start.includes(id) && includes.some((each) => start.includes(each)),
  );
  return more.length === 0 ? start : plainlyAbove([...start, ...more.map(({ id }) => id)], all);
}

function plainlyOf(person: string, all: Directory): readonly string[] {
  const domain = person.slice(person.indexOf('@') + 1);
  const fits = (each: string) => each === domain || (each === '*.y.example' && domain.endsWith('y.example'));
  const direct = [...all.values()].filter(
    ({ members, domains }) => members?.includes(person) === true || domains.some(fits),
  );
  return plainlyAbove(
    direct.map(({ id }) => id),
    all,
  );
}

describe('whoever asks, and however often, learns', () => {
  it('the groups of a person', () => {
    fc.assert(
      fc.property(directory, fc.array(fc.constantFrom(...PEOPLE), { maxLength: 6 }), (all, asked) => {
        for (const person of asked)
          expect([...groupsOf(person, all)].sort()).toEqual([...plainlyOf(person, all)].sort());
      }),
      runsUpTo(500),
    );
  });

  it('what a group lies in, and what lies in it', () => {
    fc.assert(
      fc.property(directory, fc.subarray([...IDS, 'nobody-knows']), fc.subarray(IDS), (all, asked, others) => {
        for (const id of asked)
          expect(isGroupWithin(id, others, all)).toBe(others.some((each) => plainlyAbove([id], all).includes(each)));
        const inside = [...IDS, 'nobody-knows'].filter((id) =>
          asked.some((each) => plainlyAbove([id], all).includes(each)),
        );
        expect([...expandGroups(asked, all)].sort()).toEqual(inside.sort());
      }),
      runsUpTo(500),
    );
  });
});
