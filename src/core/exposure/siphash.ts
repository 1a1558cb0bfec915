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

/**
 * The low 32 bits of SipHash-2-4 over the eight bytes of two little-endian words, as an unsigned number. The state begins
 * as "somepseudorandomlygeneratedbytes"; each half is a variable of its own, since a list of them took half as long again.
 */
export function sipHash(key: SipKey, low: number, high: number): number {
  let a0 = key[0] ^ 0x70736575;
  let a1 = key[1] ^ 0x736f6d65;
  let b0 = key[2] ^ 0x6e646f6d;
  let b1 = key[3] ^ 0x646f7261;
  let c0 = key[0] ^ 0x6e657261;
  let c1 = key[1] ^ 0x6c796765;
  let d0 = key[2] ^ 0x79746573 ^ low;
  let d1 = key[3] ^ 0x74656462 ^ high;
  // Two rounds for the message, two for the block that says how long it is, four to finish.
  for (let round = 0; round < 8; round++) {
    let half = (a0 + b0) | 0;
    a0 = (a1 + b1 + carry(a0, b0)) | 0;
    a1 = half;
    half = ((b0 << 13) | (b1 >>> 19)) ^ a1;
    b1 = ((b1 << 13) | (b0 >>> 19)) ^ a0;
    b0 = half;
    c1 = (c1 + d1 + carry(c0, d0)) | 0;
    c0 = (c0 + d0) | 0;
    half = ((d0 << 16) | (d1 >>> 16)) ^ c0;
    d1 = ((d1 << 16) | (d0 >>> 16)) ^ c1;
    a1 = (a1 + d1 + carry(a0, half)) | 0;
    a0 = (a0 + half) | 0;
    d0 = ((half << 21) | (d1 >>> 11)) ^ a0;
    d1 = ((d1 << 21) | (half >>> 11)) ^ a1;
    half = (c0 + b0) | 0;
    c0 = (c1 + b1 + carry(c0, b0)) | 0;
    c1 = half;
    half = ((b0 << 17) | (b1 >>> 15)) ^ c1;
    b1 = ((b1 << 17) | (b0 >>> 15)) ^ c0;
    b0 = half;
    if (round === 1) a0 ^= low;
    if (round === 1) d1 ^= LENGTH_BLOCK;
    a1 ^= round === 1 ? high : round === 3 ? LENGTH_BLOCK : 0;
    if (round === 3) c0 ^= 0xff;
  }
  return (a0 ^ b0 ^ c0 ^ d0) >>> 0;
}

/** Eight bytes, in the highest byte of the last block. */
const LENGTH_BLOCK = 8 << 24;

/** What the sum of two low halves carries into the high one. */
function carry(x: number, y: number): number {
  return ((x & y) | ((x | y) & ~(x + y))) >>> 31;
}
