/** The grammars of the vocabularies, from their own sources, and how vocabularies and own labels share a page. */
import { describe, expect, it } from 'vitest';
import {
  DEFAULT_VOCABULARIES,
  type LabelName,
  type Mark,
  type Marked,
  marksOf,
  type VocabularyId,
} from '../../../src/core/marking.ts';
import { VOCABULARIES } from '../../../src/core/vocabularies/all.ts';
import { levelOfRank } from '../../../src/core/vocabularies/atlassian.ts';

function read(page: Partial<Marked>, ids: readonly VocabularyId[], own: readonly LabelName[] = []): readonly Mark[] {
  return marksOf({ title: '', tags: [], head: '', ...page }, own, ids);
}

const mark = (label: string, ...categories: readonly string[]): Mark => ({ label, categories });

describe('vocabularies', () => {
  it('are on by default when firms use them, and off when governments do', () => {
    expect(DEFAULT_VOCABULARIES).toEqual(['corporate', 'tlp', 'purview', 'atlassian']);
  });

  it('have ids of their own, for themselves and for every level', () => {
    const ids = VOCABULARIES.flatMap(({ id, levels }) => [id, ...levels.map((level) => level.id)]);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('give a name that several of them know the same position', () => {
    const positions = new Map<string, Set<number>>();
    for (const { id, levels } of VOCABULARIES.filter((each) => each.byDefault && each.id !== 'tlp'))
      for (const { name, aliases, position } of levels)
        for (const each of [name, ...aliases]) {
          const key = each.toLowerCase();
          positions.set(key, (positions.get(key) ?? new Set()).add(position));
          expect([key, id, [...(positions.get(key) ?? [])]]).toEqual([key, id, [position]]);
        }
  });

  it('tell one mark once: by the own label of that name, else by the first vocabulary', () => {
    expect(read({ tags: ['Confidential'] }, DEFAULT_VOCABULARIES)).toEqual([mark('confidential')]);
    expect(read({ tags: ['Confidential'] }, ['purview', 'atlassian'])).toEqual([mark('purview-confidential')]);
    expect(read({ tags: ['Confidential'] }, ['atlassian'])).toEqual([mark('atlassian-confidential')]);
    const own = [{ id: 'k2', name: 'Confidential', aliases: ['Amber zone'] }];
    expect(read({ tags: ['Confidential'] }, ['tlp', 'purview', 'atlassian'], own)).toEqual([mark('k2')]);
    expect(read({ title: '[Amber zone] keys' }, ['tlp'], own)).toEqual([mark('k2')]);
    expect(read({ tags: ['Confidential \\ HR'] }, ['tlp', 'purview'], own)).toEqual([mark('k2')]);
  });

  it('give an own label the marks of Microsoft’s header by its name', () => {
    const own = [{ id: 'k3', name: 'Third Party', aliases: [] }];
    const id = 'MSIP_Label_f42aa342-8706-4288-bd11-ebb85995028c';
    const declared = [{ name: 'msip_labels', value: `${id}_Enabled=true;${id}_Name=Third\n Party` }];
    expect(read({ declared }, ['purview'], own)).toEqual([mark('k3')]);
  });
});

describe('TLP', () => {
  it.each<readonly [Partial<Marked>, string | null]>([
    [{ title: 'TLP:RED call at six' }, 'tlp-red'],
    [{ title: 'Report 14 TLP:AMBER+STRICT for members' }, 'tlp-amber-strict'],
    [{ title: '[tlp:white] feed' }, 'tlp-clear'],
    [{ tags: ['tlp:green'] }, 'tlp-green'],
    [{ tags: ['tlp-amber'] }, 'tlp-amber'],
    [{ head: 'TLP: AMBER\n\nText' }, 'tlp-amber'],
    [{ head: 'TLP:CLEAR – may be shared freely\n\nText' }, 'tlp-clear'],
    [{ head: 'TLP:AMBER Recipients may share on a need-to-know basis\n\nText' }, 'tlp-amber'],
    [{ head: 'Sharing: TLP:GREEN\n\nText' }, 'tlp-green'],
    [{ foot: 'TLP:RED' }, 'tlp-red'],
    [{ title: 'What does TLP:RED mean?' }, null],
    [{ title: 'TLP:WHITE is now TLP:CLEAR' }, null],
    [{ title: 'TLP: Red Hat packaging' }, null],
    [{ head: 'TLP:RED is for the eyes of recipients.\nTLP:GREEN is for the community.' }, null],
    [{ head: 'TLP:RED\nNot for disclosure.\nTLP:GREEN\nLimited.' }, null],
    [{ head: 'Red\nAmber\nGreen' }, null],
  ])('%o', (page, label) => {
    expect(read(page, ['tlp'])).toEqual(label === null ? [] : [mark(label)]);
  });
});

describe('Microsoft Purview', () => {
  const id = 'MSIP_Label_f42aa342-8706-4288-bd11-ebb85995028c';
  const header = (value: string): Partial<Marked> => ({ declared: [{ name: 'msip_labels', value }] });
  it.each<readonly [string, Partial<Marked>, readonly Mark[]]>([
    ['a header', header(`${id}_Enabled=true; ${id}_Name=Confidential`), [mark('purview-confidential')]],
    [
      'a folded header',
      header(`${id}_Enabled=true;\n ${id}_Name=Highly\n Confidential`),
      [mark('purview-highly-confidential')],
    ],
    ['an own name around a level', header(`${id}_Enabled=true;${id}_Name=Acme Public`), [mark('purview-public')]],
    ['a name that denies', header(`${id}_Enabled=true;${id}_Name=Non-Public`), [mark('unknown-mark')]],
    ['a name that nobody knows', header(`${id}_Enabled=true;${id}_Name=Third Party`), [mark('unknown-mark')]],
    ['a label without a name', header(`${id}_Enabled=true;${id}_Method=Standard`), [mark('unknown-mark')]],
    [
      'a name that says more than the level in it',
      header(`${id}_Enabled=true;${id}_Name=Public sector secret`),
      [mark('unknown-mark')],
    ],
    [
      'a header that text tries to switch off',
      { ...header(`${id}_Enabled=true;${id}_Name=Confidential`), head: `${id}_Enabled=false` },
      [mark('purview-confidential')],
    ],
    ['a label that is off', header(`${id}_Enabled=false;${id}_Name=Confidential`), []],
    [
      'a default label by its id',
      header('MSIP_Label_defa4170-0d19-0005-0007-bc88714345d2_Enabled=true'),
      [mark('purview-confidential')],
    ],
    ['raw lines', { head: `msip_labels: ${id}_Enabled=true;\n ${id}_Name=General;\n\nHi` }, [mark('purview-general')]],
    [
      'a chip with a sublabel',
      { tags: ['Confidential \\ All Employees'] },
      [mark('purview-confidential', 'ALL EMPLOYEES')],
    ],
    [
      'Company-Confidential',
      { declared: [{ name: 'Sensitivity', value: 'Company-Confidential' }] },
      [mark('purview-confidential')],
    ],
    ['Private', { declared: [{ name: 'Sensitivity', value: 'Private' }] }, [mark('purview-private')]],
    ['Normal', { declared: [{ name: 'Sensitivity', value: 'Normal' }] }, []],
    ['a category of a forum', { tags: ['General'] }, []],
    ['a folder of a mailbox', { tags: ['Personal'] }, []],
  ])('reads %s', (_name, page, expected) => {
    expect(read(page, DEFAULT_VOCABULARIES)).toEqual(expected);
  });
});

describe('Atlassian', () => {
  it('ranks 1 as the most sensitive, the opposite of Purview', () => {
    const position = (rank: number) =>
      VOCABULARIES.flatMap(({ levels }) => levels).find(({ id }) => id === levelOfRank(rank))?.position ?? -1;
    expect([1, 2, 3, 4, 9].map(position)).toEqual([3, 2, 2, 1, 1]);
    expect([0, -1, 1.5, Number.NaN].map(levelOfRank)).toEqual([null, null, null, null]);
  });

  const declared = (value: string): Partial<Marked> => ({ declared: [{ name: 'atlassian-classification', value }] });
  it.each<readonly [string, Partial<Marked>, readonly Mark[]]>([
    ['a name', declared('Protected'), [mark('atlassian-protected')]],
    ['an unknown name by its rank', declared('{"name":"Crown jewels","rank":1}'), [mark('atlassian-restricted')]],
    ['the stricter of name and rank', declared('{"name":"Confidential","rank":1}'), [mark('atlassian-restricted')]],
    ['the stricter of rank and name', declared('{"name":"Restricted","rank":3}'), [mark('atlassian-restricted')]],
    ['a chip', { tags: ['Protected'] }, [mark('atlassian-protected')]],
    ['no post behind a password', { title: 'Protected: our wedding' }, []],
    ['no tag in small letters', { tags: ['protected'] }, []],
  ])('reads %s', (_name, page, expected) => {
    expect(read(page, DEFAULT_VOCABULARIES)).toEqual(expected);
  });
});

describe('US CUI', () => {
  it.each<readonly [Partial<Marked>, readonly Mark[]]>([
    [{ head: 'CUI//SP-CTI//NOFORN\n\nText' }, [mark('cui', 'NOFORN', 'SP-CTI')]],
    [{ head: 'CONTROLLED//TSCA//NOFORN' }, [mark('cui', 'NOFORN', 'TSCA')]],
    [
      { head: 'CUI//SP-INTEL/SP-CTI/IFNC//FEDCON/REL TO USA, GBR' },
      [mark('cui', 'FEDCON', 'IFNC', 'REL TO USA, GBR', 'SP-CTI', 'SP-INTEL')],
    ],
    [{ title: '[CUI] drawings' }, [mark('cui')]],
    [{ title: 'CUI//SP-PRVCY roster' }, [mark('cui', 'SP-PRVCY')]],
    [{ head: '(CUI) The pump was replaced.' }, [mark('cui')]],
    [{ foot: 'Controlled by: NAVAIR\nCUI Category: CTI, EXPT\nPOC: J. Doe' }, [mark('cui', 'CTI', 'EXPT')]],
    [{ head: 'CUI training is due' }, []],
    [{ head: 'Controlled experiments' }, []],
    [{ tags: ['controlled'] }, []],
    [{ tags: ['CUI'] }, [mark('cui')]],
    [{ title: 'How to mark CUI' }, []],
  ])('%o', (page, expected) => {
    expect(read(page, ['us-cui'])).toEqual(expected);
  });
});

describe('US classified', () => {
  it.each<readonly [Partial<Marked>, readonly Mark[]]>([
    [{ head: 'TOP SECRET//SI//NOFORN\n\nText' }, [mark('us-top-secret', 'NOFORN', 'SI')]],
    [{ head: 'SECRET // REL TO USA, FVEY' }, [mark('us-secret', 'REL TO USA, FVEY')]],
    [{ head: 'UNCLASSIFIED//FOUO' }, [mark('us-unclassified', 'FOUO')]],
    [{ head: '(S//NF) The convoy leaves.\n\n(U) Fair weather.' }, [mark('us-secret', 'NF')]],
    [{ head: '(U) First.\n\n(C) Second.' }, [mark('us-confidential')]],
    [{ head: '(TS) One paragraph.' }, [mark('us-top-secret')]],
    [{ head: 'TOP SECRET\n\n(U) First.\n\n(S) Second.' }, [mark('us-top-secret')]],
    [{ title: '(U//FOUO) Bulletin' }, [mark('us-unclassified', 'FOUO')]],
    [{ head: '(A) Rent\n\n(B) Buy\n\n(C) Walk' }, []],
    [{ head: '(C) 2024 Acme Inc. All rights reserved.' }, []],
    [{ head: '(S) Small\n\n(M) Medium' }, []],
    [{ head: 'Secret\n\nA novel' }, []],
    [{ title: 'Top secret recipe' }, []],
  ])('%o', (page, expected) => {
    expect(read(page, ['us-classified'])).toEqual(expected);
  });
});

describe('UK GSC', () => {
  it.each<readonly [Partial<Marked>, readonly Mark[]]>([
    [{ head: 'OFFICIAL-SENSITIVE [COMMERCIAL]' }, [mark('gsc-official-sensitive', 'COMMERCIAL')]],
    [{ head: 'OFFICIAL-SENSITIVE PERSONAL' }, [mark('gsc-official-sensitive', 'PERSONAL')]],
    [{ head: 'UK SECRET – UK EYES ONLY' }, [mark('gsc-secret', 'UK EYES ONLY')]],
    [{ title: 'OFFICIAL-SENSITIVE COMMERCIAL: bids' }, [mark('gsc-official-sensitive', 'COMMERCIAL')]],
    [{ title: 'OFFICIAL – minutes' }, [mark('gsc-official')]],
    [{ foot: 'TOP SECRET' }, [mark('gsc-top-secret')]],
    [{ title: 'OFFICIAL LAUNCH' }, []],
    [{ head: 'Official statement' }, []],
    [{ tags: ['official'] }, []],
  ])('%o', (page, expected) => {
    expect(read(page, ['uk-gsc'])).toEqual(expected);
  });
});

describe('Australia', () => {
  it.each<readonly [Partial<Marked>, readonly Mark[]]>([
    [{ title: 'Budget [SEC=OFFICIAL]' }, [mark('au-official')]],
    [
      { title: 'RE: x [SEC=OFFICIAL:Sensitive, ACCESS=Personal-Privacy]' },
      [mark('au-official-sensitive', 'PERSONAL-PRIVACY')],
    ],
    [
      { title: 'x [SEC=PROTECTED, CAVEAT=SH:NATIONAL-CABINET, EXPIRES=2026-01-01, DOWNTO=OFFICIAL]' },
      [mark('au-protected', 'NATIONAL-CABINET')],
    ],
    [
      {
        declared: [{ name: 'X-Protective-Marking', value: 'VER=2018.4, NS=gov.au, SEC=TOP-SECRET, CAVEAT=RI:AUSTEO' }],
      },
      [mark('au-top-secret', 'AUSTEO')],
    ],
    [{ title: 'x [DLM=For-Official-Use-Only]' }, [mark('au-official-sensitive')]],
    [{ head: 'OFFICIAL: Sensitive\n\nText' }, [mark('au-official-sensitive')]],
    [{ head: 'PROTECTED//CABINET\n\nText' }, [mark('au-protected', 'CABINET')]],
    [{ title: 'x [SEC=ULTRA]' }, [mark('unknown-mark')]],
    [{ head: 'Protected species' }, []],
    [{ title: 'SEC filing' }, []],
  ])('%o', (page, expected) => {
    expect(read(page, ['australia'])).toEqual(expected);
  });
});
