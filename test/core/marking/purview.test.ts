/** What an administrator's name for a label says, and what is read of Microsoft's labels beside other vocabularies. */
import { describe, expect, it } from 'vitest';
import { type LabelName, type Mark, type Marked, marksOf, type VocabularyId } from '../../../src/core/marking.ts';

const ID = 'MSIP_Label_f42aa342-8706-4288-bd11-ebb85995028c';
const OWN: readonly LabelName[] = [{ id: 'k2', name: 'Confidential', aliases: [] }];

function read(page: Partial<Marked>, own: readonly LabelName[] = [], asked: readonly VocabularyId[] = ['purview']) {
  return marksOf({ title: '', tags: [], head: '', ...page }, own, asked);
}

const mark = (label: string, ...categories: readonly string[]): Mark => ({ label, categories });

describe('the name of a label', () => {
  it.each<readonly [string, string]>([
    ['Public', 'purview-public'],
    ['Acme Public', 'purview-public'],
    ['Public Acme', 'purview-public'],
    ['Público', 'purview-public'],
    ['Public_0', 'purview-public'],
    ['Acme (Public)', 'purview-public'],
    ['Acme – Public 12', 'purview-public'],
    ['Persönlich', 'purview-personal'],
    ['General', 'purview-general'],
    ['Acme Internal', 'purview-general'],
    ['Uso interno', 'purview-general'],
    ['Vertraulich', 'purview-confidential'],
    ['Public Confidential', 'purview-confidential'],
    ['Confidential public', 'purview-confidential'],
    ['Confidential secret', 'purview-confidential'],
    ['Acme Highly Confidential', 'purview-highly-confidential'],
    ['Acme: Highly, Confidential', 'purview-highly-confidential'],
    ['Restricted', 'purview-highly-confidential'],
    ['Altamente riservato', 'purview-highly-confidential'],
    ['Streng vertraulich', 'purview-highly-confidential'],
    ['Private', 'unknown-mark'],
    ['Acme Public Data', 'unknown-mark'],
    ['Publicly', 'unknown-mark'],
    ['NonPublic', 'unknown-mark'],
    ['Non-Public', 'unknown-mark'],
    ['kein Public', 'unknown-mark'],
    ['Public sector secret', 'unknown-mark'],
    ['General, protected', 'unknown-mark'],
    ['Ultra', 'unknown-mark'],
    ['', 'unknown-mark'],
  ])('%j is %s', (name, label) => {
    const value = `${ID}_Enabled=true;${ID}_Name=${name}`;
    expect(read({ declared: [{ name: 'msip_labels', value }] })).toEqual([mark(label)]);
  });

  it('is read in the head and in the foot, for own labels as well', () => {
    expect(read({ head: `${ID}_Name=Confidential` })).toEqual([mark('purview-confidential')]);
    expect(read({ foot: `${ID}_Name=Confidential` })).toEqual([mark('purview-confidential')]);
    expect(read({ head: `${ID}_Name=Confidential` }, OWN)).toEqual([mark('k2')]);
    expect(read({ foot: `${ID}_Name=Confidential` }, OWN)).toEqual([mark('k2')]);
    expect(read({ foot: `${ID}_Name=Ultra` })).toEqual([mark('unknown-mark')]);
  });

  it('of an own label is the own label’s', () => {
    const declared = [{ name: 'msip_labels', value: `${ID}_Name=Confidential` }];
    expect(read({ declared }, OWN)).toEqual([mark('k2')]);
    const both = [{ name: 'msip_labels', value: `${ID}_Name=Public` }];
    expect(read({ declared: both }, OWN)).toEqual([mark('purview-public')]);
  });
});

describe('a chip with a sublabel', () => {
  it.each<readonly [string, readonly Mark[]]>([
    ['Confidential \\ All Employees', [mark('purview-confidential', 'ALL EMPLOYEES')]],
    ['General \\ hr', [mark('purview-general', 'HR')]],
    ['Private \\ HR', []],
    ['Ultra \\ HR', []],
  ])('%j', (tag, expected) => {
    expect(read({ tags: [tag] })).toEqual(expected);
  });

  it('of an own label is the own label’s, and of the corporate one is told with its sublabel', () => {
    expect(read({ tags: ['Confidential \\ HR'] }, OWN)).toEqual([mark('k2')]);
    expect(read({ tags: ['Public \\ HR'] }, OWN)).toEqual([mark('purview-public', 'HR')]);
    expect(read({ tags: ['Confidential \\ HR'] }, [], ['corporate', 'purview'])).toEqual([
      mark('purview-confidential', 'HR'),
    ]);
  });
});

describe('an ordinary word', () => {
  it.each<readonly [Partial<Marked>, readonly Mark[]]>([
    [{ tags: ['General'] }, []],
    [{ tags: ['Personal'] }, []],
    [{ tags: ['Classification: General'] }, [mark('purview-general')]],
    [{ declared: [{ name: 'classification', value: 'Personal' }] }, [mark('purview-personal')]],
    [{ declared: [{ name: 'classification', value: 'Private' }] }, []],
    [{ declared: [{ name: 'Sensitivity', value: 'Private' }] }, [mark('purview-private')]],
    [{ head: 'Sensitivity: Private' }, [mark('purview-private')]],
    [{ tags: ['Public'] }, [mark('purview-public')]],
  ])('at %j: %j', (page, expected) => {
    expect(read(page)).toEqual(expected);
  });

  it('of the older header is left to this vocabulary by the corporate one, if it is asked', () => {
    const declared = [{ name: 'Sensitivity', value: 'Company-Confidential' }];
    expect(read({ declared }, [], ['corporate', 'purview'])).toEqual([mark('purview-confidential')]);
    expect(read({ declared }, [], ['corporate'])).toEqual([mark('confidential')]);
  });
});
