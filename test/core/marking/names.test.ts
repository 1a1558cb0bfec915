/** Which levels are named by the places of a page: of one place the strictest, of lines that explain levels none. */
import { describe, expect, it } from 'vitest';
import { type Name, namedMarks, nameTable, withParents } from '../../../src/core/marking/names.ts';
import { FOOT, type Place } from '../../../src/core/marking/places.ts';

const level = (label: string, position: number | null, announced = false): Name => ({
  label,
  text: label,
  position,
  announced,
});
const TABLE = nameTable([
  level('public', 0),
  level('internal', 1),
  level('confidential', 2),
  level('restricted', 3),
  level('zone', null),
  level('secret', 3, true),
]);

const place = (text: string, over: Partial<Place> = {}): Place => ({
  text,
  beside: [],
  faint: false,
  spot: 'tag',
  key: '',
  source: text,
  line: -1,
  ...over,
});
const line = (text: string, at: number) => place(text, { spot: 'line', line: at });
const named = (...places: readonly Place[]) => namedMarks(places, TABLE).map((mark) => mark.label);

describe('a table of names', () => {
  it('holds no name that is nothing when folded', () => {
    expect([...nameTable([level('--', 0), level('A-B', 0)]).keys()]).toEqual(['a b']);
  });
});

describe('a level', () => {
  it('is named by a place, without categories', () => {
    expect(namedMarks([place('Public'), place('other')], TABLE)).toEqual([{ label: 'public', categories: [] }]);
  });

  it('is told once, however often it is named', () => {
    expect(named(place('Public'), place('PUBLIC'))).toEqual(['public']);
  });

  it('counts beside one other level, and not beside two', () => {
    expect(named(place('Public', { beside: ['Internal'] }))).toEqual(['public']);
    expect(named(place('Public', { beside: ['Internal', 'Confidential'] }))).toEqual([]);
  });

  it('yields to a stricter one of the same place only', () => {
    const of = (text: string, source: string, at = -1) => place(text, { source, line: at });
    expect(named(of('Public', 'a'), of('Restricted', 'a'), of('Internal', 'a'))).toEqual(['restricted']);
    expect(named(of('Public', 'a'), of('Restricted', 'b'))).toEqual(['public', 'restricted']);
    expect(named(of('Public', 'a', 0), of('Restricted', 'a', 1))).toEqual(['public', 'restricted']);
  });

  it('neither yields to an own label nor takes one away', () => {
    const of = (text: string) => place(text, { source: 'a' });
    expect(named(of('Zone'), of('Public'))).toEqual(['zone', 'public']);
    expect(named(of('Restricted'), of('Zone'))).toEqual(['restricted', 'zone']);
  });
});

describe('an ordinary word', () => {
  it.each<readonly [Partial<Place>, boolean]>([
    [{ spot: 'declared' }, true],
    [{ spot: 'declared', faint: true }, true],
    [{ spot: 'keyed' }, true],
    [{ spot: 'keyed', faint: true }, false],
    [{ spot: 'tag' }, false],
    [{ spot: 'bracket' }, false],
  ])('at %j is a level: %s', (over, expected) => {
    expect(named(place('Secret', over))).toEqual(expected ? ['secret'] : []);
  });
});

describe('a level’s name', () => {
  it.each<readonly [string, Partial<Place>, boolean]>([
    ['Public', { faint: true }, false],
    ['Internal', { faint: true }, true],
    ['Public', { beside: ['Private'] }, false],
    ['Public', { beside: ['HR', 'Private'] }, false],
    ['Public', { beside: ['HR'] }, true],
    ['Confidential', { beside: ['Private'] }, true],
    ['Internal', { spot: 'prefix' }, true],
    ['internal', { spot: 'prefix' }, false],
    ['public', { spot: 'prefix' }, false],
    ['internal', { spot: 'title' }, true],
    ['confidential', { spot: 'prefix' }, true],
    ['zone', { spot: 'prefix' }, true],
  ])('%s at %j is a mark: %s', (text, over, expected) => {
    expect(named(place(text, over))).toEqual(expected ? [text.toLowerCase()] : []);
  });
});

/** Levels by the line that they stand on; a dash is a line that names none. */
function linesOf(text: string, first = 0): readonly Place[] {
  return text.split(' ').flatMap((word, i) => (word === '-' ? [] : [line(word, first + i)]));
}

describe('lines that name levels', () => {
  it.each<readonly [what: string, head: string, foot: string, expected: readonly string[]]>([
    ['three are a legend', 'Public Internal Restricted', '-', []],
    ['three below are one', '-', 'Public Internal Restricted', []],
    ['two apart are one', '- Public - Internal', '-', []],
    ['two apart below are one', '-', '- Public - Internal', []],
    ['two that touch are none', '- Public Internal', '-', ['public', 'internal']],
    ['two of which one opens the text are none', 'Public - Internal', '-', ['public', 'internal']],
    ['two of which one opens the foot are none', '-', 'Public - Internal', ['public', 'internal']],
    ['one above and one below', '- Public', 'Internal', ['public', 'internal']],
    ['one twice and one between', 'Public Internal - Public', '-', ['public', 'internal']],
    ['one twice', '- Public - Public', '-', ['public']],
    ['capitals that open the text stand', 'RESTRICTED Public - Internal', '-', ['restricted']],
    ['capitals in the midst do not', 'Public RESTRICTED Internal', '-', []],
    ['capitals that end the head do not', 'Public Internal - RESTRICTED', '-', []],
    ['capitals that end the foot stand', '-', '- Public - Internal RESTRICTED', ['restricted']],
    ['capitals in the midst of the foot do not', '-', 'Public RESTRICTED Internal', []],
    ['capitals on two lines', 'PUBLIC INTERNAL Restricted', '-', []],
  ])('%s', (_name, head, foot, expected) => {
    expect(named(...linesOf(head), ...linesOf(foot, FOOT))).toEqual(expected);
  });

  it('are no legend with a tag', () => {
    const lines = [line('Public', 1), line('Internal', 2)];
    expect(named(place('Restricted'), ...lines)).toEqual(['restricted', 'public', 'internal']);
  });
});

describe('a level and its sublabel', () => {
  it.each<readonly [string, readonly (readonly [string, string])[]]>([
    ['Confidential \\ All  Employees', [['Confidential', 'All Employees']]],
    ['Confidential\\HR', [['Confidential', 'HR']]],
    ['Confidential \\\\ HR', [['Confidential', 'HR']]],
    ['Confidential', []],
    ['Confidential \\\\\\ HR', []],
    ['Confidential \\ HR \\ Payroll', []],
    ['C\\HR', []],
    [`${'a'.repeat(64)}\\${'b'.repeat(64)}`, [['a'.repeat(64), 'b'.repeat(64)]]],
    [`${'a'.repeat(65)}\\b`, []],
    [`aa\\${'b'.repeat(65)}`, []],
  ])('are told apart in %j', (text, expected) => {
    const found = withParents([place(text, { beside: ['x'] })]);
    expect(found.map((each) => [each.place.text, each.child])).toEqual(expected);
    expect(found.every((each) => each.place.source === text && each.place.beside.length === 0)).toBe(true);
  });
});
