/** Fingerprints come back from the browser's store as they went in; what is damaged there is no print. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { packed, unpacked } from '../../src/background/packed-prints.ts';

const list = fc.array(fc.nat(0xffffffff), { maxLength: 20_000, size: 'max' });

it('come back as they were', () => {
  fc.assert(
    fc.property(list, list, list, (words, signs, rare) => {
      const back = unpacked(packed({ words, signs, rare }));
      expect([back.words, back.signs, back.rare].map((each) => Array.from(each))).toEqual([words, signs, rare]);
    }),
    { numRuns: 20 },
  );
});

it.each([[['no base64!', 'AAAA', '']], [[]], [['AAAAAAA=']]])('are none where the store is damaged: %j', (stored) => {
  const { words, signs, rare } = unpacked(stored);
  expect(words.length + signs.length + rare.length).toBe(0);
});
