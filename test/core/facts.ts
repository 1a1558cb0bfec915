/** A company for the tests of the core: its groups, its labels, its policy. */
import type { Directory, Group } from '../../src/core/membership.ts';
import { STRICT_DEFAULTS } from '../../src/core/policy/read.ts';
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

export const POLICY: Policy = {
  ...STRICT_DEFAULTS,
  approval: BALANCED,
  version: 1,
  labels: [
    label('public', 'Public', 0),
    label('internal', 'Internal', 1, ['Internal use only']),
    label('confidential', 'Confidential', 2),
    label('restricted', 'Restricted', 3),
    label('secret', 'Strictly confidential', 4),
  ],
  groups: DIRECTORY,
};
