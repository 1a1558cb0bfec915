/** How labels join, in exact values; `audience-laws.test.ts` has the laws. */
import { describe, expect, it } from 'vitest';
import {
  joinLabels,
  joinReaders,
  type Label,
  only,
  type ReaderSet,
  type Readers,
  sortedUnion,
  UNMARKED,
} from '../../src/core/label.ts';

const set = (people: readonly string[], groups: readonly string[] = []): ReaderSet => ({ kind: 'set', people, groups });
const unknown = (why: string): ReaderSet => ({ kind: 'unknown', why });
const allOf = (...sets: readonly [ReaderSet, ...ReaderSet[]]): Readers => ({ kind: 'allOf', sets });

describe('labels', () => {
  it('restrict nothing unless they say so', () => {
    expect(UNMARKED).toEqual({ rank: 0, marks: [], categories: [], readers: { kind: 'everyone' } });
  });

  it('join to the higher rank, all marks and categories, sorted, and the readers of both', () => {
    const a: Label = { rank: 3, marks: ['x', 'b'], categories: ['noforn'], readers: only(['bob'], []) };
    const b: Label = { rank: 1, marks: ['b', 'a'], categories: ['crypto', 'noforn'], readers: only(['ann'], []) };
    expect(joinLabels(a, b)).toEqual({
      rank: 3,
      marks: ['a', 'b', 'x'],
      categories: ['crypto', 'noforn'],
      readers: allOf(set(['ann']), set(['bob'])),
    });
  });

  it('list names each once, sorted by code units', () => {
    expect(sortedUnion(['b', 'a', 'é', 'Z'], ['a', 'c'])).toEqual(['Z', 'a', 'b', 'c', 'é']);
    expect(only(['b', 'a', 'b'], ['h', 'g', 'h'])).toEqual(allOf(set(['a', 'b'], ['g', 'h'])));
    expect(only([], [])).toEqual(allOf(set([])));
  });
});

describe('the readers of two things', () => {
  const everyone: Readers = { kind: 'everyone' };
  it.each<[string, Readers, Readers, Readers]>([
    ['everybody, twice', everyone, everyone, everyone],
    ['everybody and some', everyone, only(['a'], []), only(['a'], [])],
    ['the same', only(['a'], ['g']), only(['a'], ['g']), only(['a'], ['g'])],
    ['one set within the other’s', only(['a'], []), allOf(set(['a']), set(['b'])), allOf(set(['a']), set(['b']))],
    ['some and others, in one order', only(['b'], []), only(['a'], []), allOf(set(['a']), set(['b']))],
    ['a person called like a group', only(['a'], []), only([], ['a']), allOf(set(['a']), set([], ['a']))],
    ['not known for two reasons', allOf(unknown('x')), allOf(unknown('y')), allOf(unknown('x'), unknown('y'))],
    ['not known for one', allOf(unknown('x')), allOf(unknown('x')), allOf(unknown('x'))],
    ['not known and some', allOf(unknown('x')), only(['a'], []), allOf(unknown('x'), set(['a']))],
    [
      'some called like what is not known',
      allOf(unknown('x')),
      only(['unknown'], ['x']),
      allOf(unknown('x'), set(['unknown'], ['x'])),
    ],
  ])('%s', (_name, a, b, expected) => {
    expect([joinReaders(a, b), joinReaders(b, a)]).toEqual([expected, expected]);
  });
});
