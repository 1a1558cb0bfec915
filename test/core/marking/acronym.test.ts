/** Acronyms that are explained, and the other things called CUI, told from the marking, on both sides of each rule. */
import { describe, expect, it } from 'vitest';
import { beginsSpelled, endsSpelled, isExplained } from '../../../src/core/marking/acronym.ts';
import { type Marked, marksOf, type VocabularyId } from '../../../src/core/marking.ts';

function labels(page: Partial<Marked>, vocabularies: readonly VocabularyId[] = ['us-cui']): readonly string[] {
  return marksOf({ title: '', tags: [], head: '', ...page }, [], vocabularies).map((mark) => mark.label);
}

type Row = readonly [text: string, marked: boolean];

describe('a paragraph that begins with (CUI)', () => {
  it.each<Row>([
    ['(CUI) The roster is attached.', true],
    ['(CUI) roster of the depot', true],
    ['(CUI) CUI is marked like this.', true],
    ['(CUI//SP-CTI) is the marking of page 2.', true],
    ['CUI\n(CUI) is missing on page 2.', true],
    ['The roster follows.\n\n(CUI) Names and dates.', true],
    ['(CUI) is the number of the project.', false],
    ['(CUI) es el número del proyecto.', false],
    ['(CUI) désigne un contrat.', false],
    ['(CUI) Código Único de Inversiones', false],
    ['(CUI) controlled unclassified information', false],
    ['The rules on Controlled Unclassified Information\n(CUI) help agencies share.', false],
    ['The course is about the\n(CUI) program.', false],
  ])('%j', (head, marked) => {
    expect(labels({ head })).toEqual(marked ? ['cui'] : []);
  });

  it('has brothers among the portions of classified text', () => {
    const head = (text: string) => labels({ head: text }, ['us-classified']);
    expect(head('(TS) Two ships left the port.')).toEqual(['us-top-secret']);
    expect(head('La tarjeta sanitaria\n(TS) es gratuita.')).toEqual([]);
  });
});

describe('a line with CUI', () => {
  it.each<Row>([
    ['CUI', true],
    ['CUI | Page 3', true],
    ['CUI | 2025-03-04', true],
    ['CUI | 20250304', true],
    ['CUI | 04.03.2025', true],
    ['CUI | 301-555-0142', true],
    ['CUI | N00024-20-C-5201', true],
    ['CUI | FA8650-20-2-5201', true],
    ['CUI - 2025-2026', true],
    ['CUI - Controlled Unclassified Information', true],
    ['CUI\n\n4482910', true],
    ['CUI | 2391045', false],
    ['CUI – 2456 78901 0101', false],
    ['CUI | RO14399840', false],
    ['CUI | n.º 2391045', false],
    ['CUI nr. 14399840 | Cluj', false],
    ['CUI\n2391045', false],
    ['CUI: Código Único de Inversiones', false],
    ['CUI – Conversational User Interface', false],
  ])('%j', (head, marked) => {
    expect(labels({ head })).toEqual(marked ? ['cui'] : []);
  });
});

describe('a title with CUI', () => {
  it.each<Row>([
    ['CUI: test results', true],
    ['Roster (CUI)', true],
    ['(CUI) Roster', true],
    ['Controlled Unclassified Information (CUI) - roster', true],
    ['Annex A - Controlled Unclassified Information (CUI)', true],
    ['[CUI] Project CUI 2456789 in Peru', true],
    ['CUI: 2456789 camino vecinal', false],
    ['Camino vecinal (CUI) 2456789', false],
    ['Código Único de Inversiones (CUI)', false],
    ['Handling Controlled Unclassified Information (CUI)', false],
    ['(CUI) es el código del proyecto', false],
  ])('%j', (title, marked) => {
    expect(labels({ title })).toEqual(marked ? ['cui'] : []);
  });
});

describe('an acronym is explained', () => {
  it.each([
    'is a number',
    'are numbers',
    'means nothing',
    'mean nothing',
    'ist eine Nummer',
    'heißt Nummer',
    'est un contrat',
    'était un contrat',
    'es un número',
    'è un numero',
    'sono numeri',
  ])('by the sentence that begins behind it: %s', (behind) => {
    expect(isExplained('CUI', behind, '')).toBe(true);
  });

  it.each(['isolated', 'Is it ready?', 'This is new', 'the number'])('not by: %s', (behind) => {
    expect(isExplained('CUI', behind, '')).toBe(false);
  });

  it('by its words, behind it or right above', () => {
    expect(isExplained('CUI', 'conversational user interface', '')).toBe(true);
    expect(isExplained('CUI', 'helps', 'a conversational user interface')).toBe(true);
    expect(isExplained('CUI', 'helps', 'conversational user interfaces talk')).toBe(false);
    expect(isExplained('CUI', 'helps', 'All about the')).toBe(true);
    expect(isExplained('CUI', 'helps', 'All about us')).toBe(false);
  });
});

describe('the words of an acronym', () => {
  it.each<readonly [string, string, boolean]>([
    ['Conversational User Interface', 'CUI', true],
    ['código de los usos e inversiones', 'cui', true],
    ['Conversational  –  "user" interface', 'CUI', true],
    ['a conversational user interface', 'CUI', false],
    ['Top secret', 'TS', false],
    [`Conversational ${'u'.repeat(143)} i`, 'CUI', true],
    [`Conversational ${'u'.repeat(144)} i`, 'CUI', false],
  ])('%j begins with those of %s: %s', (text, acronym, expected) => {
    expect(beginsSpelled(text, acronym)).toBe(expected);
  });

  it.each<readonly [string, string, boolean]>([
    ['This is a Conversational User Interface', 'CUI', true],
    ['Conversational user interfaces talk', 'CUI', false],
    ['This is top secret', 'TS', false],
    [`conversational user ${'i'.repeat(140)}`, 'CUI', true],
    [`conversational user ${'i'.repeat(160)}`, 'CUI', false],
  ])('%j ends with those of %s: %s', (text, acronym, expected) => {
    expect(endsSpelled(text, acronym)).toBe(expected);
  });
});
