/** Every place of a page that is read, with the parts beside it: "spot text <key> {beside} @line", "~" where it is faint. */
import { describe, expect, it } from 'vitest';
import { FOOT, isFormal, type Place, placesOf, zonesOf } from '../../../src/core/marking/places.ts';
import type { Marked } from '../../../src/core/marking.ts';

function told(place: Place): string {
  const key = place.key === '' ? '' : ` <${place.key}>`;
  const beside = place.beside.length === 0 ? '' : ` {${place.beside.join(';')}}`;
  return `${place.spot} ${place.faint ? '~' : ''}${place.text}${key}${beside}${place.line < 0 ? '' : ` @${place.line}`}`;
}

const placed = (page: Partial<Marked>) => placesOf({ title: '', tags: [], head: '', ...page }).map(told);
const count = (length: number) => Array.from({ length }, (_, i) => `Line ${i}`).join('\n');

describe('a tag', () => {
  it.each<readonly [string, string]>([
    ['##secret', 'secret'],
    ['se#cret', 'se#cret'],
    ['Secret (12)', 'Secret'],
    ['Secret(3)', 'Secret'],
    ['Secret x3', 'Secret'],
    ['Secret x 12', 'Secret'],
    ['Secretx12', 'Secret'],
    ['Secret (a)', 'Secret (a)'],
    ['Secret x', 'Secret x'],
    ['Secret (12) a', 'Secret (12) a'],
  ])('%j is read without its count and hash: %j', (tag, text) => {
    expect(placed({ tags: [tag] })).toEqual([`tag ${text}`]);
    expect(placesOf({ title: '', tags: [tag], head: '' }).map(({ source }) => source)).toEqual([text]);
  });
});

describe('a line', () => {
  it.each<readonly [Partial<Marked>, readonly string[]]>([
    [{ head: '[Draft] and [Secret] text' }, ['line [Draft] and [Secret] text @0', 'line Draft @0']],
    [{ head: 'Text [Secret] text' }, ['line Text [Secret] text @0']],
    [{ head: 'A\nSecret\nB' }, ['line A @0', 'line ~Secret @1', 'line B @2']],
    [{ head: 'A\n\nSecret\n\nB' }, ['line A @0', 'line Secret @1', 'line B @2']],
    [{ head: 'A\n■ Secret\nB' }, ['line A @0', 'line Secret @1', 'line B @2']],
    [{ head: 'Secret\nB' }, ['line Secret @0', 'line B @1']],
    [{ head: 'Plan SECRET' }, ['line Plan SECRET @0', 'line ~SECRET @0']],
    [
      { title: 'My plan SECRET', head: 'Plan SECRET' },
      ['title My plan SECRET', 'title ~SECRET', 'line Plan SECRET @0'],
    ],
    [{ title: 'Secret plan', head: 'Secret' }, ['title Secret plan', 'line Secret @0']],
    [{ head: 'Public\nPrivate' }, ['line Public {Private} @0', 'line ~Private @1']],
    [{ foot: 'A\nSecret' }, [`line A @${FOOT}`, `line ~Secret @${FOOT + 1}`]],
  ])('at %j', (page, expected) => {
    expect(placed(page)).toEqual(expected);
  });

  it('counts among the first four of the head and the last six of the foot', () => {
    expect(placed({ head: count(5) })).toEqual([0, 1, 2, 3].map((i) => `line ${i > 0 ? '~' : ''}Line ${i} @${i}`));
    expect(placed({ foot: count(7) })).toHaveLength(6);
    expect(placed({ foot: count(7) })[0]).toBe(`line ~Line 1 @${FOOT}`);
  });

  it('is numbered so that the last six of the foot begin at its number', () => {
    const zones = zonesOf({ title: '', tags: [], head: 'A', foot: count(8) });
    expect([zones.head.first, zones.foot.first, zones.foot.lines.length]).toEqual([0, FOOT - 2, 8]);
    expect(zonesOf({ title: '', tags: [], head: '', foot: 'A' }).foot.first).toBe(FOOT);
    expect(zonesOf({ title: '', tags: [], head: '' }).foot.lines).toEqual([]);
  });

  it('is looked for in 4,000 signs', () => {
    const far = 'x'.repeat(3_997);
    const lines = (head: string, foot: string) => {
      const zones = zonesOf({ title: '', tags: [], head, foot });
      return [...zones.head.lines, ...zones.foot.lines].map(({ text }) => text);
    };
    expect(lines(`${far}\nAB`, `AB\n${far}`)).toEqual([far, 'AB', 'AB', far]);
    expect(lines(`${far}\nABC`, `ABC\n${far}`)).toEqual([far, 'AB', 'BC', far]);
    const subject = (head: string) => placed({ head }).filter((text) => text.startsWith('title'));
    expect(subject(`${'x'.repeat(3_988)}\nSubject: AB`)).toEqual(['title AB']);
    expect(subject(`${'x'.repeat(3_988)}\nSubject: ABC`)).toEqual(['title AB']);
  });
});

describe('a statement', () => {
  const keyed = (page: Partial<Marked>) => placed(page).filter((text) => text.startsWith('keyed'));
  const of = (value: string) => new Set(keyed({ tags: [`Classification: ${value}`] }).map((text) => text.slice(6)));
  it.each<readonly [string, readonly string[]]>([
    ['Secret, HR', ['Secret, HR <classification>', 'Secret <classification> {Secret;HR}']],
    ['Secret; HR', ['Secret; HR <classification>', 'Secret <classification> {Secret;HR}']],
    ['Secret,HR', ['Secret,HR <classification>', 'Secret <classification> {Secret;HR}']],
    ['Secret-HR', ['Secret-HR <classification>', 'Secret-HR <classification> {Secret-HR}']],
    ['Secret (x)', ['Secret (x) <classification>', 'Secret <classification> {Secret;x)}']],
    [
      'Secret/HR',
      ['Secret/HR <classification>', 'Secret <classification> {Secret;HR}', 'HR <classification> {Secret;HR}'],
    ],
    ['A/B/C', ['A/B/C <classification>']],
    ['A|B|C', ['A|B|C <classification>']],
  ])('has the value %j, all of it or its first part', (value, expected) => {
    expect([...of(value)]).toEqual(expected);
  });

  it('has a first part behind a double slash, too, and between spaced hyphens', () => {
    expect([...of('A // B / C')]).toContain('A <classification> {A;;B;C}');
    expect([...of('A - B')]).toContain('A <classification> {A;B}');
  });

  it.each<readonly [string, readonly string[]]>([
    [
      'Version | Classification | Secret',
      [
        'keyed Secret <classification> {Version;Classification;Secret}',
        'keyed Secret <classification> {Secret;Version;Classification;Secret}',
      ],
    ],
    ['Secret | Classification', []],
    ['Secret | Board | Plan', []],
    ['Sharing: Secret', ['keyed ~Secret <sharing>', 'keyed ~Secret <sharing> {Secret}']],
    [
      'Bob: x | Classification: A | B',
      ['keyed A <classification> {Bob: x;B}', 'keyed A <classification> {A;Bob: x;B}'],
    ],
  ])('stands in %j', (text, expected) => {
    expect(keyed({ tags: [text] })).toEqual(expected);
  });

  it('counts among the first twelve lines of the head and the last ten of the foot', () => {
    const text = 'Classification: A';
    expect(keyed({ head: `${count(11)}\n${text}` })).not.toEqual([]);
    expect(keyed({ head: `${count(12)}\n${text}` })).toEqual([]);
    expect(keyed({ foot: `${text}\n${count(9)}` })).not.toEqual([]);
    expect(keyed({ foot: `${text}\n${count(10)}` })).toEqual([]);
  });
});

describe('a declaration', () => {
  it.each<readonly [string, boolean]>([
    ['classification', true],
    ['Data-Classification-Level', true],
    ['x-tlp', true],
    ['vertraulichkeit', true],
    ['classification-date', false],
    ['xtlp', false],
  ])('has the name %s: %s', (name, expected) => {
    const read = placed({ declared: [{ name, value: 'A, B' }] });
    expect(read.map((text) => text.replace(/ <.*?>/, ''))).toEqual(
      expected ? ['declared A, B', 'declared A {A;B}'] : [],
    );
  });
});

describe('a place of a government', () => {
  const at = (spot: Place['spot'], text: string, faint = false) =>
    isFormal({ text, beside: [], faint, spot, key: '', source: '', line: -1 });
  it('is in capitals, unless a chip, key or attribute presents it', () => {
    expect([at('tag', 'Secret'), at('keyed', 'Secret'), at('declared', 'Secret')]).toEqual([true, true, true]);
    expect([at('line', 'Secret'), at('title', 'Secret'), at('line', 'SECRET')]).toEqual([false, false, true]);
    expect([at('tag', 'SECRET', true), at('line', 'SECRET', true)]).toEqual([false, false]);
  });
});
