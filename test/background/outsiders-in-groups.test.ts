/** Somebody outside who is reached through a group is as much outside as one who is named. */
import { describe, expect, it } from 'vitest';
import { leaks } from '../../src/core/audience.ts';
import { readPolicy } from '../../src/core/policy/read.ts';
import type { Policy } from '../../src/core/policy.ts';
import { applyRules } from '../../src/core/rule.ts';
import { NOW } from '../core/facts.ts';

// The background's rooms touch the browser's interface when they are loaded.
Object.assign(globalThis, { chrome: { runtime: { id: 'x', getURL: () => 'chrome-extension://x/' } } });
const { recipientsAudience } = await import('../../src/background/places.ts');

const SECRET = { rank: 3, marks: ['restricted'], categories: [], readers: { kind: 'everyone' } } as const;
const RULES = [
  {
    ruleId: 'inside',
    name: 'Stays inside',
    destinations: { audience: ['outside'] },
    restrictions: [{ class: 'ANY', level: 'BLOCK' }],
  },
];

function policyWith(group: object, domains: readonly string[]): Policy {
  const reading = readPolicy(
    {
      policyVersion: 1,
      organization: { name: 'Corp', domains },
      sites: [{ id: 'mail', name: 'Mail', kind: 'gmail', match: ['https://mail.google.com/*'] }],
      groups: [
        { id: 'team', name: 'Team', addresses: ['team@corp.example'], clearance: 'restricted', ...group },
        {
          id: 'all',
          name: 'All',
          size: 900,
          includes: ['team'],
          addresses: ['all@corp.example'],
          clearance: 'restricted',
        },
      ],
      rules: RULES,
    },
    NOW,
  );
  if (reading.kind !== 'good') throw new Error(JSON.stringify(reading));
  return reading.policy;
}

function reached(policy: Policy, address: string): readonly [leaks: readonly string[], rules: number] {
  const audience = recipientsAudience(policy, { to: [address], cc: [], bcc: [] });
  const action = { kind: 'send', site: 'mail', audience } as Parameters<typeof applyRules>[0]['action'];
  const applied = applyRules({ action, actor: 'agent', sources: [], now: NOW }, policy);
  return [leaks(SECRET, audience, policy.groups).map(({ kind }) => kind), applied.length];
}

describe('a mail to a group reaches outsiders', () => {
  it.each<[string, object, readonly string[]]>([
    ['by a member elsewhere', { members: ['ann@corp.example', 'eve@gmail.com'] }, ['corp.example']],
    ['by a member below the own domain', { members: ['eve@sub.corp.example'] }, ['corp.example']],
    ['by a domain elsewhere', { size: 5, domains: ['partner.example'] }, ['corp.example']],
    ['by all that is below the own domain', { size: 5, domains: ['*.corp.example'] }, ['corp.example']],
  ])('%s, whether or not policy says so', (_name, group, domains) => {
    const policy = policyWith(group, domains);
    expect(reached(policy, 'team@corp.example')).toEqual([['outside'], 1]);
    expect(reached(policy, 'all@corp.example')).toEqual([['outside'], 1]);
  });

  it.each<[string, object, readonly string[]]>([
    ['members with own addresses', { members: ['ann@corp.example', 'bob@CORP.example'] }, ['corp.example']],
    ['members known by name', { members: ['ann', 'bob'] }, ['corp.example']],
    ['an own domain', { size: 5, domains: ['corp.example'] }, ['Corp.example']],
    ['a domain below', { size: 5, domains: ['*.sub.corp.example', 'corp.example'] }, ['*.corp.example']],
  ])('not by %s', (_name, group, domains) => {
    expect(reached(policyWith(group, domains), 'all@corp.example')).toEqual([[], 0]);
  });
});
