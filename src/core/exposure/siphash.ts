/**
 * SipHash-2-4 (Aumasson and Bernstein 2012) of eight bytes: a keyed pseudorandom function for short inputs. Without the
 * key nobody can tell its value from chance, or try a dictionary on it. HMAC-SHA-256, which does the same, takes some
 * eighty times as long for each print, and reading a page would be felt.
 *
 * 64-bit words are pairs of 32-bit halves ("0" low, "1" high): the language's own 64-bit integers are slower still.
 */

/** A key of 128 bits, as four little-endian words. */
export type SipKey = readonly [number, number, number, number];

/** The first 16 bytes of a key; the others are not used. Throws a RangeError when there are fewer. */
export function sipKey(bytes: Uint8Array): SipKey {
  if (bytes.length < 16) throw new RangeError('a key has at least 16 bytes');
  const view = new DataView(bytes.buffer, bytes.byteOffset, 16);
  return [view.getInt32(0, true), view.getInt32(4, true), view.getInt32(8, true), view.getInt32(12, true)];
}

/** The low 32 bits of SipHash-2-4 over the eight bytes of two little-endian words, as an unsigned number. */
export function sipHash(key: SipKey, low: number, high: number): number {
  let [a0, a1, b0, b1, c0, c1, d0, d1] = start(key, low, high);
  // Two rounds for the message, two for the block that says how long it is, four to finish.
  for (let round = 0; round < 8; round++) {
    let sum = (a0 + b0) | 0;
    let more = (a1 + b1 + carry(a0, b0, sum)) | 0;
    let turned = ((b0 << 13) | (b1 >>> 19)) ^ sum;
    b1 = ((b1 << 13) | (b0 >>> 19)) ^ more;
    b0 = turned;
    a0 = more;
    a1 = sum;
    sum = (c0 + d0) | 0;
    more = (c1 + d1 + carry(c0, d0, sum)) | 0;
    turned = ((d0 << 16) | (d1 >>> 16)) ^ sum;
    d1 = ((d1 << 16) | (d0 >>> 16)) ^ more;
    d0 = turned;
    c0 = sum;
    c1 = more;
    sum = (a0 + d0) | 0;
    a1 = (a1 + d1 + carry(a0, d0, sum)) | 0;
    a0 = sum;
    turned = ((d0 << 21) | (d1 >>> 11)) ^ a0;
    d1 = ((d1 << 21) | (d0 >>> 11)) ^ a1;
    d0 = turned;
    sum = (c0 + b0) | 0;
    more = (c1 + b1 + carry(c0, b0, sum)) | 0;
    turned = ((b0 << 17) | (b1 >>> 15)) ^ sum;
    b1 = ((b1 << 17) | (b0 >>> 15)) ^ more;
    b0 = turned;
    c0 = more;
    c1 = sum;
    if (round === 1) a0 ^= low;
    if (round === 1) d1 ^= LENGTH_BLOCK;
    a1 ^= round === 1 ? high : round === 3 ? LENGTH_BLOCK : 0;
    if (round === 3) c0 ^= 0xff;
  }
  return (a0 ^ b0 ^ c0 ^ d0) >>> 0;
}

type State = [number, number, number, number, number, number, number, number];

/** The state that a key begins with ("somepseudorandomlygeneratedbytes"), with the message taken in. */
function start([k0, k1, k2, k3]: SipKey, low: number, high: number): State {
  return [
    k0 ^ 0x70736575,
    k1 ^ 0x736f6d65,
    k2 ^ 0x6e646f6d,
    k3 ^ 0x646f7261,
    k0 ^ 0x6e657261,
    k1 ^ 0x6c796765,
    k2 ^ 0x79746573 ^ low,
    k3 ^ 0x74656462 ^ high,
  ];
}

/** Eight bytes, in the highest byte of the last block. */
const LENGTH_BLOCK = 8 << 24;

/** What the sum of two low halves carries into the high one. */
function carry(x: number, y: number, sum: number): number {
  return ((x & y) | ((x | y) & ~sum)) >>> 31;
}
