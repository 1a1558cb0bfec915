/** The other things called CUI: keys of numbers and spelled acronyms, told from the marking beside dates and telephones. */
import { describe, expect, it } from 'vitest';
import { FOOT, type Place, zonesOf } from '../../../src/core/marking/places.ts';
import { isOtherCui, isOverNumber } from '../../../src/core/vocabularies/cui-others.ts';
import { told } from './told.ts';

describe('the number of a project, person or firm', () => {
  told(
    isOtherCui,
    [
      'CUI 2391045',
      'cui 2391045',
      'CUI: 239104',
      'CUI = 2391045',
      'CUI#2391045',
      'CUI (2391045)',
      'CUI –: 2391045',
      'CUI:2391045',
      'CUI n° 2391045',
      'CUI n.º 2391045',
      'CUI n. 2391045',
      'CUI n 2391045',
      'CUI no 2391045',
      'CUI nr. 2391045',
      'CUI num. 2391045',
      'CUI: RO14399840',
      'CUI RO 14399840',
      'CUI A123456',
      'CUI 2456 78901 0101',
      'CUI 2.391.045',
      'CUI 23-91-04',
      'CUI 2391045 - plan',
      'CUI 2391045-',
      'CUI 2391045 CUI 2391046',
      'Conversational User Interface: CUI 2391045',
    ],
    [
      'CUI',
      '',
      'ACUI 2391045',
      'CUI: 23910',
      'CUI RO 14399',
      'CUI a123456',
      'CUI 2391045X',
      'CUI 23910455-X',
      'CUI 2391045-X',
      'CUI 2391045é',
      'CUI x 2391045',
      'CUI x: 2391045',
      `CUI ${'1'.repeat(19)}`,
      'CUI 2391045 and CUI',
    ],
  );
});

describe('a date, year or telephone number', () => {
  told(
    (text) => !isOtherCui(text),
    [
      'CUI 2025-03-04',
      'CUI 2025.12.31',
      'CUI 20251001',
      'CUI 1999 01 01',
      'CUI 04.03.2025',
      'CUI 4.3.2025',
      'CUI 432025',
      'CUI 04032025',
      'CUI 31-12-1999',
      'CUI 2025-2026',
      'CUI 1999-2026',
      'CUI 1999 - 2026',
      'CUI 301-555-0142',
      'CUI 301.555.0142',
    ],
    [
      'CUI 2025-13-04',
      'CUI 2025-03-44',
      'CUI 2125-03-04',
      'CUI 44.03.2025',
      'CUI 04.44.2025',
      'CUI 04.03.2125',
      'CUI 2025-2126',
      'CUI 301 555 01425',
      'CUI 202503041',
      'CUI 1 2025-03-04',
    ],
  );
});

describe('an acronym that is spelled beside it', () => {
  told(
    isOtherCui,
    [
      'CUI Conversational user interface',
      'CUI – Conversational user interface',
      'Código Único de Inversiones (CUI)',
      'Código Único de Inversiones ( CUI)',
      'Code (unique) inversion (CUI)',
      'Plan - Code unique inversion (CUI)',
      'On Controlled Unclassified Information (CUI)',
      '(CUI) is new',
      '(CUI) 2391045',
      '(CUI) 2391045: plan',
      '(CUI) 2391045 – plan',
      'Plan (CUI)2391045',
    ],
    [
      'CUI: Controlled Unclassified Information',
      'Controlled Unclassified Information (CUI)',
      'Plan - Controlled Unclassified Information (CUI)',
      '(CUI) The roster',
      'Plan (CUI) is new',
      '(CUI) 2391045 plan',
      '(CUI) 2391045 plan: new',
      'Plan (CUI)',
    ],
  );
});

describe('a line over a number', () => {
  const place = (source: string, line: number, spot: Place['spot'] = 'line'): Place => {
    return { text: source, beside: [], faint: false, spot, key: '', source, line };
  };
  const zones = zonesOf({ title: '', tags: [], head: 'CUI\n2391045\n*CUI*\n2391045 plan', foot: 'CUI\n2391045' });
  const long = zonesOf({ title: '', tags: [], head: '', foot: '1\n2\n3\n4\n5\n6\nCUI\n2391045' });
  it.each<readonly [string, Place, boolean]>([
    ['is the name of the number', place('CUI', 0), true],
    ['is one in ornament, too', place('*CUI*', 0), true],
    ['of more than a number is none', place('*CUI*', 2), false],
    ['over something else is none', place('CUI', 1), false],
    ['of another word is none', place('CUI//SP', 0), false],
    ['is none as a tag', place('CUI', 0, 'tag'), false],
    ['below is one as well', place('CUI', FOOT), true],
    ['at the end is none', place('CUI', FOOT + 1), false],
    ['that is not there is none', place('CUI', FOOT + 9), false],
  ])('%s', (_name, found, expected) => {
    expect(isOverNumber(found, zones)).toBe(expected);
  });

  it('is counted from the first line of a longer foot', () => {
    expect(isOverNumber(place('CUI', FOOT + 4), long)).toBe(true);
    expect(isOverNumber(place('CUI', FOOT + 5), long)).toBe(false);
  });
});
