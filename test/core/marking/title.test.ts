/** Where a mark counts in a title, and titles that speak of the word instead of standing under it. */
import { describe, expect, it } from 'vitest';
import { isAbout, subjectOf, titleReadings, titleStatements } from '../../../src/core/marking/title.ts';
import { told } from './told.ts';

describe('what is put before a subject goes', () => {
  it.each<readonly [string, string]>([
    ['Re: plan', 'plan'],
    ['RE[2]: plan', 'plan'],
    ['Re[12] : plan', 'plan'],
    ['AW:WG:  plan', 'plan'],
    ['Antwort: [EXTERNAL] Fwd: plan', 'plan'],
    ['[External] plan', 'plan'],
    ['[extern: be careful] plan', 'plan'],
    ['[List]plan', 'plan'],
    [`[ext${'x'.repeat(20)}] plan`, 'plan'],
    [`[ext${'x'.repeat(21)}] plan`, `[ext${'x'.repeat(21)}] plan`],
    ['[Re] plan', '[Re] plan'],
    ['Re[x]: plan', 'Re[x]: plan'],
    ['Report: plan', 'Report: plan'],
    ['My re: plan', 'My re: plan'],
    ['x'.repeat(501), 'x'.repeat(500)],
  ])('%j: %j', (title, expected) => {
    expect(subjectOf(title)).toBe(expected);
  });
});

describe('a title about a word', () => {
  told(
    isAbout,
    [
      'Secret - Wikipedia',
      'What is secret',
      'Secret explained',
      'Geheim: Bedeutung, Rechtschreibung',
      'Que signifie secret',
      'Secreto: significado',
      'Che cosa significa segreto',
      'Cosa significa segreto',
      'Secret: definition',
      'Secret | définition',
      'Secret – Definition and use',
      'Secret - definition',
      'Secret — definitions',
      'Secret: definition | Dict',
      'Secret: definition : Dict',
    ],
    [
      'Secret',
      'Secret meaningful plan',
      'Bonus definition',
      'Secret: definition of it',
      'Secret: definitive plan',
      'Secret: definition and use of it',
      'Secret—definition',
      'Secret -definition',
    ],
  );
});

describe('a title', () => {
  it.each<readonly [string, readonly string[]]>([
    ['[Secret] plan', ['bracket Secret', 'title plan']],
    ['plan (Secret | HR)', ['bracket Secret | HR', 'bracket Secret', 'bracket HR', 'title plan']],
    ['Re: Secret', ['title Secret']],
    ['Secret – plan', ['title Secret', 'title plan']],
    ['Secret // plan', ['title Secret', 'title plan', 'prefix Secret']],
    ['Secret: plan', ['prefix Secret', 'title Secret: plan']],
    ['*Secret* : plan', ['prefix Secret', 'title Secret : plan']],
    ['Secret: no', ['title Secret: no']],
    ['Secret: this message', ['title Secret: this message']],
    ['a: plan', ['title a: plan']],
    ['ab:plan', ['prefix ab', 'title ab:plan']],
    [`${'a'.repeat(60)}: b`, [`prefix ${'a'.repeat(60)}`, `title ${'a'.repeat(60)}: b`]],
    [`${'a'.repeat(61)}: b`, [`title ${'a'.repeat(61)}: b`]],
    ['plan SECRET', ['title plan SECRET', 'title ~SECRET']],
    ['KITCHEN SECRET', ['title KITCHEN SECRET']],
    ['Secret (magazine)', ['bracket magazine']],
    ['Secret (2nd)', ['bracket 2nd']],
    ['Secret (draft)', ['bracket draft', 'title Secret']],
    ['Secret (film 2019)', ['bracket film 2019', 'title Secret']],
    ['Secret (2nd plan', ['title Secret (2nd plan']],
    ['Secret (magazine) plan', ['bracket magazine', 'title Secret   plan']],
    ['Secret (Magazine)', ['bracket Magazine', 'title Secret']],
    ['Secret - Wikipedia', []],
    ['[Secret] what is it', ['bracket Secret']],
    ['internal – C# reference', []],
    ['Internal – C# reference', ['title Internal', 'title C# reference']],
    ['internal – board', ['title internal', 'title board']],
    ['C# internal – Keyword', ['title C# internal', 'title Keyword']],
    ['internal keyword', ['title internal keyword']],
    ['Q3_plan_SECRET.pdf', ['title Q3_plan_SECRET.pdf', 'title ~Q3', 'title ~SECRET']],
    ['plan_SECRET.v2.tar.gz', ['title plan_SECRET.v2.tar.gz', 'title ~SECRET']],
    ['plan_SECRET.V2.gz', ['title plan_SECRET.V2.gz', 'title ~SECRET', 'title ~V2']],
    ['plan_SECRET_PDF.PDF', ['title plan_SECRET_PDF.PDF', 'title ~SECRET', 'title ~PDF']],
    ['plan_SECRET.p', ['title plan_SECRET.p']],
    ['plan_SECRET.backup', ['title plan_SECRET.backup']],
    ['plan_SECRET', ['title plan_SECRET']],
    ['plan.SECRET.pdf', ['title plan.SECRET.pdf']],
    ['my plan_SECRET.pdf', ['title my plan_SECRET.pdf']],
  ])('%j', (title, expected) => {
    const found = titleReadings(title).map(({ spot, faint, text }) => `${spot} ${faint ? '~' : ''}${text}`);
    expect(found).toEqual(expected);
  });

  it('of more than twelve parts is a list', () => {
    const letters = [...'ABCDEFGHIJKL'];
    expect(titleReadings(letters.join(' - ')).map(({ text }) => text)).toEqual(letters);
    expect(titleReadings([...letters, 'M'].join(' - '))).toEqual([]);
  });

  it('knows the other parts beside each', () => {
    const [first, second, third] = titleReadings('Secret // plan');
    expect(first).toEqual({ text: 'Secret', beside: ['plan'], faint: false, spot: 'title' });
    expect(second).toEqual({ text: 'plan', beside: ['Secret'], faint: false, spot: 'title' });
    expect(third).toEqual({ text: 'Secret', beside: [], faint: false, spot: 'prefix' });
    expect(titleReadings('Secret: plan')[0]).toEqual({ text: 'Secret', beside: [], faint: false, spot: 'prefix' });
    expect(titleReadings('plan_SECRET.pdf')[1]).toEqual({ text: 'SECRET', beside: [], faint: true, spot: 'title' });
  });

  it('states with a key in brackets and between separators', () => {
    expect(titleStatements('Re: [Classification: A] plan – Sensitivity: B [x]')).toEqual([
      'Classification: A',
      'Sensitivity: B',
    ]);
    expect(titleStatements('[Secret] plan')).toEqual([]);
  });
});
