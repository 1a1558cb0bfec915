/** Bank accounts: of a country, of its length, with right check digits; and what only looks like one. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isMod97 } from '../../../src/core/sensitive/iban.ts';
import { prose } from './made-up.ts';
import { found } from './numbers-found.ts';

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
    for (const number of [printed, plain, printed.replaceAll(' ', '\u00a0'), printed.replaceAll(' ', '\u202f')])
      for (const text of [number, `IBAN:${number}.`, `${prose(300)} ${number} BANK OF EXAMPLE`, `${number}, Alice`])
        expect(found(text, 'iban')).toEqual([`${plain.slice(0, 2)} ${JSON.stringify(number)}`]);
    const small = plain.toLowerCase();
    expect(found(`iban=${small}`, 'iban')).toEqual([`${plain.slice(0, 2)} ${JSON.stringify(small)}`]);
  });
});

it('each of several bank accounts is found, also where they stand in one line of groups', () => {
  const [german, austrian] = ['DE89 3704 0044 0532 0130 00', 'AT61 1904 3002 3457 3201'];
  expect(found(`${german} ${austrian} ${german.replaceAll(' ', '')}`, 'iban')).toEqual([
    `DE "${german}"`,
    `AT "${austrian}"`,
    `DE "${german.replaceAll(' ', '')}"`,
  ]);
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
    ['a part of something longer', 'DE89370400440532013000a'],
    ['a part of something longer', 'DE89370400440532013000A'],
    ['a part of something longer', 'DE89 3704 0044 0532 0130 00A'],
    ['a part of something longer', 'DE89 3704 0044 0532 0130 00a'],
    ['a part of something longer', 'DE89 3704 0044 0532 0130 001'],
    ['a part of something longer', '1DE89 3704 0044 0532 0130 00'],
    ['a part of something longer', 'aDE89370400440532013000'],
    ['one in letters of both sizes', 'De89370400440532013000'],
    ['one in groups of small letters', 'de89 3704 0044 0532 0130 00'],
    ['one with hyphens', 'DE89-3704-0044-0532-0130-00'],
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
