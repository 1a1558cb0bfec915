/** Numbers of payment cards: of a network, of its length, in its grouping, with a right check digit, and not a part of a longer number. */
import type { Scan } from './finding.ts';
import { placesOf } from './pieces.ts';

/**
 * Networks by their first digits, with the lengths they issue. Sources: ISO/IEC 7812 (the issuer identification number,
 * and Luhn's check digit in annex B); the ranges as the networks publish them, as of 2026. Left out on purpose: Visa of
 * 13 digits and Maestro below 16, which are no longer issued and look like article numbers (EAN-13).
 */
const NETWORKS: readonly { readonly name: string; readonly prefix: RegExp; readonly lengths: readonly number[] }[] = [
  { name: 'visa', prefix: /^4/, lengths: [16, 19] },
  {
    name: 'mastercard',
    prefix: /^(?:5[1-5]|222[1-9]|22[3-9]|2[3-6]|27[01]|2720)/,
    lengths: [16],
  },
  { name: 'american-express', prefix: /^3[47]/, lengths: [15] },
  { name: 'diners-club', prefix: /^(?:36|38|39|30[0-5]|3095)/, lengths: [14, 16, 19] },
  { name: 'discover', prefix: /^(?:6011|64[4-9]|65)/, lengths: [16, 19] },
  { name: 'jcb', prefix: /^35(?:2[89]|[3-8])/, lengths: [16, 17, 18, 19] },
  { name: 'unionpay', prefix: /^62/, lengths: [16, 17, 18, 19] },
  { name: 'mir', prefix: /^220[0-4]/, lengths: [16, 17, 18, 19] },
  { name: 'rupay', prefix: /^(?:60|81|82|508)/, lengths: [16] },
  { name: 'maestro', prefix: /^(?:5018|5020|5038|5893|6304|6759|676[1-3])/, lengths: [16, 17, 18, 19] },
];

/** A space or a hyphen, also those that do not break. */
const SEPARATOR = String.raw`[ \u00a0\u202f\u2011-]`;

/**
 * Digits in one run, or in the groups that are printed on cards, each with the same separator; a group of four more
 * digits may follow (a date), two make it another kind of number, and so does one before.
 */
const CANDIDATE = new RegExp(
  [
    String.raw`(?<!\w|\d\.)(?:`,
    String.raw`\d{14,19}`,
    String.raw`|(?<!\d{4}${SEPARATOR}|[A-Za-z]{2}\d{2}${SEPARATOR})`,
    String.raw`(?:\d{4}(${SEPARATOR})\d{4}\1\d{4}\1\d{4}(?:\1\d{3}(?!\d))?(?!\1\d{4}\1\d{4})`,
    String.raw`|\d{4}(${SEPARATOR})\d{6}\2\d{4,5})`,
    String.raw`)(?!\w|\.\d)`,
  ].join(''),
  'g',
);

/** The longest candidate with what is looked at before and after it. */
const REACH = 48;

export function* scanCards(text: string): Scan {
  for (const place of placesOf(text, CANDIDATE, REACH)) {
    if (place === 'pause') yield place;
    else {
      // What looks like the last three digits of nineteen may be the code on the back of a card of sixteen.
      for (const written of [place.text, place.text.replace(/\D\d{3}$/, '')]) {
        const network = networkOf(written);
        if (network === null) continue;
        yield { detector: 'card', rule: network, span: { from: place.at, to: place.at + written.length } };
        break;
      }
    }
  }
}

function networkOf(written: string): string | null {
  const digits = written.replace(/\D/g, '');
  if (!isLuhn(digits)) return null;
  return NETWORKS.find((each) => each.prefix.test(digits) && each.lengths.includes(digits.length))?.name ?? null;
}

/** From the right, every second digit counts double, and of what has two digits then, their sum; all is a multiple of ten. */
export function isLuhn(digits: string): boolean {
  const sum = [...digits].reverse().reduce((total, digit, index) => {
    const value = Number(digit) * (index % 2 === 0 ? 1 : 2);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
}
