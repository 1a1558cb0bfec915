/** The person's keyboard: every printable ASCII character has its key, and what it has not is told. */
import { describe, expect, it } from 'vitest';
import { keyOf } from './person.ts';

describe('the person’s keys', () => {
  it.each([
    ['a', 'a'],
    ['A', 'shift+a'],
    ['7', '7'],
    ['(', 'shift+9'],
    [')', 'shift+0'],
    ['_', 'shift+minus'],
    ['"', 'shift+apostrophe'],
    ['\n', 'Return'],
  ])('%j is %s', (character, key) => expect(keyOf(character)).toBe(key));

  it('knows all of ASCII, each character by a key of its own', () => {
    const printable = Array.from({ length: 95 }, (_, index) => String.fromCharCode(32 + index));
    expect(new Set(printable.map(keyOf)).size).toBe(95);
  });

  it('says which character it cannot type', () => expect(() => keyOf('é')).toThrow('no key for "é"'));
});
