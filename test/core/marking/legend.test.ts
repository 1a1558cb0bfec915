/** Texts about levels, and the banners that stand above, below and among them, rule by rule. */
import { describe, expect, it } from 'vitest';
import { levelNames } from '../../../src/core/marking/legend.ts';
import {
  DEFAULT_VOCABULARIES,
  type LabelName,
  type Marked,
  marksOf,
  type VocabularyId,
} from '../../../src/core/marking.ts';

const OWN: readonly LabelName[] = [
  { id: 'k2', name: 'Hausintern', aliases: [] },
  { id: 'k3', name: 'Projektkreis', aliases: ['K3'] },
];

function labels(
  page: Partial<Marked>,
  own: readonly LabelName[] = [],
  vocabularies: readonly VocabularyId[] = DEFAULT_VOCABULARIES,
): readonly string[] {
  return marksOf({ title: '', tags: [], head: '', ...page }, own, vocabularies).map((mark) => mark.label);
}

type Row = readonly [head: string, expected: readonly string[]];

describe('lines that explain levels', () => {
  it.each<Row>([
    ['Wording:\nConfidential: only for named people.\nInternal: for use within the firm only.', []],
    ['Confidential: only for named people.\nInternal: for use within the firm only.', []],
    ['Restricted – For the board only.\nConfidential – For named people only.', []],
    ['CONFIDENTIAL: only named people may read it, do not forward.\nINTERNAL: all staff may read it.', []],
    ['Wording:\nConfidential (only for named people)\nInternal (for internal use only)', []],
    ['Wording:\nVertraulich / Confidential: nur für Benannte.\nIntern / Internal: nur zum internen Gebrauch.', []],
    ['C3 – Vertraulich: nur für Benannte.\nC2 – Intern: nur für Mitarbeitende.', []],
    ['Wording:\n\nConfidential: only for named people.\n\nInternal: for internal use only.', []],
    [
      'A\n\nConfidential: only for named people.\n\nB\n\nC\n\nD\n\nE\n\nF\n\nInternal: for internal use only.',
      ['confidential'],
    ],
    ['A\nConfidential: only for named people,\nand\ntheir\ndeputies.\nB\nC\nInternal: for use\nwithin the firm.', []],
    ['Confidential: only for named people.\nTLP:AMBER – Limited disclosure.', ['confidential', 'tlp-amber']],
    ['Confidential: only for named people.\nVertraulich: nur für Benannte.', ['confidential']],
    ['Confidential: only for named people.\n- Internal: for staff only.', ['confidential']],
    ['Confidential: yes\nInternal: no', ['confidential']],
    ['CONFIDENTIAL: Board minutes\nINTERNAL: Canteen menu', ['confidential', 'internal']],
    ['Confidential | Page 3\nInternal | Page 3', ['confidential', 'internal']],
  ])('%j', (head, expected) => {
    expect(labels({ head })).toEqual(expected);
  });
});

/** Two lines that may be two marks or one explanation. */
describe('two lines', () => {
  const BOTH = ['confidential', 'internal'];
  it.each<Row>([
    ['Confidential -- only for named people.\nInternal -- for staff only.', []],
    ['Confidential - only for named people.\nInternal – for staff only.', []],
    ['Confidential -- only for named people.\nInternal - for staff only.', []],
    ['CONFIDENTIAL Board members by name.\nINTERNAL Staff and partners.', []],
    ['CONFIDENTIAL: board members by name\n\nINTERNAL: staff and partners', BOTH],
    ['A\n\nCONFIDENTIAL: board members by name\n\nINTERNAL: staff and partners', []],
    ['Confidential Only for named people.\nInternal For staff only.', []],
    ['Confidential Restricted – For the board only.\nConfidential – For named people only.', []],
    ['CONFIDENTIAL: board members by name\nINTERNAL: staff and partners', []],
    ['CONFIDENTIAL: That is for few\nINTERNAL: staff and partners', []],
    ['CONFIDENTIAL: For the board\nINTERNAL: staff and partners', []],
    ['Confidential – do not forward\nInternal – do not publish', []],
    ['CONFIDENTIAL: Board No. 3\nINTERNAL: Canteen No. 4', BOTH],
    ['Confidential – only for named people.\nInternal | for staff only.', BOTH],
    ['CONFIDENTIAL – for named people only.\nInternal – for staff only.', BOTH],
    ['Confidential | Page 3.\nInternal | Page 4.', BOTH],
    ['Confidential | 5%.\nInternal | 7%.', BOTH],
    ['Confidential: yes.\nInternal: yes.', BOTH],
    ['Vertraulich / Ultra – nur für Benannte.\nInternal – for staff only.', BOTH],
  ])('%j', (head, expected) => {
    expect(labels({ head })).toEqual(expected);
  });

  it.each<Row>([
    ['CONFIDENTIAL: board members by name\nINTERNAL: staff and partners', []],
    ['CONFIDENTIAL: Board minutes\nINTERNAL: Canteen menu', BOTH],
  ])('below: %j', (foot, expected) => {
    expect(labels({ foot })).toEqual(expected);
  });
});

describe('lines in paragraphs of their own', () => {
  it.each<readonly [string, number, readonly string[]]>([
    ['explain over three lines', 3, []],
    ['are marks over four', 4, ['confidential']],
  ])('%s', (_name, between, expected) => {
    const text = Array.from({ length: between }, () => 'Text').join('\n\n');
    const head = `Our words\n\nCONFIDENTIAL: board members by name\n\n${text}\n\nINTERNAL: staff and partners`;
    expect(labels({ head })).toEqual(expected);
  });

  it('explain at the edge as well when they are three', () => {
    const two = 'CONFIDENTIAL: board members by name\n\nINTERNAL: staff and partners\n\nText\n\nText';
    expect(labels({ head: two })).toEqual(['confidential', 'internal']);
    expect(labels({ head: `${two}\n\nPUBLIC: guests and friends` })).toEqual([]);
  });
});

describe('a banner', () => {
  const LEGEND = 'Public: anyone may read it.\nInternal: for staff only.\nConfidential: for named people only.';
  it.each<Row>([
    [`CONFIDENTIAL\n\n${LEGEND}`, ['confidential']],
    [`CONFIDENTIAL\n${LEGEND}`, ['confidential']],
    [`Confidential – do not forward\n${LEGEND}`, ['confidential']],
    [`Confidential: do not forward\n${LEGEND}`, ['confidential']],
    [`RESTRICTED – do not forward\n\n${LEGEND}`, ['restricted']],
    [`Classification: Restricted\n${LEGEND}`, ['restricted']],
    ['CONFIDENTIAL – do not forward\nPUBLIC – anyone may read the summary.', ['confidential', 'public']],
    ['CONFIDENTIAL\n\nPublic\nAnyone may read it.\nInternal\nAll employees.', ['confidential']],
    ['TLP:AMBER – Limited disclosure.\n\nTLP:RED – Not for disclosure.\nTLP:AMBER – Limited.', ['tlp-amber']],
    ['TLP:AMBER\n\nThe colours\nTLP:RED\nNot for disclosure.\nTLP:AMBER\nLimited disclosure.', ['tlp-amber']],
    ['TLP:RED\nTLP:AMBER\nTLP:GREEN\n\nTLP:RED\nNot for disclosure.\nTLP:AMBER\nLimited disclosure.', []],
    ['TLP:RED\nNot for disclosure.\nTLP:AMBER\nLimited disclosure.', []],
  ])('above a legend: %j', (head, expected) => {
    expect(labels({ head })).toEqual(expected);
  });

  it.each<Row>([
    [`${LEGEND}\n\nRESTRICTED – do not forward`, ['restricted']],
    [`${LEGEND}\nAcme GmbH | Restricted | Page 3`, ['restricted']],
    [`${LEGEND}\nConfidential: do not forward`, ['confidential']],
    ['Wording\nPublic\nAnyone may read it.\nInternal\nAll employees.\nCONFIDENTIAL', ['confidential']],
    ['TLP:RED\nNot for disclosure.\nTLP:AMBER\nLimited disclosure.\nTLP:AMBER', ['tlp-amber']],
    [LEGEND, []],
  ])('below a legend: %j', (foot, expected) => {
    expect(labels({ foot })).toEqual(expected);
  });
});

describe('a legend', () => {
  it('of own labels is none either, whatever else they are called', () => {
    const head = 'Hausintern: nur für Mitarbeitende.\nK3: nur für den Projektkreis.\nProjektkreis: nur für Benannte.';
    expect(labels({ head }, OWN)).toEqual([]);
    expect(labels({ head: `K3\n\n${head}` }, OWN)).toEqual(['k3']);
    expect(labels({ head: 'Hausintern: nur für Mitarbeitende.' }, OWN)).toEqual(['k2']);
    expect(labels({ head: 'K3 – nur für Benannte.\nHausintern – nur für alle hier.' }, OWN)).toEqual([]);
  });

  it('is one for own labels that are among its levels, though nobody asks for the others', () => {
    const head = 'Public: anyone may read it.\nConfidential: only for named people.';
    expect(labels({ head }, [{ id: 'c', name: 'Confidential', aliases: [] }], [])).toEqual([]);
  });

  it('is none for one own label that is called like a level of Purview', () => {
    const head = 'General – for all staff.\nPersonal – for you only.';
    expect(labels({ head }, [{ id: 'g', name: 'General', aliases: [] }])).toEqual(['g']);
  });

  it('knows levels by their names, and by short ones only with a number', () => {
    const names = levelNames([{ id: 'a', name: 'Top: Secret', aliases: ['TS', 'K3', 'SEC'] }]);
    expect([...names]).toEqual([
      ['top:secret', 'a'],
      ['k3', 'a'],
      ['sec', 'a'],
    ]);
  });

  it('is one in capitals of a government, too', () => {
    const head = 'OFFICIAL: do not publish it.\nSECRET: do not discuss it on the phone.\nTOP SECRET: not here.';
    expect(labels({ head }, [], ['uk-gsc'])).toEqual([]);
    expect(labels({ head: `SECRET\n\n${head}` }, [], ['uk-gsc'])).toEqual(['gsc-secret']);
  });
});
