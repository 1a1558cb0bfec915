/** Where a mark counts, rule by rule, each on both sides of the line. */
import { describe, expect, it } from 'vitest';
import { DEFAULT_VOCABULARIES, type Marked, marksOf } from '../../../src/core/marking.ts';

const C = ['confidential'];
const I = ['internal'];
const R = ['restricted'];
const NONE: readonly string[] = [];

function labels(page: Partial<Marked>): readonly string[] {
  return marksOf({ title: '', tags: [], head: '', ...page }, [], DEFAULT_VOCABULARIES).map((mark) => mark.label);
}

type Row = readonly [text: string, expected: readonly string[]];

describe('a tag', () => {
  it.each<Row>([
    ['Confidential', C],
    ['CONFIDENTIAL', C],
    ['#confidential', C],
    ['strictly-confidential', R],
    ['🔒 Internal only', I],
    ['Confidential (12)', C],
    ['Confidential // HR', C],
    ['Confidential – HR only', C],
    ['Classification: Restricted', R],
    ['classification::internal', I],
    ['C3 – Vertraulich', C],
    ['Confidential (C3)', C],
    ['restricted-parking', NONE],
    ['not confidential', NONE],
    ['Confidential?', NONE],
    ['Confidential: no', NONE],
    ['Public or private', NONE],
    ['"Confidential"', NONE],
    ['Confidential talks with our counsellors', NONE],
  ])('%s', (tag, expected) => {
    expect(labels({ tags: [tag] })).toEqual(expected);
  });
});

describe('a title', () => {
  it.each<Row>([
    ['[Confidential] Budget', C],
    ['Budget [confidential]', C],
    ['[Acme][Confidential] budget', C],
    ['Re: FW: AW: (Restricted) keys', R],
    ['Confidential: budget', C],
    ['CONFIDENTIAL // budget', C],
    ['Confidential – budget', C],
    ['Budget – confidential', C],
    ['Budget - Internal - Confluence', I],
    ['Budget 2026 CONFIDENTIAL', C],
    ['CONFIDENTIAL Budget 2026', C],
    ['Q3_budget_CONFIDENTIAL.xlsx', C],
    ['[Classification: Restricted] keys', R],
    ['Confidential', C],
    ['Confidential budget', NONE],
    ['Is the budget confidential?', NONE],
    ['Confidential? No', NONE],
    ['Confidential: no', NONE],
    ['Not confidential', NONE],
    ['The word “Confidential” on our forms', NONE],
    ['Public - Private: which school?', NONE],
    ['main(internal)', NONE],
    ['internal: remove unused helpers', NONE],
    ['CONFIDENTIAL | English meaning - Cambridge Dictionary', NONE],
    ['Add a watermark as CONFIDENTIAL', NONE],
    ['KITCHEN CONFIDENTIAL', NONE],
    ['Confidential (magazine)', NONE],
    ['Confidential (draft)', C],
    ['INTERNAL SERVER ERROR', NONE],
  ])('%s', (title, expected) => {
    expect(labels({ title })).toEqual(expected);
  });
});

describe('a line of the head', () => {
  it.each<Row>([
    ['CONFIDENTIAL', C],
    ['Confidential.', C],
    ['*** Internal use only ***', I],
    ['- vertraulich -', C],
    ['> **Restricted**', R],
    ['[CONFIDENTIAL]', C],
    ['[Internal] Team, the meeting moves.', I],
    ['C O N F I D E N T I A L', C],
    ['ＣＯＮＦＩＤＥＮＴＩＡＬ', C],
    ['Confi\u200bden\u00adtial', C],
    ['Strictly\u00a0confidential', R],
    ['Confidential – do not forward', C],
    ['Confidential. Please do not share.', C],
    ['CONFIDENTIAL DO NOT COPY', C],
    ['Restricted // sev-team', R],
    ['Confidential | Board | 4 March 2025', C],
    ['Page 3 of 12 · Confidential', C],
    ['© 2025 Acme Inc. Confidential', C],
    ['© 2025 Acme. Confidential', C],
    ['ACME CONFIDENTIAL', C],
    ['CONFIDENTIAL MEMORANDUM', C],
    ['CONFIDENTIAL: Board minutes', C],
    ['Confidential: yes', C],
    ['Vertraulich / Confidential', C],
    ['Confidential: no', NONE],
    ['Confidential: Yes / No', NONE],
    ['Confidential?', NONE],
    ['This is not confidential.', NONE],
    ['NOT CONFIDENTIAL', NONE],
    ['NON-CONFIDENTIAL', NONE],
    ['FORMERLY CONFIDENTIAL', NONE],
    ['Confidential talks went on all night', NONE],
    ['Restricted stock units', NONE],
    ['Public holidays', NONE],
    ['Internal server error', NONE],
    ['"Confidential"', NONE],
    ['- Confidential', NONE],
    ['2. Confidential', NONE],
    ['Internal | External | Partners', NONE],
    ['Public | Private', NONE],
    ['Public, Internal, Confidential, Restricted', NONE],
    ['NOTARY PUBLIC', NONE],
    ['#internal', NONE],
  ])('%s', (line, expected) => {
    expect(labels({ head: `${line}\n\nThe text of the page.` })).toEqual(expected);
  });

  it('counts among the first four only', () => {
    expect(labels({ head: 'One\nTwo\nThree\nCONFIDENTIAL\nfive' })).toEqual(C);
    expect(labels({ head: 'One\nTwo\nThree\nFour\nCONFIDENTIAL' })).toEqual(NONE);
  });

  it('in small letters counts alone, and not inside a sentence that is broken into lines', () => {
    expect(labels({ head: 'Hello\n\nvertraulich\n\nText' })).toEqual(C);
    expect(labels({ head: 'Please keep it\nconfidential\nuntil Friday.' })).toEqual(NONE);
  });

  it('is no mark beside its opposite, or in an explanation of levels', () => {
    expect(labels({ head: 'Visibility\nPublic\nPrivate' })).toEqual(NONE);
    expect(labels({ head: 'External\nCONFIDENTIAL\n\nText' })).toEqual(C);
    expect(labels({ head: 'Type\nPublic\nTraded as\nNYSE' })).toEqual(NONE);
    expect(labels({ head: 'Our levels\nInternal\nFor staff.\nConfidential' })).toEqual(NONE);
    expect(labels({ head: 'CONFIDENTIAL\nINTERNAL USE ONLY\n\nText' })).toEqual(['confidential', 'internal']);
  });

  it('is no mark as the heading of a legal notice', () => {
    expect(labels({ foot: 'CONFIDENTIAL\nThis e-mail is intended for the addressee only.' })).toEqual(NONE);
    expect(labels({ foot: 'CONFIDENTIAL\n\nThis e-mail is intended for the addressee only.' })).toEqual(C);
  });
});

describe('a line of the foot', () => {
  it('counts among the last six', () => {
    expect(labels({ foot: 'Best\nTom\n\nRESTRICTED' })).toEqual(R);
    expect(labels({ foot: 'RESTRICTED\na\nb\nc\nd\ne\nf' })).toEqual(NONE);
  });
});

describe('a statement with a key', () => {
  it.each<Row>([
    ['Classification: Confidential', C],
    ['Classification level – Restricted', R],
    ['Document classification = internal', I],
    ['| Classification | Confidential |', C],
    ['Version: 1.0 | Classification: Confidential', C],
    ['Classification: Confidential – Investor use only', C],
    ['Klassifizierung: vertraulich', C],
    ['Vertraulichkeitsstufe: 3 – Streng vertraulich', R],
    ['Classification : Usage interne', I],
    ['Niveau de confidentialité : Diffusion restreinte', R],
    ['Classification de l’information : Confidentiel', C],
    ['Clasificación de la información: Uso interno', I],
    ['Livello di riservatezza: Strettamente riservato', R],
    ['Classificazione (Classification): Riservato', C],
    ['dcse_classification: CONFIDENTIAL', C],
    ['This document is classified as Confidential.', C],
    ['Dieses Dokument ist als VERTRAULICH eingestuft.', C],
    ['Classification: Secret', R],
    ['This page is for internal use only.', I],
    ['Sharing: Public', NONE],
    ['Sharing: Private', NONE],
    ['Classification: Mammalia', NONE],
    ['Classification: Restricted access only on weekdays', NONE],
    ['Classification: Public / Internal / Confidential / Restricted', NONE],
    ['Classification: not confidential', NONE],
    ['Visibility: public', NONE],
    ['Hazard classification: Restricted', NONE],
    ['Confidentiality: High', NONE],
  ])('%s', (line, expected) => {
    const above = 'A title\nOwner: People team\nVersion: 2\nReviewed: May\nStatus: final';
    expect(labels({ head: `${above}\n${line}\n\nText` })).toEqual(expected);
  });
});

describe('a declaration', () => {
  it.each<readonly [name: string, value: string, expected: readonly string[]]>([
    ['classification', 'Internal', I],
    ['data-classification', 'confidential', C],
    ['data-sensitivity', 'RESTRICTED', R],
    ['X-Classification', 'internal-use-only', I],
    ['document-classification', 'Confidential // HR', C],
    ['tlp', 'AMBER', ['tlp-amber']],
    ['classification', 'Education, Business', NONE],
    ['classification', 'none', NONE],
    ['data-classification', 'primary', NONE],
    ['description', 'Confidential', NONE],
    ['robots', 'internal', NONE],
  ])('%s = %s', (name, value, expected) => {
    expect(labels({ declared: [{ name, value }] })).toEqual(expected);
  });
});

describe('the word that is a mark in German and a trainee in English', () => {
  it('counts by the language of the text around it', () => {
    expect(labels({ title: '[Intern] Protokoll vom 3. März' })).toEqual(I);
    expect(labels({ title: '[Intern] Software Engineer, Summer 2026' })).toEqual(NONE);
    expect(labels({ head: 'Thanks for the report.', foot: 'Jane Doe\nIntern\nMarketing' })).toEqual(NONE);
  });

  it('counts as a tag by its capital alone, since text takes no mark from a tag', () => {
    expect(labels({ tags: ['Intern'], head: 'We are looking for you.' })).toEqual(I);
    expect(labels({ tags: ['intern'], head: 'Protokoll der Sitzung' })).toEqual(NONE);
  });
});

describe('a forwarded message', () => {
  it('keeps the mark of its subject, and of what it quotes', () => {
    const header = 'FYI\n\nFrom: CFO\nSent: Monday\nTo: Board\nSubject: [Confidential] numbers\n\nText';
    expect(labels({ head: header })).toEqual(C);
    expect(labels({ head: 'See below.\n\n> CONFIDENTIAL\n>\n> The numbers' })).toEqual(C);
  });
});

describe('a mark of no known level', () => {
  it.each<readonly [Partial<Marked>, readonly string[]]>([
    [{ tags: ['TLP:PURPLE'] }, ['unknown-mark']],
    [{ tags: ['Classification: Ultra'] }, ['unknown-mark']],
    [{ title: '[Sensitivity: Ultra] plan' }, ['unknown-mark']],
    [{ head: 'Security classification: Umbra\n\nText' }, ['unknown-mark']],
    [{ declared: [{ name: 'data-classification', value: 'ultra-secret' }] }, ['unknown-mark']],
    [{ tags: ['Label: blue'] }, NONE],
    [{ tags: ['Kingdom: Animalia'] }, NONE],
    [{ tags: ['classification: supervised'] }, NONE],
    [{ tags: ['TLP: power'] }, NONE],
    [{ head: 'Classification: Mammalia\n\nText' }, NONE],
    [{ tags: ['Classification: None'] }, NONE],
  ])('%o', (page, expected) => {
    expect(labels(page)).toEqual(expected);
  });
});
