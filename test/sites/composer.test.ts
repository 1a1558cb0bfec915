import { describe, expect, it } from 'vitest';
import { composerOfPage } from '../../src/sites/composer.ts';

describe('a composer found in a page', () => {
  const element: Element = Object.create(null);
  const act = {
    kind: 'reply',
    thread: 'topic:1',
    text: 'Hello',
    quoted: '',
    recipients: null,
    attachments: [],
  } as const;
  const counted = () => {
    let reads = 0;
    const open = composerOfPage(element, element, () => {
      reads += 1;
      return { draft: { ...act, messageId: null, items: 1 }, reads: 'part' };
    });
    return { open, reads: () => reads };
  };

  it('is not read to learn where it is', () => {
    const { open, reads } = counted();
    expect([open.root, open.editor]).toEqual([element, element]);
    expect(reads()).toBe(0);
  });

  it('is read once, draft and completeness together', () => {
    const { open, reads } = counted();
    expect(open.reads).toBe('part');
    expect(open.draft.text).toBe('Hello');
    expect(open.draft).toBe(open.draft);
    expect(reads()).toBe(1);
  });
});
