/** Policies that name what is not there, and all that is said about each. */
import { except, FORUM, group, over, RULE, rule, site } from './over.ts';
import type { Wrong } from './wrong-values.ts';

export const WRONG_NAMES: readonly Wrong[] = [
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
  [
    'labels with a fault of their own: levels that mean them are not blamed either',
    over({
      labels: [{ id: 'secret', name: 'Secret' }],
      vocabularies: [{ id: 'tlp', levels: [{ level: 'tlp-red', label: 'secret' }] }],
    }),
    [['labels[0].rank', 'is missing']],
  ],
  [
    'marking systems with a fault of their own: uses of labels are not blamed',
    over({ vocabularies: [{ id: 'nato' }], sites: [{ ...FORUM, label: 'nato-secret' }] }),
    [
      [
        'vocabularies[0].id',
        'must be one of "corporate", "tlp", "purview", "atlassian", "us-cui", "us-classified", "uk-gsc", "australia", but is "nato"',
      ],
    ],
  ],
  [
    'groups with a fault of their own: their uses are not blamed',
    over({ groups: [{ id: 'board' }], sites: [{ ...FORUM, readers: ['board'] }] }),
    [['groups[0].name', 'is missing']],
  ],
  [
    'sites with a fault of their own: their uses are not blamed',
    over({ sites: [{ ...FORUM, id: 'b1', kind: 7 }], rules: [{ ...RULE, sources: { sites: ['b1'] } }] }),
    [['sites[0].kind', 'must be one of "discourse", "gmail", "nodebb", "generic", but is 7']],
  ],
  [
    'looked-for content with a fault of its own: its uses are not blamed',
    over({ sensitive: { detectors: 7 }, rules: [{ ...RULE, sources: { detectors: ['iban'] } }] }),
    [['sensitive.detectors', 'must be a list, but is 7']],
  ],
  [
    'a pattern’s label',
    over({ sensitive: { patterns: [{ id: 'case', name: 'C', pattern: 'C', label: 'opne' }] } }),
    [['sensitive.patterns[0].label', 'names the label "opne", which this policy does not define; it defines "open"']],
  ],
  [
    'a rule about a pattern that is mistyped',
    over({
      sensitive: { patterns: [{ id: 'case', name: 'C', pattern: 'C', label: 'open' }] },
      rules: [RULE, { ...RULE, ruleId: 'r2', sources: { detectors: ['card', 'caes'] } }],
    }),
    [
      [
        'rules[1].sources.detectors[1]',
        'names the detector "caes", which this policy does not look for (see "sensitive"); it defines "case"',
      ],
    ],
  ],
  [
    'a level of another marking system, beside a good one',
    over({
      vocabularies: [
        { id: 'us-cui' },
        {
          id: 'tlp',
          levels: [
            { level: 'tlp-red', label: 'secret' },
            { level: 'cui', label: 'secret' },
          ],
        },
      ],
    }),
    [
      [
        'vocabularies[1].levels[1].level',
        'is not a level of "tlp"; its levels are tlp-clear, tlp-green, tlp-amber, tlp-amber-strict, tlp-red',
      ],
    ],
  ],
];
