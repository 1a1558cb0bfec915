/** How a fault is put into words: its place, the word that was probably meant, and what stands there now. */
import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { MOST_FAULTS, nearest, pathOf, schemaFaults, unknownKey } from '../../../src/core/policy/faults.ts';

const SHAPE = z.strictObject({
  name: z.optional(z.string()),
  sizes: z.optional(z.array(z.strictObject({ width: z.optional(z.int()), height: z.optional(z.int()) }))),
  mode: z.optional(z.enum(['fast', 'safe'])),
  on: z.optional(z.boolean()),
});
const said = (value: unknown) => schemaFaults('box', SHAPE, value).map(({ path, message }) => `${path}: ${message}`);

describe('a place is written', () => {
  it.each<[readonly PropertyKey[], string]>([
    [[], ''],
    [['sites'], 'sites'],
    [['sites', 0], 'sites[0]'],
    [['sites', 0, 'match', 12], 'sites[0].match[12]'],
    [['', 'a'], 'a'],
    [['k'.repeat(80)], 'k'.repeat(80)],
    [['k'.repeat(81), 'a'], `${'k'.repeat(79)}….a`],
  ])('%j', (path, text) => {
    expect(pathOf(path)).toBe(text);
  });
});

describe('what stands there is said as', () => {
  it.each<[string, unknown, string]>([
    ['nothing', null, 'null'],
    ['a list', ['x'], 'a list'],
    ['an object', { x: 1 }, 'an object'],
    ['a number', 7.5, '7.5'],
    ['a truth', true, 'true'],
    ['a text of 38 letters, in quotation marks', 'x'.repeat(38), `"${'x'.repeat(38)}"`],
    ['a longer text, cut', 'x'.repeat(39), `"${'x'.repeat(38)}…`],
    ['a text with a line break', 'a\nb', '"a\\nb"'],
  ])('%s', (_name, value, text) => {
    expect(schemaFaults('key', z.strictObject({ at: z.enum(['a']) }), { at: value })).toEqual([
      { path: 'key.at', message: `must be one of "a", but is ${text}` },
    ]);
  });

  it('only the beginning of a text that is a megabyte long', () => {
    expect(schemaFaults('key', z.boolean(), '"'.repeat(1_000_000))).toEqual([
      { path: 'key', message: `must be true or false, but is "${'\\"'.repeat(19)}…` },
    ]);
  });
});

describe('what must stand there is said as', () => {
  it.each<[string, z.core.$ZodType]>([
    ['a list', z.array(z.string())],
    ['an object', z.strictObject({})],
    ['text', z.string()],
    ['a whole number', z.int()],
    ['a whole number', z.number()],
    ['true or false', z.boolean()],
    ['date', z.date()],
  ])('%s', (words, schema) => {
    expect(schemaFaults('key', schema, Symbol.for('x'))).toEqual([
      { path: 'key', message: `must be ${words}, but is Symbol(x)` },
    ]);
  });

  it('is said at its own place, and of what is not there only that', () => {
    expect(said({ sizes: [{ width: 1 }, { width: '2' }], mode: 'slow' })).toEqual([
      'box.sizes[1].width: must be a whole number, but is "2"',
      'box.mode: must be one of "fast", "safe", but is "slow"',
    ]);
    const asked = z.strictObject({ name: z.string(), mode: z.enum(['fast']) });
    expect(schemaFaults('box', asked, {}).map(({ message }) => message)).toEqual(['is missing', 'is missing']);
    expect(said({ name: 'good' })).toEqual([]);
  });

  it('is said in our own words where there are some', () => {
    expect(schemaFaults('key', z.string().check(z.minLength(1, 'must not be empty')), '')).toEqual([
      { path: 'key', message: 'must not be empty' },
    ]);
    for (const number of [1e300, -1e300])
      expect(schemaFaults('key', z.int(), number)[0]).toEqual({ path: 'key', message: 'is too large or too small' });
    expect(schemaFaults('key', z.string().check(z.minLength(1, '')), '')[0]?.message).toBe('is too large or too small');
  });
});

describe('a key that nobody knows', () => {
  it('is named with the one that was meant, from those of its own place', () => {
    expect(said({ nmae: 'x', sizes: [{ width: 1 }, { heigth: 2, nmae: 'x' }] })).toEqual([
      'box.sizes[1].heigth: is not a key here; "height" is',
      'box.sizes[1].nmae: is not a key here; known are width, height',
      'box.nmae: is not a key here; "name" is',
    ]);
    expect(unknownKey('a.b', 'b', ['one', 'two'])).toEqual({
      path: 'a.b',
      message: 'is not a key here; known are one, two',
    });
    expect(unknownKey('a.sitse', 'sitse', ['sites'])).toEqual({
      path: 'a.sitse',
      message: 'is not a key here; "sites" is',
    });
  });

  it('is one of two hundred at most, as every fault', () => {
    const keys = Object.fromEntries(Array.from({ length: MOST_FAULTS + 1 }, (_, i) => [`key-number-${i}`, 1]));
    expect(said(keys)).toHaveLength(200);
    expect(said({ sizes: Array.from({ length: MOST_FAULTS + 1 }, () => 1) })).toHaveLength(200);
  });
});

describe('the word that was meant is found', () => {
  const WORDS = ['id', 'name', 'sites', 'labels', 'approval', 'killSwitch', 'vocabularies'] as const;
  const letters = (word: string) => [...word];
  const edits = (word: string): readonly string[] => [
    ...letters(`${word}.`).map((_, i) => `${word.slice(0, i)}x${word.slice(i)}`),
    ...letters(word).map((_, i) => word.slice(0, i) + word.slice(i + 1)),
    ...letters(word).map((_, i) => `${word.slice(0, i)}x${word.slice(i + 1)}`),
    ...letters(word).map(
      (_, i) =>
        word.slice(0, i) +
        word
          .slice(i, i + 2)
          .split('')
          .reverse()
          .join('') +
        word.slice(i + 2),
    ),
  ];

  it.each(WORDS)('"%s" with one letter more, less, another or swapped with its neighbour', (word) => {
    for (const wrong of edits(word)) expect([wrong, nearest(wrong, [word])]).toEqual([wrong, word]);
  });

  it('in capitals and small letters, whichever was meant', () => {
    expect(nearest('KILLSWITCH', ['killSwitch'])).toBe('killSwitch');
    expect(nearest('sites', ['SITES'])).toBe('SITES');
  });

  it.each<[string, string, boolean]>([
    ['sitex', 'sites', true],
    ['sixex', 'sites', false],
    ['six', 'sites', false],
    ['sitesxx', 'sites', false],
    ['istse', 'sites', false],
    ['laxexs', 'labels', true],
    ['albesl', 'labels', true],
    ['abelsx', 'labels', true],
    ['xxbels', 'labels', true],
    ['labexx', 'labels', true],
    ['xxxels', 'labels', false],
    ['labxxx', 'labels', false],
    ['lab', 'labels', false],
    ['labe', 'labels', true],
    ['labelsxx', 'labels', true],
    ['labelsxxx', 'labels', false],
    ['xx', 'id', false],
    ['di', 'id', true],
    ['dx', 'id', false],
    ['xi', 'id', false],
    ['x', 'id', false],
    ['naen', 'name', false],
    ['nnae', 'name', false],
    ['', 'id', false],
    ['', 'i', true],
    ['appxyzal', 'approval', false],
    ['orgnaizatoin', 'organization', true],
    ['xrxaxixation', 'organization', true],
    ['xrxaxixatxon', 'organization', false],
    ['bca', 'abc', false],
  ])('at most a third of its letters away: "%s" for "%s": %s', (wrong, word, isFound) => {
    expect(nearest(wrong, [word])).toBe(isFound ? word : null);
  });

  it('as the nearest of several, and the first of two that are as near', () => {
    expect(nearest('labels', ['label', 'labels', 'lapels'])).toBe('labels');
    expect(nearest('lapelz', ['labels', 'lapels', 'lapel'])).toBe('lapels');
    expect(nearest('sitex', ['sited', 'sites'])).toBe('sited');
    expect(nearest('sites', [])).toBeNull();
  });

  it('for words of up to sixty letters', () => {
    const word = 'w'.repeat(60);
    expect(nearest(word, [word])).toBe(word);
    expect(nearest(`${word}w`, [word])).toBeNull();
  });
});
