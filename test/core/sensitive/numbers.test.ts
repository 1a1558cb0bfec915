/** Numbers that check themselves: cards, bank accounts and national numbers, and what only looks like them. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isLuhn } from '../../../src/core/sensitive/card.ts';
import { isMod97 } from '../../../src/core/sensitive/iban.ts';
import type { DetectorId } from '../../../src/core/sensitive.ts';
import { findSensitive } from '../../../src/core/sensitive.ts';
import { prose } from './made-up.ts';

function found(text: string, detector: DetectorId): readonly string[] {
  return findSensitive(text, [detector], []).map(
    ({ rule, span }) => `${rule} ${JSON.stringify(text.slice(span.from, span.to))}`,
  );
}

/** A number that begins so, has so many digits, and ends with its check digit. */
function card(begin: string, length = 16): string {
  const body = begin.padEnd(length - 1, '0123456789');
  return body + [...'0123456789'].find((digit) => isLuhn(body + digit));
}

const fours = (number: string, separator = ' ') => number.replace(/\d{4}(?=\d)/g, `$&${separator}`);

describe('a card is found', () => {
  const visa = card('4539');
  it.each<[network: string, text: string]>([
    ['visa', visa],
    ['visa', fours(visa)],
    ['visa', fours(visa, '-')],
    ['visa', fours(visa, '\u00a0')],
    ['visa', card('4', 19)],
    ['visa', fours(card('4', 19))],
    ['mastercard', card('51')],
    ['mastercard', card('2221')],
    ['mastercard', fours(card('2720'))],
    ['american-express', card('34', 15)],
    ['american-express', card('37', 15).replace(/^(\d{4})(\d{6})/, '$1 $2 ')],
    ['diners-club', card('36', 14)],
    ['diners-club', card('305', 14).replace(/^(\d{4})(\d{6})/, '$1-$2-')],
    ['discover', card('6011')],
    ['discover', card('649')],
    ['jcb', card('3528')],
    ['unionpay', card('62', 19)],
    ['mir', card('2204')],
    ['rupay', card('508')],
    ['maestro', card('6759', 18)],
  ])('%s %s', (network, number) => {
    for (const text of [
      number,
      `Card:${number}.`,
      `(${number})`,
      `${prose(500)} ${number}, 12/29`,
      `pan=${number}&x=1`,
    ])
      expect(found(text, 'card')).toEqual([`${network} ${JSON.stringify(number)}`]);
  });

  it('before its date or the code on its back', () => {
    expect(found(`${fours(visa)} 1229`, 'card')).toEqual([`visa "${fours(visa)}"`]);
    expect(found(`${fours(visa)} 12/29 123`, 'card')).toEqual([`visa "${fours(visa)}"`]);
    expect(found(`${fours(visa)} 123`, 'card')).toEqual([`visa "${fours(visa)}"`]);
  });

  it('in a list', () => {
    expect(found(`${visa},${card('51')};${card('6011')}\n${card('37', 15)}`, 'card')).toHaveLength(4);
  });
});

describe('no card is', () => {
  const visa = card('4539');
  it.each<[why: string, text: string]>([
    ['a number with a wrong check digit', visa.slice(0, -1) + ((Number(visa.at(-1)) + 1) % 10)],
    ['sixteen zeros', '0'.repeat(16)],
    ['a right check digit with no network', card('1234')],
    ['a length the network does not issue', card('4', 18)],
    ['a part of a longer run', `1${visa}`],
    ['a part of a longer run', `${visa}1`],
    ['a part of a longer grouped number', `1234 ${fours(visa)}`],
    ['a part of a longer grouped number', `${fours(visa)} 1234 5678`],
    ['a part of a hash', `a${visa}f`],
    ['a fraction', `0.${visa}`],
    ['digits in other groups', visa.replace(/^(\d{5})(\d{5})/, '$1 $2 ')],
    ['digits with mixed separators', fours(visa).replace(' ', '-')],
    ['an article number (EAN-13)', card('40', 13)],
    ['digits on two lines', fours(visa, '\n')],
    ['a bank account', `DE89 ${fours(card('3704'))} 00`],
  ])('%s: %s', (_why, text) => expect(found(text, 'card')).toEqual([]));

  it('of ten numbers of a network’s form, nine', () => {
    const endings = [...'0123456789'].map((digit) => `453901234567890${digit}`);
    expect(endings.filter((each) => found(each, 'card').length > 0)).toHaveLength(1);
  });
});

describe('a bank account is found', () => {
  /** Examples that the registry itself prints. */
  it.each<[string]>([
    ['AD12 0001 2030 2003 5910 0100'],
    ['AT61 1904 3002 3457 3201'],
    ['BE68 5390 0754 7034'],
    ['CH93 0076 2011 6238 5295 7'],
    ['CZ65 0800 0000 1920 0014 5399'],
    ['DE89 3704 0044 0532 0130 00'],
    ['DK50 0040 0440 1162 43'],
    ['ES91 2100 0418 4502 0005 1332'],
    ['FR14 2004 1010 0505 0001 3M02 606'],
    ['GB29 NWBK 6016 1331 9268 19'],
    ['IE29 AIBK 9311 5212 3456 78'],
    ['IT60 X054 2811 1010 0000 0123 456'],
    ['LC55 HEMM 0001 0001 0012 0012 0002 3015'],
    ['MT84 MALT 0110 0001 2345 MTLC AST0 01S'],
    ['NL91 ABNA 0417 1643 00'],
    ['NO93 8601 1117 947'],
    ['PL61 1090 1014 0000 0712 1981 2874'],
    ['SE45 5000 0000 0583 9825 7466'],
    ['TR33 0006 1005 1978 6457 8413 26'],
    ['UA21 3223 1300 0002 6007 2335 6600 1'],
  ])('%s', (printed) => {
    const plain = printed.replaceAll(' ', '');
    for (const number of [printed, plain, printed.replaceAll(' ', '\u00a0')])
      for (const text of [number, `IBAN:${number}.`, `${prose(300)} ${number} BANK OF EXAMPLE`, `${number}, Alice`])
        expect(found(text, 'iban')).toEqual([`${plain.slice(0, 2)} ${JSON.stringify(number)}`]);
    expect(found(`iban=${plain.toLowerCase()}`, 'iban')).toHaveLength(1);
  });
});

describe('no bank account is', () => {
  it.each<[why: string, text: string]>([
    ['one with a wrong digit', 'DE89 3704 0044 0532 0130 01'],
    ['one with two digits exchanged', 'DE89 3704 0044 0532 0103 00'],
    ['one of a wrong length', 'DE89 3704 0044 0532 0130'],
    ['one of no country', 'XX89 3704 0044 0532 0130 00'],
    ['a part of something longer', 'DE893704004405320130001'],
    ['a part of something longer', 'ADE89370400440532013000'],
    ['one in other groups', 'DE8 93704 0044 0532 0130 00'],
    ['a word with digits', 'AL20 EXAMPLE2026ABCD'],
  ])('%s: %s', (_why, text) => expect(found(text, 'iban')).toEqual([]));

  it('anything whose check digits are others', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 98 }), (check) => {
        const iban = `DE${String(check).padStart(2, '0')}370400440532013000`;
        expect(isMod97(iban)).toBe(check === 89);
      }),
    );
  });
});

describe('a national number is found where it is asked for, and only its own kind', () => {
  const given: readonly [DetectorId, readonly string[], readonly string[]][] = [
    [
      'us-ssn',
      ['536-90-4399', '536 90 4399'],
      [
        '000-12-3456',
        '666-12-3456',
        '900-12-3456',
        '536-00-4399',
        '536-90-0000',
        '219-09-9999',
        '536904399',
        '1536-90-4399',
        '536-90-43990',
        '536-90 4399',
      ],
    ],
    [
      'uk-nino',
      ['AB 12 34 56 C', 'AB123456C'],
      ['QQ123456C', 'GB123456C', 'AO123456C', 'AB123456E', 'AB1234567', 'XAB123456C'],
    ],
    [
      'fr-nir',
      ['1 84 12 76 451 089 46', '184127645108946'],
      ['184127645108947', '584127645108946', '1841276451089461', '184137645108946'],
    ],
    [
      'de-steuer-id',
      ['86 095 742 719', '86095742719'],
      ['86095742710', '01234567890', '11111111111', '86 095742 719', '186095742719'],
    ],
    [
      'es-dni',
      ['12345678Z', '12.345.678-Z', 'X1234567L', 'Y-1234567-X'],
      ['12345678A', 'X1234567A', '112345678Z', '12345678ZZ'],
    ],
    [
      'it-codice-fiscale',
      ['RSSMRA85T10A562S', 'rssmra85t10a562s', 'RCCMNL83S18D969H'],
      ['RSSMRA85T10A562T', 'RSSMRA85T10A562SS', 'RSSMRA85I10A562S'],
    ],
    [
      'ch-ahv',
      ['756.9217.0769.85', '7569217076985', '756 9217 0769 85'],
      ['756.9217.0769.84', '757.9217.0769.85', '756.92170769.85', '756.9217.0769.851'],
    ],
  ];

  it.each(given)('%s', (detector, good, bad) => {
    for (const number of good) {
      for (const text of [number, `No: ${number}.`, `${prose(300)} (${number})`])
        expect(found(text, detector), text).toEqual([`${detector} ${JSON.stringify(number)}`]);
      expect(findSensitive(number, ['secret', 'card', 'iban'], [])).toEqual([]);
    }
    for (const number of bad) expect(found(number, detector), number).toEqual([]);
  });

  it('an SSN without hyphens only after the words', () => {
    for (const text of ['SSN: 536904399', 'social security number 536904399', 'ssn=536904399'])
      expect(found(text, 'us-ssn')).toEqual(['us-ssn "536904399"']);
    expect(found('Order 536904399', 'us-ssn')).toEqual([]);
  });

  it('an Italian code whose digits became letters', () => {
    // Two persons with one code: the last digit of the place becomes a letter, and the check letter follows.
    expect(found('RSSMRA85T10A56NH', 'it-codice-fiscale')).toHaveLength(1);
  });
});
