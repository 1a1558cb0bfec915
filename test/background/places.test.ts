/** Who a mail reaches, and who a thread's readers are, by the policy of the stand-in company. */
import { describe, expect, it } from 'vitest';
import { readPolicy } from '../../src/core/policy/read.ts';
import { NOW } from '../core/facts.ts';
import { corpPolicy } from '../workspace/policy.ts';

// The background's rooms touch the browser's interface when they are loaded.
Object.assign(globalThis, { chrome: { runtime: { id: 'x', getURL: () => 'chrome-extension://x/' } } });
const { audienceOf, labelOfSource, recipientsAudience } = await import('../../src/background/places.ts');

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
    text: 'x',
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

  it('is read by the whole group where one of its addresses is on it', () => {
    const { readers } = labelOfSource(policy, site('mail'), null, {
      ...seen,
      people: ['alice@corp.example', 'all@corp.example'],
    });
    expect(readers).toMatchObject({ sets: [{ people: ['alice@corp.example'], groups: ['employees'] }] });
  });

  it('has unknown readers when nobody is named', () => {
    expect(labelOfSource(policy, site('mail'), null, { ...seen, people: null }).readers).toMatchObject({
      sets: [{ kind: 'unknown' }],
    });
  });
});
