/** Whom a rule's destinations reach. A wider audience can only make more rules apply. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Action } from '../../../src/core/action.ts';
import type { Audience } from '../../../src/core/audience.ts';
import { groupsOf } from '../../../src/core/membership.ts';
import { readPolicy } from '../../../src/core/policy/read.ts';
import type { Policy } from '../../../src/core/policy.ts';
import { applyRules } from '../../../src/core/rule.ts';
import { NOW } from '../facts.ts';
import { runsUpTo } from '../runs.ts';

const GROUPS = [
  { id: 'employees', name: 'E', size: 1240, includes: ['sev-team'], domains: ['corp.example'] },
  { id: 'sev-team', name: 'S', members: ['alice@corp.example', 'maria@corp.example'] },
  { id: 'leads', name: 'L', members: ['maria@corp.example'] },
  { id: 'partners', name: 'P', size: 9, domains: ['*.partner.example'], outside: true },
  { id: 'south', name: 'South', members: ['zoe@south.partner.example'], outside: true },
  { id: 'others', name: 'O', size: 3 },
];

const SITES = [{ id: 'mail', name: 'M', kind: 'gmail', match: ['https://mail.google.com/*'] }];

function policyWith(destinations: object, groups: readonly object[] = GROUPS): Policy {
  const rules = [{ ruleId: 'r', name: 'R', destinations, restrictions: [{ class: 'ANY', level: 'BLOCK' }] }];
  const reading = readPolicy({ policyVersion: 1, sites: SITES, groups, rules }, NOW);
  if (reading.kind !== 'good') throw new Error(JSON.stringify(reading));
  return reading.policy;
}

function applies(policy: Policy, audience: Audience): boolean {
  const action = { kind: 'send', site: 'mail', audience } as Action;
  return applyRules({ action, actor: 'human', sources: [], now: NOW }, policy).length > 0;
}

const to = (people: readonly string[], groups: readonly string[] = []): Audience => ({
  kind: 'known',
  name: '',
  people,
  outsiders: [],
  lookAlikes: [],
  groups,
});

describe('a rule’s groups are reached', () => {
  it.each<[string, string, Audience]>([
    ['by the group itself', 'sev-team', to([], ['sev-team'])],
    ['by a group that includes it', 'sev-team', to([], ['employees'])],
    ['by a group that lies in it', 'employees', to([], ['sev-team'])],
    ['by one of its members', 'leads', to(['maria@corp.example'])],
    ['by a person in its domain', 'employees', to(['new@corp.example'])],
    ['by a group with one of its members', 'leads', to([], ['sev-team'])],
    ['by a group with a member in its domain', 'partners', to([], ['south'])],
    ['by a group whose domains hold one of its members', 'south', to([], ['partners'])],
    ['by everybody', 'leads', { kind: 'everyone', name: '' }],
    ['by nobody knows whom', 'leads', { kind: 'unknown', name: '', why: '' }],
  ])('%s', (_name, group, audience) => {
    expect(applies(policyWith({ groups: [group] }), audience)).toBe(true);
  });

  it.each<[string, string, Audience]>([
    ['by nobody', 'leads', to([])],
    ['by other members of a group that includes it', 'sev-team', to(['tom@corp.example'])],
    ['by a group of others', 'sev-team', to([], ['south'])],
    ['by a group of which nothing but the size is known', 'leads', to([], ['others'])],
  ])('not %s', (_name, group, audience) => {
    expect(applies(policyWith({ groups: [group] }), audience)).toBe(false);
  });
});

describe('a rule’s domains are reached', () => {
  it.each<[string, string, Audience]>([
    ['by an address there', 'south.partner.example', to(['a@south.partner.example'])],
    ['by an address below it', '*.partner.example', to(['a@south.partner.example'])],
    ['by a group with a member there', 'south.partner.example', to([], ['south'])],
    ['by a group whose members have addresses there', 'north.partner.example', to([], ['partners'])],
    ['by a group that includes such a group', 'corp.example', to([], ['employees'])],
  ])('%s', (_name, domain, audience) => {
    expect(applies(policyWith({ domains: [domain] }), audience)).toBe(true);
  });

  it.each<[string, string, Audience]>([
    ['by an address elsewhere', 'partner.example', to(['a@corp.example'])],
    ['by a domain that only ends alike', '*.ner.example', to(['a@partner.example'])],
    ['by a group elsewhere', 'partner.example', to([], ['sev-team'])],
  ])('not %s', (_name, domain, audience) => {
    expect(applies(policyWith({ domains: [domain] }), audience)).toBe(false);
  });
});

describe('an exception takes its rule back', () => {
  const excepting = (exception: object) => {
    const except = [{ until: '2026-11-24', reason: 'R', ...exception }];
    const rules = [{ ruleId: 'r', name: 'R', restrictions: [{ class: 'ANY', level: 'BLOCK' }], except }];
    const reading = readPolicy({ policyVersion: 1, groups: GROUPS, sites: SITES, rules }, NOW);
    if (reading.kind !== 'good') throw new Error(JSON.stringify(reading));
    return reading.policy;
  };

  it.each<[string, object, Audience]>([
    ['for its groups', { groups: ['sev-team'] }, to([], ['sev-team'])],
    ['for people in its groups', { groups: ['sev-team'] }, to(['maria@corp.example'])],
    ['for a group that lies in one of its groups', { groups: ['employees'] }, to([], ['sev-team'])],
    ['on its site, whoever reads it', { sites: ['mail'] }, { kind: 'everyone', name: '' }],
  ])('%s', (_name, exception, audience) => {
    expect(applies(excepting(exception), audience)).toBe(false);
  });

  it.each<[string, object, Audience]>([
    ['for one person more', { groups: ['sev-team'] }, to(['maria@corp.example', 'tom@corp.example'])],
    ['for a group that its group lies in', { groups: ['sev-team'] }, to([], ['employees'])],
    ['for a group that only shares a member', { groups: ['leads'] }, to([], ['sev-team'])],
    ['for nobody knows whom', { groups: ['employees'] }, { kind: 'unknown', name: '', why: '' }],
    ['for nobody at all', { groups: ['employees'] }, to([])],
    ['after its end: the rule stands again', { groups: ['sev-team'], until: '2026-11-23' }, to([], ['sev-team'])],
  ])('not %s', (_name, exception, audience) => {
    expect(applies(excepting(exception), audience)).toBe(true);
  });
});

it('counts a group that policy does not define as outside and as not known', () => {
  for (const audience of ['outside', 'unknown'])
    expect(applies(policyWith({ audience: [audience] }), to([], ['nobody-knows']))).toBe(true);
});

const DOMAINS = ['a.example', 'b.example', 'x.b.example'] as const;
const PEOPLE = DOMAINS.flatMap((domain) => ['p', 'q'].map((name) => `${name}@${domain}`));
const IDS = ['g0', 'g1', 'g2', 'g3'] as const;
const groups = fc.tuple(
  ...IDS.map((id) =>
    fc.record({
      id: fc.constant(id),
      name: fc.constant(id),
      members: fc.subarray([...PEOPLE]),
      includes: fc.subarray([...IDS]),
      domains: fc.subarray(['a.example', '*.b.example', 'x.b.example']),
    }),
  ),
);
const destinations = fc.oneof(
  fc.record({ groups: fc.subarray([...IDS], { minLength: 1 }) }),
  fc.record({ domains: fc.subarray(['a.example', '*.b.example', 'x.b.example'], { minLength: 1 }) }),
);

it('reaches with a group whatever it reaches with a member of it', () => {
  fc.assert(
    fc.property(groups, destinations, fc.constantFrom(...PEOPLE), (directory, reached, person) => {
      const policy = policyWith(reached, directory);
      for (const id of groupsOf(person, policy.groups))
        if (applies(policy, to([person])) && !applies(policy, to([], [id]))) return false;
      return true;
    }),
    runsUpTo(1_000),
  );
});
