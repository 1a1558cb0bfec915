/** A company for the tests of the core: its groups, its labels, its policy, and an act of an agent there. */
import type { Action } from '../../src/core/action.ts';
import type { Actor, Attribution } from '../../src/core/actor.ts';
import { AGENT_LIMITS } from '../../src/core/agent-limits.ts';
import { limitsOf, SESSION_LIMITS } from '../../src/core/breaker-limits.ts';
import type { Facts } from '../../src/core/decide.ts';
import type { Reading } from '../../src/core/exposure.ts';
import { EXPOSURE_LIMITS } from '../../src/core/exposure-limits.ts';
import { type Label, only, UNMARKED } from '../../src/core/label.ts';
import type { Directory, Group } from '../../src/core/membership.ts';
import { BALANCED } from '../../src/core/policy/table.ts';
import type { Policy, PolicyLabel } from '../../src/core/policy.ts';

/** A group of nobody, with what is said of it. */
export const group = (id: string, rest: Partial<Group>): [string, Group] => [
  id,
  {
    id,
    name: id,
    members: null,
    size: 0,
    includes: [],
    addresses: [],
    domains: [],
    clearance: 0,
    categories: null,
    outside: false,
    ...rest,
  },
];

export const DIRECTORY: Directory = new Map([
  group('employees', { size: 1240, includes: ['sev-team', 'leads'], clearance: 1 }),
  group('sev-team', { members: ['alice', 'ken', 'maria', 'priya'], size: 4, clearance: 3 }),
  group('leads', { members: ['maria', 'ines'], size: 2, clearance: 2 }),
  group('office', { size: 300, clearance: 1 }),
  group('contractors', { size: 86, outside: true }),
]);

/** A moment in the life of these tests: 24 November 2026, noon. */
export const NOW = Date.UTC(2026, 10, 24, 12);

const label = (id: string, name: string, rank: number, aliases: readonly string[] = []): PolicyLabel => ({
  id,
  name,
  rank,
  aliases,
  patterns: [],
  selectors: [],
  categories: [],
  system: 'own',
});

/** Written by hand: reading one takes the schema and all marking systems along, which few of these tests are about. */
export const POLICY: Policy = {
  version: 1,
  preset: 'balanced',
  enforcement: 'enforce',
  organization: null,
  vocabularies: [],
  sensitive: { detectors: new Map(), patterns: [] },
  groupOfAddress: new Map(),
  sites: [],
  rules: [],
  approval: BALANCED,
  breakers: limitsOf(SESSION_LIMITS),
  agents: AGENT_LIMITS,
  exposure: EXPOSURE_LIMITS,
  collector: null,
  killSwitch: false,
  support: {},
  userMay: ['tighten', 'guard-sites'],
  labels: [
    label('public', 'Public', 0),
    label('internal', 'Internal', 1, ['Internal use only']),
    label('confidential', 'Confidential', 2),
    label('restricted', 'Restricted', 3),
    label('secret', 'Strictly confidential', 4),
  ],
  groups: DIRECTORY,
};

/** An answer in the forum's topic 101, which all employees read. */
export const ACT: Action = {
  kind: 'reply',
  site: 'forum',
  thread: 'topic:101',
  place: 'Help',
  audience: { kind: 'known', name: 'Help', people: [], outsiders: [], lookAlikes: [], groups: ['employees'] },
  text: 'text',
  quoted: '',
  recipients: null,
  messageId: null,
  items: 1,
  attachments: [],
};

export const by = (actor: Actor): Attribution => ({ actor, evidence: [], source: 'browser' });

/** An agent, which must ask, is about to answer; nothing is known of what it writes. */
export const FACTS: Facts = {
  action: ACT,
  attribution: by('agent'),
  ownLabel: UNMARKED,
  found: [],
  matches: [],
  tainted: [],
  drafted: [],
  chain: 0,
  mandate: 'ask',
  killed: false,
  stop: null,
  grant: null,
  policyDamaged: false,
  siteChanged: [],
  itemsLately: 0,
  policy: POLICY,
  now: NOW,
};

/** Something that the agent has read elsewhere in the forum. */
export const read = (label: Label, thread = 'topic:77'): Reading => ({
  id: `forum ${thread}`,
  site: 'forum',
  thread,
  title: 'SEV1',
  label,
  at: 0,
  actor: 'agent',
  session: 'tab:1',
  depth: 0,
  prints: { words: [], signs: [], rare: [] },
});

/** The same, standing again in the text. */
export const carrying = (label: Label, thread?: string): Pick<Facts, 'matches'> => ({
  matches: [{ reading: read(label, thread), spans: [{ from: 0, to: 4 }] }],
});

/** No label; four readers against 1,240. */
export const CLOSED: Label = { rank: 0, marks: [], categories: [], readers: only([], ['sev-team']) };
export const RESTRICTED: Label = { ...CLOSED, rank: 3, marks: ['restricted'] };
export const SECRET: Label = { ...CLOSED, rank: 4, marks: ['secret'] };
