/** What is said about a thing, told from what stands on it: each kind of saying on both sides of its line. */
import { describe } from 'vitest';
import {
  hasOpposite,
  isConsent,
  isDenial,
  isFormer,
  isOpposite,
  isProse,
  isUnfinished,
  speaksEnglish,
} from '../../../src/core/marking/prose.ts';
import { told } from './told.ts';

describe('a sentence or question', () => {
  told(
    isProse,
    [
      'It is new',
      'Das ist neu',
      'Warum denn',
      'Elle dit',
      'Debe verse',
      'Questo documento',
      'Il piano è nuovo',
      'È nuovo',
      'New?',
      'New! ',
      'one two three four five six seven eight nine',
      'Bob said',
    ],
    [
      'Board minutes',
      'Was? minutes'.slice(5),
      'one two three four five six seven eight',
      'caffè nero',
      'ènuovo',
      'new! minutes',
    ],
  );
});

describe('a word that takes a level back', () => {
  told(isFormer, ['formerly', 'Declassified', 'Früher', 'anciennement', 'già', 'ex'], ['former', 'ex-board', 'now']);
});

describe('a text that breaks off', () => {
  told(
    isUnfinished,
    ['A guide to', 'not', 'Leitfaden für', 'guide de', 'guía sobre', 'guida di'],
    ['A guide', 'toe', 'onto', 'to Rome', ''],
  );
});

describe('a denial', () => {
  told(
    isDenial,
    ['no', 'No.', 'Nein!', 'N/A', 'NA', 'no longer', 'ya no', 'non più'],
    ['no bonus', 'casino', 'no..', ''],
  );
});

describe('a consent', () => {
  told(isConsent, ['yes', 'Ja!', 'Oui.', 'Sí', 'X', '✓'], ['yes we can', 'boyes', 'yes..', '']);
});

describe('an opposite', () => {
  told(
    isOpposite,
    ['Private', 'External partners', 'extern', 'privée', 'Externo'],
    ['Privately', 'Not private', 'Externals'],
  );
});

describe('a name that has an opposite', () => {
  told(
    hasOpposite,
    ['Public', 'Publique', 'Öffentlich', 'Pubblico', 'Intern', 'Restricted'],
    ['Republic', 'Confidential', 'Publish'],
  );
});

describe('a text in English', () => {
  told(
    speaksEnglish,
    ['Thanks for the report', 'The Intern', 'der Report for the students'],
    ['Protokoll vom 3. März', 'der the', 'Intern', '', 'Das ist for die Intern'],
  );
});
