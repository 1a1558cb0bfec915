/** International bank account numbers: a country of the registry, its length, and the right check digits. */
import type { Scan } from './finding.ts';
import { placesOf } from './pieces.ts';

/** Lengths in characters by country: SWIFT, IBAN Registry (ISO 13616), 89 countries as of release 103 (September 2026). */
const LENGTHS: Readonly<Record<string, number>> = lengthsOf(
  'AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BI27 BR29 BY28 CH21 CR22 CY28 CZ24 DE22 DJ27 DK18 DO28 EE20 EG29 ES24 ' +
    'FI18 FK18 FO18 FR27 GB22 GE22 GI23 GL18 GR27 GT28 HN28 HR21 HU28 IE22 IL23 IQ23 IS26 IT27 JO30 KW30 KZ20 LB28 LC32 ' +
    'LI21 LT20 LU20 LV21 LY25 MC27 MD24 ME22 MK19 MN20 MR27 MT31 MU30 NI28 NL18 NO15 OM23 PK24 PL28 PS29 PT25 QA29 RO24 ' +
    'RS22 RU33 SA24 SC31 SD18 SE24 SI19 SK24 SM27 SO23 ST25 SV28 TL23 TN24 TR26 UA29 VA22 VG24 XK20 YE30',
);

/** In one run, also in small letters, or in groups of four, as the registry prints them; capitals after those may be the next word. */
const CANDIDATE = new RegExp(
  [
    String.raw`(?<![A-Za-z\d])(?:`,
    String.raw`[A-Z]{2}\d{2}(?:[A-Z0-9]{11,30}|(?:[ \u00a0\u202f][A-Z0-9]{4}){2,7}(?:[ \u00a0\u202f][A-Z0-9]{1,4})?)`,
    String.raw`|[a-z]{2}\d{2}[a-z0-9]{11,30})`,
  ].join(''),
  'g',
);

/** The longest candidate, and one before it. */
const REACH = 48;

export function* scanIbans(text: string): Scan {
  for (const place of placesOf(text, CANDIDATE, REACH)) {
    if (place === 'pause') yield place;
    else {
      const length = ibanLength(place.text.toUpperCase(), text.charAt(place.at + place.text.length));
      if (length !== null)
        yield {
          detector: 'iban',
          rule: place.text.slice(0, 2).toUpperCase(),
          span: { from: place.at, to: place.at + length },
        };
    }
  }
}

/** How much of a candidate is an IBAN, in UTF-16 units; null if none of it. */
function ibanLength(candidate: string, next: string): number | null {
  const wanted = LENGTHS[candidate.slice(0, 2)];
  if (wanted === undefined) return null;
  let length = 0;
  for (let count = 0; count < wanted; length += 1) {
    if (length >= candidate.length) return null;
    if (/[A-Z0-9]/.test(candidate.charAt(length))) count += 1;
  }
  if (/[A-Za-z0-9]/.test(candidate.charAt(length) || next)) return null;
  return isMod97(candidate.slice(0, length).replace(/[^A-Z0-9]/g, '')) ? length : null;
}

/** ISO 7064, MOD 97-10, as ISO 13616 asks: the first four characters at the end, letters as 10 to 35, the rest is 1. */
export function isMod97(iban: string): boolean {
  const moved = iban.slice(4) + iban.slice(0, 4);
  const rest = [...moved].reduce((sum, character) => {
    const value = Number.parseInt(character, 36);
    return (sum * (value > 9 ? 100 : 10) + value) % 97;
  }, 0);
  return rest === 1;
}

function lengthsOf(table: string): Readonly<Record<string, number>> {
  return Object.fromEntries(table.split(' ').map((each) => [each.slice(0, 2), Number(each.slice(2))]));
}
