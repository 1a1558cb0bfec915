/** Every character's origin, whatever happens to the text. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Composition, type Origin } from '../../src/agents/composition.ts';

const ORIGINS: readonly Origin[] = ['typed', 'pasted', 'assisted', 'keyless', 'programmatic', 'site'];

describe('a composition', () => {
  it('knows an origin for each character after any changes', () => {
    const change = fc.tuple(fc.string({ maxLength: 40 }), fc.constantFrom(...ORIGINS));
    fc.assert(
      fc.property(fc.string({ maxLength: 20 }), fc.array(change, { maxLength: 30 }), (begun, changes) => {
        const composition = new Composition(begun);
        for (const [text, origin] of changes) composition.becomes(text, () => origin);
        const sum = Object.values(composition.counts()).reduce((all, count) => all + count, 0);
        expect(sum).toBe((changes.at(-1)?.[0] ?? begun).length);
      }),
    );
  });

  it('keeps what is there when something is put in the middle', () => {
    const composition = new Composition('');
    composition.becomes('Dear Bob, regards', () => 'typed');
    composition.becomes('Dear Bob, all our numbers, regards', () => 'programmatic');
    expect(composition.counts()).toMatchObject({ typed: 17, programmatic: 17 });
  });

  it('gives back the origin of what was cut and comes again', () => {
    const composition = new Composition('');
    composition.becomes('typed words', () => 'typed');
    composition.becomes('typed', () => 'typed');
    composition.becomes('typed words', () => 'programmatic');
    expect(composition.counts()).toMatchObject({ typed: 11, programmatic: 0 });
  });

  it('is not bothered by an editor that is drawn anew', () => {
    const composition = new Composition('');
    composition.becomes('typed words', () => 'typed');
    expect(composition.becomes('typed words', () => 'programmatic')).toEqual({ removed: 0, added: 0 });
  });

  it('follows a very long text only so far', () => {
    const composition = new Composition('');
    composition.becomes('x'.repeat(5_000_000), () => 'programmatic');
    expect(composition.counts().programmatic).toBe(100_000);
  });
});
