/** Texts made comparable: what is the same to a reader is the same to us, and what is more than ornament stays. */
import { describe, expect, it } from 'vitest';
import { bare, bracketed, clean, fold, isCapitals, unbracketed } from '../../../src/core/marking/fold.ts';

type Row = readonly [text: string, expected: string];

describe('a text is cleaned of what cannot be seen', () => {
  it.each<Row>([
    ['Se\u200bcr\u00adet', 'Secret'],
    ['Secret\ufe0f', 'Secret'],
    ['Sec\u034fret', 'Secret'],
    ['Ｓｅｃｒｅｔ', 'Secret'],
    ['  two \t\r\n\u00a0 words ', 'two words'],
    ['**Secret**', 'Secret'],
    ['`Secret` plan', 'Secret plan'],
    ['**Secret: **', 'Secret:'],
    ['* item', '* item'],
    ['3 * 4', '3 * 4'],
  ])('%j is %j', (text, expected) => {
    expect(clean(text)).toBe(expected);
  });

  it('and read for 4,000 signs, before and after they are made plain', () => {
    expect(clean('a'.repeat(4_001))).toBe('a'.repeat(4_000));
    expect(clean('e\u0301'.repeat(4_000))).toBe('é'.repeat(2_000));
    expect(clean('\ufdfa'.repeat(4_000)).length).toBeLessThanOrEqual(4_000);
  });
});

describe('a text is folded to what a reader takes for the same', () => {
  it.each<Row>([
    ['STRENG Vertraulich', 'streng vertraulich'],
    ['Économie à l’usage', 'economie a l usage'],
    ["l'usage", 'l usage'],
    ["'usage'", "'usage'"],
    ["5'a", "5'a"],
    ['non_public–use', 'non public use'],
    ['top---secret', 'top secret'],
    ['R&D', 'r and d'],
    ['R & D', 'r and d'],
    ['Fuer den Dienst', 'fur den dienst'],
    ['Fuerst, Ofuer', 'fuerst, ofuer'],
    ['- a -', 'a'],
  ])('%j is %j', (text, expected) => {
    expect(fold(text)).toBe(expected);
  });
});

describe('a text is bared of ornament and of brackets around all of it', () => {
  it.each<Row>([
    ['*** Secret ***', 'Secret'],
    ['## Secret ##', 'Secret'],
    ['#secret', '#secret'],
    ['- Secret -', 'Secret'],
    ['🔒 Secret 🔒', 'Secret'],
    ['■ Secret ■', 'Secret'],
    ['© Acme', '© Acme'],
    ['Secret.', 'Secret'],
    ['.Secret', '.Secret'],
    ['"Secret"', '"Secret"'],
    ['/Secret/', '/Secret/'],
    ['[Secret]', 'Secret'],
    ['(Secret)', 'Secret'],
    ['{Secret}', 'Secret'],
    ['【Secret】', 'Secret'],
    ['〔Secret〕', 'Secret'],
    ['*[ *Secret* ]*', 'Secret'],
    ['[Secret)', '[Secret)'],
    ['[(Secret)]', '[(Secret)]'],
    ['[Top] [Secret]', '[Top] [Secret]'],
    ['[a]', 'a'],
    ['[]', '[]'],
    ['***', ''],
    ['S E C R E T', 'SECRET'],
    ['S E C R E T.', 'SECRET'],
    ['A B C D', 'A B C D'],
    ['A B C D 5', 'A B C D 5'],
    ['1 A B C D E', '1 A B C D E'],
    ['A B C D E and', 'A B C D E and'],
  ])('%j is %j', (text, expected) => {
    expect(bare(text)).toBe(expected);
  });

  it('and joins up to 61 spaced letters', () => {
    expect(bare(`${'A '.repeat(60)}A`)).toBe('A'.repeat(61));
    expect(bare(`${'A '.repeat(61)}A`)).toBe(`${'A '.repeat(61)}A`);
  });
});

describe('brackets', () => {
  it.each<readonly [string, readonly string[]]>([
    ['plan [Secret] (draft) {v2} 【a】〔b〕', ['Secret', 'draft', 'v2', 'a', 'b']],
    ['[Acme][Secret] plan', ['Acme', 'Secret']],
    ['-(Secret)', ['Secret']],
    ['[ *Secret* ]', ['Secret']],
    ['main(Secret)', []],
    ['f_(Secret)', []],
    ['x.[Secret]', []],
    ['a1[Secret]', []],
    ['[]', []],
    ['[(Secret)', ['Secret']],
    [`[${'a'.repeat(120)}]`, ['a'.repeat(120)]],
    [`[${'a'.repeat(121)}]`, []],
  ])('of %j hold %j', (text, expected) => {
    expect(bracketed(text)).toEqual(expected);
  });

  it.each<Row>([
    ['[Secret] plan', 'plan'],
    ['plan (draft) 2', 'plan   2'],
    ['main(Secret)', 'main'],
    ['plan []', 'plan []'],
    [`[${'a'.repeat(120)}]`, ''],
    [`[${'a'.repeat(121)}]`, `[${'a'.repeat(121)}]`],
  ])('of %j are taken out: %j', (text, expected) => {
    expect(unbracketed(text)).toBe(expected);
  });
});

describe('capitals', () => {
  it.each<readonly [string, boolean]>([
    ['SECRET', true],
    ['SECRET 3', true],
    ['ÉTÉ', true],
    ['Secret', false],
    ['secret', false],
    ['333', false],
    ['', false],
  ])('%j: %s', (text, expected) => {
    expect(isCapitals(text)).toBe(expected);
  });
});
