/** Made-up tokens and prose, put together while the tests run: no file here has anything in it that looks like a live secret. */

/** The same numbers from 0 to 1 for the same seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

export const UPPER = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
export const LOWER = UPPER.toLowerCase();
export const DIGITS = '0123456789';
export const HEX = `${DIGITS}abcdef`;
export const ALNUM = UPPER + LOWER + DIGITS;

/** So many characters out of an alphabet. */
export function drawn(alphabet: string, length: number, seed = 1): string {
  const next = seeded(seed + length * 7_919);
  return Array.from({ length }, () => alphabet.charAt(Math.floor(next() * alphabet.length))).join('');
}

const WORDS =
  'the of access to key value token they said that password policy author meeting please review task risk Thursday budget api server deploy secret monkey linear path patch 2026-11-24 12:30 https://example.org/a/b?c=d version 1.2.3 config.yaml authentication "quoted" key: see below, token = none'.split(
    ' ',
  );

/** So many UTF-16 units of what people write about servers, without any secret. */
export function prose(length: number, seed = 1): string {
  const next = seeded(seed);
  const words: string[] = [];
  for (let written = 0; written < length; written += (words.at(-1)?.length ?? 0) + 1)
    words.push((WORDS[Math.floor(next() * WORDS.length)] ?? '') + (next() < 0.1 ? '.\n' : ''));
  return words.join(' ').slice(0, length);
}
