/** An ECDSA P-256 signature in the form that openssl reads (DER), from the one that WebCrypto gives (r and s, 32 bytes each). */

/** The bytes of `SEQUENCE { INTEGER r, INTEGER s }`. Both are at most 33 bytes, so every length is one byte. */
export function derOfSignature(raw: Uint8Array): Uint8Array {
  const r = integer(raw.subarray(0, 32));
  const s = integer(raw.subarray(32, 64));
  return Uint8Array.of(0x30, r.length + s.length, ...r, ...s);
}

/** Without leading zeros, and with one where the number would else read as negative. */
function integer(bytes: Uint8Array): readonly number[] {
  const significant = bytes.findIndex((byte) => byte !== 0);
  const digits = [...bytes.subarray(significant === -1 ? 31 : significant)];
  const positive = (digits[0] ?? 0) >= 0x80 ? [0, ...digits] : digits;
  return [0x02, positive.length, ...positive];
}
