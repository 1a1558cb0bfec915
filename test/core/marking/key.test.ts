/** What announces a level: keys in five languages, and the sentences that are nothing but a mark. */
import { describe, expect, it } from 'vitest';
import { fold } from '../../../src/core/marking/fold.ts';
import { isKey, isSureKey, isWeakKey, keyed } from '../../../src/core/marking/key.ts';

describe('a key', () => {
  it.each<readonly [string, boolean]>([
    ['Classification', true],
    ['Data classification level', true],
    ['Company confidentiality', true],
    ['Email classified', true],
    ['sensitivity label', true],
    ['Handling', true],
    ['Handling status', true],
    ['Security level', true],
    ['This e-mail', true],
    ['This page', true],
    ['TLP level', true],
    ['Traffic Light Protocol', true],
    ['Traffic Light Protocol TLP', true],
    ['Dokumentenklassifizierung', true],
    ['Dokumentklasse', true],
    ['Einstufung', true],
    ['Vertraulichkeit', true],
    ['Schutzbedarf', true],
    ['Verteiler', true],
    ['Niveau de confidentialité', true],
    ['Classification du document', true],
    ['Degré de protection de l’information', true],
    ['Classification de l’information', true],
    ['Mention', true],
    ['Nivel de clasificación', true],
    ['Confidencialidad', true],
    ['Clasificación de la información', true],
    ['Etiqueta', true],
    ['Livello di riservatezza', true],
    ['Classificazione delle informazioni', true],
    ['Classificazione del documento', true],
    ['Sensibilità documento', true],
    ['Etichetta', true],
    ['dcse_classification', true],
    ['Doc_Sensitivity', true],
    ['dcse-x_classification', false],
    ['dcse_classification_date', false],
    ['The classification', false],
    ['Classification of birds', false],
    ['Data', false],
    ['Page', false],
    ['', false],
  ])('%j: %s', (text, expected) => {
    expect(isKey(text)).toBe(expected);
  });

  it.each([
    'Data classification',
    'Document marking label',
    'Sensitivity label',
    'Confidentiality level',
    'Protective marking',
    'Vertraulichkeitsstufe',
    'Geheimhaltungsgrad',
    'Sicherheitseinstufung',
    'Dokumentenklassifizierung',
    'Niveau de sensibilité',
    'Mention de protection',
    'Nivel de confidencialidad',
    'Clasificación de seguridad',
    'Etiqueta de sensibilidad',
    'Livello di classificazione',
    'Classificazione delle informazioni',
    'Etichetta di riservatezza',
  ])('%s can mean nothing but protection', (text) => {
    expect(isSureKey(text)).toBe(true);
    expect(isKey(text)).toBe(true);
    expect(isWeakKey(fold(text))).toBe(false);
  });

  it.each(['Classification', 'My data classification', 'Data classification of birds', 'Sharing', ''])(
    '%s can mean something else',
    (text) => {
      expect(isSureKey(text)).toBe(false);
    },
  );

  it('of settings and shipping is weak, but for those of protection', () => {
    for (const key of [
      'label',
      'handling',
      'distribution',
      'sharing',
      'verteiler',
      'diffusion',
      'mention',
      'etichetta',
    ])
      expect([key, isWeakKey(key)]).toEqual([key, true]);
    for (const key of ['classification', 'sensitivity', 'document marking label', 'labels', 'unlabel', ''])
      expect([key, isWeakKey(key)]).toEqual([key, false]);
  });
});

describe('a key and its value', () => {
  it.each<readonly [string, string, string, boolean]>([
    ['Classification: Ultra', 'classification', 'Ultra', false],
    ['Classification:: Ultra', 'classification', 'Ultra', false],
    ['Classification = Ultra', 'classification', 'Ultra', false],
    ['Classification|Ultra', 'classification', 'Ultra', false],
    ['Classification — Ultra', 'classification', 'Ultra', false],
    ['Classification – Ultra', 'classification', 'Ultra', false],
    ['Classification - Ultra', 'classification', 'Ultra', false],
    ['Classification → Ultra', 'classification', 'Ultra', false],
    ['* **Classification:** *Ultra* *', 'classification', 'Ultra', false],
    ['Classificazione (Classification): Ultra', 'classificazione', 'Ultra', false],
    ['Classificazione (Classification) : Ultra', 'classificazione', 'Ultra', false],
    ['Document_classification: Ultra', 'document classification', 'Ultra', true],
    ['Classification de l’information : Ultra', 'classification de l information', 'Ultra', false],
    ['Niveau de confidentialité: C3 (Ultra)', 'niveau de confidentialite', 'C3 (Ultra)', true],
    ['Classificazione STRETTAMENTE RISERVATO', 'classificazione', 'STRETTAMENTE RISERVATO', false],
    ['Classification ULTRA', 'classification', 'ULTRA', false],
    ['Classification TLP:RED', 'classification', 'TLP:RED', false],
  ])('%j', (text, key, value, sure) => {
    expect(keyed(text)).toEqual({ key, value, sure });
  });

  it.each([
    'Classification',
    'Classification:',
    'Classification Ultra',
    'Classification-Ultra',
    'Classification ULTra',
    'Classification ULT',
    `Classification ${'A'.repeat(61)}`,
    'A classification ULTRA',
    '3Classification: Ultra',
    'Classification (2): Ultra',
    'Kingdom: Animalia',
    'CLASSIFICATION ULTRA',
  ])('not in %j', (text) => {
    expect(keyed(text)).toBeNull();
  });

  it('is looked for in 300 signs', () => {
    const text = `Classification: ${'a'.repeat(284)}`;
    expect(keyed(text)?.value).toBe('a'.repeat(284));
    expect(keyed(`${text}a`)).toBeNull();
  });
});

describe('a sentence that is nothing but a mark', () => {
  it.each<readonly [string, string]>([
    ['This document is classified as Ultra', 'Ultra'],
    ['This document is classified: Ultra', 'Ultra'],
    ['This page has been labelled Ultra', 'Ultra'],
    ['Marked as Ultra', 'Ultra'],
    ['Labeled: Ultra', 'Ultra'],
    ['Dieses Dokument ist als Ultra eingestuft', 'Ultra'],
    ['Als Ultra gekennzeichnet', 'Ultra'],
    ['Dieser Bericht ist als Ultra eingestuft', 'Ultra'],
    ['Eingestuft Ultra', 'Ultra'],
    ['Diese Seite ist klassifiziert als Ultra', 'Ultra'],
    ['Eingestuft als: Ultra', 'Ultra'],
    ['Ce document est classé comme Ultra', 'Ultra'],
    ['Cette page est classée Ultra', 'Ultra'],
    ['Classé Ultra', 'Ultra'],
    ['Este documento está clasificado como Ultra', 'Ultra'],
    ['Esta página esta clasificada Ultra', 'Ultra'],
    ['Clasificado: Ultra', 'Ultra'],
    ['Questo documento è classificato come Ultra', 'Ultra'],
    ['Questa pagina e classificata Ultra', 'Ultra'],
    ['Classificato come Ultra', 'Ultra'],
    ['Please treat this as Ultra', 'Ultra'],
    ['Bitte behandeln Sie diese Nachricht als Ultra', 'Ultra'],
    ['Bitte behandeln Sie dies als Ultra', 'Ultra'],
    ['This report is TLP:AMBER', 'TLP:AMBER'],
    ['Dieses Dokument ist VERTRAULICH', 'VERTRAULICH'],
    ['Ce document est CONFIDENTIEL', 'CONFIDENTIEL'],
    ['Este documento es CONFIDENCIAL', 'CONFIDENCIAL'],
    ['Questo documento è RISERVATO', 'RISERVATO'],
    ['Este documento está RESTRINGIDO', 'RESTRINGIDO'],
    ['This page is for internal use only', 'for internal use only'],
    ['Dieses Papier ist nur zum internen Gebrauch', 'nur zum internen Gebrauch'],
    ['Ce document est pour usage strictement interne', 'pour usage strictement interne'],
    ['Este documento es para uso interno', 'para uso interno'],
  ])('%j', (text, value) => {
    expect(keyed(text)).toEqual({ key: '', value, sure: false });
  });

  it.each([
    'This e-mail is confidential',
    'THIS DOCUMENT IS SECRET',
    'This is SECRET',
    'I think this report is SECRET',
    'This report is SECRET. Not that one',
    'He said: this document is classified as Ultra',
    'We have als Ultra eingestuft',
    'Dieses Dokument ist als Ultra eingestuft worden',
    'Yes, marked as Ultra',
    'So ist es eingestuft als Ultra',
    'Un film classé Ultra',
    'Fue clasificado como Ultra',
    'Era classificato come Ultra',
    'They ask: please treat this as Ultra',
    'This tool is for internally used code',
    'This page is for reuse internally',
    'This page is 42',
  ])('not %j', (text) => {
    expect(keyed(text)).toBeNull();
  });
});
