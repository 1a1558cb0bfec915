/** The lines of a body that say something, and which of them may be a banner. */
import { describe, expect, it } from 'vitest';
import { isListItem, linesOf, mayBeBanner, subjectsIn } from '../../../src/core/marking/lines.ts';
import { told } from './told.ts';

const texts = (text: string) => linesOf(text).map((line) => line.text);

describe('the lines of a text', () => {
  it.each<readonly [string, string, readonly string[]]>([
    ['end in any way', 'a\nb\r\nc\rd', ['a', 'b', 'c', 'd']],
    ['are without blank and ruled ones', 'a\n\n ---\n***\nb', ['a', 'b']],
    ['are without signs of quotation', '> a\n>> b\n> > c\n>\nd > e', ['a', 'b', 'c', 'd > e']],
    ['of a comment are without its stars', '/*\n * a\n * > b\n */', ['/', 'a', '> b', '/']],
    ['of other texts keep them', '* a\nb', ['* a', 'b']],
    ['of a comment that begins within a line keep them', 'x /*\n* a', ['x /', '* a']],
    [
      'are without mail headers',
      'From: Bob\nTo : Eve\nsent: now\nReply-To: x\nGesendet: jetzt\nEnviado: x\nData: y\nCc:',
      [],
    ],
    ['are without subjects', 'Subject: a\nBetreff : b\nObjet: c\nAsunto: d\nOggetto: e', []],
    ['of a comment glued to a word keep them', 'x/*\n* a', ['x/', '* a']],
    ['of a comment keep stars within', '/*\n * a * b', ['/', 'a * b']],
    ['keep a subject without text, and one within a line', 'Subject:\nThe subject: a', ['Subject:', 'The subject: a']],
    ['keep what only begins like a header', 'From Bob\nMy date: now', ['From Bob', 'My date: now']],
    ['are without lines above a forwarded message', '----- Original Message\n-Forwarded message', []],
    ['keep those words in a sentence', 'The original message', ['The original message']],
    ['are without lines above an answer', 'On Monday, Bob wrote:\nAm Montag schrieb Bob:\nLe lundi, Bob a écrit :', []],
    [
      'keep such a line that goes on',
      'On Monday, Bob wrote: yes\nOn it, wrote:',
      ['On Monday, Bob wrote: yes', 'On it, wrote:'],
    ],
  ])('%s', (_name, text, expected) => {
    expect(texts(text)).toEqual(expected);
  });

  it('know the raw line below, the opposites around, and whether they stand alone', () => {
    expect(linesOf('Private\nExternal\nPublic\n\nInternal\nExternal use')).toEqual([
      { text: 'Private', next: 'External', choices: ['External'], alone: false },
      { text: 'External', next: 'Public', choices: ['Private'], alone: false },
      { text: 'Public', next: '', choices: ['Private', 'External'], alone: false },
      { text: 'Internal', next: 'External use', choices: ['External'], alone: false },
      { text: 'External use', next: '', choices: [], alone: false },
    ]);
    expect(linesOf('a\n\nPrivate ·\n\nb\nc\nd')).toEqual([
      { text: 'a', next: '', choices: ['Private ·'], alone: true },
      { text: 'Private ·', next: '', choices: [], alone: true },
      { text: 'b', next: 'c', choices: ['Private ·'], alone: false },
      { text: 'c', next: 'd', choices: ['Private ·'], alone: false },
      { text: 'd', next: '', choices: [], alone: false },
    ]);
  });
});

describe('an item of a list', () => {
  told(
    (text) => linesOf(text).some(isListItem),
    ['- Secret', '• Secret', '– Secret', '1. Secret', '12) Secret', 'a) Secret', '+ Secret'],
    ['- Secret -', '• Secret •', 'Secret', '-Secret', '123. Secret', 'ab) Secret', '1 Secret', '(a) Secret', '- S'],
  );
});

describe('a line that may be a banner', () => {
  const first = (text: string) => linesOf(text).slice(0, 1).some(mayBeBanner);
  told(
    first,
    [
      'Secret',
      'secret',
      'secret\n\nText',
      '- secret -\nText',
      'Secret\nText',
      'Secret\n\nDo not read these messages',
      '3 secret\nText',
    ],
    ['- Secret', 'secret\nText', 'Secret\nReceived this in error'],
  );

  it('stands alone only with nothing right above it', () => {
    expect(linesOf('Text\nsecret').map(mayBeBanner)).toEqual([true, false]);
  });
});

describe('the subjects in a head', () => {
  it.each<readonly [string, readonly string[]]>([
    ['Subject: a\n> Betreff: b\n>> Objet :  c', ['a', 'b', 'c']],
    ['1\n2\nSubject: a', ['a']],
    ['1\n2\n3\nSubject: a', []],
    ['Subject:\nThe subject: a\nSub>ject: b', []],
  ])('%j: %j', (head, expected) => {
    expect(subjectsIn(head, 3)).toEqual(expected);
  });
});
