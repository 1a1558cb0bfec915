/** Atlassian's levels: what declares them, and which of name and rank holds. */
import { describe, expect, it } from 'vitest';
import { type LabelName, type Marked, marksOf, type VocabularyId } from '../../../src/core/marking.ts';
import { isAtlassianLevel, levelOfRank } from '../../../src/core/vocabularies/atlassian.ts';

function labels(
  page: Partial<Marked>,
  asked: readonly VocabularyId[] = ['atlassian'],
  own: readonly LabelName[] = [],
): readonly string[] {
  return marksOf({ title: '', tags: [], head: '', ...page }, own, asked).map((mark) => mark.label);
}

const declared = (name: string, value: string): Partial<Marked> => ({ declared: [{ name, value }] });

describe('a declaration', () => {
  it.each<readonly [string, boolean]>([
    ['atlassian-classification', true],
    ['data-atlassian-classification', true],
    ['ajs-space-data-classification', true],
    ['confluence classification level', true],
    ['Jira_classification', true],
    ['my-atlassian-classification', false],
    ['atlassians-classification', false],
    ['atlassian-reclassification', false],
    ['atlassian-classifications', false],
    ['classification', false],
  ])('by the name %s is Atlassian’s: %s', (name, expected) => {
    expect(labels(declared(name, 'crown jewels, rank 1'))).toEqual(expected ? ['atlassian-restricted'] : []);
  });

  it.each<readonly [string, readonly string[]]>([
    ['Restricted', ['atlassian-restricted']],
    ['Protected', ['atlassian-protected']],
    ['Confidential', ['atlassian-confidential']],
    ['Internal', ['atlassian-internal']],
    ['Public', ['atlassian-public']],
    ['{"name": "Public"}', ['atlassian-public']],
    ['{"name" :"Public","rank" : 3}', ['atlassian-confidential']],
    ['{"name" : "Restricted","rank":3}', ['atlassian-restricted']],
    ['{"name":"Public","rank":"1"}', ['atlassian-restricted']],
    ['{"name":"Confidential","rank":2}', ['atlassian-confidential']],
    ['{"name":"Protected","rank":3}', ['atlassian-protected']],
    ['{"name":"Confidential","rank":9}', ['atlassian-confidential']],
    ['{"name":"Crown jewels","rank":2}', ['atlassian-protected']],
    ['{"rank":4}', ['atlassian-internal']],
    ['rank=12', ['atlassian-internal']],
    ['rank 1', ['atlassian-restricted']],
    ['rank1', ['atlassian-restricted']],
    ['rank: 1234', []],
    ['rank: 1st', []],
    ['frank: 1', []],
    ['rank: 0', []],
    ['Crown jewels', []],
    ['Public indeed', []],
    [`{"name":"${'a'.repeat(65)}","rank":1}`, ['atlassian-restricted']],
  ])('of %j is %j', (value, expected) => {
    expect(labels(declared('atlassian-classification', value))).toEqual(expected);
  });

  it('with the name of an own label is the own label’s, whatever its rank', () => {
    const own = [{ id: 'k2', name: 'Confidential', aliases: [] }];
    const page = declared('atlassian-classification', '{"name":"Confidential","rank":1}');
    expect(labels(page, ['atlassian'], own)).toEqual([]);
    expect(labels(declared('atlassian-classification', 'Confidential'), ['atlassian'], own)).toEqual(['k2']);
    expect(labels(declared('atlassian-classification', 'Restricted'), ['atlassian'], own)).toEqual([
      'atlassian-restricted',
    ]);
  });

  it('is told by this vocabulary alone, though the corporate one knows the name', () => {
    const asked: readonly VocabularyId[] = ['corporate', 'atlassian'];
    expect(labels(declared('atlassian-classification', 'Confidential'), asked)).toEqual(['atlassian-confidential']);
    expect(labels(declared('classification', 'Confidential'), asked)).toEqual(['confidential']);
    expect(labels(declared('atlassian-classification', 'Streng vertraulich'), asked)).toEqual(['restricted']);
    expect(labels({ tags: ['Confidential'] }, asked)).toEqual(['confidential']);
  });

  it('is one at a place that declares a level by its name, and at no other', () => {
    const place = { text: 'Public', beside: [], faint: false, source: '', line: -1 };
    const at = { ...place, spot: 'declared', key: 'atlassian classification' } as const;
    expect(isAtlassianLevel(at)).toBe(true);
    expect(isAtlassianLevel({ ...at, spot: 'keyed' })).toBe(false);
    expect(isAtlassianLevel({ ...at, key: 'classification' })).toBe(false);
    expect(isAtlassianLevel({ ...at, text: 'Vertraulich' })).toBe(false);
  });
});

describe('the word protected', () => {
  it.each<readonly [Partial<Marked>, boolean]>([
    [{ tags: ['Protected'] }, true],
    [{ tags: ['PROTECTED'] }, true],
    [{ tags: ['protected'] }, false],
    [{ tags: ['Classification: protected'] }, true],
    [declared('classification', 'protected'), true],
    [{ title: 'Protected: our wedding' }, false],
    [{ title: '[Protected] keys' }, false],
    [{ head: 'PROTECTED' }, false],
  ])('at %j is a level: %s', (page, expected) => {
    expect(labels(page)).toEqual(expected ? ['atlassian-protected'] : []);
  });

  it('needs no such place as another name does', () => {
    expect(labels({ title: '[Restricted] keys' })).toEqual(['atlassian-restricted']);
  });
});

describe('a rank', () => {
  it.each<readonly [number, string | null]>([
    [1, 'atlassian-restricted'],
    [2, 'atlassian-protected'],
    [3, 'atlassian-confidential'],
    [4, 'atlassian-internal'],
    [5, 'atlassian-internal'],
    [999, 'atlassian-internal'],
    [0, null],
    [-1, null],
    [1.5, null],
    [Number.NaN, null],
  ])('of %d is %s', (rank, expected) => {
    expect(levelOfRank(rank)).toBe(expected);
  });
});
