/** Which labels are in force, how strict each is, and under which of them content counts that carries no mark. */
import { describe, expect, it } from 'vitest';
import { labelIds, labelsOf, levelIds, meanings, rankAt, vocabulariesOf } from '../../../src/core/policy/labels.ts';
import type { RawPolicy } from '../../../src/core/policy/schema.ts';
import { detectorIds, sensitiveOf } from '../../../src/core/policy/sensitive.ts';

type Own = NonNullable<RawPolicy['labels']>[number];
const own = (id: string, rank: number, rest: Partial<Own> = {}): Own => ({ id, name: id.toUpperCase(), rank, ...rest });
const OPEN = own('open', 0);
const ranks = (raw: RawPolicy) => labelsOf(raw).map(({ id, rank }) => `${id} ${rank}`);

describe('the marking systems that are read are', () => {
  it.each<[string, RawPolicy, readonly string[]]>([
    ['the corporate one and those that nothing else looks like', {}, ['corporate', 'tlp', 'purview', 'atlassian']],
    ['without the corporate one where there are own labels', { labels: [OPEN] }, ['tlp', 'purview', 'atlassian']],
    ['those alone that policy lists', { labels: [OPEN], vocabularies: [{ id: 'us-cui' }] }, ['us-cui']],
    ['none where it lists none', { vocabularies: [] }, []],
  ])('%s', (_name, raw, ids) => {
    expect(vocabulariesOf(raw)).toEqual(ids);
  });
});

describe('a level of a marking system', () => {
  it('has its own place as rank where there are no labels of the organisation', () => {
    expect(ranks({ vocabularies: [{ id: 'tlp' }] })).toEqual([
      'tlp-clear 0',
      'tlp-green 1',
      'tlp-amber 2',
      'tlp-amber-strict 2',
      'tlp-red 3',
      'unknown-mark 3',
    ]);
  });

  it('has its own names, and nothing that only a policy can say', () => {
    expect(labelsOf({ vocabularies: [{ id: 'tlp' }] })[0]).toEqual({
      id: 'tlp-clear',
      name: 'TLP:CLEAR',
      aliases: ['TLP:WHITE'],
      rank: 0,
      patterns: [],
      selectors: [],
      categories: [],
      system: 'tlp',
    });
  });

  it.each<[string, readonly number[], readonly number[]]>([
    ['none', [], [0, 1, 2, 3]],
    ['public ones only', [0, 0], [0, 1, 2, 3]],
    ['one', [7], [0, 7, 7, 7]],
    ['two: in the middle the stricter', [9, 4], [0, 4, 9, 9]],
    ['three', [9, 0, 1, 5], [0, 1, 5, 9]],
    ['four, of which two alike', [3, 20, 10, 3, 40], [0, 3, 20, 40]],
    ['ranks of one and of several digits', [100, 20, 3], [0, 3, 20, 100]],
  ])('takes its place among the own labels: %s', (_name, given, placed) => {
    const labels = labelsOf({ labels: given.map((rank, i) => own(`l${i}`, rank)), vocabularies: [] }).slice(0, -1);
    expect(([0, 1, 2, 3] as const).map((position) => rankAt(position, labels))).toEqual(placed);
  });

  it('has the rank and the categories of the label that it means, and nothing else of it', () => {
    const secret = own('secret', 9, { categories: ['HR'], aliases: ['Top'], patterns: ['x'], selectors: ['.x'] });
    const raw: RawPolicy = {
      labels: [OPEN, secret],
      vocabularies: [{ id: 'us-classified' }, { id: 'us-cui', levels: [{ level: 'cui', label: 'secret' }] }],
    };
    const plain = { patterns: [], selectors: [], system: 'us-cui' };
    expect(labelsOf(raw).find(({ id }) => id === 'cui')).toEqual({
      id: 'cui',
      name: expect.any(String),
      aliases: expect.not.arrayContaining(['Top']),
      rank: 9,
      categories: ['HR'],
      ...plain,
    });
    const open = labelsOf({ ...raw, vocabularies: [{ id: 'us-cui', levels: [{ level: 'cui', label: 'open' }] }] });
    expect(open.find(({ id }) => id === 'cui')).toMatchObject({ rank: 0, categories: [], ...plain });
  });

  it('is listed by its system', () => {
    expect(levelIds('corporate')).toEqual(['public', 'internal', 'confidential', 'restricted']);
    expect(levelIds('us-cui')).toEqual(['cui']);
  });
});

describe('an own label', () => {
  it('stands with all that is said of it, and with nothing where nothing is', () => {
    const full = own('a', 3, { aliases: ['B'], patterns: ['p'], selectors: ['.s'], categories: ['HR'] });
    expect(labelsOf({ labels: [full, own('b', 1)], vocabularies: [] }).slice(0, 2)).toEqual([
      { ...full, system: 'own' },
      { id: 'b', name: 'B', rank: 1, aliases: [], patterns: [], selectors: [], categories: [], system: 'own' },
    ]);
  });

  it('with the id of a level answers to the level’s names after its own, and stands there once', () => {
    const labels = labelsOf({ labels: [OPEN, own('cui', 4, { aliases: ['Mine'] })], vocabularies: [{ id: 'us-cui' }] });
    const [level] = labelsOf({ vocabularies: [{ id: 'us-cui' }] });
    expect(labels.map(({ id, aliases }) => [id, aliases])).toEqual([
      ['open', []],
      ['cui', ['Mine', level?.name, ...(level?.aliases ?? [])]],
      ['unknown-mark', []],
    ]);
  });

  it('is meant by every level of every system that policy says means it', () => {
    const vocabularies: RawPolicy['vocabularies'] = [
      {
        id: 'corporate',
        levels: [
          { level: 'public', label: 'open' },
          { level: 'internal', label: 'x' },
        ],
      },
      { id: 'atlassian' },
      { id: 'tlp', levels: [{ level: 'tlp-clear', label: 'open' }] },
    ];
    expect([...meanings({ vocabularies })]).toEqual([
      ['open', ['public', 'tlp-clear']],
      ['x', ['internal']],
    ]);
    expect(meanings({}).size).toBe(0);
  });
});

describe('a mark that nobody knows', () => {
  it.each<[string, RawPolicy, number]>([
    ['the highest own label', { labels: [own('a', 40), OPEN], vocabularies: [{ id: 'us-cui' }] }, 40],
    ['the highest level', { vocabularies: [{ id: 'tlp' }] }, 3],
    ['the highest level beside public labels', { labels: [OPEN], vocabularies: [{ id: 'us-cui' }] }, 2],
    ['more than public, where nothing is', { labels: [OPEN], vocabularies: [] }, 1],
  ])('is as strict as %s', (_name, raw, rank) => {
    expect(labelsOf(raw).at(-1)).toEqual({
      id: 'unknown-mark',
      name: 'A mark that nobody knows',
      rank,
      aliases: [],
      patterns: [],
      selectors: [],
      categories: [],
      system: 'own',
    });
    expect(labelIds(raw)).toEqual(new Set(labelsOf(raw).map(({ id }) => id)));
  });
});

describe('content that carries no mark', () => {
  it.each<[string, RawPolicy, string, string]>([
    ['the corporate levels', {}, 'restricted', 'confidential'],
    ['the mildest level that is strict enough', { vocabularies: [{ id: 'tlp' }] }, 'tlp-red', 'tlp-amber'],
    ['the strictest where none is strict enough', { vocabularies: [{ id: 'us-cui' }] }, 'cui', 'cui'],
    ['a mark that nobody knows, where there is none', { vocabularies: [] }, 'unknown-mark', 'unknown-mark'],
    ['own labels by their own scale', { labels: [own('top', 90), OPEN, own('low', 5), own('mid', 20)] }, 'top', 'mid'],
    [
      'own labels beside a stricter system',
      { labels: [own('low', 1)], vocabularies: [{ id: 'tlp', levels: [] }] },
      'low',
      'low',
    ],
    [
      'public labels alone: by those who are stricter',
      { labels: [OPEN], vocabularies: [{ id: 'us-cui' }] },
      'cui',
      'cui',
    ],
    ['public labels alone: by them', { labels: [OPEN, own('b', 0)], vocabularies: [] }, 'open', 'open'],
  ])('counts under %s', (_name, raw, secret, card) => {
    expect([...sensitiveOf(raw).detectors]).toEqual([
      ['secret', secret],
      ['card', card],
    ]);
  });

  it('is looked for as policy lists it, and nothing else', () => {
    const sensitive: RawPolicy['sensitive'] = {
      detectors: [{ detector: 'iban', label: 'a' }],
      patterns: [{ id: 'case', name: 'Case', pattern: 'C', label: 'a' }],
    };
    const labels = [OPEN, own('a', 1, { patterns: ['x', 'y'] })];
    expect(sensitiveOf({ labels, sensitive })).toEqual({
      detectors: new Map([['iban', 'a']]),
      patterns: [
        { id: 'case', name: 'Case', pattern: 'C', label: 'a', path: 'sensitive.patterns[0].pattern' },
        { id: 'label a 0', name: 'A', pattern: 'x', label: 'a', path: 'labels[1].patterns[0]' },
        { id: 'label a 1', name: 'A', pattern: 'y', label: 'a', path: 'labels[1].patterns[1]' },
      ],
    });
    expect([...detectorIds({ labels, sensitive })]).toEqual(['iban', 'case']);
  });

  it('can be spoken of by rules as soon as it is looked for', () => {
    expect([...detectorIds({})]).toEqual(['secret', 'card']);
    expect([...detectorIds({ sensitive: { detectors: [] } })]).toEqual([]);
    const patterns = [{ id: 'case', name: 'Case', pattern: 'C', label: 'a' }];
    expect([...detectorIds({ sensitive: { patterns } })]).toEqual(['secret', 'card', 'case']);
  });
});
