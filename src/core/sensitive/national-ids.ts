/**
 * National numbers of persons, looked for only where policy names them. Each has the shape and, where there is one, the
 * check digit that its authority describes; python-stdnum's modules of the same names were the second opinion.
 */
import type { DetectorId, Scan } from './finding.ts';
import { placesOf } from './pieces.ts';

export type NationalId = Exclude<DetectorId, 'secret' | 'card' | 'iban'>;

interface Kind {
  readonly candidate: RegExp;
  /** Whether the candidate, in capitals and without anything between its characters, can have been given to somebody. */
  readonly isGiven: (number: string) => boolean;
}

/** Longer than any candidate with the words and signs around it. */
const REACH = 64;

const KINDS: Readonly<Record<NationalId, Kind>> = {
  // SSA, POMS RM 10201.030 and "Social Security Number Randomization" (2011): no area 000, 666 or 9xx, no group 00, no
  // serial 0000; there is no check digit. Nine digits in a row count only after the words.
  'us-ssn': {
    candidate: bounded(
      String.raw`(?:\d{3}([- ])\d{2}\1|(?<=\b(?:ssn|social security(?: (?:number|no\.?|#))?)[:#=\s]{1,5})\d{5})\d{4}`,
      'i',
    ),
    isGiven: (ssn) => /^(?!000|666|9)...(?!00)..(?!0000)/.test(ssn) && !PRINTED_SSNS.includes(ssn),
  },
  // HMRC, National Insurance Manual NIM39110: letters and prefixes that are not used; no check digit.
  'uk-nino': {
    candidate: bounded(String.raw`[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z] ?\d\d ?\d\d ?\d\d ?[A-D]`, ''),
    isGiven: (nino) => !UNUSED_PREFIXES.includes(nino.slice(0, 2)),
  },
  // INSEE, "numéro d'inscription au répertoire": the key is 97 minus the rest by 97; Corsica's 2A and 2B count as 19 and 18.
  'fr-nir': {
    candidate: bounded(String.raw`[1-478] ?\d\d ?(?:0[1-9]|1[0-2]|[2-9]\d) ?(?:\d\d|2[AB]) ?\d{3} ?\d{3} ?\d\d`, ''),
    isGiven: (nir) => 97 - rest97(nir.slice(0, 13).replace('2A', '19').replace('2B', '18')) === Number(nir.slice(13)),
  },
  // Bundeszentralamt für Steuern, "Aufbau der Identifikationsnummer" (§ 139b AO, StIdV): ISO 7064 MOD 11,10.
  'de-steuer-id': {
    candidate: bounded(String.raw`[1-9]\d( ?)\d{3}\1\d{3}\1\d{3}`, ''),
    isGiven: (id) => repeatsOneDigit(id.slice(0, 10)) && isMod1110(id),
  },
  // Ministerio del Interior, "Cálculo del dígito de control del NIF/NIE": the letter is the rest by 23.
  'es-dni': {
    candidate: bounded(String.raw`(?:\d\d\.?\d{3}\.?\d{3}|[XYZ][- ]?\d{7})[- ]?[A-HJ-NP-TV-Z]`, ''),
    isGiven: (dni) => {
      const digits = dni.slice(0, -1).replace(/[XYZ]/, (letter) => String('XYZ'.indexOf(letter)));
      return 'TRWAGMYFPDXBNJZSQVHLCKE'.charAt(Number(digits) % 23) === dni.slice(-1);
    },
  },
  // Ministero delle Finanze, D.M. 23 December 1976 (and the letters that stand for digits where two persons would share one).
  'it-codice-fiscale': {
    candidate: bounded(
      String.raw`[A-Z]{6}[\dLMNPQRSTUV]{2}[ABCDEHLMPRST][\dLMNPQRSTUV]{2}[A-Z][\dLMNPQRSTUV]{3}[A-Z]`,
      'i',
    ),
    isGiven: (code) => codiceFiscaleLetter(code.slice(0, 15)) === code.slice(15),
  },
  // Zentrale Ausgleichsstelle, AHVN13: country 756 and the check digit of EAN-13.
  'ch-ahv': {
    candidate: bounded(String.raw`756([. ]?)\d{4}\1\d{4}\1\d\d`, ''),
    isGiven: isEan13,
  },
};

/** Prefixes that a National Insurance number never has, although it may have their letters (NIM39110). */
const UNUSED_PREFIXES = ['BG', 'GB', 'KN', 'NK', 'NT', 'TN', 'ZZ'];

/** Numbers that were printed on cards in purses and in advertisements (SSA, "Misused numbers"): nobody's. */
const PRINTED_SSNS = ['078051120', '219099999', '123456789'];

/** All of one kind; a separator is a space, and a hyphen or dot where that country writes one. */
export function* scanNationalIds(text: string, kind: NationalId): Scan {
  const { candidate, isGiven } = KINDS[kind];
  for (const place of placesOf(text, candidate, REACH)) {
    if (place === 'pause') yield place;
    else if (isGiven(place.text.replace(/[^A-Za-z0-9]/g, '').toUpperCase()))
      yield { detector: kind, rule: kind, span: { from: place.at, to: place.at + place.text.length } };
  }
}

/** Not a part of a longer word or number, nor of one with hyphens or a decimal point. */
function bounded(pattern: string, flags: '' | 'i'): RegExp {
  return new RegExp(`(?<![\\w-]|\\d\\.)(?:${pattern})(?![\\w-]|\\.\\d)`, `${flags}g`);
}

function rest97(digits: string): number {
  return [...digits].reduce((rest, digit) => (rest * 10 + Number(digit)) % 97, 0);
}

/** Of the first ten digits one stands there twice or three times (not in a row), and no other more than once. */
function repeatsOneDigit(digits: string): boolean {
  const counts = [...new Set(digits)].map((digit) => digits.split(digit).length - 1).filter((count) => count > 1);
  return counts.length === 1 && (counts[0] ?? 0) <= 3 && !/(\d)\1\1/.test(digits);
}

function isMod1110(digits: string): boolean {
  const product = [...digits.slice(0, -1)].reduce((before, digit) => {
    const sum = (Number(digit) + before) % 10 || 10;
    return (sum * 2) % 11;
  }, 10);
  return (11 - product) % 10 === Number(digits.slice(-1));
}

function isEan13(digits: string): boolean {
  const sum = [...digits].reduce((total, digit, index) => total + Number(digit) * (index % 2 === 0 ? 1 : 3), 0);
  return sum % 10 === 0;
}

/** What a character counts at an odd place (the first is one), digits as the letters A to J; at an even place it counts itself. */
const ODD_VALUES = [1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23];

function codiceFiscaleLetter(first: string): string {
  const sum = [...first].reduce((total, character, index) => {
    const value = /\d/.test(character) ? Number(character) : character.charCodeAt(0) - 65;
    return total + (index % 2 === 0 ? (ODD_VALUES[value] ?? 0) : value);
  }, 0);
  return String.fromCharCode(65 + (sum % 26));
}
