/** Who a mail reaches, and who a thread's readers are, by the policy of the stand-in company. */
import { describe, expect, it } from 'vitest';
import { addsReaders, leaks } from '../../src/core/audience.ts';
import { readPolicy } from '../../src/core/policy/read.ts';
import { NOW } from '../core/facts.ts';
import { corpPolicy } from '../workspace/policy.ts';

// The background's rooms touch the browser's interface when they are loaded.
Object.assign(globalThis, { chrome: { runtime: { id: 'x', getURL: () => 'chrome-extension://x/' } } });
const { audienceOf, labelOfSource, recipientsAudience } = await import('../../src/background/places.ts');
const { isOutside, knownAudience } = await import('../../src/background/belonging.ts');

const reading = readPolicy(corpPolicy('http://127.0.0.1:1/'), NOW);
if (reading.kind !== 'good') throw new Error(JSON.stringify(reading));
const { policy } = reading;
const to = (...addresses: readonly string[]) => ({ to: addresses, cc: [], bcc: [] });
const site = (id: string) => {
  const found = policy.sites.find((each) => each.id === id);
  if (found === undefined) throw new Error(id);
  return found;
};

describe('the audience of a mail', () => {
  it('is everyone it names, in whatever field, each once', () => {
    expect(
      recipientsAudience(policy, { to: ['bob@corp.example'], cc: ['bob@corp.example'], bcc: ['ken@corp.example'] }),
    ).toMatchObject({ kind: 'known', people: ['bob@corp.example', 'ken@corp.example'], outsiders: [], groups: [] });
  });

  it('is a group where policy knows the address as one', () => {
    expect(recipientsAudience(policy, to('all@corp.example'))).toMatchObject({ people: [], groups: ['employees'] });
  });

  it.each(['dave@northwind.example', 'dave@corp.example.evil.example', 'dave@evil-corp.example', 'dave@gmail.com'])(
    'tells an outsider: %s',
    (address) => {
      expect(recipientsAudience(policy, to('bob@corp.example', address))).toMatchObject({ outsiders: [address] });
    },
  );

  it('is unknown when it names nobody, never empty', () => {
    expect(recipientsAudience(policy, to())).toMatchObject({ kind: 'unknown' });
  });

  it('counts who is hidden, and groups in any field', () => {
    const hidden = { to: ['bob@corp.example'], cc: [], bcc: ['all@corp.example', 'eve@gmail.com'] };
    expect(recipientsAudience(policy, hidden)).toMatchObject({
      people: ['bob@corp.example', 'eve@gmail.com'],
      outsiders: ['eve@gmail.com'],
      groups: ['employees'],
    });
  });

  it.each([
    'Bob <bob@corp.example>',
    'BOB@corp.example',
    'eve@evil.example, bob@corp.example',
    'bob@corp.example ',
    'bob',
    '',
  ])('is unknown, never smaller, where one entry is no address as we compare them: %s', (entry) => {
    expect(recipientsAudience(policy, to('ken@corp.example', entry))).toMatchObject({ kind: 'unknown' });
  });

  it.each<[string, string | null]>([
    ['bob@c0rp.example', 'corp.example'],
    ['bob@xn--crp-sed.example', 'corp.example'],
    ['bob@corp-example.com', 'corp.example'],
    ['bob@gmail.com', null],
    ['bob@northwind.example', null],
  ])('says of an outsider whether the domain only looks like ours: %s', (address, own) => {
    expect(recipientsAudience(policy, to('ken@corp.example', address))).toMatchObject({
      outsiders: [address],
      lookAlikes: own === null ? [] : [{ person: address, own }],
    });
  });

  it.each<[string, readonly string[], string, boolean]>([
    ['the domain itself', ['corp.example'], 'bob@corp.example', false],
    ['what stands below a domain alone', ['corp.example'], 'bob@eu.corp.example', true],
    ['what stands below a domain with all below it', ['*.corp.example'], 'bob@eu.corp.example', false],
    ['that domain itself', ['*.corp.example'], 'bob@corp.example', false],
    ['what only ends alike', ['*.corp.example'], 'bob@evilcorp.example', true],
  ])('knows own domains, exact or with all below: %s', (_name, domains, address, outside) => {
    const organization = { name: 'Corp', domains };
    expect(recipientsAudience({ ...policy, organization }, to(address))).toMatchObject({
      outsiders: outside ? [address] : [],
      lookAlikes: [],
    });
  });

  it('counts members of an outside group as outsiders, also with an address of ours', () => {
    const { policyVersion, labels } = corpPolicy('http://127.0.0.1:1/');
    const sites = [{ id: 'mail', name: 'Mail', kind: 'gmail', match: ['https://mail.google.com/*'] }];
    const groups = [
      { id: 'contractors', name: 'Contractors', members: ['ann@corp.example'], outside: true },
      { id: 'agency', name: 'Agency', size: 9, domains: ['agency.corp.example'], outside: true },
      { id: 'guests', name: 'Guests', members: [], includes: ['helpers'], outside: true },
      { id: 'helpers', name: 'Helpers', members: ['zoe'] },
    ];
    const read = readPolicy(
      { policyVersion, labels, sites, organization: { name: 'C', domains: ['*.corp.example'] }, groups },
      NOW,
    );
    if (read.kind !== 'good') throw new Error(JSON.stringify(read));
    const people = to('ann@corp.example', 'max@agency.corp.example', 'bob@corp.example');
    expect(recipientsAudience(read.policy, people)).toMatchObject({
      outsiders: ['ann@corp.example', 'max@agency.corp.example'],
      lookAlikes: [],
    });
    const message = { title: '', area: 'people', areaName: '', restricted: true, groups: [], tags: [], text: '' };
    const forum = { ...site('forum'), userDomain: null };
    expect(audienceOf(read.policy, forum, { ...message, people: ['zoe', 'bob'] })).toMatchObject({
      outsiders: ['zoe'],
    });
    // Her mailbox is the company's all the same: what is read in it is noted.
    expect(isOutside(read.policy, 'ann@corp.example')).toBe(false);
  });

  it('counts everybody as outside while policy names no domain', () => {
    const nameless = { ...policy, organization: null };
    expect(recipientsAudience(nameless, to('bob@corp.example'))).toMatchObject({ outsiders: ['bob@corp.example'] });
  });
});

describe('one person has one name on all sites', () => {
  const facts = {
    title: 'Hello',
    area: 'people',
    areaName: '',
    restricted: true,
    people: ['alice', 'bob'],
    groups: [],
    tags: [],
    text: '',
  };

  it('the forum’s user names become addresses where policy says how', () => {
    expect(audienceOf(policy, site('forum'), facts)).toMatchObject({
      people: ['alice@corp.example', 'bob@corp.example'],
      outsiders: [],
    });
    expect(labelOfSource(policy, site('forum'), facts, null).readers).toEqual({
      kind: 'allOf',
      sets: [{ kind: 'set', people: ['alice@corp.example', 'bob@corp.example'], groups: [] }],
    });
  });
});

describe('a mail thread as a source', () => {
  const seen = {
    thread: 'thread-f:1',
    title: 'Q4',
    tags: ['Confidential'],
    documents: [{ author: null, text: 'x' }],
    people: ['alice@corp.example', 'maria@corp.example'],
    account: 'alice@corp.example',
  };

  it('is read by those who are on it, and carries the marks that it shows', () => {
    expect(labelOfSource(policy, site('mail'), null, seen)).toEqual({
      rank: 2,
      marks: ['confidential'],
      categories: [],
      readers: { kind: 'allOf', sets: [{ kind: 'set', people: seen.people, groups: [] }] },
    });
  });

  it('is read by the groups whose address is on it, so that an answer to all of them adds nobody', () => {
    const people = ['alice@corp.example', 'all@corp.example', 'list@corp.example'];
    const { readers } = labelOfSource(policy, site('mail'), null, { ...seen, people });
    expect(readers).toEqual({
      kind: 'allOf',
      sets: [{ kind: 'set', people: ['alice@corp.example', 'list@corp.example'], groups: ['employees'] }],
    });
    const answer = recipientsAudience(policy, to('all@corp.example', 'list@corp.example'));
    expect(answer.kind === 'known' && addsReaders(readers, answer, policy.groups)).toBe(false);
  });

  it('has unknown readers when nobody is named', () => {
    expect(labelOfSource(policy, site('mail'), null, { ...seen, people: null }).readers).toMatchObject({
      sets: [{ kind: 'unknown' }],
    });
  });
});

describe('an area with readers and no label', () => {
  const shared = readPolicy(
    {
      policyVersion: 1,
      organization: { name: 'Corp', domains: ['corp.example'] },
      labels: [
        { id: 'public', name: 'Public', rank: 0 },
        { id: 'internal', name: 'Internal', rank: 1 },
      ],
      groups: [
        { id: 'team', name: 'Team', size: 9, clearance: 'internal' },
        { id: 'partners', name: 'Partners', size: 9, outside: true },
      ],
      sites: [
        {
          id: 'forum',
          name: 'Forum',
          kind: 'discourse',
          match: ['https://forum.corp.example/*'],
          areas: [
            { area: 'category:1', readers: ['team'] },
            { area: 'category:2', readers: ['team', 'partners'] },
          ],
        },
      ],
    },
    NOW,
  );
  if (shared.kind !== 'good') throw new Error(JSON.stringify(shared));
  const [forum] = shared.policy.sites;
  const labelIn = (area: string) => {
    const facts = { title: '', area, areaName: '', restricted: true, people: [], groups: [], tags: [], text: '' };
    return labelOfSource(shared.policy, forum as NonNullable<typeof forum>, facts, null);
  };

  it('carries the lowest label', () => {
    expect(labelIn('category:1')).toMatchObject({ rank: 1, marks: ['internal'] });
  });

  it('carries none where outsiders read, so that they can be answered; others are new to it all the same', () => {
    const label = labelIn('category:2');
    expect(label).toMatchObject({ rank: 0, marks: [] });
    const { groups } = shared.policy;
    const circle = (...ids: readonly string[]) => knownAudience(shared.policy, 'x', [], ids);
    expect(leaks(label, circle('team', 'partners'), groups)).toEqual([]);
    expect(leaks(label, knownAudience(shared.policy, 'x', ['eve@gmail.com'], []), groups)).toMatchObject([
      { kind: 'outside' },
      { kind: 'readers' },
    ]);
  });
});
