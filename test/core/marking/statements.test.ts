/** Statements that are marks beyond doubt, whatever level they name, and those that leave it open. */
import { describe, expect, it } from 'vitest';
import { sureStatements } from '../../../src/core/marking/statements.ts';
import type { Marked } from '../../../src/core/marking.ts';

function stated(page: Partial<Marked>): readonly string[] {
  return sureStatements({ title: '', tags: [], head: '', ...page }, ['tlp']);
}

describe('a traffic light that nobody knows', () => {
  it.each<readonly [Partial<Marked>, string | null]>([
    [{ tags: ['TLP:PURPLE'] }, 'TLP:PURPLE'],
    [{ tags: [' tlp:purple '] }, 'tlp:purple'],
    [{ tags: ['TLP:RAW'] }, 'TLP:RAW'],
    [{ tags: ['TLP:PURPLE+STRICT'] }, 'TLP:PURPLE+STRICT'],
    [{ tags: ['TLP:PURPLE+NOT'] }, 'TLP:PURPLE+NOT'],
    [{ title: 'Re: [TLP:PURPLE] plan' }, 'TLP:PURPLE'],
    [{ head: 'TLP:PURPLE\nText' }, 'TLP:PURPLE'],
    [{ head: 'Text\nTLP:PURPLE\nText' }, 'TLP:PURPLE'],
    [{ head: 'One\nTwo\nTLP:PURPLE' }, null],
    [{ head: `${'x'.repeat(1_989)}\nTLP:PURPLE` }, 'TLP:PURPLE'],
    [{ head: `${'x'.repeat(1_994)}\nTLP:PURPLE` }, null],
    [{ tags: ['TLP:UV'] }, null],
    [{ tags: [`TLP:${'A'.repeat(12)}`] }, `TLP:${'A'.repeat(12)}`],
    [{ tags: [`TLP:${'A'.repeat(13)}`] }, null],
    [{ tags: ['TLP:PURPLE+'] }, null],
    [{ tags: ['TLP:PURPLE now'] }, null],
    [{ tags: ['my TLP:PURPLE'] }, null],
    [{ tags: ['TLP:PUR3PLE'] }, null],
    [{ title: 'TLP:PURPLE plan' }, null],
  ])('%j: %j', (page, expected) => {
    expect(stated(page)).toEqual(expected === null ? [] : [expected]);
  });

  it('is none where the protocol is not asked for', () => {
    expect(sureStatements({ title: '', tags: ['TLP:PURPLE'], head: '' }, ['corporate'])).toEqual([]);
  });
});

describe('a chip', () => {
  it.each([
    'Classification: Ultra',
    'Sensitivity: Ultra-violet',
    'Klassifizierung: Ultra',
    'Einstufung: Ultra',
    'Clasificación: Ultra',
    'Classificazione: Ultra',
    'Confidentiality level: Ultra',
    'Data classification: Ultra top 3',
    'Classification: Éclat',
  ])('%j states something', (tag) => {
    expect(stated({ tags: [tag] })).toEqual([tag]);
    expect(stated({ title: `[${tag}] plan` })).toEqual([tag]);
  });

  it.each([
    'Classification: ultra',
    'Classification: 3 Ultra',
    'Classification: Ultra top now yes',
    'Classification: Ultra, top',
    'Classification: None',
    'Classification: Not known',
    'Classification: No secret',
    'Classification: Keine',
    'Classification: Unclassified',
    'Classification: Nicht bekannt',
    'Classification: Never',
    'Classification: In review',
    'Sharing: Ultra',
    'Label: Ultra',
    'Page classification: Ultra',
    'Classification status: Ultra',
    'My classification: Ultra',
    'This page is classified as Ultra',
    'Ultra',
  ])('%j states nothing', (tag) => {
    expect(stated({ tags: [tag] })).toEqual([]);
  });

  it('is read for 300 signs', () => {
    const tag = `${' '.repeat(278)}Classification: Ultra`;
    expect(stated({ tags: [` ${tag}`] })).toEqual(['Classification: Ultra']);
    expect(stated({ tags: [`  ${tag}`] })).toEqual(['Classification: Ultr']);
  });
});

describe('a line at the top', () => {
  it.each<readonly [string, readonly string[]]>([
    ['Security classification: Ultra', ['Security classification: Ultra']],
    ['Text\nConfidentiality level: Ultra', ['Confidentiality level: Ultra']],
    ['One\nTwo\nSecurity classification: Ultra', []],
    ['Security classification: ultra', []],
    ['Classification: Ultra', []],
    ['Data classification ULTRA', []],
    ['Ultra', []],
  ])('%j', (head, expected) => {
    expect(stated({ head })).toEqual(expected);
  });
});

describe('a declaration', () => {
  it.each([
    'data-classification',
    'data-classification-level',
    'Information Classification',
    'security-label',
    'data-security-classification',
    'sensitivity_label',
    'document-label-label',
    'X-Classification',
    'Protective-Marking',
  ])('by the name %j states something', (name) => {
    expect(stated({ declared: [{ name, value: 'Ultra' }] })).toEqual(['Ultra']);
  });

  it.each([
    'classification',
    'my-data-classification',
    'data-classification-date',
    'x-data-classification-level',
    'data-label',
  ])('by the name %j states nothing', (name) => {
    expect(stated({ declared: [{ name, value: 'Ultra' }] })).toEqual([]);
  });

  it.each<readonly [string, boolean]>([
    ['Ultra', true],
    ['3Ultra', false],
    ['ultra', false],
    ['ultra-secret', true],
    ['tier x', true],
    ['no secret', false],
    ['secret, not ours', true],
    ['None', false],
    ['None of it', true],
    ['Top none', true],
    ['Normal', false],
    ['N/A', false],
    ['NA', false],
    ['Niedrig', false],
    ['Aucune', false],
    ['Aucun', false],
    ['Ninguna', false],
    ['Ningun', false],
    ['Nessun', false],
    ['-', false],
    ['333', false],
    ['', false],
    ['S'.repeat(60), true],
    ['S'.repeat(61), false],
  ])('of the value %j: %s', (value, expected) => {
    expect(stated({ declared: [{ name: 'data-classification', value }] })).toEqual(expected ? [value] : []);
  });

  it('is read for 300 signs', () => {
    const value = `${' '.repeat(296)}Ultra`;
    expect(stated({ declared: [{ name: 'data-classification', value }] })).toEqual(['Ultr']);
  });
});
