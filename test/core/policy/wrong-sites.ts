/** Sites and rules with one wrong value each, and all that is said about it. */
import type { Wrong } from './wrong-values.ts';

const SITE = { id: 'forum', name: 'F', kind: 'discourse', match: ['https://forum.corp.example/*'] };
const over = (values: object): object => ({ policyVersion: 1, sites: [SITE], ...values });
const site = (change: object) => over({ sites: [{ ...SITE, ...change }] });
const rule = (change: object) =>
  over({ rules: [{ ruleId: 'r1', name: 'R', restrictions: [{ class: 'ANY', level: 'WARN' }], ...change }] });
const EMPTY = 'is an empty list: leave the key out, or name at least one';
const HOST = 'must name one https host in ASCII, like "https://forum.corp.example/*" (write "xn--…" for other letters)';

export const WRONG_SITES: readonly Wrong[] = [
  ['no sites', over({ sites: [] }), [['sites', EMPTY]]],
  ['a site without a kind', site({ kind: undefined }), [['sites[0].kind', 'is missing']]],
  ['a site without hosts', site({ match: [] }), [['sites[0].match', 'names no host, so nothing would be guarded']]],
  ['a pattern for everything', site({ match: ['<all_urls>'] }), [['sites[0].match[0]', HOST]]],
  ['a pattern for all hosts', site({ match: ['https://*/*'] }), [['sites[0].match[0]', HOST]]],
  ['a pattern for all hosts below one', site({ match: ['https://*.example/*'] }), [['sites[0].match[0]', HOST]]],
  ['a pattern for all schemes', site({ match: ['*://forum.corp.example/*'] }), [['sites[0].match[0]', HOST]]],
  ['plain http', site({ match: ['http://forum.corp.example/*'] }), [['sites[0].match[0]', HOST]]],
  ['one path of a host', site({ match: ['https://forum.corp.example/t/*'] }), [['sites[0].match[0]', HOST]]],
  ['a host in other letters', site({ match: ['https://fórum.example/*'] }), [['sites[0].match[0]', HOST]]],
  ['a host in capitals', site({ match: ['https://Forum.corp.example/*'] }), [['sites[0].match[0]', HOST]]],
  [
    'an unknown kind of site',
    site({ kind: 'usenet' }),
    [['sites[0].kind', 'must be one of "discourse", "gmail", "nodebb", "generic", but is "usenet"']],
  ],
  [
    'an unknown mandate',
    site({ mandate: 'trust' }),
    [['sites[0].mandate', 'must be one of "observe", "draft", "ask", "flow", but is "trust"']],
  ],
  ['a mistyped key in a site', site({ mandat: 'ask' }), [['sites[0].mandat', 'is not a key here; "mandate" is']]],
  ['no readers of a site', site({ readers: [] }), [['sites[0].readers', EMPTY]]],
  [
    'a user domain for all below',
    site({ userDomain: '*.corp.example' }),
    [['sites[0].userDomain', 'must be a domain in ASCII, like "corp.example"']],
  ],
  [
    'a mistyped key in an area',
    site({ areas: [{ area: 'category:7', reader: ['x'] }] }),
    [['sites[0].areas[0].reader', 'is not a key here; "readers" is']],
  ],
  ['a rule without restrictions', rule({ restrictions: [] }), [['rules[0].restrictions', EMPTY]]],
  [
    'a rule that allows',
    rule({ restrictions: [{ class: 'ANY', level: 'ALLOW' }] }),
    [['rules[0].restrictions[0].level', 'must be one of "BLOCK", "WARN", "REPORT", but is "ALLOW"']],
  ],
  [
    'a restriction without a level',
    rule({ restrictions: [{ class: 'SEND' }] }),
    [['rules[0].restrictions[0].level', 'is missing']],
  ],
  [
    'a class in small letters',
    rule({ restrictions: [{ class: 'send', level: 'WARN' }] }),
    [
      [
        'rules[0].restrictions[0].class',
        'must be one of "ANY", "POST", "REPLY", "MESSAGE", "EDIT", "SEND", but is "send"',
      ],
    ],
  ],
  ['a rule for no actor', rule({ actors: [] }), [['rules[0].actors', EMPTY]]],
  [
    'a rule for robots',
    rule({ actors: ['robot'] }),
    [['rules[0].actors[0]', 'must be one of "human", "agent", "unknown", but is "robot"']],
  ],
  ['a rule from no label', rule({ sources: { labels: [] } }), [['rules[0].sources.labels', EMPTY]]],
  ['a rule to no group', rule({ destinations: { groups: [] } }), [['rules[0].destinations.groups', EMPTY]]],
  [
    'a mistyped condition',
    rule({ destinations: { group: ['x'] } }),
    [['rules[0].destinations.group', 'is not a key here; "groups" is']],
  ],
  [
    'a rule for an audience that does not exist',
    rule({ destinations: { audience: ['outside', 'all'] } }),
    [['rules[0].destinations.audience[1]', 'must be one of "inside", "outside", "everyone", "unknown", but is "all"']],
  ],
  ['exceptions without any', rule({ except: [] }), [['rules[0].except', EMPTY]]],
  [
    'an exception without a reason',
    rule({ except: [{ sites: ['s'], until: '2026-12-31' }] }),
    [['rules[0].except[0].reason', 'is missing']],
  ],
  [
    'an exception without an end',
    rule({ except: [{ sites: ['s'], reason: 'R' }] }),
    [['rules[0].except[0].until', 'is missing']],
  ],
  [
    'an exception with an end in other words',
    rule({ except: [{ sites: ['s'], reason: 'R', until: '31.12.2026' }] }),
    [['rules[0].except[0].until', 'must be the last day, like "2026-12-31"']],
  ],
];
