import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type Audience, leaks } from '../../src/core/audience.ts';
import { type Label, only, type Readers } from '../../src/core/label.ts';
import { leakFinder } from '../../src/core/leak-finder.ts';
import { DIRECTORY } from './facts.ts';

const readers: fc.Arbitrary<Readers> = fc.oneof(
  fc.constant<Readers>({ kind: 'everyone' }),
  fc
    .tuple(fc.subarray(['alice', 'bob', 'ken']), fc.subarray(['employees', 'sev-team', 'leads']))
    .map(([people, groups]) => only(people, groups)),
  fc.constant<Readers>({ kind: 'allOf', sets: [{ kind: 'unknown', why: 'not said' }] }),
);
const label: fc.Arbitrary<Label> = fc.record({
  rank: fc.integer({ min: 0, max: 3 }),
  marks: fc.subarray(['a', 'b']),
  categories: fc.subarray(['crypto', 'noforn']),
  readers,
});
const audience: Audience = {
  kind: 'known',
  name: 'here',
  people: ['alice', 'maria'],
  outsiders: ['maria'],
  lookAlikes: [],
  groups: ['leads', 'office'],
};

it('finds for each of many labels what is found for it alone', () => {
  fc.assert(
    fc.property(fc.array(label, { minLength: 1, maxLength: 20 }), (labels) => {
      const found = leakFinder(audience, DIRECTORY);
      for (const each of [...labels, ...labels]) expect(found(each)).toEqual(leaks(each, audience, DIRECTORY));
    }),
  );
});

it('asks once about equal labels, and again about whatever differs in what counts', () => {
  const found = leakFinder(audience, DIRECTORY);
  const one: Label = { rank: 3, marks: ['a'], categories: ['crypto'], readers: only(['bob'], []) };
  expect(found({ ...one, marks: ['b'] })).toBe(found(one));
  expect(found(one)).toBe(found(one));
  for (const other of [
    { ...one, rank: 2 },
    { ...one, categories: [] },
    { ...one, readers: only(['ken'], []) },
  ])
    expect(found(other)).not.toBe(found(one));
});
