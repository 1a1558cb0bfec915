import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodePunycode, inOwnLetters } from '../../src/core/punycode.ts';
import { RUNS } from './runs.ts';

describe('punycode', () => {
  // RFC 3492, section 7.1, (A) to (S).
  it.each<[string, string, string]>([
    [
      'Arabic (Egyptian)',
      'egbpdaj6bu4bxfgehfvwxn',
      '\u0644\u064a\u0647\u0645\u0627\u0628\u062a\u0643\u0644\u0645\u0648\u0634\u0639\u0631\u0628\u064a\u061f',
    ],
    ['Chinese (simplified)', 'ihqwcrb4cv8a8dqg056pqjye', '\u4ed6\u4eec\u4e3a\u4ec0\u4e48\u4e0d\u8bf4\u4e2d\u6587'],
    ['Chinese (traditional)', 'ihqwctvzc91f659drss3x8bo0yb', '\u4ed6\u5011\u7232\u4ec0\u9ebd\u4e0d\u8aaa\u4e2d\u6587'],
    ['Czech', 'Proprostnemluvesky-uyb24dma41a', 'Pro\u010dprost\u011bnemluv\u00ed\u010desky'],
    [
      'Hebrew',
      '4dbcagdahymbxekheh6e0a7fei0b',
      '\u05dc\u05de\u05d4\u05d4\u05dd\u05e4\u05e9\u05d5\u05d8\u05dc\u05d0\u05de\u05d3\u05d1\u05e8\u05d9\u05dd\u05e2\u05d1\u05e8\u05d9\u05ea',
    ],
    [
      'Hindi',
      'i1baa7eci9glrd9b2ae1bj0hfcgg6iyaf8o0a1dig0cd',
      '\u092f\u0939\u0932\u094b\u0917\u0939\u093f\u0928\u094d\u0926\u0940\u0915\u094d\u092f\u094b\u0902\u0928\u0939\u0940\u0902\u092c\u094b\u0932\u0938\u0915\u0924\u0947\u0939\u0948\u0902',
    ],
    [
      'Japanese',
      'n8jok5ay5dzabd5bym9f0cm5685rrjetr6pdxa',
      '\u306a\u305c\u307f\u3093\u306a\u65e5\u672c\u8a9e\u3092\u8a71\u3057\u3066\u304f\u308c\u306a\u3044\u306e\u304b',
    ],
    [
      'Korean',
      '989aomsvi5e83db1d2a355cv1e0vak1dwrv93d5xbh15a0dt30a5jpsd879ccm6fea98c',
      '\uc138\uacc4\uc758\ubaa8\ub4e0\uc0ac\ub78c\ub4e4\uc774\ud55c\uad6d\uc5b4\ub97c\uc774\ud574\ud55c\ub2e4\uba74\uc5bc\ub9c8\ub098\uc88b\uc744\uae4c',
    ],
    [
      'Russian',
      'b1abfaaepdrnnbgefbadotcwatmq2g4l',
      '\u043f\u043e\u0447\u0435\u043c\u0443\u0436\u0435\u043e\u043d\u0438\u043d\u0435\u0433\u043e\u0432\u043e\u0440\u044f\u0442\u043f\u043e\u0440\u0443\u0441\u0441\u043a\u0438',
    ],
    ['Spanish', 'PorqunopuedensimplementehablarenEspaol-fmd56a', 'Porqu\u00e9nopuedensimplementehablarenEspa\u00f1ol'],
    [
      'Vietnamese',
      'TisaohkhngthchnitingVit-kjcr8268qyxafd2f1b9g',
      'T\u1ea1isaoh\u1ecdkh\u00f4ngth\u1ec3ch\u1ec9n\u00f3iti\u1ebfngVi\u1ec7t',
    ],
    ['3B-ww4c5e180e575a65lsy2b', '3B-ww4c5e180e575a65lsy2b', '3\u5e74B\u7d44\u91d1\u516b\u5148\u751f'],
    ['with monkeys', '-with-SUPER-MONKEYS-pc58ag80a8qai00g7n9n', '\u5b89\u5ba4\u5948\u7f8e\u6075-with-SUPER-MONKEYS'],
    [
      'another way',
      'Hello-Another-Way--fc4qua05auwb3674vfr0b',
      'Hello-Another-Way-\u305d\u308c\u305e\u308c\u306e\u5834\u6240',
    ],
    ['one roof', '2-u9tlzr9756bt3uc0v', '\u3072\u3068\u3064\u5c4b\u6839\u306e\u4e0b2'],
    ['Maji de', 'MajiKoi5-783gue6qz075azm5e', 'Maji\u3067Koi\u3059\u308b5\u79d2\u524d'],
    ['Pafii', 'de-jg4avhby1noc0d', '\u30d1\u30d5\u30a3\u30fcde\u30eb\u30f3\u30d0'],
    ['at that speed', 'd9juau41awczczp', '\u305d\u306e\u30b9\u30d4\u30fc\u30c9\u3067'],
    ['letters of ASCII alone', '-> $1.00 <--', '-> $1.00 <-'],
  ])('says what RFC 3492 says: %s', (_name, text, letters) => {
    expect(decodePunycode(text)).toBe(letters);
  });

  it.each([
    ['a number without end', 'zzzz'],
    ['a number beyond all letters', '99999999'],
    ['half of a letter', 'ib9b'],
    ['a letter beyond the last', 'en32g'],
    ['a letter far beyond the last', '8016146o'],
    ['a number of a hundred digits', `${'9'.repeat(100)}a`],
    ['the other half of a letter', 'zy0c'],
    ['a number that ends too early', 'abc-d'],
    ['a sign that is no digit', 'a-b!'],
    ['a sign that is no digit, in the middle', 'a-!b'],
    ['one letter too many for a domain', `${'a'.repeat(253)}-`],
    ['a letter that is no ASCII', '\u00e9'],
    ['something endless', 'a'.repeat(500)],
    ['only a hyphen', '-'],
  ])('is nothing in %s', (_name, text) => {
    expect(decodePunycode(text)).toBeNull();
  });

  // By Python's codec.
  it.each<[what: string, text: string, letters: string]>([
    ['the first letter that is no ASCII', 'a', '\u0080'],
    ['the last letter of all', 'dn32g', '\u{10ffff}'],
    ['the last letter before the halves', 'hb9b', '\ud7ff'],
    ['the first letter behind them', '0y0c', '\ue000'],
    ['capital letters as digits', 'DN32G', '\u{10ffff}'],
    ['a step that is just not halved once more', 'abc-d91s9z', 'abc\uf954\ufa00'],
    ['the same, and a letter from elsewhere', 'abc-d91su419g', 'abc\uf954\u{1f600}'],
    ['the same, and an earlier letter', 'abc-dma88092a', 'abc\uf954\u00e9'],
    ['a step that is just halved once more', 'abc-dp5sfd', 'abc\ufd6e\ufd84'],
    ['the same, and a letter from elsewhere', 'abc-dp5su402g', 'abc\ufd6e\u{1f600}'],
    ['a text as long as a domain can be', `${'a'.repeat(252)}-`, 'a'.repeat(252)],
  ])('says %s', (_what, text, letters) => {
    expect(decodePunycode(text)).toBe(letters);
  });

  it('shows a domain in its own letters, label by label', () => {
    expect(inOwnLetters('mail.xn--crp-sed.xn--zzzz.example')).toBe('mail.c\u043erp.xn--zzzz.example');
    expect(inOwnLetters('corp.example')).toBe('corp.example');
    expect(inOwnLetters('axn--crp-sed.example')).toBe('axn--crp-sed.example');
  });

  it('goes back to the same name as the browser’s own way there, and never throws', () => {
    const letter = fc.constantFrom(...'abc\u00e9\u00fc\u043e\u0440\u03b1\u4e2d\u6587\u0561\u{10330}');
    fc.assert(
      fc.property(fc.string({ unit: letter, minLength: 1, maxLength: 12 }), fc.string(), (label, any) => {
        const ascii = new URL(`https://x${label}.example`).hostname;
        expect(inOwnLetters(ascii)).toBe(`x${label}.example`);
        inOwnLetters(any);
        inOwnLetters(`xn--${any}`);
      }),
      RUNS,
    );
  });
});
