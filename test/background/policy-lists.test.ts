import { describe, expect, it } from 'vitest';
import { groupsNamed, rulesNamed } from '../../src/background/policy-lists.ts';
import { readPolicy, STRICT_DEFAULTS } from '../../src/core/policy/read.ts';
import { NOW } from '../core/facts.ts';
import { corpPolicy } from '../workspace/policy.ts';

const RULE = {
  ruleId: 'no-sev-outside',
  name: 'Incidents stay inside',
  sources: { labels: ['restricted'], sites: ['forum'], detectors: ['secret'] },
  destinations: { audience: ['outside'], groups: ['contractors'], domains: ['*.rival.example'] },
  actors: ['agent'],
  restrictions: [{ class: 'ANY', level: 'BLOCK' }],
  except: [{ groups: ['contractors'], until: '2026-12-31', reason: 'The audit' }],
};
const reading = readPolicy({ ...corpPolicy('https://collector.example/'), rules: [RULE] }, NOW);
const policy = reading.kind === 'good' ? reading.policy : STRICT_DEFAULTS;

describe('the long lists of a policy', () => {
  it('name what a rule speaks of, and keep what it does not name apart from what it names none of', () => {
    expect(rulesNamed(policy, '')).toEqual({
      total: 1,
      first: [
        {
          ruleId: 'no-sev-outside',
          name: 'Incidents stay inside',
          restrictions: [{ class: 'ANY', level: 'BLOCK' }],
          actors: ['agent'],
          labels: { first: ['Restricted'], total: 1 },
          categories: null,
          from: { first: ['Corp Engineering Forum'], total: 1 },
          detectors: { first: ['secret'], total: 1 },
          to: null,
          groups: { first: ['Contractors'], total: 1 },
          domains: { first: ['*.rival.example'], total: 1 },
          audience: ['outside'],
          exceptions: [{ until: Date.UTC(2027, 0, 1), reason: 'The audit' }],
        },
      ],
    });
  });

  it('are found by name, whatever the case, and rules by their id as well', () => {
    expect(groupsNamed(policy, ' SEV ').first.map((group) => group.name)).toEqual(['sev-team']);
    expect(rulesNamed(policy, 'No-SEV').total).toBe(1);
    expect(groupsNamed(policy, 'nobody')).toEqual({ total: 0, first: [] });
  });

  it('say up to which label each group reads', () => {
    expect(groupsNamed(policy, '').first.map(({ name, clearance }) => [name, clearance])).toEqual([
      ['All employees', 'Internal'],
      ['sev-team', 'Strictly confidential'],
      ['Contractors', 'Public'],
    ]);
  });

  it('are cut, and say how long they are', () => {
    const many = Array.from({ length: 5_000 }, (_, i) => ({ ...RULE, ruleId: `r${i}`, except: undefined }));
    const long = readPolicy({ ...corpPolicy('https://collector.example/'), rules: many }, NOW);
    const found = rulesNamed(long.kind === 'good' ? long.policy : STRICT_DEFAULTS, '');
    expect([found.total, found.first.length]).toEqual([5_000, 200]);
  });
});
