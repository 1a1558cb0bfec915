/** Two ways to write one category are one place: the audience must not depend on a zero in front. */
import { describe, expect, it } from 'vitest';
import { discourse } from '../../src/sites/discourse.ts';

describe('the category of a new topic', () => {
  it.each(['7', '07', '0000007'])('is known by its number: %s', (category) => {
    const body = {
      kind: 'fields' as const,
      fields: new Map([
        ['raw', 'Hello'],
        ['title', 'T'],
        ['category', category],
      ]),
    };
    const described = discourse.describeRequest({ method: 'POST', path: '/posts.json', body });
    const thread = described.kind === 'acts' ? described.acts[0].thread : '';
    expect(discourse.plainFacts(thread)?.area).toBe('category:7');
  });

  it('is not known where it is no number that a forum gives', () => {
    expect(discourse.plainFacts('new:99999999999999999999999')).toBeNull();
    expect(discourse.plainFacts('new:0')).toBeNull();
  });
});
