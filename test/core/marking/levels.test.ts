/**
 * The levels that policies and records speak of by their ids: how strict each is on the corporate scale (0 public to 3
 * restricted), and by which names it goes.
 */
import { describe, expect, it } from 'vitest';
import { VOCABULARIES } from '../../../src/core/vocabularies/all.ts';

type Row = readonly [id: string, name: string, levels: readonly string[]];

const LEVELS: readonly Row[] = [
  [
    'tlp',
    'Traffic Light Protocol',
    [
      '0 tlp-clear: TLP:CLEAR, TLP:WHITE',
      '1 tlp-green: TLP:GREEN',
      '2 tlp-amber: TLP:AMBER',
      '2 tlp-amber-strict: TLP:AMBER+STRICT, TLP:AMBER-STRICT',
      '3 tlp-red: TLP:RED',
    ],
  ],
  [
    'purview',
    'Microsoft Purview',
    [
      '0 purview-public: Public, Öffentlich, Público, Pubblico',
      '1 purview-personal: Personal, Persönlich, Personnel, Personale',
      '1 purview-general: General, Allgemein, Général, Generale, Internal, Internal only, Intern, Interne, Interno, Uso interno',
      '2 purview-private: Private',
      '2 purview-confidential: Confidential, Vertraulich, Confidentiel, Confidencial, Riservato, Confidenziale',
      '3 purview-highly-confidential: Highly Confidential, Strictly Confidential, Streng vertraulich, Hautement confidentiel, Strictement confidentiel, Restricted, Altamente confidencial, Extremadamente confidencial, Altamente riservato, Strettamente riservato',
    ],
  ],
  [
    'atlassian',
    'Atlassian classification levels',
    [
      '3 atlassian-restricted: Restricted',
      '2 atlassian-protected: Protected',
      '2 atlassian-confidential: Confidential',
      '1 atlassian-internal: Internal',
      '0 atlassian-public: Public',
    ],
  ],
  [
    'us-cui',
    'US Controlled Unclassified Information',
    ['2 cui: CUI, Controlled Unclassified Information, CONTROLLED, Contains CUI'],
  ],
  [
    'us-classified',
    'US classified information',
    [
      '1 us-unclassified: UNCLASSIFIED, U',
      '3 us-confidential: CONFIDENTIAL, C',
      '3 us-secret: SECRET, S',
      '3 us-top-secret: TOP SECRET, TS',
    ],
  ],
  [
    'uk-gsc',
    'UK Government Security Classifications',
    [
      '1 gsc-official: OFFICIAL, UK OFFICIAL',
      '2 gsc-official-sensitive: OFFICIAL-SENSITIVE, OFFICIAL SENSITIVE, OFFICIAL:SENSITIVE, UK OFFICIAL-SENSITIVE, NHS OFFICIAL-SENSITIVE',
      '3 gsc-secret: SECRET, UK SECRET',
      '3 gsc-top-secret: TOP SECRET, UK TOP SECRET',
    ],
  ],
  [
    'australia',
    'Australian Government protective markings',
    [
      '0 au-unofficial: UNOFFICIAL',
      '1 au-official: OFFICIAL, UNCLASSIFIED',
      '2 au-official-sensitive: OFFICIAL:Sensitive, OFFICIAL: Sensitive, O:S',
      '3 au-protected: PROTECTED',
      '3 au-secret: SECRET',
      '3 au-top-secret: TOP SECRET, TOP-SECRET',
    ],
  ],
];

describe('the levels of', () => {
  it.each(LEVELS)('%s, %s', (id, name, levels) => {
    const vocabulary = VOCABULARIES.find((each) => each.id === id);
    expect(vocabulary?.name).toBe(name);
    expect(
      vocabulary?.levels.map((each) => `${each.position} ${each.id}: ${[each.name, ...each.aliases].join(', ')}`),
    ).toEqual(levels);
  });

  it('corporate practice are four', () => {
    const [corporate] = VOCABULARIES;
    expect(corporate?.name).toBe('Corporate levels');
    expect(corporate?.levels.map(({ id, name, position }) => [id, name, position])).toEqual([
      ['public', 'Public', 0],
      ['internal', 'Internal', 1],
      ['confidential', 'Confidential', 2],
      ['restricted', 'Restricted', 3],
    ]);
  });
});

describe('a vocabulary', () => {
  it.each([
    ['corporate', 'Confidential', 'confidential'],
    ['tlp', 'TLP:RED', 'tlp-red'],
    ['purview', 'Confidential', 'purview-confidential'],
    ['atlassian', 'Protected', 'atlassian-protected'],
    ['us-cui', 'CUI', 'cui'],
    ['us-classified', 'SECRET', 'us-secret'],
    ['uk-gsc', 'SECRET', 'gsc-secret'],
    ['australia', 'SECRET', 'au-secret'],
  ])('can be read by itself: %s', (id, tag, label) => {
    const vocabulary = VOCABULARIES.find((each) => each.id === id);
    expect(vocabulary?.read({ title: '', tags: [tag], head: '' })).toEqual([{ label, categories: [] }]);
  });
});
