/** What a policy means once it is read: its values, its defaults, and each list that may be empty. */
import { describe, expect, it } from 'vitest';
import { readPolicy, STRICT_DEFAULTS } from '../../../src/core/policy/read.ts';
import { BALANCED, STRICT } from '../../../src/core/policy/table.ts';
import { labelById, type Policy, topRank } from '../../../src/core/policy.ts';
import { VOCABULARIES } from '../../../src/core/vocabularies/all.ts';
import { corpPolicy } from '../../workspace/policy.ts';
import { NOW } from '../facts.ts';

function read(values: object, now = NOW): Policy {
  const reading = readPolicy({ policyVersion: 1, sites: [FORUM], ...values }, now);
  if (reading.kind !== 'good') throw new Error(JSON.stringify(reading));
  return reading.policy;
}

const LABELS = [
  { id: 'open', name: 'Open', rank: 0 },
  { id: 'internal', name: 'Internal', rank: 10, categories: ['HR'] },
  { id: 'restricted', name: 'Restricted', rank: 20 },
  { id: 'secret', name: 'Secret', rank: 90, categories: ['M&A'] },
];
const FORUM = { id: 'forum', name: 'F', kind: 'discourse', match: ['https://forum.corp.example/*'] };
const MAIL = { id: 'mail', name: 'M', kind: 'gmail', match: ['https://mail.google.com/*'] };
const EMPLOYEES = { id: 'employees', name: 'E', size: 3 };
const RULE = { ruleId: 'r1', name: 'R', restrictions: [{ class: 'ANY', level: 'WARN' }] };

describe('a policy says', () => {
  it('what its administrator wrote', () => {
    const policy = read(corpPolicy('http://127.0.0.1:1/ledger'));
    expect(policy).toMatchObject({
      version: 42,
      collector: { format: 'json-lines', url: 'http://127.0.0.1:1/ledger' },
      killSwitch: false,
    });
    expect(policy.sites[0]?.areas[1]).toMatchObject({
      area: 'category:7',
      label: 'restricted',
      readers: ['sev-team'],
    });
    expect(policy.groups.get('sev-team')).toMatchObject({ size: 4, clearance: 4 });
  });

  it('with a version alone: balanced, enforced, four corporate labels, secrets and cards looked for, one site', () => {
    expect(read({})).toMatchObject({
      preset: 'balanced',
      enforcement: 'enforce',
      organization: null,
      rules: [],
      approval: BALANCED,
      collector: null,
      killSwitch: false,
      userMay: ['tighten', 'guard-sites', 'grant'],
      sensitive: { patterns: [] },
    });
    expect(
      read({})
        .labels.slice(0, 4)
        .map(({ id, rank }) => [id, rank]),
    ).toEqual([
      ['public', 0],
      ['internal', 1],
      ['confidential', 2],
      ['restricted', 3],
    ]);
    expect([...read({}).sensitive.detectors]).toEqual([
      ['secret', 'restricted'],
      ['card', 'confidential'],
    ]);
  });

  it('"strict": drafts only, graver questions', () => {
    const policy = read({ preset: 'strict', sites: [FORUM, MAIL] });
    expect([policy.approval, ...policy.sites.map((site) => site.mandate)]).toEqual([STRICT, 'draft', 'draft']);
  });

  it('"strict" on trial: the table is strict, and nothing is held', () => {
    expect(read({ preset: 'strict', enforcement: 'shadow' })).toMatchObject({
      enforcement: 'shadow',
      approval: STRICT,
    });
  });

  it('"shadow": the balanced table, and nothing is held', () => {
    expect(read({ preset: 'shadow' })).toMatchObject({ enforcement: 'shadow', approval: BALANCED });
  });

  it('one cell of the table, and the others stay', () => {
    expect(read({ approval: { agent: { leak: 'block', topLabel: 'block' } } }).approval).toEqual({
      ...BALANCED,
      agent: { readersDiffer: 'allow', leak: 'block', topLabel: 'block' },
    });
  });

  it('what agents may do, by site or else by the kind of site', () => {
    const sites = [FORUM, MAIL, { ...FORUM, id: 'wiki', match: ['https://w.corp.example/*'], mandate: 'observe' }];
    expect(read({ sites }).sites.map((site) => site.mandate)).toEqual(['ask', 'draft', 'observe']);
  });

  it('addresses and domains in small letters, whatever it wrote', () => {
    const policy = read({
      organization: { name: 'C', domains: ['Corp.Example'] },
      groups: [{ ...EMPLOYEES, size: undefined, members: ['Bob@Corp.Example'], addresses: ['ALL@corp.example'] }],
      sites: [{ ...FORUM, userDomain: 'CORP.example' }],
    });
    expect(policy.organization?.domains).toEqual(['corp.example']);
    expect(policy.groups.get('employees')).toMatchObject({ members: ['bob@corp.example'], size: 1 });
    expect(policy.groupOfAddress.get('all@corp.example')).toBe('employees');
    expect(policy.sites[0]?.userDomain).toBe('corp.example');
  });

  it('text as text: a pattern that would never end is only kept here, and tried by nobody', () => {
    const pattern = '^(a+)+$|(x*)*(y*)*z{1000}';
    const policy = read({
      sensitive: { patterns: [{ id: 'p1', name: 'P', pattern, label: 'internal' }] },
      labels: [{ ...LABELS[1], patterns: [pattern, '['] }],
    });
    expect(policy.sensitive.patterns.map((each) => each.pattern)).toEqual([pattern, pattern, '[']);
  });

  it('the same again for the same values, and nothing else when they are changed later', () => {
    const values = { sites: [FORUM], support: { name: 'Desk' } };
    const policy = read(values);
    values.support.name = 'Somebody else';
    expect(policy.support.name).toBe('Desk');
  });
});

describe('labels', () => {
  it('of its own replace the corporate ones, and what is found goes under the nearest of them', () => {
    const policy = read({ labels: LABELS });
    expect(policy.vocabularies).toEqual(['tlp', 'purview', 'atlassian']);
    expect(policy.labels.filter((label) => label.system === 'own').map((label) => label.id)).toEqual([
      'open',
      'internal',
      'restricted',
      'secret',
      'unknown-mark',
    ]);
    expect([...policy.sensitive.detectors.values()]).toEqual(['secret', 'restricted']);
    expect(topRank(policy)).toBe(90);
  });

  it('read beside a marking system take their places: lowest, stricter middle, highest', () => {
    const policy = read({ labels: [LABELS[0], LABELS[3]], vocabularies: [{ id: 'corporate' }] });
    expect(policy.labels.map(({ id, rank }) => `${id} ${rank}`)).toEqual([
      'open 0',
      'secret 90',
      'public 0',
      'internal 90',
      'confidential 90',
      'restricted 90',
      'unknown-mark 90',
    ]);
  });

  it('that levels mean give them their rank and categories, and rules about them see the levels', () => {
    const policy = read({
      labels: LABELS,
      vocabularies: [{ id: 'corporate', levels: [{ level: 'confidential', label: 'secret' }] }],
      rules: [{ ...RULE, sources: { labels: ['secret'] } }],
    });
    expect(labelById(policy, 'confidential')).toMatchObject({ rank: 90, categories: ['M&A'], system: 'corporate' });
    expect(policy.rules[0]?.sources?.labels).toEqual(['secret', 'confidential']);
  });

  it('with the id of a level are that level: one rank, one clearance, and the level’s names too', () => {
    const policy = read({
      labels: LABELS,
      vocabularies: [{ id: 'corporate' }],
      groups: [{ ...EMPLOYEES, clearance: 'restricted' }],
    });
    expect(policy.labels.filter((label) => label.id === 'restricted')).toMatchObject([
      { rank: 20, system: 'own', aliases: expect.arrayContaining(['Highly confidential']) },
    ]);
    expect(policy.groups.get('employees')?.clearance).toBe(20);
  });

  it('have one id each in all marking systems', () => {
    const ids = VOCABULARIES.flatMap((vocabulary) => vocabulary.levels.map((level) => level.id));
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe('an empty list means', () => {
  it.each<[string, object, (policy: Policy) => unknown, unknown]>([
    ['no group', { groups: [] }, (policy) => policy.groups.size, 0],
    ['a group of nobody', { groups: [{ id: 'g1', name: 'G', members: [] }] }, (p) => p.groups.get('g1')?.size, 0],
    [
      'cleared for no category',
      { groups: [{ ...EMPLOYEES, categories: [] }] },
      (p) => p.groups.get('employees')?.categories,
      [],
    ],
    ['includes no group', { groups: [{ ...EMPLOYEES, includes: [] }] }, (p) => p.groups.get('employees')?.includes, []],
    ['every address is outside', { organization: { name: 'C', domains: [] } }, (p) => p.organization?.domains, []],
    ['no rule', { rules: [] }, (policy) => policy.rules, []],
    ['no marking system is read', { vocabularies: [] }, (p) => p.labels.map((label) => label.id), ['unknown-mark']],
    ['nothing is looked for', { sensitive: { detectors: [] } }, (p) => p.sensitive.detectors.size, 0],
    ['no area of its own', { sites: [{ ...FORUM, areas: [] }] }, (p) => p.sites[0]?.areas, []],
    ['people may set nothing', { userMay: [] }, (policy) => policy.userMay, []],
  ])('%s', (_name, values, see, meaning) => {
    expect(see(read(values))).toEqual(meaning);
  });

  it.each<[string, object, object]>([
    ['approval', { approval: {} }, { approval: BALANCED }],
    ['a row of it', { approval: { agent: {} } }, { approval: BALANCED }],
    ['ledger', { ledger: {} }, { collector: null }],
    ['support', { support: {} }, { support: {} }],
    ['conditions of a rule', { rules: [{ ...RULE, sources: {}, destinations: {} }] }, { rules: [{ actors: null }] }],
  ])('an empty object leaves the defaults: %s', (_name, values, meaning) => {
    expect(read(values)).toMatchObject(meaning);
  });
});

describe('an exception', () => {
  const policy = (until: string) => ({
    sites: [FORUM],
    rules: [{ ...RULE, except: [{ sites: ['forum'], until, reason: 'R' }] }],
  });
  it.each<[string, string]>([
    ['on its last possible day', '2027-02-22'],
    ['today', '2026-11-24'],
    ['past its end: the rule stands again', '2026-11-23'],
    ['long past its end', '2001-01-01'],
  ])('is good %s', (_name, until) => {
    expect(read(policy(until)).rules[0]?.except[0]?.until).toBe(Date.parse(`${until}T00:00:00Z`) + 86_400_000);
  });

  it('does not break its policy by growing old', () => {
    for (const days of [0, 1, 89, 90, 91, 4_000])
      expect(read(policy('2027-02-22'), NOW + days * 86_400_000).rules).toHaveLength(1);
  });
});

it('stands, where there never was a policy, strict and for Gmail alone', () => {
  expect(STRICT_DEFAULTS).toMatchObject({ version: 0, preset: 'strict', enforcement: 'enforce', approval: STRICT });
  expect(STRICT_DEFAULTS.sites).toMatchObject([
    { id: 'gmail', name: 'Gmail', kind: 'gmail', match: ['https://mail.google.com/*'], mandate: 'draft' },
  ]);
});
