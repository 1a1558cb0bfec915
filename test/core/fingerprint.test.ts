/** The prints of a text, checked by another implementation of their hash, and where a match says that they stand. */
import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fingerprint, matchReadings, type Reading } from '../../src/core/exposure.ts';
import { UNMARKED } from '../../src/core/label.ts';
import { read } from './facts.ts';
import { runsUpTo } from './runs.ts';

const KEY = new Uint8Array(32).fill(7);
/** Sixty words of three characters: the one with number n begins at 4 n. */
const WORDS = Array.from({ length: 60 }, (_, i) => `w${String(i).padStart(2, '0')}`);
const TEXT = WORDS.join(' ');
const LETTERS = [...WORDS.join('')];

/** The first 48 bits of the HMAC of these tokens. */
const printOf = (tokens: readonly string[]) =>
  Number.parseInt(createHmac('sha256', KEY).update(tokens.join('\u0001')).digest('hex').slice(0, 12), 16);
const wordPrint = (start: number) => printOf(WORDS.slice(start, start + 5));
const charPrint = (start: number) => printOf(LETTERS.slice(start, start + 24));
const sorted = (numbers: readonly number[]) => [...numbers].sort((a, b) => a - b);

describe('the prints of a text', () => {
  it.each<[string, string, readonly string[]]>([
    ['five words', 'one two three four five', ['one', 'two', 'three', 'four', 'five']],
    ['in any case', 'ONE Two threE four FIVE', ['one', 'two', 'three', 'four', 'five']],
    ['between any signs', '«one»—two, (three)\n\nfour: five!', ['one', 'two', 'three', 'four', 'five']],
    ['with digits and underscores', 'a_1 22 _ x9 _y', ['a_1', '22', '_', 'x9', '_y']],
    ['of any script', 'Größe каша 東京 öl ۳', ['größe', 'каша', '東京', 'öl', '۳']],
  ])('are keyed hashes of %s', (_name, text, tokens) => {
    expect(fingerprint(text, KEY).words).toEqual([printOf(tokens)]);
  });

  it('are keyed hashes of twenty-four letters and digits, whatever stands between them', () => {
    expect(fingerprint('Abcdef_Ghi-jkl mno\n1234567.89', KEY)).toEqual({
      words: [printOf(['abcdef_ghi', 'jkl', 'mno', '1234567', '89'])],
      chars: [printOf([...'abcdefghijklmno123456789'])],
    });
  });

  it.each<[string, string]>([
    ['nothing', ''],
    ['four words', 'one two three four'],
    ['twenty-three letters in four words', 'abcdef ghijkl mnopqr stuvw'],
  ])('are none of %s', (_name, text) => {
    expect(fingerprint(text, KEY)).toEqual({ words: [], chars: [] });
  });

  it('are one of each window: a short text has one, and a longer one the same wherever it stands', () => {
    const word = fc.stringMatching(/^[a-z]{3}$/);
    const some = fc.array(word, { maxLength: 20 });
    fc.assert(
      fc.property(fc.array(word, { minLength: 10, maxLength: 10 }), some, some, (words, before, after) => {
        const own = fingerprint(words.join(' '), KEY).words;
        expect(own).toHaveLength(1);
        expect(fingerprint([...before, ...words, ...after].join(' '), KEY).words).toContain(own[0]);
        expect(fingerprint(words.join(''), KEY).chars).toHaveLength(1);
      }),
      runsUpTo(300),
    );
  });

  // Readings outlive an update of the guard: what is kept of a text must not change.
  it('are those that earlier versions have kept, sorted, each once', () => {
    const kept = {
      words: sorted([3, 9, 13, 19, 25, 29, 32, 37, 40, 46, 47, 49, 51].map(wordPrint)),
      chars: sorted(
        [10, 12, 14, 19, 31, 35, 44, 60, 62, 73, 81, 82, 85, 91, 105, 108, 110, 117, 127, 143, 147, 149, 156].map(
          charPrint,
        ),
      ),
    };
    expect(fingerprint(TEXT, KEY)).toEqual(kept);
    const twice = fingerprint(`${TEXT} ${TEXT}`, KEY).words;
    expect(twice).toEqual(sorted([...new Set(twice)]));
    expect(twice).toEqual(expect.arrayContaining([...kept.words]));
  });

  it('end with the first 400,000 characters', () => {
    const long = 'word '.repeat(80_000);
    expect(fingerprint(`${long}${TEXT}`, KEY)).toEqual(fingerprint(long, KEY));
    expect(fingerprint(`${TEXT} ${long}`, KEY).words).toEqual(expect.arrayContaining([wordPrint(3), wordPrint(51)]));
  });
});

/** A reading of which exactly these prints are known, by where they begin in the sixty words. */
const having = (words: readonly number[], chars: readonly number[] = []): Reading => ({
  ...read(UNMARKED),
  prints: { words: words.map(wordPrint), chars: chars.map(charPrint) },
});
const spansOf = (draft: string, reading: Reading) =>
  matchReadings(draft, [reading], KEY).map(({ spans }) => spans.map(({ from, to }) => [from, to]));

describe('a draft', () => {
  it.each<[string, Reading, number]>([
    ['two prints of words', having([3, 9]), 0],
    ['three prints of words', having([3, 9, 13]), 1],
    ['three prints of letters', having([], [10, 12, 14]), 0],
    ['four prints of letters', having([], [10, 12, 14, 19]), 1],
    ['two of words and three of letters', having([3, 9], [10, 12, 14]), 0],
    ['nothing', having([]), 0],
  ])('that shares %s', (_name, reading, matches) => {
    expect(matchReadings(TEXT, [reading], KEY)).toHaveLength(matches);
  });

  it('that says one thing three times shares one print', () => {
    expect(matchReadings(`${TEXT}. ${TEXT}. ${TEXT}.`, [having([9])], KEY)).toEqual([]);
  });

  it('names the source of which more stands there first, whichever was read first', () => {
    const [less, more] = [having([3, 13, 25]), having([3, 13, 25, 40])];
    for (const readings of [
      [less, more],
      [more, less],
    ])
      expect(matchReadings(TEXT, readings, KEY).map(({ reading }) => reading)).toEqual([more, less]);
  });

  it.each<[string, string, Reading, readonly (readonly number[])[]]>([
    [
      'apart',
      TEXT,
      having([25, 3, 13]),
      [
        [12, 31],
        [52, 71],
        [100, 119],
      ],
    ],
    [
      'in its canonical form',
      `\n\n${TEXT}`,
      having([3, 13, 25]),
      [
        [12, 31],
        [52, 71],
        [100, 119],
      ],
    ],
    ['as one where they overlap or nearly touch', TEXT, having([3, 9, 13]), [[12, 71]]],
    [
      'as one over a gap of twelve characters',
      TEXT.replace('w08 ', `w08${' '.repeat(8)}`),
      having([3, 9, 25]),
      [
        [12, 62],
        [107, 126],
      ],
    ],
    [
      'as two over one of thirteen',
      TEXT.replace('w08 ', `w08${' '.repeat(9)}`),
      having([3, 9, 25]),
      [
        [12, 31],
        [44, 63],
        [108, 127],
      ],
    ],
    [
      'as one where one lies in the other, in whole words',
      TEXT,
      having([9, 32, 51], [19]),
      [
        [24, 59],
        [128, 147],
        [204, 223],
      ],
    ],
    [
      'in whole words with what an underscore joins',
      TEXT.replace('w05 w06', 'w05_w06').replace('w14 w15', 'w14_w15'),
      having([32, 40, 51], [19]),
      [
        [20, 63],
        [128, 147],
        [160, 179],
        [204, 223],
      ],
    ],
  ])('marks what it shares %s', (_name, draft, reading, spans) => {
    expect(spansOf(draft, reading)).toEqual([spans]);
  });

  it('marks what stands in one long word once, up to its very ends and with what goes on behind it', () => {
    expect(spansOf(LETTERS.join(''), having([], [10, 12, 14, 156]))).toEqual([[[0, 180]]]);
    const draft = `${WORDS.slice(0, 40).join('')} ${WORDS.slice(40).join(' ')}`;
    expect(spansOf(draft, having([], [10, 60, 105, 149]))).toEqual([
      [
        [0, 132],
        [157, 192],
      ],
    ]);
  });
});
