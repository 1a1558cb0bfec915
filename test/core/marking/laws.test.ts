/** What holds for every page: known ids, no exception, marks that text cannot take away, time in proportion. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Marked, marksOf, UNKNOWN_MARK, type VocabularyId } from '../../../src/core/marking.ts';
import { VOCABULARIES } from '../../../src/core/vocabularies/all.ts';

const ALL: readonly VocabularyId[] = VOCABULARIES.map(({ id }) => id);
const OWN = [{ id: 'amber-zone', name: 'Amber zone', aliases: ['Zone 3'] }];
const IDS = new Set([UNKNOWN_MARK, 'amber-zone', ...VOCABULARIES.flatMap(({ levels }) => levels.map(({ id }) => id))]);

/** Text that comes near to marks: their words, separators and places, with noise between. */
const near = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        'Confidential',
        'INTERNAL',
        'Streng vertraulich',
        'TLP:',
        'AMBER',
        'CUI',
        '//',
        'NOFORN',
        'SECRET',
      ),
      fc.constantFrom(
        '[',
        ']',
        '(',
        ')',
        ':',
        ' - ',
        ' | ',
        '·',
        '\n',
        '\n\n',
        '> ',
        '* ',
        '\\',
        '=',
        ',',
        '?',
        '.',
        ' ',
      ),
      fc.constantFrom(
        'Classification',
        'Zone 3',
        'do not forward',
        'no',
        'Public',
        'SEC=',
        'MSIP_Label_',
        '(S) ',
        '\u200b',
      ),
      fc.string({ unit: 'grapheme', maxLength: 8 }),
    ),
    { maxLength: 14 },
  )
  .map((parts) => parts.join(''));

const declared = fc.array(
  fc.record({
    name: fc.oneof(
      near,
      fc.constantFrom('msip_labels', 'Sensitivity', 'data-classification', 'atlassian-classification'),
    ),
    value: near,
  }),
  { maxLength: 3 },
);
const page: fc.Arbitrary<Marked> = fc.record({
  title: near,
  tags: fc.array(near, { maxLength: 3 }),
  head: near,
  foot: near,
  declared,
});

const labelsOf = (marked: Marked) => marksOf(marked, OWN, ALL).map((mark) => mark.label);

describe('marks', { timeout: 60_000 }, () => {
  it('have known labels, each once and in order, with sorted categories in capitals, for every page', () => {
    fc.assert(
      fc.property(page, (marked) => {
        const marks = marksOf(marked, OWN, ALL);
        const labels = marks.map((mark) => mark.label);
        expect(labels).toEqual([...new Set(labels)].sort());
        for (const mark of marks) {
          expect(IDS.has(mark.label)).toBe(true);
          expect(mark.categories).toEqual([...new Set(mark.categories.map((each) => each.toUpperCase()))].sort());
        }
      }),
      { numRuns: 600 },
    );
  });

  it('of tags and declarations are taken away by no text', () => {
    fc.assert(
      fc.property(page, page, (marked, text) => {
        const bare: Marked = { title: '', tags: marked.tags, head: '', declared: marked.declared ?? [] };
        const found = labelsOf({ ...text, tags: marked.tags, declared: marked.declared ?? [] });
        for (const label of labelsOf(bare)) expect(found).toContain(label);
      }),
      { numRuns: 600 },
    );
  });

  it('grow with the vocabularies that are asked', () => {
    fc.assert(
      fc.property(page, fc.subarray([...ALL]), (marked, asked) => {
        const known = (ids: readonly VocabularyId[]) => marksOf(marked, [], ids).length > 0;
        if (known(asked)) expect(known(ALL)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});

/** Levels in any order and spelling, each with what is said of it behind one and the same sign. */
const legend = fc
  .record({
    said: fc.uniqueArray(fc.constantFrom('Public', 'Internal use only', 'Streng vertraulich', 'Confidentiel'), {
      minLength: 2,
    }),
    sign: fc.constantFrom(': ', ' – ', ' = ', ' | ', '. '),
    behind: fc.constantFrom('only for named people', 'nur für Benannte.', 'do not forward', 'ne pas diffuser.'),
    between: fc.constantFrom('\n', '\n\n', '\nThat is all.\n'),
  })
  .map(({ said, sign, behind, between }) => said.map((name) => `${name}${sign}${behind}`).join(between));

describe('a legend', { timeout: 60_000 }, () => {
  it('marks nothing, and takes no mark from a banner above or below it', () => {
    const banners = ['CONFIDENTIAL', 'RESTRICTED // do not forward', 'TLP:RED', 'Classification: Internal', 'ZONE 3'];
    fc.assert(
      fc.property(fc.constantFrom(...banners), legend, (banner, text) => {
        const page = { title: '', tags: [], head: '' };
        const alone = labelsOf({ ...page, head: banner });
        expect(labelsOf({ ...page, head: `How we label.\n${text}`, foot: `${text}\nAsk us.` })).toEqual([]);
        expect(labelsOf({ ...page, head: `${banner}\n\n${text}` })).toEqual(alone);
        expect(labelsOf({ ...page, foot: `${text}\n\n${banner}` })).toEqual(alone);
      }),
      { numRuns: 300 },
    );
  });
});

describe('a page of a megabyte', { timeout: 60_000 }, () => {
  const fill = (text: string) => text.repeat(Math.ceil(1_000_000 / text.length));
  it.each([
    'a',
    ' ',
    '\n',
    '(',
    '[Confidential ',
    'Confidential - ',
    '| ',
    'TLP:',
    '> ',
    'A B ',
    '\u200b',
    'Classification: ',
    'MSIP_Label_',
    '// ',
    'do not forward ',
    '=;',
    '[SEC=',
    'ﷺ',
    `${'-'.repeat(3_999)}a`,
    `${'*'.repeat(99)} `,
    'a|b |',
  ])('of %j is read in time', (text) => {
    const long = fill(text);
    const started = performance.now();
    const stated = ['msip_labels', 'classification', long.slice(0, 200)].map((name) => ({ name, value: long }));
    marksOf({ title: long, tags: [long, long], head: long, foot: long, declared: stated }, OWN, ALL);
    expect(performance.now() - started).toBeLessThan(1_500);
  });
});
