/** SipHash-2-4 against its published vectors and against another implementation of it. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sipHash, sipKey } from '../../../src/core/exposure/siphash.ts';
import { runsUpTo } from '../runs.ts';

const MASK = 0xffffffffffffffffn;
const rotl = (x: bigint, n: bigint) => ((x << n) | (x >> (64n - n))) & MASK;

/** As the paper writes it, in whole 64-bit words. */
function reference(key: Uint8Array, message: Uint8Array): bigint {
  const word = (bytes: Uint8Array, at: number) => new DataView(bytes.buffer, bytes.byteOffset).getBigUint64(at, true);
  const [k0, k1] = [word(key, 0), word(key, 8)];
  let [a, b, c, d] = [
    k0 ^ 0x736f6d6570736575n,
    k1 ^ 0x646f72616e646f6dn,
    k0 ^ 0x6c7967656e657261n,
    k1 ^ 0x7465646279746573n,
  ];
  const rounds = (n: number) => {
    for (let i = 0; i < n; i++) {
      a = (a + b) & MASK;
      b = rotl(b, 13n) ^ a;
      a = rotl(a, 32n);
      c = (c + d) & MASK;
      d = rotl(d, 16n) ^ c;
      a = (a + d) & MASK;
      d = rotl(d, 21n) ^ a;
      c = (c + b) & MASK;
      b = rotl(b, 17n) ^ c;
      c = rotl(c, 32n);
    }
  };
  for (const m of [word(message, 0), 8n << 56n]) {
    d ^= m;
    rounds(2);
    a ^= m;
  }
  c ^= 0xffn;
  rounds(4);
  return a ^ b ^ c ^ d;
}

describe('SipHash-2-4', () => {
  const counting = Uint8Array.from({ length: 16 }, (_, i) => i);

  it('gives the value that its authors publish for eight bytes', () => {
    expect(reference(counting, counting).toString(16)).toBe('93f5f5799a932462');
    expect(sipHash(sipKey(counting), 0x03020100, 0x07060504)).toBe(0x9a932462);
  });

  it('agrees with another implementation for any key and message', () => {
    const bytes = (length: number) => fc.uint8Array({ minLength: length, maxLength: length });
    fc.assert(
      fc.property(bytes(16), bytes(8), (key, message) => {
        const [low = 0, high = 0] = new Int32Array(Uint8Array.from(message).buffer);
        expect(BigInt(sipHash(sipKey(key), low, high))).toBe(reference(Uint8Array.from(key), message) & 0xffffffffn);
      }),
      runsUpTo(2_000),
    );
  });

  it('takes no key that is too short', () => expect(() => sipKey(new Uint8Array(15))).toThrow(RangeError));
});
