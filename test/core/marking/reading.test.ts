/**
 * The readings of a short text: what the mark would be if the rest is instruction and furniture. "~" stands before a
 * reading that only capitals or a firm's name part from the rest. The whole text is always the first one.
 */
import { describe, expect, it } from 'vitest';
import { beforeSlashes, partsOf, readingsOf, withoutCode } from '../../../src/core/marking/reading.ts';

type Row = readonly [text: string, others: readonly string[]];

function others(text: string): readonly string[] {
  const [whole, ...rest] = readingsOf(text);
  expect(whole).toEqual({ text, beside: [], faint: false });
  return rest.map((reading) => `${reading.faint ? '~' : ''}${reading.text}`);
}

function table(rows: readonly Row[]): void {
  it.each(rows)('%j', (text, expected) => {
    expect(others(text)).toEqual(expected);
  });
}

describe('a text', () => {
  it('has readings up to 240 signs, and none when nothing is left of it', () => {
    expect(readingsOf('a'.repeat(240))).toHaveLength(1);
    expect(readingsOf('a'.repeat(241))).toEqual([]);
    expect(readingsOf('***')).toEqual([]);
    expect(readingsOf('[*Secret*]')).toEqual([{ text: 'Secret', beside: [], faint: false }]);
  });

  it.each<Row>([
    ['Secret//HR', ['Secret', 'HR']],
    ['Secret // HR', ['Secret', 'HR']],
    ['Secret│HR', ['Secret', 'HR']],
    ['Secret · HR', ['Secret', 'HR']],
    ['Secret•HR', ['Secret', 'HR']],
    ['Secret—HR', ['Secret', 'HR']],
    ['Secret\tHR', ['Secret', 'HR']],
    ['Secret| HR', ['Secret', 'HR']],
    ['Secret |HR', ['Secret', 'HR']],
    ['Secret  -  HR', ['Secret', 'HR']],
    ['Secret -- HR', ['Secret', 'HR']],
    ['Secret – HR', ['Secret', 'HR']],
    ['Secret  /  HR', ['Secret', 'HR']],
    ['| *Secret* | | HR |', ['Secret', 'HR']],
    ['Secret|HR', ['Secret|HR']],
    ['Secret-HR', ['Secret-HR']],
    ['Secret- HR', ['Secret- HR']],
    ['Secret/HR', ['Secret/HR']],
    ['Secret /HR', ['Secret /HR']],
  ])('has parts: %j', (text, expected) => {
    expect(partsOf(text)).toEqual(expected);
  });

  it.each<readonly [string, string | null]>([
    ['Secret // do not forward', 'Secret'],
    ['*Secret* // a // b', 'Secret'],
    ['// do not forward', null],
    ['Secret', null],
  ])('has something before its first double slash: %j', (text, expected) => {
    expect(beforeSlashes(text)).toBe(expected);
  });
});

describe('a part beside others', () => {
  it('knows them', () => {
    expect(readingsOf('Secret | Page 3')).toEqual([
      { text: 'Secret | Page 3', beside: [], faint: false },
      { text: 'Secret', beside: ['Page 3'], faint: false },
      { text: 'Page 3', beside: ['Secret'], faint: false },
    ]);
  });

  const letters = (count: number) => [...'ABCDEFGHIJKLM'].slice(0, count);
  table([
    ['Secret | HR', ['Secret', 'HR']],
    ['Secret | It is new', ['It is new']],
    ['Secret | no', ['no']],
    ['Secret | Page 3 | It is new', ['It is new']],
    ['Secret | do not forward', ['Secret', 'do not forward']],
    ['Home | News | About', []],
    ['HOME | News | About', ['HOME']],
    ['Home page | News | About', ['Home page', 'News', 'About']],
    ['Secret: yes | HR', ['Secret: yes', 'Secret', 'HR']],
    ['Secret (C3) | HR', ['Secret (C3)', 'Secret', '~(C3)', 'HR']],
    [letters(12).join(' | '), letters(12)],
    [letters(13).join(' | '), []],
  ]);
});

describe('the number of a level', () => {
  table([
    ['Level 3: Secret', ['Secret']],
    ['level3 Secret', ['Secret']],
    ['C3 Secret', ['Secret']],
    ['3. Secret', ['Secret', 'Secret']],
    ['Level Secret', []],
    ['33 Secret', []],
    ['3Secret', []],
    ['3 33', []],
    ['My 3 Secret', []],
    ['Secret (C3)', ['Secret', '~(C3)']],
    ['Secret(3)', ['Secret']],
    ['Secret (123)', ['Secret']],
    ['Secret (1234)', []],
    ['Secret (c) x', []],
    ['Secret (3) x', []],
    ['Geheim bestimmt', ['Geheim']],
    ['Geheim bestimmt.x', []],
  ]);

  it('is taken from both ends', () => {
    expect(withoutCode('C3 – Secret (3)')).toBe('Secret');
    expect(withoutCode('C3: Secret')).toBe('Secret');
    expect(withoutCode('C3)  Secret')).toBe('Secret');
    expect(withoutCode('Secret')).toBe('Secret');
  });
});

describe('an instruction behind the mark', () => {
  table([
    ['Secret do not forward', ['Secret']],
    ['Secret, for the board', ['Secret']],
    ['Secret: for the board', ['Secret']],
    ['Secret (do not copy)', ['Secret']],
    ['Secret! Do not copy', ['Secret']],
    ['3 do not copy', ['do not copy', '3']],
    ['Secret for the board', []],
    ['Secret  for the board', []],
    ['Secret; it is new', []],
    ['Secret, forward', []],
    ['Secret. Do not forward', ['Secret', 'Secret']],
  ]);
});

describe('the furniture of a footer', () => {
  table([
    ['Acme GmbH 2025. Secret. Page 3', ['Secret']],
    ['Secret. Page 3', ['Secret']],
    ['Secret.  Page 3', ['Secret']],
    ['Secret. It is new', []],
    ['Secret.Page 3', []],
    ['Page 2. Page 3', ['Page 2', 'Page 3']],
    ['Acme GmbH Secret', ['~Secret']],
    ['Acme Inc. Secret', ['Secret', '~Secret']],
    ['Copyright 2025 Acme Ltd, Secret', ['~Secret']],
    ['© Acme AG  Secret', ['~Secret']],
    ['Acme Incident Secret', []],
    ['Acme GmbH 3', []],
    [`${'a'.repeat(40)} Inc Secret`, ['~Secret']],
    [`${'a'.repeat(42)} Inc Secret`, []],
    [`© ${'a'.repeat(59)} Inc Secret`, ['~Secret']],
    [`© ${'a'.repeat(61)} Inc Secret`, []],
  ]);
});

describe('what stands behind a colon', () => {
  table([
    ['Secret: yes', ['Secret']],
    ['Secret : yes', ['Secret']],
    ['Secret:yes', ['Secret']],
    ['secret: yes', []],
    ['Secret: no', []],
    ['Secret: Board', []],
    ['SECRET: Board minutes', ['SECRET', '~SECRET:']],
    ['SECRET: board: minutes', ['SECRET', '~SECRET:']],
    ['SECRET: It is new', []],
    ['SECRET: BOARD', []],
    ['SECRET: 3', []],
    ['SECRET: These messages', []],
    ['SECRET: Irrtumlich erhalten', ['~SECRET:']],
    ['AB: yes', ['~AB:']],
    ['ABC: yes', ['ABC', '~ABC:']],
    [`A${'a'.repeat(59)}: yes`, [`A${'a'.repeat(59)}`]],
    [`${'A'.repeat(61)}: yes`, [`~${'A'.repeat(61)}:`]],
  ]);
});

describe('capitals', () => {
  table([
    ['ACME SECRET', ['~SECRET']],
    ['ACME2 TOP SECRET', ['~TOP SECRET']],
    ['A SECRET', []],
    ['NOT SECRET', []],
    ['NO SECRET', []],
    ['NEVER SECRET', []],
    ['YOU SECRET', []],
    ['THE SECRET', []],
    ['FORMERLY SECRET', []],
    [`${'A'.repeat(20)} SECRET`, ['~SECRET']],
    [`${'A'.repeat(21)} SECRET`, []],
    ['Acme SECRET', ['~SECRET']],
    ['SECRET Board minutes', ['~SECRET']],
    ['TOP SECRET Board', ['~TOP SECRET']],
    ['Board TOP SECRET', ['~TOP SECRET']],
    ['TOP SECRET board VERY SECRET', ['~TOP SECRET', '~VERY SECRET']],
    ['A guide to SECRET', []],
    ['It is SECRET', []],
    ['HR Board', []],
    ['HRD Board', ['~HRD']],
    ['Board minutes', []],
  ]);
});

describe('the kind of a document', () => {
  table([
    ['SECRET MEMO', ['~MEMO', '~SECRET']],
    ['SECRET NOTE', ['~NOTE', '~SECRET']],
    ['SECRET NOTES', ['~NOTES', '~SECRET']],
    ['SECRET MEMOS', ['~MEMOS']],
    ['Secret memo', []],
    ['Documento secreto', ['~secreto']],
    ['Document secret', ['~secret']],
    ['DOCUMENT SECRET', ['~SECRET', '~SECRET']],
    ['Documents secrets', []],
    ['Mon Document secret', []],
    ['RAPPORT SECRET', ['~SECRET', '~SECRET']],
    ['Rapport secret', []],
  ]);
});
