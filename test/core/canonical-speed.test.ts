/** Texts made to be slow. The listener at the network must answer at once, whatever is sent. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalText } from '../../src/core/canonical.ts';

const LONG = 500_000;

describe('the canonical form of a text made to be slow', () => {
  it.each<[string, string, string]>([
    ['blanks between two words', `a${' '.repeat(LONG)}b`, `a${' '.repeat(LONG)}b`],
    ['tabs between two words', `a${'\t'.repeat(LONG)}b`, `a${'\t'.repeat(LONG)}b`],
    ['no-break spaces between two words', `a${'\u00a0'.repeat(LONG)}b`, `a${' '.repeat(LONG)}b`],
    ['empty lines between two words', `a${'\n'.repeat(LONG)}b`, `a${'\n'.repeat(LONG)}b`],
    ['lines of blanks', `a${' \r\n'.repeat(LONG)}b`, `a${'\n'.repeat(LONG)}b`],
    ['blanks at the end', `a${' '.repeat(LONG)}`, 'a'],
    ['empty lines around', `${'\n'.repeat(LONG)}a${'\r'.repeat(LONG)}`, 'a'],
  ])('%s', (_name, text, canonical) => {
    const from = performance.now();
    expect(canonicalText(text) === canonical).toBe(true);
    expect(performance.now() - from).toBeLessThan(1_000);
  });

  it('is what the plain words of its definition make', () => {
    const sign = fc.constantFrom(' ', '\t', '\n', '\r', '\u00a0', '\u2028', 'a', 'é');
    fc.assert(
      fc.property(fc.string({ unit: sign, maxLength: 30 }), (text) => {
        const plain = text
          .normalize('NFC')
          .replace(/\r\n?/g, '\n')
          .replace(/\u00a0/g, ' ')
          .replace(/[ \t]+$/gm, '')
          .replace(/^\n+|\n+$/g, '');
        expect(canonicalText(text)).toBe(plain);
      }),
    );
  });
});
