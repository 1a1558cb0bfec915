import { expect, it } from 'vitest';
import { keptWith, keptWithBoth } from '../../src/core/kept-with.ts';

it('looks once at each object, also where it finds nothing', () => {
  const seen: number[] = [];
  const halfOf = keptWith(({ n }: { readonly n: number }) => {
    seen.push(n);
    return n % 2 === 0 ? n / 2 : null;
  });
  const [four, three, alike] = [{ n: 4 }, { n: 3 }, { n: 4 }];
  expect([four, three, alike, four, three].map(halfOf)).toEqual([2, null, 2, 2, null]);
  expect(seen).toEqual([4, 3, 4]);
});

it('looks once at each pair', () => {
  let count = 0;
  const sum = keptWithBoth((a: { readonly n: number }, b: { readonly n: number }) => {
    count += 1;
    return a.n + b.n;
  });
  const [one, ten] = [{ n: 1 }, { n: 10 }];
  expect([sum(one, ten), sum(ten, one), sum(one, one), sum(one, ten), sum(one, one)]).toEqual([11, 11, 2, 11, 2]);
  expect(count).toBe(3);
});
