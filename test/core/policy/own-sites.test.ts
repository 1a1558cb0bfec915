/** A person's own settings while an agent may be the one who asks: nothing in them may become looser. */
import { describe, expect, it } from 'vitest';
import { readPolicy } from '../../../src/core/policy/read.ts';
import { isTightening, NO_SETTINGS, tighten, type UserSettings } from '../../../src/core/policy/user-settings.ts';
import { NOW } from '../facts.ts';
import { over } from './over.ts';

const MAIL = { host: 'mail.google.com', kind: 'gmail', name: 'Mail' } as const;
const settings = (change: Partial<UserSettings>): UserSettings => ({ ...NO_SETTINGS, ...change });
const before = settings({ sites: [MAIL], mandates: [{ site: 'own.mail.google.com', mandate: 'observe' }] });

describe('settings that put another site before one that is guarded', () => {
  it.each<[string, UserSettings['sites'][number]]>([
    ['the same host as another kind of site', { ...MAIL, kind: 'discourse' }],
    ['another name for the same host', { host: 'other.example', kind: 'gmail', name: 'Other' }],
  ])('are looser: %s', (_name, first) => {
    expect(isTightening(before, { ...before, sites: [first, MAIL] })).toBe(false);
  });

  it('are as strict when they only add it', () => {
    const after = { ...before, sites: [MAIL, { host: 'forum.example', kind: 'discourse', name: 'F' } as const] };
    expect(isTightening(before, after)).toBe(true);
  });
});

describe('a site that a person guards', () => {
  it('stands once, as the first has it', () => {
    const reading = readPolicy(over({}), NOW);
    if (reading.kind !== 'good') throw new Error(JSON.stringify(reading));
    const added = { ...before, sites: [MAIL, { ...MAIL, kind: 'discourse' as const }] };
    const sites = tighten(reading.policy, added).sites.filter(({ id }) => id.startsWith('own.'));
    expect(sites.map(({ kind, mandate }) => `${kind} ${mandate}`)).toEqual(['gmail observe']);
  });
});
