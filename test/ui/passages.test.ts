import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalText } from '../../src/core/canonical.ts';
import { isMarked, lineEnd, pieces, quoteStart, spansOf } from '../../src/ui/passages.ts';
import { mail, source } from './held.ts';

const text = 'Hi Tom,\nsigned at 2.4 M.\n\nMaria wrote:\n> signed at 2.4 M.';
const quoted = 'Maria wrote:\n> signed at 2.4 M.';
const span = (from: number, length: number, title = 'Board') => ({ from, to: from + length, source: title });

describe('a text in its passages', () => {
  it('ends where the quote of earlier messages begins', () => {
    expect(text.slice(quoteStart(text, quoted))).toBe(quoted);
    expect(text.slice(0, lineEnd(text, quoteStart(text, quoted)))).toBe('Hi Tom,\nsigned at 2.4 M.');
  });

  it.each([
    ['nothing is quoted', ''],
    ['the quote is not its last part', 'Hi Tom,'],
    ['the quote is not in it', 'something else'],
  ])('is all new when %s', (_name, quote) => {
    expect(quoteStart(text, quote)).toBe(text.length);
  });

  it('finds a quote as it was before canonical form', () => {
    expect(text.slice(quoteStart(text, 'Maria wrote:  \r\n> signed at 2.4\u00a0M.\r\n\r\n'))).toBe(quoted);
  });

  it('keeps marks in their place in both parts', () => {
    const spans = [span(text.indexOf('signed'), 15), span(text.lastIndexOf('signed'), 15)];
    const cut = quoteStart(text, quoted);
    const marked = (part: { from: number; to: number }) =>
      pieces(text, spans, part).flatMap((piece) => (piece.source === null ? [] : [piece.text]));
    expect(marked({ from: 0, to: cut })).toEqual(['signed at 2.4 M']);
    expect(marked({ from: cut, to: text.length })).toEqual(['signed at 2.4 M']);
  });

  it('marks on both sides what reaches from the new part into the quote', () => {
    const cut = quoteStart(text, quoted);
    const spans = [span(cut - 4, 8)];
    expect(pieces(text, spans, { from: 0, to: cut }).at(-1)).toEqual({ text: 'M.\n\n', source: 'Board' });
    expect(pieces(text, spans, { from: cut, to: text.length })[0]).toEqual({ text: 'Mari', source: 'Board' });
  });

  it('names the first source where two overlap', () => {
    expect(pieces('abcdef', [span(2, 3, 'B'), span(0, 3, 'A')])).toEqual([
      { text: 'abc', source: 'A' },
      { text: 'de', source: 'B' },
      { text: 'f', source: null },
    ]);
  });

  it('is never changed by being cut, wherever spans and quote lie', () => {
    const spans = fc.array(fc.tuple(fc.nat(80), fc.nat(40)).map(([from, length]) => span(from, length)));
    fc.assert(
      fc.property(fc.string({ maxLength: 60 }), fc.string({ maxLength: 20 }), spans, (fresh, quote, some) => {
        const whole = canonicalText(fresh + quote);
        const cut = quoteStart(whole, quote);
        const parts = [
          { from: 0, to: cut },
          { from: cut, to: whole.length },
        ];
        expect(parts.flatMap((part) => pieces(whole, some, part).map((piece) => piece.text)).join('')).toBe(whole);
      }),
    );
  });

  it('knows whether something marked lies beyond what is shown', () => {
    expect([isMarked([span(5, 5)], { from: 0, to: 5 }), isMarked([span(5, 5)], { from: 9, to: 20 })]).toEqual([
      false,
      true,
    ]);
  });

  it('takes the spans of all sources that stand in the text', () => {
    const matching = { ...source, how: { kind: 'match', spans: [{ from: 1, to: 3 }] } as const };
    const read = { ...source, how: { kind: 'session' } as const };
    const reasons = [matching, read].map((each) => ({ kind: 'leak' as const, source: each, leaks: [] }));
    expect(spansOf({ ...mail, reasons })).toEqual([{ from: 1, to: 3, source: 'SEV1 key leak' }]);
  });
});
