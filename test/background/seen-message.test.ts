/** What a page shows reaches the background whatever is written there: a message that is dropped is a reading unknown. */
import { describe, expect, it } from 'vitest';
import { parseFromContent, seenOf } from '../../src/messages.ts';

const THREAD = {
  thread: 'thread-f:1',
  title: 'T',
  tags: [],
  documents: [{ author: 'bob', text: 'Hello' }],
  people: null,
  account: null,
};
const long = (length: number) => `[Secret] ${'x'.repeat(length)} (Restricted)`;

describe('a thread in view', () => {
  it.each<[string, Partial<Parameters<typeof seenOf>[0]>]>([
    ['with a long subject', { title: long(2_000) }],
    ['with a chip as long as a page', { tags: [long(300_000)] }],
    ['with more chips than a message takes', { tags: Array.from({ length: 60 }, (_, i) => `tag ${i}`) }],
    ['with a long text', { documents: [{ author: long(9_000), text: long(1_000_000) }] }],
    [
      'with more people than a message takes',
      { people: Array.from({ length: 6_000 }, (_, i) => `p${i}@corp.example`) },
    ],
  ])('is heard of %s', (_name, change) => {
    expect(parseFromContent(seenOf({ ...THREAD, ...change }))).not.toBeNull();
  });

  it('keeps both ends of a long title, where marks stand', () => {
    const { title } = seenOf({ ...THREAD, title: long(9_000) });
    expect(title).toMatch(/^\[Secret\] x+ \(Restricted\)$/);
  });

  it('is told as it is where it is short', () => {
    const seen = { ...THREAD, tags: ['Internal'], people: ['a@corp.example'], account: 'a@corp.example' };
    expect(seenOf(seen)).toEqual({ type: 'seen', ...seen });
  });
});
