import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalText } from '../../src/core/canonical.ts';
import { htmlText, htmlTokens } from '../../src/core/html-text.ts';
import vectors from './html-text.json' with { type: 'json' };
import { RUNS, runsUpTo } from './runs.ts';

const escaped = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
const numeric = (text: string) => [...text].map((sign) => `&#x${sign.codePointAt(0)?.toString(16)};`).join('');

/** HTML that looks like mail and is broken like mail. */
const tagSoup = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        ...['<div>', '</div>', '<br>', '<p>', '<pre>', '</pre>', '<a href="u">', '</a>', '<!--', '-->', '<script>'],
        ...[
          '</script>',
          '<svg>',
          '<style>',
          '</style>',
          '<textarea>',
          '<img src=x alt="',
          '"',
          "'",
          '<',
          '&',
          '&#',
          ';',
        ],
        ...['<![CDATA[', ']]>', '<td>', ' ', '\n', '\0', '=', '/', '>'],
      ),
      fc.string({ maxLength: 5 }),
    ),
    { maxLength: 60 },
  )
  .map((parts) => parts.join(''));

describe('HTML as text', () => {
  it.each(vectors)('$name', ({ input, expected }) => {
    expect(htmlText(input)).toBe(expected);
  });

  it('never throws, and shows every word that is no markup', () => {
    fc.assert(
      fc.property(tagSoup, (html) => {
        expect(typeof htmlText(html)).toBe('string');
        expect(htmlText(`<div>before</div>${html}`).startsWith('before')).toBe(true);
      }),
      runsUpTo(5_000),
    );
  });

  it('gives escaped text back, and again from its own result', () => {
    const words = fc.string({ unit: 'grapheme' }).map((text) => text.replace(/[\0\t\n\f\r ]+/g, ' ').trim());
    fc.assert(
      fc.property(words, (text) => {
        const plain = text.replace(/^[\t\n\f\r ]+|[\t\n\f\r ]+$/g, '');
        expect(htmlText(escaped(plain))).toBe(plain);
        expect(htmlText(escaped(htmlText(escaped(plain))))).toBe(plain);
      }),
      runsUpTo(3_000),
    );
  });

  it('decodes every character that can be written by number', () => {
    const character = fc.integer({ min: 0xa0, max: 0x10ffff }).filter((code) => code < 0xd800 || code > 0xdfff);
    fc.assert(
      fc.property(character, (code) => {
        const sign = String.fromCodePoint(code);
        expect(htmlText(numeric(sign))).toBe(sign);
        expect(htmlText(`&#${code};`)).toBe(sign);
      }),
      runsUpTo(3_000),
    );
  });

  it('does not care how attributes are ordered, quoted or spaced', () => {
    const forms = [
      '<a class="x" href="https://x.example/?q=1&amp;r=2">t</a>',
      "<a href='https://x.example/?q=1&amp;r=2' class='x'>t</a>",
      '<A\n  HREF = https://x.example/?q=1&amp;r=2\n  data-y >t</A>',
    ];
    expect(new Set(forms.map(htmlText)).size).toBe(1);
  });

  it('reads lines the same from blocks and from breaks', () => {
    fc.assert(
      fc.property(fc.array(fc.string().map((line) => line.replace(/[\0\s]+/g, ' '))), (lines) => {
        const blocks = lines
          .map((line) => `<div>${escaped(line).trim() === '' ? '<br>' : escaped(line)}</div>`)
          .join('');
        const breaks = lines.map(escaped).join('<br>');
        expect(canonicalText(htmlText(blocks))).toBe(canonicalText(htmlText(breaks)));
      }),
    );
  });
});

describe('the tokens of HTML', () => {
  it('say where they begin, which class a tag has and what it points to, and leave out the rest', () => {
    expect([...htmlTokens('a<div class="gmail_quote" id=x><a href=u></a><img src=s alt=t></div>')]).toEqual([
      { kind: 'text', at: 0, text: 'a' },
      { kind: 'tag', at: 1, name: 'div', closing: false, attributes: { class: 'gmail_quote' } },
      { kind: 'tag', at: 31, name: 'a', closing: false, attributes: { href: 'u' } },
      { kind: 'tag', at: 41, name: 'a', closing: true, attributes: {} },
      { kind: 'tag', at: 45, name: 'img', closing: false, attributes: { src: 's', alt: 't' } },
      { kind: 'tag', at: 62, name: 'div', closing: true, attributes: {} },
    ]);
  });

  it('are none for what is left out', () => {
    expect([...htmlTokens('<!-- a --><!doctype html>')]).toEqual([]);
    expect([...htmlTokens('')]).toEqual([]);
  });
});

/** In mutation testing every sign is counted and every test runs hundreds of times: a fiftieth goes through the same code. */
const many = (times: number) => (RUNS.numRuns < 10_000 ? times / 50 : times);

describe('HTML made to be slow', () => {
  it.each([
    ['deep', '<div>'.repeat(many(100_000))],
    ['ten megabytes of text', 'word '.repeat(many(2_000_000))],
    ['ten megabytes of blanks', ' '.repeat(many(10_000_000))],
    ['tags that never end', '<a href="'.repeat(many(500_000))],
    ['quotes that never end', "<a b='".repeat(many(500_001))],
    ['comments that never end', '<!--'.repeat(many(1_000_000))],
    ['scripts that never end', '<script>'.repeat(many(500_000))],
    ['lone signs', '<'.repeat(many(1_000_000))],
    ['ampersands', '&'.repeat(many(5_000_000))],
    ['a very long number', `&#${'1'.repeat(many(5_000_000))}`],
    ['links', '<a href=u>x'.repeat(many(300_000))],
    ['blanks in a target', `<a href="x${' '.repeat(many(5_000_000))}y">`],
    ['blanks in a tag', `<a ${' '.repeat(many(5_000_000))}`],
    ['sections that never end', '<![CDATA['.repeat(many(500_000))],
  ])(
    '%s',
    (_name, html) => {
      expect(typeof htmlText(html)).toBe('string');
    },
    5_000,
  );
});
