/**
 * What an international domain says in its own letters ("xn--crp-sed" is "cоrp" with a Cyrillic о): RFC 3492, decoding
 * only. Own code: the guard never encodes (browsers do), a name that cannot be decoded is an answer here and an
 * exception in the `punycode` package, and that package carries the name of one that Node has built in.
 */

const PREFIX = 'xn--';

/** Nothing in the domain name system is longer. */
const LONGEST = 253;

/** The parameters of RFC 3492, section 5. */
const BASE = 36;
const LEAST = 1;
const MOST = 26;
const SKEW = 38;
const DAMP = 700;
const FIRST_BIAS = 72;
const FIRST_CODE = 128;
const LAST_CODE = 0x10ffff;

/** A domain in its own letters; a label that is no punycode stays as it is. */
export function inOwnLetters(domain: string): string {
  return domain
    .split('.')
    .map((label) => (label.startsWith(PREFIX) ? (decodePunycode(label.slice(PREFIX.length)) ?? label) : label))
    .join('.');
}

/** What stands for letters behind "xn--"; null when that is nothing. */
export function decodePunycode(text: string): string | null {
  const cut = Math.max(0, text.lastIndexOf('-'));
  if (text.length > LONGEST || /[^ -~]/.test(text)) return null;
  const codes = [...text.slice(0, cut)].map((letter) => letter.charCodeAt(0));
  let code = FIRST_CODE;
  let place = 0;
  let bias = FIRST_BIAS;
  for (let at = cut > 0 ? cut + 1 : 0; at < text.length; ) {
    const read = readStep(text, at, bias);
    if (read === null) return null;
    const count = codes.length + 1;
    bias = nextBias(read.step, count, place === 0);
    place += read.step;
    code += Math.floor(place / count);
    place %= count;
    // A step that is too long for any letter ends here too; none is too long for a number, since no text is.
    if (code > LAST_CODE || (code >= 0xd800 && code <= 0xdfff)) return null;
    codes.splice(place, 0, code);
    place += 1;
    at = read.next;
  }
  return String.fromCodePoint(...codes);
}

/** How far the next letter is from the last: a number whose digits say themselves where it ends. */
function readStep(text: string, from: number, bias: number): { readonly step: number; readonly next: number } | null {
  let step = 0;
  let weight = 1;
  for (let at = from; ; at++) {
    // Nor is there a digit behind the end.
    const digit = digitOf(text.charAt(at));
    if (digit === null) return null;
    step += digit * weight;
    const threshold = Math.min(MOST, Math.max(LEAST, BASE * (at - from + 1) - bias));
    if (digit < threshold) return { step, next: at + 1 };
    weight *= BASE - threshold;
  }
}

/** a to z are 0 to 25, whatever their size; 0 to 9 are 26 to 35. */
function digitOf(sign: string): number | null {
  if (!/[a-z0-9]/i.test(sign)) return null;
  return /\d/.test(sign) ? Number(sign) + 26 : sign.toLowerCase().charCodeAt(0) - 97;
}

function nextBias(step: number, count: number, first: boolean): number {
  let delta = Math.floor(step / (first ? DAMP : 2));
  delta += Math.floor(delta / count);
  let bias = 0;
  for (; delta > ((BASE - LEAST) * MOST) / 2; bias += BASE) delta = Math.floor(delta / (BASE - LEAST));
  return bias + Math.floor(((BASE - LEAST + 1) * delta) / (delta + SKEW));
}
