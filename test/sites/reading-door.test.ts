/** How a site is read goes to the page field by field: what policy said arrives there whole, and nothing else does. */
import { describe, expect, it } from 'vitest';
import { descriptionOf } from '../../src/core/policy/description.ts';
import { parseSiteReading } from '../../src/messages.ts';
import { WIKI_DESCRIPTION } from '../workspace/wiki/policy.ts';

const description = descriptionOf('generic', structuredClone(WIKI_DESCRIPTION) as never, undefined);

describe('how a site is read, at the door of a page', () => {
  it('arrives as policy said it', () => {
    const reading = { kind: 'generic' as const, description };
    expect(parseSiteReading(JSON.parse(JSON.stringify(reading)))).toEqual(reading);
    expect(parseSiteReading({ kind: 'gmail', description: null })).toEqual({ kind: 'gmail', description: null });
  });

  it.each<[string, unknown]>([
    ['nothing', null],
    ['another kind', { kind: 'usenet', description: null }],
    ['no description at all', { kind: 'generic' }],
    ['a selector that is no text', { kind: 'generic', description: { ...description, page: { title: 7 } } }],
    ['an act that nobody knows', { kind: 'generic', description: { ...description, requests: [{ act: 'launch' }] } }],
  ])('is none with %s', (_name, value) => {
    expect(parseSiteReading(value)).toBe(null);
  });
});
