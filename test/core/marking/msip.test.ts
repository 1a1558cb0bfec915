/** The lines that Microsoft Information Protection writes, and the older header that Outlook still does. */
import { describe, expect, it } from 'vitest';
import type { Place } from '../../../src/core/marking/places.ts';
import { mailSensitivity } from '../../../src/core/vocabularies/mail-sensitivity.ts';
import { enabledLabels } from '../../../src/core/vocabularies/msip.ts';

const ID = 'MSIP_Label_f42aa342-8706-4288-bd11-ebb85995028c';
const named = (name: string) => ({ level: null, name });

describe('the labels of a header', () => {
  const labels = (value: string, name = 'msip_labels') => enabledLabels([{ name, value }], '');
  it.each<readonly [string, readonly string[]]>([
    [`${ID}_Enabled=true;${ID}_Name=Ultra`, ['Ultra']],
    [`${ID}_Name = Ultra \n violet ; ${ID}_Enabled = True`, ['Ultra violet']],
    [`${ID}_Name=Ultra=violet`, ['Ultra=violet']],
    [`${ID}_Name=Ultra`, ['Ultra']],
    [`${ID}_SetDate=2025`, ['']],
    [`${ID}_Enabled=FALSE;${ID}_Name=Ultra`, []],
    [`${ID.toLowerCase()}_ENABLED=false;${ID}_Name=Ultra`, []],
    [`${ID}_Name=Ultra;${ID.replace('f42', 'a42')}_Name=Top`, ['Ultra', 'Top']],
    [`${ID}_Name=Ultra\nMSIP_Label_x;Method=y`, ['Ultra']],
    [`${ID}_Name=Ultra\n${ID}_Enabled=false`, []],
    [`x${ID}_Name=Ultra`, []],
    [`${ID}_Name2=Ultra`, []],
    [`${ID}0_Name=Ultra`, []],
    [`${ID}_N=Ultra`, []],
    [`${ID}_${'N'.repeat(20)}=Ultra`, ['']],
    [`${ID}_${'N'.repeat(21)}=Ultra`, []],
    [`${ID.replace('f42', 'g42')}_Name=Ultra`, []],
    [`${ID}_Name`, []],
    ['', []],
  ])('%j are %j', (value, expected) => {
    expect(labels(value)).toEqual(expected.map(named));
  });

  it.each(['msip_labels', 'MSIP-Labels', ' msip_labels '])('are those of the name %j', (name) => {
    expect(labels(`${ID}_Name=Ultra`, name)).toEqual([named('Ultra')]);
  });

  it.each(['x-msip_labels', 'msip_labels_2', 'labels'])('are not those of the name %j', (name) => {
    expect(labels(`${ID}_Name=Ultra`, name)).toEqual([]);
  });

  it('are read for 16,000 signs', () => {
    const value = (signs: number) => `${' '.repeat(signs)}${ID}_Name=Ultra`;
    expect(labels(value(15_942))).toEqual([named('Ultra')]);
    expect(labels(value(15_943))).toEqual([named('Ultr')]);
  });
});

describe('the labels of a document', () => {
  it('stand one property each', () => {
    const declared = [
      { name: ` ${ID}_Enabled `, value: 'true' },
      { name: ` ${ID}_Name `, value: ' Ultra  violet ' },
    ];
    expect(enabledLabels(declared, '')).toEqual([named('Ultra violet')]);
    expect(enabledLabels([...declared, { name: `${ID}_Enabled`, value: ' False' }], '')).toEqual([]);
  });

  it('have names of at most 500 signs', () => {
    expect(enabledLabels([{ name: `${ID}_Name`, value: 'a'.repeat(501) }], '')).toEqual([named('a'.repeat(500))]);
  });
});

describe('the labels of a text', () => {
  it.each<readonly [string, readonly string[]]>([
    [`msip_labels: ${ID}_Name=Ultra`, ['Ultra']],
    [`From: Bob\nMSIP_Labels : ${ID}_Name=Ultra;\n\nText`, ['Ultra']],
    [`${'x'.repeat(200)}msip_labels: ${ID}_Name=Ultra`, ['Ultra']],
    [`${'x'.repeat(201)}msip_labels: ${ID}_Name=Ultra`, []],
    [`msip_labels: ${ID}_Name=Ultra; msip_labels: ${ID}_Name=Top`, ['Ultra']],
    ['msip_labels: Name=Ultra', []],
  ])('%j', (text, expected) => {
    expect(enabledLabels([], text)).toEqual(expected.map(named));
  });

  it('switch off nothing that a header declares', () => {
    expect(enabledLabels([{ name: `${ID}_Name`, value: 'Ultra' }], `${ID}_Enabled=false`)).toEqual([named('Ultra')]);
  });
});

describe('a default label', () => {
  const level = (id: string) => enabledLabels([{ name: `MSIP_Label_${id}_Enabled`, value: 'true' }], '')[0]?.level;
  it.each<readonly [string, string]>([
    ['0', 'personal'],
    ['1', 'public'],
    ['2', 'general'],
    ['3', 'general'],
    ['4', 'general'],
    ['5', 'confidential'],
    ['6', 'confidential'],
    ['7', 'confidential'],
    ['8', 'confidential'],
    ['9', 'highly-confidential'],
    ['a', 'highly-confidential'],
    ['B', 'highly-confidential'],
  ])('with the number %s is %s', (number, expected) => {
    expect(level(`defa4170-0d19-0005-000${number}-bc88714345d2`)).toBe(`purview-${expected}`);
  });

  it('is no other with an id like it', () => {
    expect(level('defa4170-0d19-0005-000c-bc88714345d2')).toBeNull();
    expect(level('defa4170-0d19-0006-0005-bc88714345d2')).toBeNull();
  });
});

describe('the header Sensitivity', () => {
  const at = (over: Partial<Place>): Place => ({
    text: 'Private',
    beside: [],
    faint: false,
    spot: 'declared',
    key: 'sensitivity',
    source: '',
    line: -1,
    ...over,
  });
  it.each<readonly [Partial<Place>, string | null]>([
    [{}, 'purview-private'],
    [{ text: 'Personal' }, 'purview-personal'],
    [{ text: 'Company-Confidential' }, 'purview-confidential'],
    [{ spot: 'keyed' }, 'purview-private'],
    [{ spot: 'tag' }, null],
    [{ key: 'data sensitivity' }, null],
    [{ text: 'Normal' }, null],
    [{ text: 'constructor' }, null],
  ])('at %j is %s', (over, expected) => {
    expect(mailSensitivity(at(over))).toBe(expected);
  });
});
