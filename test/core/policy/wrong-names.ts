/** Policies that name what is not there, or the same thing twice, and all that is said about each. */
import { except, FORUM, group, LABELS, over, RULE, rule, site } from './over.ts';
import type { Wrong } from './wrong-values.ts';

const NOWHERE: readonly Wrong[] = [
  [
    'a site’s label that is mistyped',
    site({ label: 'secrte' }),
    [['sites[0].label', 'names the label "secrte", which this policy does not define; it defines "secret"']],
  ],
  [
    'a site’s label that nobody knows',
    site({ label: 'geheim' }),
    [['sites[0].label', 'names the label "geheim", which this policy does not define']],
  ],
  [
    'a site’s readers that are mistyped',
    site({ readers: ['employes'] }),
    [['sites[0].readers[0]', 'names the group "employes", which this policy does not define; it defines "employees"']],
  ],
  [
    'an area’s label and readers',
    site({ areas: [{ area: 'category:7', label: 'top', readers: ['board', 'baord'] }] }),
    [
      ['sites[0].areas[0].label', 'names the label "top", which this policy does not define'],
      [
        'sites[0].areas[0].readers[1]',
        'names the group "baord", which this policy does not define; it defines "board"',
      ],
    ],
  ],
  [
    'a group’s clearance',
    group({ size: 1, clearance: 'interna' }),
    [['groups[2].clearance', 'names the label "interna", which this policy does not define; it defines "internal"']],
  ],
  [
    'a group that includes nobody known',
    group({ size: 1, includes: ['borad'] }),
    [['groups[2].includes[0]', 'names the group "borad", which this policy does not define; it defines "board"']],
  ],
  [
    'a rule’s label',
    rule({ sources: { labels: ['secret', 'sceret'] } }),
    [
      [
        'rules[0].sources.labels[1]',
        'names the label "sceret", which this policy does not define; it defines "secret"',
      ],
    ],
  ],
  [
    'a rule’s source site',
    rule({ sources: { sites: ['forums'] } }),
    [['rules[0].sources.sites[0]', 'names the site "forums", which this policy does not define; it defines "forum"']],
  ],
  [
    'a rule’s destination site',
    rule({ destinations: { sites: ['mail'] } }),
    [['rules[0].destinations.sites[0]', 'names the site "mail", which this policy does not define']],
  ],
  [
    'a rule’s group',
    rule({ destinations: { groups: ['bord'] } }),
    [
      [
        'rules[0].destinations.groups[0]',
        'names the group "bord", which this policy does not define; it defines "board"',
      ],
    ],
  ],
  [
    'a rule about content that is not looked for',
    rule({ sources: { detectors: ['iban'] } }),
    [
      [
        'rules[0].sources.detectors[0]',
        'names the detector "iban", which this policy does not look for (see "sensitive")',
      ],
    ],
  ],
  [
    'an exception’s group',
    except({ groups: ['x1'] }),
    [['rules[0].except[0].groups[0]', 'names the group "x1", which this policy does not define']],
  ],
  [
    'an exception’s site',
    except({ sites: ['x1'] }),
    [['rules[0].except[0].sites[0]', 'names the site "x1", which this policy does not define']],
  ],
  [
    'a detector’s label',
    over({ sensitive: { detectors: [{ detector: 'card', label: 'x1' }] } }),
    [['sensitive.detectors[0].label', 'names the label "x1", which this policy does not define']],
  ],
  [
    'a level and its label',
    over({ vocabularies: [{ id: 'corporate', levels: [{ level: 'private', label: 'x1' }] }] }),
    [
      ['vocabularies[0].levels[0].label', 'names the own label "x1", which this policy does not define'],
      [
        'vocabularies[0].levels[0].level',
        'is not a level of "corporate"; its levels are public, internal, confidential, restricted',
      ],
    ],
  ],
  [
    'a built-in label beside own ones',
    site({ label: 'restricted' }),
    [['sites[0].label', 'names the label "restricted", which this policy does not define']],
  ],
  [
    'labels with a fault of their own: their uses are not blamed',
    { ...site({ label: 'secret' }), labels: [{ id: 'secret', name: 'Secret' }] },
    [['labels[0].rank', 'is missing']],
  ],
];

const TWICE: readonly Wrong[] = [
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
];

export const WRONG_NAMES: readonly Wrong[] = [...NOWHERE, ...TWICE];
