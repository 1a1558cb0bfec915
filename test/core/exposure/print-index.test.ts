/** The index of prints against a plain list of who has what. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { PrintIndex } from '../../../src/core/exposure/print-index.ts';
import { runsUpTo } from '../runs.ts';

it('finds exactly the documents that have a print, however they came', () => {
  const documents = fc.array(
    fc.tuple(
      fc.oneof(fc.nat(9), fc.nat(100_000)),
      fc.array(fc.oneof(fc.nat(20), fc.nat(0xffffffff)), { maxLength: 40 }),
    ),
    { maxLength: 60 },
  );
  fc.assert(
    fc.property(documents, fc.nat(20), (added, print) => {
      const index = new PrintIndex();
      const found: number[] = [];
      for (const [i, [document, prints]] of added.entries()) {
        index.add(document, prints);
        // A question in between settles what came before.
        if (i % 7 === 3) index.find(print, () => undefined);
      }
      index.find(print, (document) => found.push(document));
      const expected = added.flatMap(([document, prints]) =>
        prints.filter((each) => each === print).map(() => document),
      );
      expect(found.sort((a, b) => a - b)).toEqual(expected.sort((a, b) => a - b));
    }),
    runsUpTo(500),
  );
});

it('takes six bytes a print, and few segments for many documents', () => {
  const index = new PrintIndex();
  for (let document = 0; document < 1_000; document++)
    index.add(
      document,
      Array.from({ length: 100 }, (_, i) => Math.imul(document * 100 + i, 2_654_435_761) >>> 0),
    );
  let found = 0;
  index.find(Math.imul(12_345, 2_654_435_761) >>> 0, (document) => {
    found = document;
  });
  expect(found).toBe(123);
  expect(index.bytes).toBe(600_000);
});
