/** What an act that changes something is called in front of people. */
import { describe, expect, it } from 'vitest';
import { CHANGING_KINDS } from '../../src/core/action.ts';
import { changePhrase } from '../../src/ui/change-words.ts';
import { otherReasons } from '../../src/ui/reason-words.ts';
import { whatLine } from '../../src/ui/waiting.ts';
import { audienceLine, headline, outcome } from '../../src/ui/words.ts';
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

  it('says what limit was passed, or that there is none', () => {
    const why = (of: 'few' | 'many' | 'always') =>
      otherReasons({ reasons: [{ kind: 'change', why: of, items: 1_533 }] }, say);
    expect(why('many')).toEqual([
      'With it, 1,533 items would be changed within ten minutes. From 20 on you are asked.',
    ]);
    expect(why('always')).toEqual(['Such a change is never made without asking you.']);
    expect(why('few')).toEqual(['Agents may change fewer than 20 items within ten minutes without asking you.']);
  });

  it('does not speak of being asked where a safety stop refuses', () => {
    const reasons = [
      { kind: 'change', why: 'many', items: 30 },
      { kind: 'breaker', state: 'open', measure: 'items', scope: 'session' },
    ] as const;
    expect(otherReasons({ reasons }, say)).toHaveLength(1);
    expect(otherReasons({ reasons }, say).join()).not.toContain('you are asked');
  });

  it('reaches nobody where nobody newly reads anything', () => {
    const nobody = { ...trash.audience, size: { count: 0, exact: true } };
    expect(audienceLine({ ...trash, audience: nobody }, say)).toBe('Nobody else gets to read anything by it.');
    expect(audienceLine(trash, say)).toBe('Engineering Help · 1,240 people can read there.');
  });

  it('is done, or not done, and never sent', () => {
    const states = ['released', 'sent', 'denied', 'expired'] as const;
    for (const state of states) expect(outcome({ ...trash, state }, say)).toMatch(/\b(Done|done)\b/);
    expect(outcome({ ...trash, state: 'pending' }, say)).toBe('');
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
