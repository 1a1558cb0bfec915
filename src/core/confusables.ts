/**
 * How a name reads at a glance: letters of other alphabets as the Latin ones that they look like, and signs that are
 * taken for each other as one. Two names that read the same can be told apart by a machine only.
 */

/**
 * Latin letter → the letters of the Latin, Cyrillic, Greek and Armenian alphabets (code points) that look like it. From
 * the confusables of Unicode's UTS #39 (data of Unicode 10), whatever a domain can hold as it is: capital letters,
 * compatibility forms and letters with accents are gone before this table is asked.
 */
const LOOKS_LIKE: Readonly<Record<string, string>> = {
  2: '1bb',
  6: '431',
  8: '223',
  a: '251 3b1 430',
  ae: 'e6 4d5',
  b: '180 183 253 463 48d',
  c: '23c 441 4ab 1d04',
  d: '111 18c 256 257 501',
  e: '247 435 4bd 4bf ab32',
  f: '192 584 1d6e 1e9d a799 ab35',
  g: '18d 1e5 260 261 581 1d83',
  h: '127 266 45b 4bb 570 a695',
  i: '131 268 269 26a 3b9 456 4cf 1d7b 1d7c a647',
  j: '249 3f3 458',
  k: '199',
  l: '142 19a 1c0 26b 26d',
  n: '19e 273 3b7 578 57c 1d70',
  o: 'f8 275 3b8 3bf 3c3 43e 473 4e9 585 1d0f 1d11 a74b ab3d ab3e',
  oe: '153',
  oo: 'a699 a74f',
  p: '1a5 3c1 440 1d7d',
  q: '2a0 51b 563 566',
  r: '24d 27c 27d 433 493 1d26 1d72 ab47 ab48',
  rn: '271 1d6f',
  s: '1bd 282 455 1d74 a731',
  t: '167 1ad 1d75',
  u: '28b 3c5 57d 1d1c 1d7e a79f ab4e ab52',
  v: '3bd 475 1d20',
  w: '26f 461 47d 51d 561 1d21 a761',
  x: '445',
  y: '1b4 24f 263 28f 3b3 443 4af 4b1 1d8c 1eff ab5a',
  z: '1b6 225 290 1d22 1d76',
};

/** Letters that UTS #39 keeps apart and readers do not in small print: the rounder forms of б to я, and small capitals. */
const NEARLY_LIKE: Readonly<Record<string, string>> = {
  3: '437',
  a: '1d00',
  b: '185 3b2 432 44c',
  e: '25b 3b5 454 1d07',
  h: '29c 43d',
  k: '138 3ba 43a 1d0b',
  m: '43c 1d0d',
  n: '14b 274 3c0 43f',
  p: 'fe',
  r: '280 491',
  t: '3c4 442 1d1b',
  u: '3bc',
  w: '3c9 448',
  x: '3c7',
};

const LATIN: ReadonlyMap<string, string> = new Map(
  [LOOKS_LIKE, NEARLY_LIKE].flatMap((table) =>
    Object.entries(table).flatMap(([latin, codes]) =>
      [...codes.matchAll(/\S+/g)].map(([code]) => [String.fromCodePoint(Number.parseInt(code, 16)), latin] as const),
    ),
  ),
);

/** A text without accents and in Latin letters as far as it looks so. */
export function inLatinLetters(text: string): string {
  // What is ASCII reads as it is, and nearly all domains are.
  if (/^[ -~]*$/.test(text)) return text;
  return [...text.normalize('NFD').replace(/\p{M}/gu, '')].map((letter) => LATIN.get(letter) ?? letter).join('');
}

/** The same with signs of ASCII that are taken for each other made one: 0 and o, 1 and i and l, rn and m, vv and w, cl and d. */
export function shapeOf(text: string): string {
  return inLatinLetters(text)
    .replace(/0/g, 'o')
    .replace(/[1i]/g, 'l')
    .replace(/rn/g, 'm')
    .replace(/vv/g, 'w')
    .replace(/cl/g, 'd');
}
