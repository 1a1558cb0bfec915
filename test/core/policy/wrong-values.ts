/** Policies with one wrong value each, and all that is said about it: by types, keys and limits. */

import { POLICY_JSON, POLICY_KEYS } from '../../../src/core/policy/schema.ts';
import { DETECTOR_IDS } from '../../../src/core/sensitive/finding.ts';

/** A name, the policy, and the path and message of each fault. */
export type Wrong = readonly [
  name: string,
  policy: unknown,
  faults: readonly (readonly [path: string, message: string])[],
];

const SITE = { id: 'forum', name: 'F', kind: 'discourse', match: ['https://forum.corp.example/*'] };
const over = (values: object): object => ({ policyVersion: 1, sites: [SITE], ...values });
const label = (change: object) => over({ labels: [{ id: 'a1', name: 'A', rank: 1, ...change }] });
const group = (change: object) => over({ groups: [{ id: 'all', name: 'All', size: 3, ...change }] });

const EMPTY = 'is an empty list: leave the key out, or name at least one';
const ID = 'use small letters, digits, ".", "_" and "-", 64 at most';
const TOP_KEYS = [...Object.keys(POLICY_KEYS), POLICY_JSON].join(', ');

/** The top level. */
const TOP: readonly Wrong[] = [
  ['text', 'policy', [['', 'must be an object of policy keys']]],
  ['nothing', null, [['', 'must be an object of policy keys']]],
  ['a list', [over({})], [['', 'must be an object of policy keys']]],
  ['no version', over({ policyVersion: undefined }), [['policyVersion', 'is missing']]],
  ['a version that is text', over({ policyVersion: '42' }), [['policyVersion', 'must be a whole number, but is "42"']]],
  [
    'a version with a fraction',
    over({ policyVersion: 1.5 }),
    [['policyVersion', 'must be a whole number, but is 1.5']],
  ],
  ['version 0', over({ policyVersion: 0 }), [['policyVersion', 'is below 1']]],
  [
    'a version below all counting',
    over({ policyVersion: -1e300 }),
    [
      ['policyVersion', 'is too large or too small'],
      ['policyVersion', 'is below 1'],
    ],
  ],
  [
    'a version made of a date and time: Chrome would drop it',
    over({ policyVersion: 202611241200 }),
    [['policyVersion', 'is above 2,147,483,647: Chrome hands over no larger number']],
  ],
  ['a version of null', over({ policyVersion: null }), [['policyVersion', 'must be a whole number, but is null']]],
  ['a mistyped key', over({ policyVersoin: 1 }), [['policyVersoin', 'is not a key here; "policyVersion" is']]],
  ['a key in small letters', over({ killswitch: true }), [['killswitch', 'is not a key here; "killSwitch" is']]],
  ['a foreign key', over({ browser: 1 }), [['browser', `is not a key here; known are ${TOP_KEYS}`]]],
  ['a constructor', over({ constructor: 1 }), [['constructor', `is not a key here; known are ${TOP_KEYS}`]]],
  ['a toString', over({ toString: null }), [['toString', `is not a key here; known are ${TOP_KEYS}`]]],
  [
    'a prototype',
    JSON.parse(JSON.stringify(over({ marker: 1 })).replace('"marker":1', '"__proto__":{"killSwitch":true}')),
    [['__proto__', `is not a key here; known are ${TOP_KEYS}`]],
  ],
  [
    'a very long key',
    over({ [`x${'y'.repeat(500)}`]: 1 }),
    [[`x${'y'.repeat(78)}…`, `is not a key here; known are ${TOP_KEYS}`]],
  ],
  [
    'a kill switch that is text',
    over({ killSwitch: 'true' }),
    [['killSwitch', 'must be true or false, but is "true"']],
  ],
  ['a kill switch that is a number', over({ killSwitch: 1 }), [['killSwitch', 'must be true or false, but is 1']]],
  [
    'an unknown preset',
    over({ preset: 'paranoid' }),
    [['preset', 'must be one of "balanced", "strict", "shadow", but is "paranoid"']],
  ],
  [
    'an unknown enforcement',
    over({ enforcement: 'off' }),
    [['enforcement', 'must be one of "enforce", "shadow", but is "off"']],
  ],
  ['sites that are an object', over({ sites: {} }), [['sites', 'must be a list, but is an object']]],
  ['an organization of null', over({ organization: null }), [['organization', 'must be an object, but is null']]],
  [
    'two wrong keys',
    over({ killSwitch: 0, ledger: [] }),
    [
      ['killSwitch', 'must be true or false, but is 0'],
      ['ledger', 'must be an object, but is a list'],
    ],
  ],
  [
    'policyKeys with a typing error',
    over({ policyKeys: ['site'] }),
    [['policyKeys[0]', 'is not a key here; "sites" is']],
  ],
  [
    'policyKeys that names an absent key',
    over({ policyKeys: ['policyVersion', 'rules'] }),
    [['rules', 'is listed in policyKeys but absent: a browser drops a key with a wrong type']],
  ],
  [
    'policyKeys that names a wrong key: the wrong value is the fault',
    over({ policyKeys: ['killSwitch'], killSwitch: 'on' }),
    [['killSwitch', 'must be true or false, but is "on"']],
  ],
  ['policyKeys without any', over({ policyKeys: [] }), [['policyKeys', EMPTY]]],
  [
    'something in userMay',
    over({ userMay: ['loosen'] }),
    [['userMay[0]', 'must be one of "tighten", "guard-sites", "grant", but is "loosen"']],
  ],
  ['a support that is text', over({ support: '5555' }), [['support', 'must be an object, but is "5555"']]],
  ['an empty support name', over({ support: { name: '' } }), [['support.name', 'must not be empty']]],
];

/** Who you are, and where the record goes. */
const GUARD: readonly Wrong[] = [
  [
    'an organization without domains',
    over({ organization: { name: 'Corp' } }),
    [['organization.domains', 'is missing']],
  ],
  [
    'a prototype in the organization',
    over({ organization: JSON.parse('{"name":"C","domains":[],"__proto__":{"domains":["corp.example"]}}') }),
    [['organization.__proto__', 'is not a key here; known are name, domains']],
  ],
  [
    'a domain in other letters',
    over({ organization: { name: 'C', domains: ['börse.example'] } }),
    [
      [
        'organization.domains[0]',
        'must be a domain in ASCII, like "corp.example" or "*.corp.example" (write "xn--…" for other letters)',
      ],
    ],
  ],
  [
    'all domains of a country',
    over({ organization: { name: 'C', domains: ['*.de'] } }),
    [
      [
        'organization.domains[0]',
        'must be a domain in ASCII, like "corp.example" or "*.corp.example" (write "xn--…" for other letters)',
      ],
    ],
  ],
  [
    'a collector in plain http elsewhere',
    over({ ledger: { collector: 'http://collector.example/' } }),
    [['ledger.collector', 'must be an https URL, or http on this machine']],
  ],
  [
    'a header that begins another one',
    over({
      ledger: {
        export: {
          format: 'otlp',
          url: 'https://c.example/',
          headers: [{ name: 'X', value: 'a\r\nHost: evil.example' }],
        },
      },
    }),
    [['ledger.export.headers[0].value', 'must be one line of visible ASCII characters']],
  ],
  [
    'a collector to which the token would go in the clear',
    over({ ledger: { export: { format: 'splunk-hec', url: 'http://c.example/' } } }),
    [['ledger.export.url', 'must be an https URL, or http on this machine']],
  ],
  [
    'a collector with a password',
    over({ ledger: { collector: 'https://user:word@collector.example/' } }),
    [['ledger.collector', 'must be an https URL, or http on this machine']],
  ],
  [
    'a detector that does not exist',
    over({ sensitive: { detectors: [{ detector: 'passport', label: 'restricted' }] } }),
    [
      [
        'sensitive.detectors[0].detector',
        `must be one of ${DETECTOR_IDS.map((each) => `"${each}"`).join(', ')}, but is "passport"`,
      ],
    ],
  ],
  [
    'a pattern longer than a thousand characters',
    over({ sensitive: { patterns: [{ id: 'p1', name: 'P', pattern: 'a'.repeat(1_001), label: 'internal' }] } }),
    [['sensitive.patterns[0].pattern', 'is longer than 1000 characters']],
  ],
];

/** Labels and groups. */
const LABELS: readonly Wrong[] = [
  ['no labels', over({ labels: [] }), [['labels', EMPTY]]],
  ['a label without a rank', label({ rank: undefined }), [['labels[0].rank', 'is missing']]],
  ['a rank that is text', label({ rank: '1' }), [['labels[0].rank', 'must be a whole number, but is "1"']]],
  ['a negative rank', label({ rank: -1 }), [['labels[0].rank', 'is below 0']]],
  ['a rank above all', label({ rank: 1_001 }), [['labels[0].rank', 'is above 1000']]],
  ['a label id in capitals', label({ id: 'Secret' }), [['labels[0].id', ID]]],
  ['a label without a name', label({ name: '' }), [['labels[0].name', 'must not be empty']]],
  ['a label with a long name', label({ name: 'a'.repeat(201) }), [['labels[0].name', 'is longer than 200 characters']]],
  ['an alias that is a number', label({ aliases: [1] }), [['labels[0].aliases[0]', 'must be text, but is 1']]],
  ['no patterns in a label', label({ patterns: [] }), [['labels[0].patterns', EMPTY]]],
  ['a mistyped key in a label', label({ alias: ['x'] }), [['labels[0].alias', 'is not a key here; "aliases" is']]],
  ['a group that is text', over({ groups: ['all'] }), [['groups[0]', 'must be an object, but is "all"']]],
  ['a group whose size is text', group({ size: '3' }), [['groups[0].size', 'must be a whole number, but is "3"']]],
  [
    'a group’s address without a domain',
    group({ addresses: ['all'] }),
    [['groups[0].addresses[0]', 'must be one mail address with an ASCII domain']],
  ],
  [
    'two addresses in one',
    group({ addresses: ['a@corp.example,b@corp.example'] }),
    [['groups[0].addresses[0]', 'must be one mail address with an ASCII domain']],
  ],
  [
    'an outside that is text',
    group({ outside: 'yes' }),
    [['groups[0].outside', 'must be true or false, but is "yes"']],
  ],
];

export const WRONG_VALUES: readonly Wrong[] = [...TOP, ...GUARD, ...LABELS];
