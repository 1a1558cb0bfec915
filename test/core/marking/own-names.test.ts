/** A label is known by its own name, whatever it is made of: on a chip, and wherever marks stand. */
import { describe, expect, it } from 'vitest';
import { marksOf } from '../../../src/core/marking.ts';

const marksWith = (name: string, page: Partial<Parameters<typeof marksOf>[0]>) =>
  marksOf({ title: '', tags: [], head: '', ...page }, [{ id: 'own', name, aliases: [] }], []).map(({ label }) => label);

describe('an own label', () => {
  it.each([
    '🔴',
    '🔴 Red',
    '[Restricted]',
    '(Restricted)',
    '#restricted',
    'Restricted.',
    'Restricted (3)',
    'Restricted x2',
    '***',
    'Level 3 (restricted)',
    'Not for everybody?',
    'Restricted | Board / Council',
  ])('is read from a chip that bears its name: %s', (name) => {
    expect(marksWith(name, { tags: ['lunch', `  ${name} `] })).toEqual(['own']);
  });

  it.each(['🔴 Red', '[Restricted]', 'Restricted.'])('is read from a title and a banner: %s', (name) => {
    expect(marksWith(name, { title: `[${name}] Plan` })).toEqual(['own']);
    expect(marksWith(name, { head: `${name.toUpperCase()}\n\nThe plan` })).toEqual(['own']);
  });

  it('is not read from a chip that is another’s', () => {
    expect(marksWith('🔴', { tags: ['🟢', '', '🔴🔴'] })).toEqual([]);
  });
});
