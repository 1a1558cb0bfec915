import { expect, it } from 'vitest';
import { Remembered } from '../../src/core/remembered.ts';

it('remembers a bounded number of names, and what it has forgotten can be kept again', () => {
  const few = new Remembered<ReadonlySet<string>>(5);
  few.keep('one', new Set(['a', 'b']), 2);
  expect(few.get('one')).toEqual(new Set(['a', 'b']));
  few.keep('two', new Set(['a', 'b']), 2);
  expect([few.get('one'), few.get('two')]).toEqual([undefined, new Set(['a', 'b'])]);
  few.keep('one', new Set(), 0);
  expect([few.get('one'), few.get('two')]).toEqual([new Set(), new Set(['a', 'b'])]);
});

it('remembers as many names as it may, each answer counted with its question, and no more', () => {
  const five = new Remembered<string>(5);
  expect([five.keep('one', 'a', 1), five.keep('two', 'b', 2)]).toEqual(['a', 'b']);
  expect([five.get('one'), five.get('two')]).toEqual(['a', 'b']);
  five.keep('three', 'c', 0);
  expect([five.get('one'), five.get('two'), five.get('three')]).toEqual([undefined, undefined, 'c']);
  five.keep('four', 'd', 3);
  expect([five.get('three'), five.get('four')]).toEqual(['c', 'd']);
});
