/** National numbers: found where policy asks for them, by what their authority says of them, and only as that kind. */
import { describe, expect, it } from 'vitest';
import { type DetectorId, findSensitive } from '../../../src/core/sensitive.ts';
import { prose } from './made-up.ts';
import { found } from './numbers-found.ts';

const GIVEN: readonly (readonly [detector: DetectorId, numbers: string])[] = [
  ['us-ssn', '536-90-4399|536 90 4399|001-01-0001|899-12-3456|665-10-1000|667-12-0100|109-12-3456|219-09-9998'],
  [
    'uk-nino',
    'AB 12 34 56 C|AB123456C|AB12 3456C|ZY000000A|EG123456D|PZ123456B|WX123456A|BN123456A|OA123456C|TK123456A',
  ],
  [
    'fr-nir',
    '1 84 12 76 451 089 46|184127645108946|384127645108943|484127645108990|784127645108937|884127645108984|' +
      '284207645108927|284997645108930|284017645108914|1 84 12 2A 451 089 33|184122A45108933|299072B00100275|' +
      '184127645103701|184127645103897',
  ],
  [
    'de-steuer-id',
    '86 095 742 719|86095742719|65929970489|12131456787|11213456783|10123456781|98765432122|57549285017',
  ],
  [
    'es-dni',
    '12345678Z|12.345.678-Z|12345678-Z|12345678 Z|00000000T|X1234567L|Y-1234567-X|X 7654321 J|Y7654321G|Z7654321H',
  ],
  ['it-codice-fiscale', 'RSSMRA85T10A562S|rssmra85t10a562s|RCCMNL83S18D969H|RSSMRA85T10A56NH'],
  ['ch-ahv', '756.9217.0769.85|7569217076985|756 9217 0769 85'],
];

const REFUSED: readonly (readonly [detector: DetectorId, why: string, numbers: string])[] = [
  ['us-ssn', 'no area', '000-12-3456|666-12-3456|900-12-3456|999-12-3456'],
  ['us-ssn', 'no group or serial', '536-00-4399|536-90-0000'],
  ['us-ssn', 'printed in advertisements', '219-09-9999|078-05-1120|123-45-6789'],
  ['us-ssn', 'other separators', '536904399|536-90 4399|536.90.4399|536--90--4399|53690-4399'],
  ['uk-nino', 'letters that are not used', 'QQ123456C|AO123456C|DA123456C|AD123456C|AI123456C|AB123456E'],
  [
    'uk-nino',
    'prefixes that are not used',
    'BG123456C|GB123456C|KN123456C|NK123456C|NT123456C|TN123456C|ZZ123456C|ab123456c',
  ],
  ['uk-nino', 'other digits', 'AB1234567|AB12345C|AB 123 456 C|AB  123456C'],
  ['fr-nir', 'a wrong key', '184127645108947|184122A45108934|184122A45108946|299072B00100276'],
  ['fr-nir', 'no sex', '584127645108940|684127645108987|984127645108931'],
  ['fr-nir', 'no month', '284137645108912|284007645108995|284197645108930'],
  ['fr-nir', 'no department', '184122C45108946|184122a45108933'],
  ['de-steuer-id', 'a wrong check digit', '86095742710|65929970480'],
  ['de-steuer-id', 'no digit twice', '12345678903'],
  ['de-steuer-id', 'two digits twice', '11223456785|12123456787'],
  ['de-steuer-id', 'one digit four times', '12131415674|11111111111'],
  ['de-steuer-id', 'one digit three times in a row', '11123456786'],
  ['de-steuer-id', 'a zero in front', '01234567890'],
  ['de-steuer-id', 'other separators', '86 095742719|86095 742719|86-095-742-719'],
  ['es-dni', 'another letter', '12345678A|X1234567A|Y1234567L|Z7654321J'],
  ['es-dni', 'letters of both kinds', 'X12345678Z|12345678U|12345678z|A1234567L'],
  ['es-dni', 'other separators', '12.345.678--Z|X.1234567-L|12 345 678 Z'],
  ['it-codice-fiscale', 'another letter', 'RSSMRA85T10A562T'],
  ['it-codice-fiscale', 'no month or digit', 'RSSMRA85F10A562S|RSSMRA85I10A562S|RSSMRA8AT10A562S'],
  ['it-codice-fiscale', 'anything between', 'RSSMRA 85T10 A562S|RSS-MRA-85T10-A562S'],
  ['ch-ahv', 'a wrong check digit', '756.9217.0769.84|7569217076980'],
  ['ch-ahv', 'no Swiss number', '757.9217.0769.85|757.9217.0769.82'],
  ['ch-ahv', 'other separators', '756.92170769.85|756-9217-0769-85|756.9217 0769.85'],
];

describe('a national number is found where it is asked for, and only its own kind', () => {
  it.each(GIVEN)('%s', (detector, numbers) => {
    for (const number of numbers.split('|')) {
      for (const text of [number, `No: ${number}.`, `No.${number}`, `${prose(300)} (${number})`, `x ${number}. 5`])
        expect(found(text, detector), text).toEqual([`${detector} ${JSON.stringify(number)}`]);
      expect(findSensitive(number, ['secret', 'card', 'iban'], [])).toEqual([]);
    }
  });

  it.each(GIVEN)('%s, not as a part of something longer', (detector, numbers) => {
    const [number] = numbers.split('|');
    for (const before of ['x', '1', '_', '-', '0.'])
      expect(found(before + number, detector), before + number).toEqual([]);
    for (const after of ['x', '1', '_', '-', '.5']) expect(found(number + after, detector), number + after).toEqual([]);
  });

  it.each(REFUSED)('%s, not with %s', (detector, _why, numbers) => {
    for (const number of numbers.split('|')) expect(found(number, detector), number).toEqual([]);
  });

  it('an SSN without hyphens only after the words', () => {
    const words =
      'SSN: |SSN |ssn=|SSN #|social security number |Social Security no. |social security no |Social security # |' +
      'social security |my ssn: # |SSN     ';
    for (const before of words.split('|'))
      expect(found(`${before}536904399`, 'us-ssn'), before).toEqual(['us-ssn "536904399"']);
    for (const before of ['Order ', 'assn ', 'ssn      ', 'ssn is ', 'ssn', 'social ', 'security number '])
      expect(found(`${before}536904399`, 'us-ssn'), before).toEqual([]);
    expect(found('SSN 666904399', 'us-ssn')).toEqual([]);
  });
});

describe('of all endings only the right one', () => {
  const digits = [...'0123456789'];
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
  const keys = digits.flatMap((ten) => digits.map((one) => ten + one));
  it.each<[detector: DetectorId, endings: readonly string[], right: string]>([
    ['fr-nir', keys, '184127645108946 299072000100221 384129999999917'],
    ['de-steuer-id', digits, '86095742719 65929970489 10123456781 98765432122 73456789070'],
    ['ch-ahv', digits, '7569217076985 7561234567897 7560000000002 7569999999991'],
    ['es-dni', letters, '12345678Z 00000022E 99999999R X0000001R Y0000001S Z0000001Y'],
    // Every letter and digit at odd and at even places.
    ['it-codice-fiscale', letters, 'ABCDEF01A23G456T GHIJKL45B67H890G MNOPQR89C01I234I STUVWX23D45J678N'],
    ['it-codice-fiscale', letters, 'YZABCD67E89K012G BADCFELMHNPQRSTB HGJILKUVLLMZLMNP NMPORQNPMQRXSTUM'],
    ['it-codice-fiscale', letters, 'TSVUXWQRPSTWUVLW ZYBADCSTRUVVLMNA'],
  ])('%s', (detector, endings, numbers) => {
    for (const number of numbers.split(' ')) {
      const beginning = number.slice(0, -(endings[0] ?? '').length);
      const taken = endings.map((ending) => beginning + ending).filter((each) => found(each, detector).length > 0);
      expect(taken).toEqual([number]);
    }
  });
});
