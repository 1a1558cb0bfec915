import { describe, expect, it } from 'vitest';
import { agoText, inOrder, isOver, nextAfter, severity, whatLine, whoLine, whomLine } from '../../src/ui/waiting.ts';
import { mail, reply, say } from './held.ts';

const [first, second, third] = ['a', 'b', 'c'].map((id, index) => ({ ...reply, id, at: index * 1_000 }));
if (!first || !second || !third) throw new Error('three acts');
const ids = (holds: readonly { readonly id: string }[]) => holds.map((hold) => hold.id);

describe('the list of what waits', () => {
  it('begins with the oldest, whatever the severity, so that what arrives joins at the end', () => {
    expect(ids(inOrder([third, { ...first, review: 'light' }, second]))).toEqual(['a', 'b', 'c']);
  });

  it('has the same order for two acts of one moment', () => {
    const twins = [
      { ...first, id: 'y' },
      { ...first, id: 'x' },
    ];
    expect(ids(inOrder(twins))).toEqual(ids(inOrder([...twins].reverse())));
  });

  it('leaves out what is no longer waiting', () => {
    expect(ids(inOrder([first, { ...second, state: 'sent' }, { ...third, state: 'released' }]))).toEqual(['a']);
  });

  it.each<[string, Parameters<typeof nextAfter>, string | null]>([
    ['the one behind it', [second, [first, third]], 'c'],
    ['the first, behind the last', [third, [first, second]], 'a'],
    ['never itself', [first, [first]], null],
    ['nothing, when nothing waits', [first, []], null],
  ])('offers next: %s', (_name, parts, next) => {
    expect(nextAfter(...parts)?.id ?? null).toBe(next);
  });

  it('tells in one line who does what and whom it reaches', () => {
    expect([whatLine(reply, say), whoLine(reply, say), whomLine(reply, say)]).toEqual([
      'Reply to “Token service”',
      'An agent',
      '1,240 people',
    ]);
    expect([whatLine(mail, say), whomLine(mail, say)]).toEqual([
      'Mail “Quarterly numbers”',
      'tom@partner.example and 2 more',
    ]);
    const nobodyKnows = { ...reply.audience, size: { count: null, exact: false } };
    expect(whomLine({ ...reply, audience: nobodyKnows }, say)).toBe('not sure who reads it');
  });

  it('says how severe it is in words', () => {
    expect([
      severity(reply, say),
      severity({ ...reply, review: 'light' }, say),
      severity({ ...reply, level: 'BLOCK', review: 'none' }, say),
    ]).toEqual(['Needs a careful look', 'A quick question', 'Not allowed']);
  });

  it('says how long ago, and never in the future', () => {
    expect([agoText(0, 59_000, say), agoText(9_000, 0, say)]).toEqual(['just now', 'just now']);
    expect(agoText(0, 5 * 60_000, say)).toMatch(/^5\D/);
    expect(agoText(0, 3 * 3_600_000 + 5, say)).toMatch(/^3\D/);
  });

  it('knows what is over', () => {
    const states = ['pending', 'released', 'sent', 'denied', 'expired', 'blocked'] as const;
    expect(states.filter((state) => isOver({ ...reply, state }))).toEqual(['sent', 'denied', 'expired', 'blocked']);
  });
});
