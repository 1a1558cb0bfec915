/** What an act that changes something is called in front of people. */
import { describe, expect, it } from 'vitest';
import { CHANGING_KINDS } from '../../src/core/action.ts';
import { changePhrase } from '../../src/ui/change-words.ts';
import { whatLine } from '../../src/ui/waiting.ts';
import { headline } from '../../src/ui/words.ts';
import { reply, say } from './held.ts';

const trash = { ...reply, kind: 'trash', items: 1_500, siteName: 'Mail' } as const;

describe('an act that changes something', () => {
  it.each([
    ['agent', 'An agent is about to move 1,500 items to the bin on Mail.'],
    ['human', 'You are about to move 1,500 items to the bin on Mail.'],
    ['unknown', 'Something is about to move 1,500 items to the bin on Mail.'],
  ] as const)('says who (%s), what and how much', (actor, sentence) => {
    expect(headline({ ...trash, actor }, say)).toBe(sentence);
  });

  it('counts one thing as one', () => {
    expect(headline({ ...trash, items: 1 }, say)).toBe('An agent is about to move one item to the bin on Mail.');
  });

  it('is one line in the list', () => {
    expect(whatLine(trash, say)).toBe('Move 1,500 items to the bin on Mail');
  });

  it.each(CHANGING_KINDS)('has words for %s, of one and of many', (kind) => {
    for (const items of [1, 7]) expect(changePhrase({ ...trash, kind, items }, say)).toMatch(/^[a-z].+ Mail$/);
  });

  it('is not one that writes', () => {
    expect(changePhrase(reply, say)).toBeNull();
  });
});
