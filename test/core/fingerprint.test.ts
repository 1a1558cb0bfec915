/** The prints of a text, and where a match says that they stand. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countOf, fingerprint, fingerprintOf, printed } from '../../src/core/exposure/fingerprint.ts';
import { matchReadings, type Reading } from '../../src/core/exposure.ts';
import { UNMARKED } from '../../src/core/label.ts';
import { read } from './facts.ts';
import { runsUpTo } from './runs.ts';

const KEY = new Uint8Array(32).fill(7);
/** Sixty words of three characters: the one with number n begins at 4 n. */
const WORDS = Array.from({ length: 60 }, (_, i) => `w${String(i).padStart(2, '0')}`);
const TEXT = WORDS.join(' ');
const LETTERS = [...WORDS.join('')];

/** What is kept of these tokens alone: one gram has one print. */
const printOf = (tokens: readonly string[]) => fingerprint(tokens.join(' '), KEY).words[0] ?? 0;
const wordPrint = (start: number) => printOf(WORDS.slice(start, start + 5));
const signPrint = (start: number) => fingerprint(LETTERS.slice(start, start + 24).join(''), KEY).signs[0] ?? 0;
const listed = (prints: ArrayLike<number>) => Array.from(prints);
const sorted = (numbers: readonly number[]) => [...numbers].sort((a, b) => a - b);

/** Where the prints of the sixty words begin, counted in words and in letters. */
const AT = {
  words: [2, 6, 7, 13, 14, 15, 21, 23, 25, 28, 33, 35, 37, 42, 43, 48, 52],
  signs: [5, 7, 9, 21, 27, 37, 48, 62, 67, 79, 86, 90, 103, 112, 120, 131, 140, 150],
};

describe('the prints of a text', () => {
  it.each<[string, string, string]>([
    ['in any case', 'ONE Two threE four FIVE', 'one two three four five'],
    ['between any signs', '«one»—two, (three)\n\nfour: five!', 'one two three four five'],
    ['with accents or without', 'Größe naïve Café über Ångström', 'grosse naive cafe uber angstrom'.replace('ss', 'ß')],
    ['composed or not', 'cafe\u0301 one two three four', 'café one two three four'],
    ['in wide letters', 'ｏｎｅ two three four five', 'one two three four five'],
    ['in letters that only look Latin', 'оnе twо thrее four five', 'one two three four five'],
    ['with signs that nobody sees', 'o\u200bne t\u00adwo th\u2060ree fo\u202eur five', 'one two three four five'],
    ['with a ligature', 'ﬁnd two three four ﬁve', 'find two three four five'],
  ])('are the same %s', (_name, text, plain) => {
    expect(listed(fingerprint(text, KEY).words)).toEqual(listed(fingerprint(plain, KEY).words));
    expect(fingerprint(text, KEY).words).toHaveLength(1);
  });

  it('take three signs in a row of a writing without spaces for a word', () => {
    expect(fingerprint('東京都渋谷区道', KEY).words).toHaveLength(1);
    expect(fingerprint('東京都渋谷区', KEY).words).toHaveLength(0);
    expect(fingerprint('東京 都 one渋谷two', KEY).words).toHaveLength(1);
    expect(fingerprint('東京 都 one渋谷', KEY).words).toHaveLength(0);
    expect(fingerprint('東京都渋谷区道玄', KEY).signs).toHaveLength(1);
    expect(fingerprint('東京都渋谷区道', KEY).signs).toHaveLength(0);
  });

  it('take a Chinese sign for three letters, a Japanese syllable for two, and a Thai letter for one', () => {
    const prints = (text: string) => fingerprint(text, KEY).signs.length;
    expect([prints('おねがいいたします'), prints('おねがいいたしますのであと')]).toEqual([0, 1]);
    expect([prints('ขอความร่วมมือจากทุก'), prints('ขอความร่วมมือจากทุกท่านอย่างยิ่งครับ')]).toEqual([0, 1]);
  });

  it('are of twenty-four letters and digits, whatever stands between them', () => {
    const [one, two] = ['Abcdef_Ghi-jkl mno\n1234567.89', 'abc def ghi jkl mno 123456 789'].map((text) =>
      listed(fingerprint(text, KEY).signs),
    );
    expect(one).toEqual(two);
    expect(one).toHaveLength(1);
  });

  it.each<[string, string]>([
    ['nothing', ''],
    ['four words', 'one two three four'],
    ['twenty-three letters in four words', 'abcdef ghijkl mnopqr stuvw'],
  ])('are none of %s', (_name, text) => {
    expect(countOf(fingerprint(text, KEY))).toBe(0);
  });

  it('are one of each window: a short text has one, and a longer one the same wherever it stands', () => {
    const word = fc.stringMatching(/^[a-z]{3}$/);
    const some = fc.array(word, { maxLength: 20 });
    fc.assert(
      fc.property(fc.array(word, { minLength: 10, maxLength: 10 }), some, some, (words, before, after) => {
        const own = fingerprint(words.join(' '), KEY).words;
        expect(own).toHaveLength(1);
        expect(listed(fingerprint([...before, ...words, ...after].join(' '), KEY).words)).toContain(own[0]);
        expect(fingerprint(words.join(''), KEY).signs).toHaveLength(1);
      }),
      runsUpTo(300),
    );
  });

  it('are sorted, each once', () => {
    const kept = fingerprint(TEXT, KEY);
    expect(listed(kept.words)).toEqual(sorted(AT.words.map(wordPrint)));
    expect(listed(kept.signs)).toEqual(sorted(AT.signs.map(signPrint)));
    const twice = listed(fingerprint(`${TEXT} ${TEXT}`, KEY).words);
    expect(twice).toEqual(sorted([...new Set(twice)]));
    expect(twice).toEqual(expect.arrayContaining(listed(kept.words)));
  });

  it('end with the first 400,000 characters', () => {
    const long = 'word '.repeat(80_000);
    expect(fingerprint(`${long}${TEXT}`, KEY)).toEqual(fingerprint(long, KEY));
    expect(listed(fingerprint(`${TEXT} ${long}`, KEY).words)).toEqual(
      expect.arrayContaining([wordPrint(2), wordPrint(52)]),
    );
  });

  it('are taken once of what is compared more than once, and anew under another key', () => {
    const act = { text: TEXT };
    expect(printed(act, KEY)).toBe(printed(act, KEY));
    expect(fingerprintOf(act, KEY)).toEqual(fingerprint(TEXT, KEY));
    const other = new Uint8Array(32).fill(8);
    expect(fingerprintOf(act, other)).toEqual(fingerprint(TEXT, other));
    expect(fingerprintOf(act, KEY)).toEqual(fingerprint(TEXT, KEY));
  });

  it('are other ones under another key', () => {
    const other = listed(fingerprint(TEXT, new Uint8Array(32).fill(8)).words);
    expect(listed(fingerprint(TEXT, KEY).words).filter((print) => other.includes(print))).toEqual([]);
  });
});

describe('what names a thing all by itself', () => {
  it.each([
    'SEC-2041',
    '10.4.17.3',
    '4,217,900',
    'tokenctl_v2',
    'bob@corp.example',
    'https://x.example/a?b=1',
    '+49.30.1234567',
  ])('is %s', (name) => {
    const [one] = listed(fingerprint(`Now (${name}), please.`, KEY).rare);
    expect(one).toBeTypeOf('number');
    expect(listed(fingerprint(`all about ${name.toUpperCase()}.`, KEY).rare)).toEqual([one]);
  });

  it.each(['2026', '12:30', '30.11.2026', '99.5%', 'word', 'e.g.', 'and/or', 'hyphen-ated', 'A4', '1.5', 'get_user'])(
    'is not %s',
    (name) => expect(listed(fingerprint(`Now (${name}), please.`, KEY).rare)).toEqual([]),
  );
});

/** A reading of which exactly these prints are known, by where they begin in the sixty words. */
const having = (words: readonly number[], signs: readonly number[] = []): Reading => ({
  ...read(UNMARKED),
  prints: { words: words.map(wordPrint), signs: signs.map(signPrint), rare: [] },
});
const spansOf = (draft: string, reading: Reading) =>
  matchReadings(draft, [reading], KEY).map(({ spans }) => spans.map(({ from, to }) => [from, to]));

describe('a draft', () => {
  it.each<[string, Reading, number]>([
    ['three prints of words', having([2, 6, 13]), 0],
    ['four prints of words', having([2, 6, 13, 42]), 1],
    ['four prints of letters here and there', having([], [5, 62, 103, 140]), 0],
    ['five prints of letters', having([], [5, 62, 103, 140, 150]), 1],
    ['twenty-eight letters in a row', having([], [5, 7, 9]), 0],
    ['forty letters in a row', having([], [5, 7, 9, 21]), 1],
    ['two of words and three of letters', having([2, 6], [5, 7, 9]), 0],
    ['nothing', having([]), 0],
  ])('that shares %s', (_name, reading, matches) => {
    expect(matchReadings(TEXT, [reading], KEY)).toHaveLength(matches);
  });

  it('that says one thing three times shares one print', () => {
    expect(matchReadings(`${TEXT}. ${TEXT}. ${TEXT}.`, [having([6])], KEY)).toEqual([]);
  });

  it('names the source of which more stands there first, whichever was read first', () => {
    const [less, more] = [having([2, 14, 28, 42]), having([2, 14, 28, 42, 48])];
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
      having([28, 2, 14, 42]),
      [
        [8, 27],
        [56, 75],
        [112, 131],
        [168, 187],
      ],
    ],
    [
      'in its canonical form',
      `\n\n${TEXT}`,
      having([2, 14, 28, 42]),
      [
        [8, 27],
        [56, 75],
        [112, 131],
        [168, 187],
      ],
    ],
    [
      'as one where they overlap or nearly touch',
      TEXT,
      having([2, 6, 13, 52]),
      [
        [8, 71],
        [208, 227],
      ],
    ],
    [
      'as one over a gap of twelve characters',
      TEXT.replace('w06 ', `w06${' '.repeat(12)}`),
      having([2, 7, 25, 48]),
      [
        [8, 58],
        [111, 130],
        [203, 222],
      ],
    ],
    [
      'as two over one of thirteen',
      TEXT.replace('w06 ', `w06${' '.repeat(13)}`),
      having([2, 7, 25, 48]),
      [
        [8, 27],
        [40, 59],
        [112, 131],
        [204, 223],
      ],
    ],
    [
      'as one where one lies in the other, in whole words',
      TEXT,
      having([7, 33, 52], [27, 37, 48, 62]),
      [
        [28, 115],
        [132, 151],
        [208, 227],
      ],
    ],
    [
      'in whole words with what an underscore joins',
      TEXT.replace('w08 w09', 'w08_w09').replace('w27 w28', 'w27_w28'),
      having([33, 42, 52], [27, 37, 48, 62]),
      [
        [32, 115],
        [132, 151],
        [168, 187],
        [208, 227],
      ],
    ],
  ])('marks what it shares %s', (_name, draft, reading, spans) => {
    expect(spansOf(draft, reading)).toEqual([spans]);
  });

  it('marks what stands in one long word once, up to its very ends and with what goes on behind it', () => {
    expect(spansOf(LETTERS.join(''), having([], [5, 7, 9, 21, 150]))).toEqual([[[0, 180]]]);
    const draft = `${WORDS.slice(0, 40).join('')} ${WORDS.slice(40).join(' ')}`;
    expect(spansOf(draft, having([], [5, 62, 103, 140, 150]))).toEqual([
      [
        [0, 132],
        [145, 192],
      ],
    ]);
  });

  it('marks the signs of a writing without spaces, and not the sentence around them', () => {
    const secret = '来年三月に大阪の工場を閉鎖し、従業員四百二十人を名古屋へ移す計画は、取締役会の承認を待っている。';
    const draft = `先日はお時間をいただき誠にありがとうございました${secret}今後ともどうぞよろしくお願い申し上げます`;
    const [spans = []] = spansOf(draft, { ...read(UNMARKED), prints: fingerprint(secret, KEY) });
    const marked = spans.map(([from, to]) => draft.slice(from, to)).join('');
    expect(secret).toContain(marked);
    expect(marked.length).toBeGreaterThan(secret.length * 0.7);
  });
});
