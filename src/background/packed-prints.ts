/** Fingerprints as the browser keeps them for a session: numbers of 32 bits take a fifth of the room as base64. */
import { type Fingerprints, NO_PRINTS } from '../core/exposure/fingerprint.ts';
import { KINDS } from '../core/exposure/grams.ts';

/** One kind of prints after the other, each as base64. */
export type PackedPrints = readonly string[];

export function packed(prints: Fingerprints): PackedPrints {
  return KINDS.map((kind) => toBase64(new Uint8Array(Uint32Array.from(prints[kind]).buffer)));
}

/** The prints again; none of a kind whose text is no base64 or no whole number of prints. */
export function unpacked(stored: PackedPrints): Fingerprints {
  const [words, signs, rare] = KINDS.map((_, i) => numbersIn(stored[i] ?? ''));
  return { words: words ?? NO_PRINTS.words, signs: signs ?? NO_PRINTS.signs, rare: rare ?? NO_PRINTS.rare };
}

/** Signs at once for `String.fromCharCode`, which takes no longer list of arguments everywhere. */
const CHUNK = 0x2000;

function toBase64(bytes: Uint8Array): string {
  let binary = '';
  for (let i = 0; i < bytes.length; i += CHUNK) binary += String.fromCharCode(...bytes.subarray(i, i + CHUNK));
  return btoa(binary);
}

function numbersIn(text: string): Uint32Array | null {
  try {
    const bytes = Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0));
    return bytes.length % 4 === 0 ? new Uint32Array(bytes.buffer) : null;
  } catch {
    return null;
  }
}
