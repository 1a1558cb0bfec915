/** A company for the tests of the core: its groups, its labels, its policy. */
import type { Directory, Group } from '../../src/core/audience.ts';
import { type Policy, STRICT_DEFAULTS } from '../../src/core/policy.ts';

const group = (id: string, rest: Partial<Group>): [string, Group] => [
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

export const POLICY: Policy = {
  ...STRICT_DEFAULTS,
  version: 1,
  labels: [
    { id: 'public', name: 'Public', rank: 0, aliases: [] },
    { id: 'internal', name: 'Internal', rank: 1, aliases: ['Internal use only'] },
    { id: 'confidential', name: 'Confidential', rank: 2, aliases: [] },
    { id: 'restricted', name: 'Restricted', rank: 3, aliases: [] },
    { id: 'secret', name: 'Strictly confidential', rank: 4, aliases: [] },
  ],
  groups: DIRECTORY,
};
