/** A search in pieces finds what one over the whole text would, each place once, wherever it lies to their borders. */
import { describe, expect, it } from 'vitest';
import { placesOf } from '../../../src/core/sensitive/pieces.ts';

/** How long a piece is. */
const PIECE = 32_768;

const search = (text: string, regex: RegExp, reach: number) => [...placesOf(text, regex, reach)];
const places = (text: string, regex: RegExp, reach: number) =>
  search(text, regex, reach).flatMap((each) => (each === 'pause' ? [] : [`${each.at} ${each.text}`]));
/** So many dots, with this at this place. */
const dots = (length: number, at: number, what: string) => `${'.'.repeat(at)}${what}`.padEnd(length, '.');

describe('places', () => {
  it('are told with what stands there, also where they overlap', () => {
    expect(places('aab aaab', /aa?b?/g, 3)).toEqual(['0 aab', '1 ab', '4 aa', '5 aab', '6 ab']);
  });

  it('are found again, whatever the expression found before', () => {
    const regex = /a/g;
    regex.lastIndex = 5;
    expect(places('a', regex, 1)).toEqual(['0 a']);
    expect(places('a', regex, 1)).toEqual(['0 a']);
  });

  it.each([-8, -4, -3, -1, 0, 1, 4])('at a border of two pieces are found once: %i from it', (from) => {
    const at = PIECE + from;
    expect(places(dots(3 * PIECE, at, 'abcd'), /abcd/g, 4)).toEqual([`${at} abcd`]);
    expect(places(dots(at + 4, at, 'abcd'), /abcd/g, 4)).toEqual([`${at} abcd`]);
    expect(places(dots(3 * PIECE, at + PIECE, 'abcd'), /abcd/g, 4)).toEqual([`${at + PIECE} abcd`]);
  });

  it('see what stands before and after them beyond the border', () => {
    expect(places(dots(2 * PIECE, PIECE - 1, 'ab'), /(?<!a)b/g, 1)).toEqual([]);
    expect(places(dots(2 * PIECE, PIECE - 1, 'ab'), /(?<=a)b/g, 1)).toEqual([`${PIECE} b`]);
    expect(places(dots(2 * PIECE, PIECE - 1, 'ab'), /a(?!b)/g, 2)).toEqual([]);
    expect(places(dots(2 * PIECE, PIECE - 1, 'ab'), /a(?=b)/g, 2)).toEqual([`${PIECE - 1} a`]);
  });

  it('in one piece are not those of the next', () => {
    const text = `${'.'.repeat(PIECE - 1)}aaa`;
    expect(search(text, /a/g, 2)).toEqual([
      { at: PIECE - 1, text: 'a' },
      'pause',
      { at: PIECE, text: 'a' },
      { at: PIECE + 1, text: 'a' },
      'pause',
    ]);
  });
});

it.each([
  [0, 0],
  [1, 1],
  [PIECE, 1],
  [PIECE + 1, 2],
  [3 * PIECE, 3],
])('a text of %i units has %i pauses', (length, pauses) => {
  expect(search('.'.repeat(length), /a/g, 4)).toEqual(Array.from({ length: pauses }, () => 'pause'));
});
