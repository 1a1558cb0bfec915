/** What may stand beside a mark, and legal notices, which may not: each on both sides of its line. */
import { describe } from 'vitest';
import { isFurniture, isHandling, isInstruction, isLegal, standsBeside } from '../../../src/core/marking/prose.ts';
import { told } from './told.ts';

describe('a legal notice', () => {
  told(
    isLegal,
    [
      'For the intended recipient',
      'These messages are private',
      'You have received it by mistake or in error',
      'Diese E-Mail ist vertraulich',
      'Nur für die bezeichneten Adressaten',
      'Ce courriel est confidentiel',
      'Reçu par erreur',
      'Este mensaje es confidencial',
      'Información contenida aquí',
      'Questo messaggio è riservato',
      'La presente comunicazione',
    ],
    ['For the recipient', 'Received this week and printed in a hurry without any error', 'Messages', 'Destination'],
  );
});

describe('an instruction', () => {
  told(
    isInstruction,
    [
      'do not forward',
      'Please do not share',
      'Don’t copy',
      'never print it',
      'not for distribution',
      'not for public release',
      'handle with care',
      'for internal use',
      'internal use',
      'for your eyes only',
      'bitte nicht weitergeben',
      'nur für den internen Gebrauch',
      'nur zum Dienstgebrauch',
      'merci de ne pas diffuser',
      'à ne pas copier',
      'pour usage interne',
      'diffusion limitée',
      'por favor no reenviar',
      'solo para uso interno',
      'uso exclusivo',
      'si prega di non inoltrare',
      'solo per uso interno',
      'vietata la copia',
      `do not forward ${'x'.repeat(105)}`,
    ],
    [
      'forward',
      'we do not forward it',
      'do not forwarding',
      'not for the public release',
      'nur mal so',
      'use interno',
      'do not forward this e-mail',
      `do not forward ${'x'.repeat(106)}`,
    ],
  );
});

describe('handling', () => {
  told(
    isHandling,
    [
      'do not forward',
      'no distribution',
      'for the board',
      'Board only',
      'HR and Legal only',
      'eyes only',
      'need-to-know',
      'draft',
      'all rights reserved',
      'limited to members',
      'nicht zur Weitergabe',
      'nur für Benannte',
      'Entwurf 2',
      'réservé à la direction',
      'uniquement la direction',
      'solo dirección',
      'para uso del consejo',
      'borrador',
      'esclusivo per soci',
      'bozza',
      `draft ${'x'.repeat(114)}`,
    ],
    [
      'this is for the board',
      'The board',
      'draft is attached',
      'draft ist da',
      'draft son tres',
      'drafts',
      'Only the board',
      'only by lottery, they say, in our hall, members only',
      'draft of this e-mail',
      `draft ${'x'.repeat(115)}`,
    ],
  );
});

describe('furniture of headers and footers', () => {
  told(
    isFurniture,
    [
      'Page 3',
      'Seite 3 von 12',
      'S.3',
      'p. 3 of 4',
      '3',
      '3 of 12',
      '12/04/2025',
      '4 / 12',
      '10 von 12',
      'v1.2',
      'Version 2 (final)',
      'version. 2',
      'ver. 2',
      '3 of12',
      'Rev.B',
      'Rev. B',
      'Rev B',
      'rev3',
      'rev. 12345',
      'Revision 12',
      '© Acme',
      '(c) Acme',
      'Copyright Acme',
      'Acme GmbH',
      'Acme Inc.',
      'Acme Inc., 2025',
      'Acme S.p.A.',
      '  Page 3  ',
      `${'a'.repeat(59)} Inc`,
    ],
    [
      'Page',
      'My page 3',
      'Board',
      '3 members',
      '3 of',
      'vest',
      'a v1',
      'Review',
      'Rev abcdef',
      'Revenue',
      'My rev. B',
      'Copyrights',
      'GmbH',
      'Acme GmbH Board',
      'Acme Incorporated',
      'Acme Inc., 20255',
      `${'a'.repeat(61)} Inc`,
    ],
  );
});

describe('a text that may stand beside a mark', () => {
  told(
    standsBeside,
    ['do not forward', 'for the board', 'Page 3', 'Board minutes', 'That is Acme Inc.', 'Die ist von Acme GmbH'],
    ['intended recipient', 'It is new', 'New?'],
  );
});
