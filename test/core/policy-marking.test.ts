import { describe, expect, it } from 'vitest';
import { marksOf } from '../../src/core/marking.ts';
import { POLICY } from './facts.ts';

describe('a mark', () => {
  const at = (page: Partial<Parameters<typeof marksOf>[0]>) =>
    marksOf({ title: '', tags: [], head: '', ...page }, POLICY.labels, ['tlp']).map((mark) => mark.label);
  it.each<[string, Parameters<typeof at>[0], readonly string[]]>([
    ['a tag', { tags: ['restricted'] }, ['restricted']],
    ['a tag in capitals', { tags: ['RESTRICTED'] }, ['restricted']],
    ['a bracket in the title', { title: '[Confidential] Budget' }, ['confidential']],
    ['a title’s first word with a colon', { title: 'Restricted: keys' }, ['restricted']],
    ['a title with a double slash', { title: 'CONFIDENTIAL // plans' }, ['confidential']],
    ['a bracket at the title’s end', { title: 'Budget (internal)' }, ['internal']],
    ['a classification line', { head: 'Classification: Restricted · sev-team only\n\nThe key' }, ['restricted']],
    ['a bold line', { head: '**Restricted**\ntext' }, ['restricted']],
    ['a line of its own in the head', { head: 'Hello\n\nConfidential\n\ntext' }, ['confidential']],
    ['a banner with more behind it', { head: 'Restricted // do not forward\ntext' }, ['restricted']],
    ['a sensitivity line', { head: 'Sensitivity: Confidential' }, ['confidential']],
    ['an alias', { head: 'Internal use only' }, ['internal']],
    ['a name of two words', { tags: ['Strictly confidential'] }, ['secret']],
    ['several', { tags: ['restricted'], title: '[Internal] x' }, ['internal', 'restricted']],
  ])('counts as %s', (_name, page, expected) => {
    expect(at(page)).toEqual(expected);
  });

  it.each<[string, Parameters<typeof at>[0]]>([
    ['a denial', { head: 'This is not confidential.' }],
    ['prose', { head: 'Restricted access to the roof is annoying.' }],
    ['prose with the word first', { head: 'Confidential talks went on all night' }],
    ['a title in prose', { title: 'Restricted parking on Monday' }],
    ['a question', { title: 'What does Restricted mean?' }],
    ['a tag that only begins so', { tags: ['restricted-parking'] }],
    ['a legal footer', { head: 'Hi\nthanks\nbye\n\nThis e-mail is confidential and may be privileged.' }],
    ['a mark far down', { head: 'a\nb\nc\nd\nRestricted' }],
    ['a word that contains it', { head: 'Unrestricted' }],
    ['a sentence about marks', { head: 'Please mark such things as restricted' }],
    ['a menu word', { head: 'Internal links' }],
    ['nothing', {}],
  ])('does not count in %s', (_name, page) => {
    expect(at(page)).toEqual([]);
  });
});
