/** Payment cards: those of a network, of its length, in its grouping, with a right check digit; and what only looks like one. */
import { describe, expect, it } from 'vitest';
import { isLuhn } from '../../../src/core/sensitive/card.ts';
import { prose } from './made-up.ts';
import { found } from './numbers-found.ts';

/** A number that begins so, has so many digits, and ends with its check digit. */
function card(begin: string, length = 16): string {
  const body = begin.padEnd(length - 1, '0123456789');
  return body + [...'0123456789'].find((digit) => isLuhn(body + digit));
}

const fours = (number: string, separator = ' ') => number.replace(/\d{4}(?=\d)/g, `$&${separator}`);
const six = (number: string, separator = ' ') => number.replace(/^(\d{4})(\d{6})/, `$1${separator}$2${separator}`);
const cards = (text: string) => found(text, 'card');
const visa = card('4539');

describe('a card is found', () => {
  it.each<[network: string, text: string]>([
    ['visa', visa],
    ['visa', fours(visa)],
    ['visa', fours(visa, '-')],
    ['visa', fours(visa, '\u00a0')],
    ['visa', fours(visa, '\u202f')],
    ['visa', fours(visa, '\u2011')],
    ['visa', card('4', 19)],
    ['visa', fours(card('4', 19))],
    ['mastercard', card('51')],
    ['mastercard', fours(card('2720'))],
    ['american-express', card('34', 15)],
    ['american-express', six(card('37', 15))],
    ['american-express', six(card('37', 15), '\u202f')],
    ['diners-club', card('36', 14)],
    ['diners-club', six(card('305', 14), '-')],
    ['jcb', card('3528')],
    ['maestro', card('6759', 18)],
  ])('%s %s', (network, number) => {
    for (const text of [
      number,
      `Card:${number}.`,
      `(${number})`,
      `${prose(500)} ${number}, 12/29`,
      `pan=${number}&x=1`,
      `No.${number}. 5`,
    ])
      expect(cards(text)).toEqual([`${network} ${JSON.stringify(number)}`]);
  });

  it('before its date or the code on its back', () => {
    expect(cards(`${fours(visa)} 1229`)).toEqual([`visa "${fours(visa)}"`]);
    expect(cards(`${fours(visa)} 12/29 123`)).toEqual([`visa "${fours(visa)}"`]);
    expect(cards(`${fours(visa)} 123`)).toEqual([`visa "${fours(visa)}"`]);
    expect(cards(`${fours(visa, '-')}-123`)).toEqual([`visa "${fours(visa, '-')}"`]);
    expect(cards(`${visa} 123`)).toEqual([`visa "${visa}"`]);
  });

  it('behind a number that is no group of its own', () => {
    for (const before of ['123 ', '1 ', 'A12 ', '12 ', 'ABC1 '])
      expect(cards(before + fours(visa))).toEqual([`visa "${fours(visa)}"`]);
  });

  it('in a list', () => {
    const all = [visa, card('51'), card('6011'), card('37', 15)];
    expect(cards(`${all[0]},${all[1]};${all[2]}\n${all[3]}`)).toEqual([
      `visa "${all[0]}"`,
      `mastercard "${all[1]}"`,
      `discover "${all[2]}"`,
      `american-express "${all[3]}"`,
    ]);
  });
});

describe('no card is', () => {
  it.each<[why: string, text: string]>([
    ['a number with a wrong check digit', visa.slice(0, -1) + ((Number(visa.at(-1)) + 1) % 10)],
    ['sixteen zeros', '0'.repeat(16)],
    ['a right check digit with no network', card('1234')],
    ['a part of a longer run', `1${visa}`],
    ['a part of a longer run', `${visa}1`],
    ['a part of a longer run', `${visa}0000`],
    ['a part of a longer grouped number', `1234 ${fours(visa)}`],
    ['a part of a longer grouped number', `1234-${fours(visa, '-')}`],
    ['a part of a longer grouped number', `${fours(visa)} 1234 5678`],
    ['a part of a longer grouped number', `${fours(visa)}0`],
    ['a part of a longer grouped number', `1234 ${six(card('37', 15))}`],
    ['a part of a longer grouped number', `${six(card('37', 15))}1`],
    ['a part of a hash', `a${visa}f`],
    ['a part of a hash', `a${visa}`],
    ['a part of a hash', `${visa}f`],
    ['a fraction', `0.${visa}`],
    ['a number with a fraction', `${visa}.5`],
    ['digits in other groups', visa.replace(/^(\d{5})(\d{5})/, '$1 $2 ')],
    ['digits in other groups', visa.replace(/^(\d{4})(\d{4})/, '$1 $2 ')],
    ['digits in other groups', six(visa)],
    ['digits with mixed separators', fours(visa).replace(' ', '-')],
    ['digits with mixed separators', fours(visa).replace(/ (?=\d+$)/, '-')],
    ['digits with mixed separators', six(card('37', 15)).replace(' ', '-')],
    ['digits with other separators', fours(visa, '.')],
    ['an article number (EAN-13)', card('40', 13)],
    ['digits on two lines', fours(visa, '\n')],
    ['a bank account', `DE89 ${fours(card('3704'))} 00`],
    ['a bank account', `DE89 ${fours(visa)}`],
  ])('%s: %s', (_why, text) => expect(cards(text)).toEqual([]));

  it('of ten numbers of a network’s form, nine', () => {
    const endings = [...'0123456789'].map((digit) => `453901234567890${digit}`);
    expect(endings.filter((each) => cards(each).length > 0)).toHaveLength(1);
  });
});

it.each<[digits: string, isRight: boolean]>([
  ['0', true],
  ['18', true],
  ['81', false],
  ['26', true],
  ['59', true],
  ['67', true],
  ['75', true],
  ['83', true],
  ['91', true],
  ['99', false],
  ['109', true],
  ['910', false],
  // The usual example.
  ['79927398713', true],
  ['79927398710', false],
  ['79927398731', false],
])('Luhn’s check digit of %s is right: %s', (digits, isRight) => {
  expect(isLuhn(digits)).toBe(isRight);
});

const LENGTHS = [14, 15, 16, 17, 18, 19];

describe('a network issues only what begins so, in these lengths', () => {
  it.each<[network: string, begins: string, lengths: readonly number[]]>([
    ['visa', '40 49', [16, 19]],
    ['mastercard', '51 52 55 2221 2229 223 229 23 26 270 271 2720', [16]],
    ['american-express', '34 37', [15]],
    ['diners-club', '36 38 39 300 305 3095', [14, 16, 19]],
    ['discover', '6011 644 649 65', [16, 19]],
    ['jcb', '3528 3529 353 358', [16, 17, 18, 19]],
    ['unionpay', '62', [16, 17, 18, 19]],
    ['mir', '2200 2204', [16, 17, 18, 19]],
    ['rupay', '600 6010 6012 609 81 82 508', [16]],
    ['maestro', '5018 5020 5038 5893 6304 6759 6761 6763', [16, 17, 18, 19]],
  ])('%s: %s', (network, begins, lengths) => {
    for (const begin of begins.split(' '))
      for (const length of LENGTHS) {
        const number = card(begin, length);
        const expected = lengths.includes(length) ? [`${network} "${number}"`] : [];
        expect(cards(number), `${begin}, ${length} digits`).toEqual(expected);
      }
  });

  it('nobody: what begins next to them, or has their beginning further in', () => {
    const next =
      '50 56 2220 2721 273 28 33 306 3094 3527 3590 359 643 66 61 2205 80 83 507 509 5019 5021 5037 5039 5892 5894 6303 ' +
      '6305 6758 6760 6764 14 151 134 137 136 1305 16011 1649 13528 162 12200 181 1508 15018 12221';
    for (const begin of next.split(' '))
      for (const length of LENGTHS) expect(cards(card(begin, length)), `${begin}, ${length} digits`).toEqual([]);
  });
});
