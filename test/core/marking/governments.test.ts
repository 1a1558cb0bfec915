/** Banners, openings and portions of the United States and the United Kingdom, on both sides of their grammars. */
import { describe, expect, it } from 'vitest';
import { type Mark, type Marked, marksOf, type VocabularyId } from '../../../src/core/marking.ts';

type Row = readonly [page: Partial<Marked>, expected: readonly string[]];

/** Marks as "label" or "label: CATEGORY + CATEGORY". */
function told({ label, categories }: Mark): string {
  return categories.length === 0 ? label : `${label}: ${categories.join(' + ')}`;
}

function table(vocabulary: VocabularyId, rows: readonly Row[]): void {
  it.each(rows)('%j: %j', (page, expected) => {
    const marks = marksOf({ title: '', tags: [], head: '', ...page }, [], [vocabulary]);
    expect(marks.map(told)).toEqual(expected);
  });
}

const SENSITIVE = 'gsc-official-sensitive';

describe('UK', () => {
  table('uk-gsc', [
    [{ tags: ['OFFICIAL'] }, ['gsc-official']],
    [{ tags: ['UK OFFICIAL'] }, ['gsc-official']],
    [{ tags: ['HMG SECRET'] }, ['gsc-secret']],
    [{ tags: ['NHS OFFICIAL-SENSITIVE'] }, [SENSITIVE]],
    [{ tags: ['OFFICIAL SENSITIVE'] }, [SENSITIVE]],
    [{ tags: ['OFFICIAL:SENSITIVE'] }, [SENSITIVE]],
    [{ tags: ['OFFICIAL – SENSITIVE'] }, [SENSITIVE, 'gsc-official'].sort()],
    [{ tags: ['Official-Sensitive'] }, [SENSITIVE]],
    [{ tags: ['Classification: Secret'] }, ['gsc-secret']],
    [{ head: 'Official - Sensitive\n\nText' }, [SENSITIVE]],
    [{ tags: ['official sensitive'] }, [SENSITIVE]],
    [{ tags: ['Official'] }, []],
    [{ tags: ['secret'] }, []],
    [{ tags: ['FR SECRET'] }, []],
    [{ tags: ['SECRETS'] }, []],
    [{ tags: ['SECRET COMMERCIAL'] }, ['gsc-secret: COMMERCIAL']],
    [{ tags: ['SECRET [COMMERCIAL]'] }, ['gsc-secret: COMMERCIAL']],
    [{ tags: ['SECRET (HR) (LEGAL)'] }, ['gsc-secret: HR + LEGAL']],
    [{ tags: ['SECRET, PERSONAL DATA, LOCSEN'] }, ['gsc-secret: LOCSEN + PERSONAL DATA']],
    [{ tags: ['SECRET: LEGAL PROFESSIONAL PRIVILEGE/LPP'] }, ['gsc-secret: LEGAL PROFESSIONAL PRIVILEGE + LPP']],
    [{ tags: ['SECRET MARKET SENSITIVE'] }, ['gsc-secret: MARKET SENSITIVE']],
    [{ tags: ['SECRET MANAGEMENT MEDICAL'] }, ['gsc-secret: MANAGEMENT + MEDICAL']],
    [{ tags: ['SECRET INVESTIGATION POLICY STAFF'] }, ['gsc-secret: INVESTIGATION + POLICY + STAFF']],
    [{ tags: ['SECRET UK EYES ONLY'] }, ['gsc-secret: UK EYES ONLY']],
    [{ tags: ['SECRET CANUKUS EYES ONLY'] }, ['gsc-secret: CANUKUS EYES ONLY']],
    [{ tags: ['SECRET RECIPIENTS ONLY'] }, ['gsc-secret: RECIPIENTS ONLY']],
    [{ tags: ['SECRET HMG USE ONLY'] }, ['gsc-secret: HMG USE ONLY']],
    [{ tags: ['SECRET ORGANISATIONAL USE ONLY'] }, ['gsc-secret: ORGANISATIONAL USE ONLY']],
    [{ tags: ['SECRET NHS USE ONLY'] }, ['gsc-secret: NHS USE ONLY']],
    [{ tags: ['OFFICIAL FOR PUBLIC RELEASE'] }, ['gsc-official: FOR PUBLIC RELEASE']],
    [{ tags: ['SECRET EMBARGOED'] }, ['gsc-secret: EMBARGOED']],
    [{ tags: ['SECRET EMBARGO'] }, ['gsc-secret: EMBARGO']],
    [{ tags: ['SECRET PERSONAL'] }, ['gsc-secret: PERSONAL']],
    [{ tags: ['SECRET GARDEN'] }, []],
    [{ tags: ['SECRETCOMMERCIAL'] }, []],
    [{ head: 'Official Sensitive\n\nText' }, [SENSITIVE]],
    [{ head: 'Official\n\nText' }, []],
    [{ head: 'Officially sensitive\n\nText' }, []],
    [{ head: 'UK SECRET\n\nText' }, ['gsc-secret']],
    [{ title: 'OFFICIAL: bids' }, ['gsc-official']],
    [{ title: 'Re: [SECRET] bids' }, ['gsc-secret']],
    [{ title: 'SECRET COMMERCIAL – bids' }, ['gsc-secret: COMMERCIAL']],
    [{ title: 'SECRET (COMMERCIAL) : bids' }, ['gsc-secret: COMMERCIAL']],
    [{ title: '(TOP SECRET) | bids' }, ['gsc-top-secret']],
    [{ title: '[OFFICIAL-SENSITIVE HR] bids' }, [`${SENSITIVE}: HR`]],
    [{ title: 'My SECRET: bids' }, []],
    [{ title: 'SECRET GARDEN: bids' }, []],
    [{ title: 'TOP SECRET' }, ['gsc-top-secret']],
  ]);
});

describe('US classified', () => {
  table('us-classified', [
    [{ tags: ['TOP SECRET//SI'] }, ['us-top-secret: SI']],
    [{ tags: ['Confidential'] }, ['us-confidential']],
    [{ tags: ['TS//SI'] }, ['us-top-secret: SI']],
    [{ tags: ['S//NF'] }, ['us-secret: NF']],
    [{ tags: ['C//NF'] }, ['us-confidential: NF']],
    [{ tags: ['U // FOUO'] }, ['us-unclassified: FOUO']],
    [{ tags: ['S'] }, []],
    [{ tags: ['TS'] }, []],
    [{ tags: ['MY SECRET'] }, []],
    [{ tags: ['SECRETS'] }, []],
    [{ tags: ['SECRET NOFORN'] }, []],
    [{ tags: ['XS//NF'] }, []],
    [{ head: 'SECRET//NOFORN\n\nText' }, ['us-secret: NOFORN']],
    [{ head: 'SECRET//for staff\n\nText' }, ['us-secret']],
    [{ head: 'Secret//Noforn\n\nText' }, []],
    [{ title: 'SECRET//NOFORN: plan' }, ['us-secret: NOFORN']],
    [{ title: 'Re: TS//SI//NF plan' }, ['us-top-secret: NF + SI']],
    [{ title: 'UNCLASSIFIED//FOUO/LES plan' }, ['us-unclassified: FOUO + LES']],
    [{ title: 'CONFIDENTIAL//NF' }, ['us-confidential: NF']],
    [{ title: 'plan SECRET//NOFORN plan' }, []],
    [{ title: 'SECRET//nofornplan plan' }, ['us-secret']],
    [{ title: 'SECRET//NOFORN, plan' }, ['us-secret']],
    [{ title: 'S//NF plan' }, []],
    [{ head: '(TS//SI) First.\n\n(S) Second.' }, ['us-top-secret: SI']],
    [{ head: '(S) First.\n\n(S//NF) Second.\n\n(U) Third.' }, ['us-secret: NF']],
    [{ head: '(TS/SI) First.' }, []],
    [{ head: '(TSX) First.' }, []],
    [{ head: '(XTS//SI) First.' }, []],
    [{ head: '(U//FOUO) First.' }, ['us-unclassified: FOUO']],
    [{ tags: ['SECRET//A.B'] }, ['us-secret']],
    [{ head: 'UNCLASSIFIED\n\n(U) First.\n\n(S) Second.' }, ['us-secret', 'us-unclassified']],
    [{ head: 'SECRET\n\n(U//FOUO) First.\n\n(U) Second.' }, ['us-secret']],
    [{ head: 'SECRET\n\n(S//NF) First.' }, ['us-secret']],
  ]);
});

describe('US CUI', () => {
  const block = (text: string) => ({ foot: `Controlled by: NAVAIR\n${text}` });
  table('us-cui', [
    [{ tags: ['CUI'] }, ['cui']],
    [{ tags: ['cui'] }, ['cui']],
    [{ tags: ['CONTROLLED'] }, ['cui']],
    [{ tags: ['Controlled'] }, []],
    [{ tags: ['CUI//SP-CTI'] }, ['cui: SP-CTI']],
    [{ tags: ['CONTROLLED // TSCA'] }, ['cui: TSCA']],
    [{ tags: ['UNCLASSIFIED CUI'] }, ['cui']],
    [{ tags: ['UNCLASSIFIED CONTROLLED'] }, []],
    [{ tags: ['CONTROLLED TSCA'] }, []],
    [{ tags: ['CUI TSCA'] }, []],
    [{ tags: ['MY CUI'] }, []],
    [{ tags: ['Controlled Unclassified Information'] }, ['cui']],
    [{ tags: ['Contains CUI'] }, ['cui']],
    [{ tags: ['CUI: 2391045'] }, []],
    [{ head: 'Cui\n\nText' }, []],
    [{ head: 'CUI\n2391045' }, []],
    [{ head: 'Contains CUI\n\nText' }, ['cui']],
    [{ title: '[CUI//SP-CTI] plan' }, ['cui: SP-CTI']],
    [{ title: '[CUI] roster of Code unique inversion (CUI)' }, ['cui']],
    [{ title: 'plan (CUI) 2391045' }, []],
    [{ title: 'CUI//SP-CTI/EXPT//NF: plan' }, ['cui: EXPT + NF + SP-CTI']],
    [{ title: 'CONTROLLED//TSCA plan' }, ['cui: TSCA']],
    [{ title: 'CUI//SP-CTI/EXPT//NF plan' }, ['cui: EXPT + NF + SP-CTI']],
    [{ title: 'Re: CUI//SP-CTI' }, ['cui: SP-CTI']],
    [{ title: 'plan CUI//SP-CTI plan' }, []],
    [{ title: 'CUI//SP-CTI, plan' }, ['cui']],
    [{ head: '(CUI//SP-CTI) Roster.' }, ['cui: SP-CTI']],
    [block('CUI Category: CTI, EXPT'), ['cui: CTI + EXPT']],
    [block('CUI Categories : cti'), ['cui: CTI']],
    [block('CUI Category(ies): CTI'), ['cui: CTI']],
    [block('CUI Category: a.b'), ['cui']],
    [block('CUI Category:'), []],
    [block('My CUI Category: CTI'), []],
    [block('CUI Categorys: CTI'), []],
    [{ foot: 'CUI Category: CTI' }, []],
    [{ foot: 'Not controlled by: NAVAIR\nCUI Category: CTI' }, []],
    [{ head: 'CONTROLLED BY : NAVAIR\nPOC: x\nCUI Category: CTI' }, ['cui: CTI']],
    [{ head: 'Controlled by: NAVAIR', foot: 'CUI Category: CTI' }, ['cui: CTI']],
    [{ head: `${'x'.repeat(1_985)}\nControlled by: NAVAIR`, foot: 'CUI Category: CTI' }, ['cui: CTI']],
    [{ head: `${'x'.repeat(1_987)}\nControlled by: NAVAIR`, foot: 'CUI Category: CTI' }, []],
    [block(`CUI Category: CTI\n${'x'.repeat(1_960)}`), ['cui: CTI']],
    [block(`CUI Category: CTI\n${'x'.repeat(1_970)}`), []],
  ]);
});
