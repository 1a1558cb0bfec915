/**
 * Companies made up by chance, with the truth about them: who really is in each group, and what policy says of it. What
 * policy says is true but not all: of some groups it gives only the size.
 */
import fc from 'fast-check';
import type { Audience } from '../../src/core/audience.ts';
import type { Label, ReaderSet, Readers } from '../../src/core/label.ts';
import { only } from '../../src/core/label.ts';
import type { Directory, Group } from '../../src/core/membership.ts';
import type { Circle } from '../../src/core/newcomers.ts';

export const PEOPLE = ['a', 'b', 'c', 'd', 'e', 'f'].map((name, i) => `${name}@${i % 2 ? 'one' : 'two'}.example`);
const IDS = ['g0', 'g1', 'g2', 'g3', 'g4'];
const DOMAINS = ['one.example', 'two.example'];
const CATEGORIES = ['crypto', 'noforn'];
/** A group that no policy defines. */
export const NOBODY_KNOWS = 'nobody-knows';

export interface Company {
  readonly directory: Directory;
  /** Who is in each group that policy defines. */
  readonly truth: ReadonlyMap<string, ReadonlySet<string>>;
}

const drawnGroup = fc.record({
  base: fc.subarray(PEOPLE),
  includes: fc.subarray(IDS),
  domains: fc.oneof({ weight: 3, arbitrary: fc.constant<string[]>([]) }, fc.subarray(DOMAINS, { maxLength: 1 })),
  listed: fc.boolean(),
  clearance: fc.integer({ min: 0, max: 3 }),
  categories: fc.option(fc.subarray(CATEGORIES)),
  outside: fc.boolean(),
});

/** Groups within groups, also in circles. */
export const companies: fc.Arbitrary<Company> = fc
  .array(drawnGroup, { minLength: IDS.length, maxLength: IDS.length })
  .map((drawn) => {
    const truth = new Map(
      drawn.map(({ base, domains, listed }, i) => [
        IDS[i] ?? '',
        new Set([
          ...(listed || domains.length === 0 ? base : []),
          ...PEOPLE.filter((person) => domains.some((domain) => person.endsWith(`@${domain}`))),
        ]),
      ]),
    );
    // As often as there are groups, so that what a group includes has come all the way up.
    for (const _ of IDS)
      drawn.forEach(({ includes }, i) => {
        for (const inner of includes) for (const person of truth.get(inner) ?? []) truth.get(IDS[i] ?? '')?.add(person);
      });
    const groups = drawn.map(({ base, includes, domains, listed, clearance, categories, outside }, i): Group => {
      const id = IDS[i] ?? '';
      const members = listed ? base : null;
      const size = listed ? base.length : (truth.get(id)?.size ?? 0);
      return { id, name: id, members, size, includes, addresses: [], domains, clearance, categories, outside };
    });
    return { directory: new Map(groups.map((group) => [group.id, group])), truth };
  });

/** Everybody in a circle of people and groups; a group that no policy defines is left out. */
export function everybodyIn({ people, groups }: Circle, { truth }: Company): ReadonlySet<string> {
  return new Set([...people, ...groups.flatMap((id) => [...(truth.get(id) ?? [])])]);
}

export const circles: fc.Arbitrary<Circle> = fc.record({
  people: fc.subarray(PEOPLE),
  groups: fc.subarray([...IDS, NOBODY_KNOWS]),
});
export const definedCircles: fc.Arbitrary<Circle> = fc.record({
  people: fc.subarray(PEOPLE),
  groups: fc.subarray(IDS),
});

const readers: fc.Arbitrary<Readers> = fc.oneof(
  fc.constant<Readers>({ kind: 'everyone' }),
  circles.map(({ people, groups }) => only(people, groups)),
  fc.constant<Readers>({ kind: 'allOf', sets: [{ kind: 'unknown', why: 'not said' }] }),
);

export const labels: fc.Arbitrary<Label> = fc.record({
  rank: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 4 })),
  marks: fc.subarray(['a', 'b', 'c']),
  categories: fc.oneof(fc.constant<string[]>([]), fc.subarray(CATEGORIES)),
  readers,
});

/** Some people and groups as an audience; those in "one.example" are outsiders, and e@ only looks like one of ours. */
export function audienceOf({ people, groups }: Circle): Audience & { readonly kind: 'known' } {
  const outsiders = people.filter((person) => person.endsWith('@one.example') || person.startsWith('e@'));
  const lookAlikes = people
    .filter((person) => person.startsWith('e@'))
    .map((person) => ({ person, own: 'tvvo.example' }));
  return { kind: 'known', name: 'here', people, outsiders, groups, lookAlikes };
}

export const audiences: fc.Arbitrary<Audience> = fc.oneof(
  { weight: 4, arbitrary: circles.map(audienceOf) },
  fc.constant<Audience>({ kind: 'everyone', name: 'web' }),
  fc.constant<Audience>({ kind: 'unknown', name: 'x', why: 'not said' }),
);

export const knownSets = ({ readers: of }: Label): readonly (ReaderSet & { kind: 'set' })[] =>
  of.kind === 'everyone' ? [] : of.sets.flatMap((set) => (set.kind === 'set' ? [set] : []));
