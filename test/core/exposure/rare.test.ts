/** Names are found by the signs that hint at one; looking at every run of signs finds the same. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { rarePrints } from '../../../src/core/exposure/rare.ts';
import { sipKey } from '../../../src/core/exposure/siphash.ts';
import { runsUpTo } from '../runs.ts';

const KEY = sipKey(new Uint8Array(32).fill(7));
const EVERY_RUN = /[\p{L}\p{N}_@:/.,+%#=?&~-]{5,200}/gu;
const AROUND = /^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu;
/** Only what can be no name of any kind: without a digit, an @ or a ://. */
const HINTED = /\p{N}|@|:\/\//u;

/** Where each run with a hint stands, without what belongs to the sentence. */
const slowly = (text: string) =>
  [...text.matchAll(EVERY_RUN)].flatMap(({ 0: run, index }) => {
    const name = run.replace(AROUND, '');
    return HINTED.test(run) ? [`${index + run.indexOf(name)}-${index + run.indexOf(name) + name.length}`] : [];
  });

it('finds no name that is not in a run, and each that is surely one', () => {
  const signs = fc.constantFrom(
    'a',
    'b',
    '1',
    '22',
    '333',
    '@',
    ':',
    '//',
    '.',
    ',',
    '-',
    ' ',
    '\n',
    'é',
    '😀',
    '𝒂',
    '٣٤٥',
    '(',
    '€',
  );
  const pieces = fc.array(signs, { maxLength: 60 });
  fc.assert(
    fc.property(pieces, fc.nat(3), (made, times) => {
      const text = made.join('').repeat(times + 1);
      const runs = slowly(text);
      const { from, to } = rarePrints(text, KEY);
      const found = [...from].map((at, i) => `${at}-${to[i]}`);
      expect(runs).toEqual(expect.arrayContaining(found));
      const sure = runs.filter((at) => {
        const name = text.slice(...(at.split('-').map(Number) as [number, number]));
        return name.length >= 11 && name.replace(/[^\p{N}]/gu, '').length >= 6 && !/^[\d/.:,%-]+$/.test(name);
      });
      expect(found).toEqual(expect.arrayContaining(sure));
    }),
    runsUpTo(1_000),
  );
});

it('is done in bounded time with any run', () => {
  const long = 'a'.repeat(399_990);
  for (const text of [`${long}1`, '1'.repeat(400_000), `${'ab '.repeat(100_000)}1`, '1@'.repeat(200_000)]) {
    const start = performance.now();
    rarePrints(text, KEY);
    expect(performance.now() - start).toBeLessThan(5_000);
  }
});
