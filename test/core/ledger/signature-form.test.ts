import { createPublicKey, verify, webcrypto } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { derOfSignature } from '../../../src/core/ledger/signature-form.ts';

describe('a signature as openssl reads it', () => {
  it('is what WebCrypto has signed', async () => {
    const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };
    const { publicKey, privateKey } = await webcrypto.subtle.generateKey(algorithm, false, ['sign', 'verify']);
    const spki = Buffer.from(await webcrypto.subtle.exportKey('spki', publicKey));
    const key = createPublicKey({ key: spki, format: 'der', type: 'spki' });
    // Every eighth or so has a number with a leading zero or one that would read as negative.
    for (let i = 0; i < 300; i += 1) {
      const text = Buffer.from(`text ${i}`);
      const raw = new Uint8Array(await webcrypto.subtle.sign(algorithm, privateKey, text));
      expect(verify('sha256', text, key, derOfSignature(raw))).toBe(true);
    }
  });

  it('writes its numbers as short as they are', () => {
    const raw = new Uint8Array(64);
    raw[31] = 5;
    raw[32] = 0x80;
    const s = [0x80, ...Array<number>(31).fill(0)];
    expect([...derOfSignature(raw)]).toEqual([0x30, 38, 0x02, 1, 5, 0x02, 33, 0, ...s]);
    expect([...derOfSignature(new Uint8Array(64))]).toEqual([0x30, 6, 2, 1, 0, 2, 1, 0]);
  });
});
