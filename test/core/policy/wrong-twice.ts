/** Policies that say the same thing twice, or take a name of the guard's own, and all that is said about each. */
import { FORUM, group, LABELS, over, RULE, site } from './over.ts';
import type { Wrong } from './wrong-values.ts';

export const WRONG_TWICE: readonly Wrong[] = [
  [
    'a label id twice',
    over({ labels: [...LABELS, { id: 'open', name: 'O', rank: 3 }] }),
    [['labels[3].id', '"open" is the id of labels[0] already']],
  ],
  ['a group id twice', group({ id: 'board', size: 1 }), [['groups[2].id', '"board" is the id of groups[1] already']]],
  [
    'a group’s address twice',
    group({ size: 1, addresses: ['a@corp.example', 'A@corp.example'] }),
    [['groups[2].addresses[1]', '"A@corp.example" reaches groups[2] already']],
  ],
  [
    'a site id twice',
    over({ sites: [FORUM, { ...FORUM, match: ['https://b.corp.example/*'] }] }),
    [['sites[1].id', '"forum" is the id of sites[0] already']],
  ],
  [
    'sites that overlap',
    over({ sites: [FORUM, { ...FORUM, id: 'b1' }] }),
    [['sites[1].match[0]', '"https://forum.corp.example/*" belongs to sites[0] already']],
  ],
  [
    'an area twice',
    site({ areas: [{ area: 'category:7' }, { area: 'category:7', label: 'secret' }] }),
    [['sites[0].areas[1].area', '"category:7" is the area of sites[0].areas[0] already']],
  ],
  ['a rule twice', over({ rules: [RULE, RULE] }), [['rules[1].ruleId', '"r1" is the ruleId of rules[0] already']]],
  [
    'a detector twice',
    over({
      sensitive: {
        detectors: [
          { detector: 'card', label: 'secret' },
          { detector: 'card', label: 'open' },
        ],
      },
    }),
    [['sensitive.detectors[1].detector', '"card" is the detector of sensitive.detectors[0] already']],
  ],
  [
    'a pattern called like a detector',
    over({ sensitive: { patterns: [{ id: 'card', name: 'C', pattern: 'x', label: 'open' }] } }),
    [['sensitive.patterns[0].id', '"card" is a detector of the guard\'s own']],
  ],
  [
    'a label called like the guard’s own',
    over({ labels: [...LABELS, { id: 'unknown-mark', name: 'U', rank: 0 }] }),
    [['labels[3].id', '"unknown-mark" is the guard\'s own name for a mark that nobody knows']],
  ],
  [
    'a rule called like one of the guard’s own',
    over({ rules: [{ ...RULE, ruleId: 'agent-leak' }] }),
    [['rules[0].ruleId', '"agent-leak" is a rule of the guard\'s own: help codes name it']],
  ],
  [
    'a level that is an own label and means another one',
    over({ vocabularies: [{ id: 'corporate', levels: [{ level: 'internal', label: 'open' }] }] }),
    [
      [
        'vocabularies[0].levels[0].label',
        '"open" is not what the level means: "internal" is a label of your own already',
      ],
    ],
  ],
  [
    'a label id three times: the first is the one that is named',
    over({ labels: [...LABELS, { id: 'open', name: 'O', rank: 3 }, { id: 'open', name: 'P', rank: 4 }] }),
    [
      ['labels[3].id', '"open" is the id of labels[0] already'],
      ['labels[4].id', '"open" is the id of labels[0] already'],
    ],
  ],
  [
    'a marking system twice',
    over({ vocabularies: [{ id: 'tlp' }, { id: 'tlp' }] }),
    [['vocabularies[1].id', '"tlp" is the id of vocabularies[0] already']],
  ],
  [
    'a level twice',
    over({
      vocabularies: [
        { id: 'us-cui' },
        {
          id: 'tlp',
          levels: [
            { level: 'tlp-red', label: 'secret' },
            { level: 'tlp-red', label: 'open' },
          ],
        },
      ],
    }),
    [['vocabularies[1].levels[1].level', '"tlp-red" is the level of vocabularies[1].levels[0] already']],
  ],
  [
    'a pattern’s id twice',
    over({
      sensitive: {
        patterns: [
          { id: 'p', name: 'P', pattern: 'x', label: 'open' },
          { id: 'p', name: 'Q', pattern: 'y', label: 'open' },
        ],
      },
    }),
    [['sensitive.patterns[1].id', '"p" is the id of sensitive.patterns[0] already']],
  ],
  [
    'one address of three groups',
    over({ groups: ['g0', 'g1', 'g2'].map((id) => ({ id, name: 'G', size: 1, addresses: ['All@corp.example'] })) }),
    [
      ['groups[1].addresses[0]', '"All@corp.example" reaches groups[0] already'],
      ['groups[2].addresses[0]', '"All@corp.example" reaches groups[0] already'],
    ],
  ],
  [
    'three sites under one host, and one host of a site twice',
    over({
      sites: [
        FORUM,
        { ...FORUM, id: 'b1' },
        { ...FORUM, id: 'b2', match: ['https://b.corp.example/*', ...FORUM.match, 'https://b.corp.example/*'] },
      ],
    }),
    [
      ['sites[1].match[0]', '"https://forum.corp.example/*" belongs to sites[0] already'],
      ['sites[2].match[1]', '"https://forum.corp.example/*" belongs to sites[0] already'],
      ['sites[2].match[2]', '"https://b.corp.example/*" belongs to sites[2] already'],
    ],
  ],
];
