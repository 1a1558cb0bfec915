/** Policies whose values are all well formed and that still cannot be meant, and all that is said about each. */
import { except, group, over, rule, site } from './over.ts';
import type { Wrong } from './wrong-values.ts';

const approval = (cells: object, rest: object = {}) => over({ approval: cells, ...rest });

const LATE = 'is more than 90 days away: give it an earlier end and renew it';

export const WRONG_MEANINGS: readonly Wrong[] = [
  ['a group of nobody knows whom', group({}), [['groups[2]', 'needs "members" or "size"']]],
  [
    'a group whose list contradicts its size',
    group({ size: 1, members: ['a@corp.example', 'b@corp.example'] }),
    [['groups[2].size', 'is 1, but "members" lists 2']],
  ],
  [
    'Gmail under another host',
    site({ kind: 'gmail' }),
    [['sites[0].match', 'must be "https://mail.google.com/*" for kind "gmail"']],
  ],
  [
    'Gmail’s host as a forum',
    site({ match: ['https://mail.google.com/*'] }),
    [['sites[0].kind', 'must be "gmail" for "https://mail.google.com/*"']],
  ],
  [
    'an area that a forum does not have',
    site({ areas: [{ area: 'categroy:7' }] }),
    [['sites[0].areas[0].area', 'must be "category:7", or "people" for private messages']],
  ],
  [
    'an area in mail',
    site({ kind: 'gmail', match: ['https://mail.google.com/*'], areas: [{ area: 'people' }] }),
    [['sites[0].areas[0].area', 'is no place of kind "gmail", which has none']],
  ],
  [
    'an exception for everything',
    rule({ except: [{ reason: 'R', until: '2026-12-31' }] }),
    [['rules[0].except[0]', 'needs "groups" or "sites": without them there would be no rule']],
  ],
  ['an exception for 91 days', except({ until: '2027-02-23' }), [['rules[0].except[0].until', LATE]]],
  ['an exception for ever', except({ until: '9999-12-31' }), [['rules[0].except[0].until', LATE]]],
  [
    'an exception to an impossible day',
    except({ until: '2026-02-30' }),
    [['rules[0].except[0].until', '"2026-02-30" is no day of the calendar']],
  ],
  [
    'an exception to no leap day',
    except({ until: '2027-02-29' }),
    [['rules[0].except[0].until', '"2027-02-29" is no day of the calendar']],
  ],
  [
    'shadow and enforce',
    over({ preset: 'shadow', enforcement: 'enforce' }),
    [['enforcement', '"enforce" contradicts the preset "shadow": take another preset']],
  ],
  [
    'a person’s leak that nobody hears of',
    approval({ human: { leak: 'allow' } }),
    [['approval.human.leak', 'must be at least "report"']],
  ],
  [
    'an agent’s leak unasked',
    approval({
      agent: { leak: 'report' },
      human: { leak: 'report' },
      unknown: { leak: 'report', readersDiffer: 'report' },
    }),
    [['approval.agent.leak', 'must be at least "light"']],
  ],
  [
    'a top label by a light question',
    approval({ agent: { topLabel: 'light' } }),
    [
      ['approval.agent.topLabel', 'must be at least "grave"'],
      ['approval.agent.topLabel', '"light" is looser than agent.leak: set at least "grave"'],
    ],
  ],
  [
    'a leak looser than new readers',
    approval({ unknown: { readersDiffer: 'block' } }),
    [['approval.unknown.leak', '"light" is looser than unknown.readersDiffer: set at least "block"']],
  ],
  [
    'a person held harder than nobody knows who',
    approval({ human: { leak: 'grave' } }),
    [['approval.unknown.leak', '"light" is looser than human.leak: set at least "grave"']],
  ],
  [
    'a strict preset made too loose',
    approval({ agent: { leak: 'light' } }, { preset: 'strict' }),
    [['approval.agent.leak', '"light" is looser than unknown.leak: set at least "grave"']],
  ],
  [
    'a preset that does not exist: cells are not held against another one',
    approval({ human: { leak: 'grave' } }, { preset: 'harsh' }),
    [['preset', 'must be one of "balanced", "strict", "shadow", but is "harsh"']],
  ],
  [
    'a cell that does not exist',
    approval({ agent: { leak: 'maybe' } }),
    [
      [
        'approval.agent.leak',
        'must be one of "allow", "report", "light", "grave", "authenticator", "block", but is "maybe"',
      ],
    ],
  ],
  [
    'a cell for agents that act within what they may',
    approval({ agent: { noLeak: 'allow' } }),
    [['approval.agent.noLeak', 'is not a key here; known are readersDiffer, leak, topLabel']],
  ],
  [
    'asking from no reader on',
    approval({ unknown: { askFromNewReaders: 0 } }),
    [['approval.unknown.askFromNewReaders', 'is below 1']],
  ],
];
