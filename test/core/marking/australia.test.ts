/** Australian protective markings: suffixes, headers and banners, each on both sides of its grammar. */
import { describe, expect, it } from 'vitest';
import { type Mark, type Marked, marksOf } from '../../../src/core/marking.ts';

function read(page: Partial<Marked>): readonly Mark[] {
  return marksOf({ title: '', tags: [], head: '', ...page }, [], ['australia']);
}

const mark = (label: string, ...categories: readonly string[]): Mark => ({ label, categories });

describe('a suffix', () => {
  it.each<readonly [string, readonly Mark[]]>([
    ['Plan [SEC=UNOFFICIAL]', [mark('au-unofficial')]],
    ['Plan [SEC=UNCLASSIFIED]', [mark('au-official')]],
    ['Plan [sec=official: sensitive]', [mark('au-official-sensitive')]],
    ['Plan [SEC=O:S]', [mark('au-official-sensitive')]],
    ['Plan [SEC=TOP-SECRET] more', [mark('au-top-secret')]],
    ['Plan [SEC=PROTECTED , CAVEAT = SH:CABINET ,ACCESS=legal]', [mark('au-protected', 'CABINET', 'LEGAL')]],
    ['Plan [SEC=PROTECTED,CAVEAT=C:A,CAVEAT=RI:REL:X]', [mark('au-protected', 'A', 'REL:X')]],
    ['Plan [SEC=PROTECTED, CAVEAT=ABC:D]', [mark('au-protected', 'ABC:D')]],
    ['Plan [SEC=PROTECTED, note, 3ACCESS=x, MY ACCESS=y]', [mark('au-protected')]],
    ['Plan [DLM=Sensitive:Legal]', [mark('au-official-sensitive')]],
    ['Plan [DLM=Sensitive, SEC=SECRET]', [mark('au-secret')]],
    ['Plan [SEC=OFFICIAL] [SEC=SECRET]', [mark('au-official'), mark('au-secret')]],
    ['Plan [SEC=ULTRA]', [mark('unknown-mark')]],
    ['Plan [SEC=ULTRA, CAVEAT=SH:X]', [mark('unknown-mark')]],
    ['Plan [ACCESS=SECRET]', []],
    ['Plan [SEC=]', []],
    [`${'x'.repeat(1_985)} [SEC=SECRET]`, [mark('au-secret')]],
    [`${'x'.repeat(1_990)} [SEC=SECRET]`, []],
  ])('%j', (title, expected) => {
    expect(read({ title })).toEqual(expected);
  });
});

describe('a header', () => {
  const fields = 'VER=2018.4, NS=gov.au, SEC=SECRET';
  it.each<readonly [Partial<Marked>, readonly Mark[]]>([
    [{ declared: [{ name: 'X-Protective-Marking', value: fields }] }, [mark('au-secret')]],
    [{ declared: [{ name: 'Protective-Marking-X', value: fields }] }, []],
    [{ head: `From: x\nX-Protective-Marking: ${fields}` }, [mark('au-secret')]],
    [{ head: `x-protective-marking:${fields}` }, [mark('au-secret')]],
    [{ head: `My X-Protective-Marking: ${fields}` }, []],
    [{ head: `${'x'.repeat(1_960)}\nX-Protective-Marking: SEC=SECRET` }, [mark('au-secret')]],
    [{ head: `${'x'.repeat(1_970)}\nX-Protective-Marking: SEC=SECRET` }, [mark('unknown-mark')]],
    [{ head: `${'x'.repeat(1_990)}\nX-Protective-Marking: SEC=SECRET` }, []],
  ])('%j', (page, expected) => {
    expect(read(page)).toEqual(expected);
  });

  it('is read for 2,000 signs', () => {
    const value = (length: number) => `${'A=B, '.repeat(length)}SEC=SECRET`;
    expect(read({ declared: [{ name: 'x-protective-marking', value: value(398) }] })).toEqual([mark('au-secret')]);
    expect(read({ declared: [{ name: 'x-protective-marking', value: value(399) }] })).toEqual([mark('unknown-mark')]);
  });
});

describe('a banner', () => {
  it.each<readonly [Partial<Marked>, readonly Mark[]]>([
    [{ head: 'OFFICIAL: Sensitive\n\nText' }, [mark('au-official-sensitive')]],
    [{ head: 'OFFICIAL:Sensitive\n\nText' }, [mark('au-official-sensitive')]],
    [{ head: 'OFFICIAL :SENSITIVE\n\nText' }, [mark('au-official-sensitive')]],
    [{ head: 'OFFICIAL: Sensitive matters\n\nText' }, []],
    [{ head: 'TOP-SECRET//AUSTEO\n\nText' }, [mark('au-top-secret', 'AUSTEO')]],
    [{ head: 'SECRET // AUSTEO/AGAO\n\nText' }, [mark('au-secret', 'AGAO', 'AUSTEO')]],
    [{ head: 'PROTECTED CABINET\n\nText' }, [mark('au-protected', 'CABINET')]],
    [{ head: 'PROTECTED NATIONAL CABINET\n\nText' }, [mark('au-protected', 'NATIONAL CABINET')]],
    [{ head: 'PROTECTED CABINETS\n\nText' }, []],
    [{ head: 'PROTECTED PLANT\n\nText' }, []],
    [{ tags: ['SECRET//A.B'] }, [mark('au-secret')]],
    [{ tags: ['Secret'] }, [mark('au-secret')]],
    [{ tags: ['secret'] }, []],
    [{ tags: ['sECRET'] }, []],
    [{ tags: ['Sensitive'] }, []],
    [{ tags: ['Official: Sensitive'] }, [mark('au-official-sensitive')]],
    [{ tags: ['Official'] }, [mark('au-official')]],
    [{ tags: ['Unofficial'] }, []],
    [{ tags: ['Classification: secret'] }, [mark('au-secret')]],
    [{ head: 'Secret\n\nText' }, []],
    [{ title: '[OFFICIAL:Sensitive] plan' }, [mark('au-official-sensitive')]],
    [{ title: '[Official:Sensitive] plan' }, []],
  ])('%j', (page, expected) => {
    expect(read(page)).toEqual(expected);
  });
});
