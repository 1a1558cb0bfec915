/** The border between what can be meant and what cannot: policies just on the good side, and the first one beyond. */
import { describe, expect, it } from 'vitest';
import { LONGEST_EXCEPTION_DAYS } from '../../../src/core/policy/consistency.ts';
import { readPolicy } from '../../../src/core/policy/read.ts';
import { NOW } from '../facts.ts';
import { except, FORUM, group, LABELS, over, RULE, rule, site } from './over.ts';

const saidAt = (values: object, now = NOW): readonly string[] => {
  const reading = readPolicy(values, now);
  return reading.kind === 'damaged' ? reading.faults.map(({ path, message }) => `${path}: ${message}`) : [];
};
const GMAIL = { kind: 'gmail', match: ['https://mail.google.com/*'] };
const vocabularies = (level: string, label: string) => [{ id: 'corporate', levels: [{ level, label }] }];

describe('a policy is good with', () => {
  it.each<[string, object]>([
    ['a group of as many as it lists', group({ size: 1, members: ['a@corp.example'] })],
    ['a group of more than it lists', group({ size: 2, members: ['a@corp.example'] })],
    ['a group that is only listed', group({ members: ['a@corp.example'] })],
    ['a group of which only the size is known', group({ size: 0 })],
    ['Gmail under its host', site(GMAIL)],
    ['a forum under another host of Google', site({ match: ['https://groups.google.com/*'] })],
    ['a forum under several hosts', site({ match: ['https://a.example/*', 'https://b.example/*'] })],
    ['an exception for groups', rule({ except: [{ groups: ['board'], reason: 'R', until: '2026-12-31' }] })],
    ['an exception for sites', rule({ except: [{ sites: ['forum'], reason: 'R', until: '2026-12-31' }] })],
    ['an exception for both', except({ groups: ['board'] })],
    ['an exception to a leap day', except({ until: '2024-02-29' })],
    ['the preset "shadow" alone', over({ preset: 'shadow' })],
    ['the preset "shadow" and its own enforcement', over({ preset: 'shadow', enforcement: 'shadow' })],
    ['the preset "balanced" on trial', over({ preset: 'balanced', enforcement: 'shadow' })],
    ['the preset "strict", enforced', over({ preset: 'strict', enforcement: 'enforce' })],
    ['enforcement alone', over({ enforcement: 'enforce' })],
    ['a level that is an own label and means it', over({ vocabularies: vocabularies('internal', 'internal') })],
    ['a level that means an own label', over({ vocabularies: vocabularies('confidential', 'internal') })],
    ['levels without own meanings', over({ vocabularies: [{ id: 'corporate' }] })],
    ['an own label called like a level of a system that is not read', over({ labels: [...LABELS, named('cui')] })],
    ['a level of a system read beside own labels as a site’s label', site({ label: 'tlp-red' })],
    [
      'one name for a label, a group, a site, a rule and a pattern',
      over({
        labels: [named('x')],
        groups: [{ id: 'x', name: 'X', size: 1 }],
        sites: [{ ...FORUM, id: 'x' }],
        rules: [{ ...RULE, ruleId: 'x' }],
        sensitive: { patterns: [{ id: 'x', name: 'X', pattern: 'x', label: 'x' }] },
      }),
    ],
    [
      'one area of two sites',
      over({
        sites: ['a', 'b'].map((id) => ({
          ...FORUM,
          id,
          match: [`https://${id}.example/*`],
          areas: [{ area: 'people' }],
        })),
      }),
    ],
  ])('%s', (_name, values) => {
    expect(saidAt(values)).toEqual([]);
  });
});

function named(id: string): object {
  return { id, name: id.toUpperCase(), rank: 1 };
}

describe('an area of a forum is', () => {
  it.each(['category:7', 'category:123456789', 'people'])('"%s"', (area) => {
    expect(saidAt(site({ areas: [{ area }] }))).toEqual([]);
  });

  it.each([
    'category:',
    'category:x',
    'category:1234567890',
    'category:7x',
    'a category:7',
    'peoples',
    'my people',
    '7',
  ])('not "%s"', (area) => {
    expect(saidAt(site({ areas: [{ area: 'people' }, { area }] }))).toEqual([
      'sites[0].areas[1].area: must be "category:7", or "people" for private messages',
    ]);
  });
});

describe('of several, the wrong one is named:', () => {
  it.each<[string, object, string]>([
    [
      'a group',
      over({
        groups: [
          { id: 'a', name: 'A', size: 1 },
          { id: 'b', name: 'B' },
        ],
      }),
      'groups[1]: needs "members" or "size"',
    ],
    [
      'a host of Gmail',
      site({ ...GMAIL, match: [...GMAIL.match, 'https://mail.corp.example/*'] }),
      'sites[0].match: must be "https://mail.google.com/*" for kind "gmail"',
    ],
    [
      'a host of a forum',
      site({ match: [...FORUM.match, ...GMAIL.match] }),
      'sites[0].kind: must be "gmail" for "https://mail.google.com/*"',
    ],
    [
      'an exception',
      over({
        rules: [
          RULE,
          {
            ...RULE,
            ruleId: 'r2',
            except: [
              { sites: ['forum'], reason: 'R', until: '2026-12-31' },
              { reason: 'R', until: '2026-12-31' },
            ],
          },
        ],
      }),
      'rules[1].except[1]: needs "groups" or "sites": without them there would be no rule',
    ],
  ])('%s', (_name, values, said) => {
    expect(saidAt(values)).toEqual([said]);
  });
});

describe('an exception may last', () => {
  const LATE = 'rules[0].except[0].until: is more than 90 days away: give it an earlier end and renew it';
  const midnight = Date.UTC(2026, 10, 24);

  it('ninety days more than its first, to the millisecond', () => {
    expect(LONGEST_EXCEPTION_DAYS).toBe(90);
    expect(saidAt(except({ until: '2027-02-22' }), midnight)).toEqual([]);
    expect(saidAt(except({ until: '2027-02-22' }), midnight - 1)).toEqual([LATE]);
    expect(saidAt(except({ until: '2027-02-23' }), midnight + 86_399_999)).toEqual([LATE]);
    expect(saidAt(except({ until: '2027-02-23' }), midnight + 86_400_000)).toEqual([]);
  });
});
