/** What policy says of a described site: who reads its places, which selectors are none, and what mends a built-in kind. */
import { describe, expect, it } from 'vitest';
import { checkedPolicy } from '../../src/background/check-policy.ts';
import { audienceOf, labelOfSource } from '../../src/background/places.ts';
import { areaNamed, type Policy, type PolicySite } from '../../src/core/policy.ts';
import { siteFor } from '../../src/sites/all.ts';
import { matchesAny } from '../../src/sites/patterns.ts';
import { NOW } from '../core/facts.ts';
import { corpPolicy, withKeys, withSite } from '../workspace/policy.ts';
import { WIKI_SITE } from '../workspace/wiki/policy.ts';

const CORP = withSite(corpPolicy('http://127.0.0.1:1/'), WIKI_SITE);

function policyOf(values: Readonly<Record<string, unknown>>): Policy {
  const reading = checkedPolicy(withKeys(values), 'file', NOW);
  if (reading.kind !== 'good') throw new Error(JSON.stringify(reading));
  return reading.policy;
}

function siteOf(policy: Policy, id: string): PolicySite {
  const site = policy.sites.find((each) => each.id === id);
  if (site === undefined) throw new Error(id);
  return site;
}

describe('a place of a described site', () => {
  const policy = policyOf(CORP);
  const wiki = siteOf(policy, 'wiki');
  const factsOf = (thread: string) => siteFor(wiki).plainFacts(thread);

  it.each([
    ['Board papers', 'sev-team'],
    ['Board_papers/2026', 'sev-team'],
    ['board papers', 'sev-team'],
    [' :Board  papers', 'sev-team'],
    ['Talk:Board papers', 'employees'],
    ['Board', 'employees'],
  ])('%s is read by %s', (thread, group) => {
    expect(audienceOf(policy, wiki, factsOf(thread))).toMatchObject({ kind: 'known', groups: [group] });
    expect(labelOfSource(policy, wiki, factsOf(thread), null).readers).toMatchObject({
      kind: 'allOf',
      sets: [{ groups: [group] }],
    });
  });

  it('has the label of its area', () => {
    expect(labelOfSource(policy, wiki, factsOf('Board papers'), null).marks).toContain('restricted');
    expect(labelOfSource(policy, wiki, factsOf('Lunch'), null).marks).toEqual([]);
  });

  it('is in the area with the longest beginning of its name', () => {
    const areas = ['*', 'Board*', 'Board papers', 'Board papers 2*'].map((area) => ({
      area,
      name: null,
      label: null,
      readers: null,
    }));
    const named = (place: string) => areaNamed({ areas }, place)?.area;
    expect(['Lunch', 'Board', 'board_papers', 'Board papers 2026', 'Board papers 3'].map(named)).toEqual([
      '*',
      'Board*',
      'Board papers',
      'Board papers 2*',
      'Board*',
    ]);
  });

  it('has readers that nobody knows where policy names none', () => {
    const { readers: _none, areas: _nowhere, ...silent } = WIKI_SITE;
    const said = policyOf(withSite(corpPolicy('http://127.0.0.1:1/'), silent));
    const site = siteOf(said, 'wiki');
    expect(audienceOf(said, site, siteFor(site).plainFacts('Lunch')).kind).toBe('unknown');
    expect(labelOfSource(said, site, siteFor(site).plainFacts('Lunch'), null).readers).toMatchObject({
      sets: [{ kind: 'unknown' }],
    });
  });

  it('is told by the page alone where that shows who reads', () => {
    const description = { ...WIKI_SITE.description, page: { ...WIKI_SITE.description.page, readers: '.watchers a' } };
    const said = policyOf(withSite(corpPolicy('http://127.0.0.1:1/'), { ...WIKI_SITE, description }));
    expect(siteFor(siteOf(said, 'wiki')).plainFacts('Lunch')).toBe(null);
  });
});

describe('a selector that is none', () => {
  it.each<[string, object, string]>([
    ['of a page', { page: { title: 'h1[' } }, 'sites[2].description.page.title'],
    [
      'of an editor',
      { composers: [{ root: 'form', editor: 'p:not(', send: 'a' }] },
      'sites[2].description.composers[0].editor',
    ],
  ])('%s is a fault at its place', (_name, change, path) => {
    const site = { ...WIKI_SITE, description: { ...WIKI_SITE.description, ...change } };
    const reading = checkedPolicy(withSite(corpPolicy('http://127.0.0.1:1/'), site), 'file', NOW);
    expect(reading.kind === 'damaged' && reading.faults.map((fault) => fault.path)).toEqual([path]);
  });

  it('of what mends a site is one too', () => {
    const facts = [{ site: 'forum', page: { labels: 'a[' } }];
    const reading = checkedPolicy(withKeys({ ...CORP, siteFacts: facts }), 'file', NOW);
    expect(reading.kind === 'damaged' && reading.faults.map((fault) => fault.path)).toEqual([
      'siteFacts[0].page.labels',
    ]);
  });
});

describe('facts that mend a built-in kind', () => {
  const note = { method: 'POST', address: '/notes/{thread}', act: 'post', text: ['note'], thread: 'topic:{thread}' };
  const policy = policyOf({
    ...CORP,
    siteFacts: [
      {
        site: 'forum',
        threads: ['/topic/{thread}'],
        requests: [
          note,
          { method: 'POST', address: '/pulse', act: 'none' },
          { method: 'POST', address: '/posts', act: 'none' },
        ],
      },
      { site: 'wiki', page: { title: 'h2' }, requests: [{ ...note, thread: '{thread}' }] },
    ],
  });
  const forum = siteFor(siteOf(policy, 'forum'));
  const post = (path: string, fields: Readonly<Record<string, string>>) =>
    forum.describeRequest({
      method: 'POST',
      path,
      search: '',
      body: { kind: 'fields', fields: new Map(Object.entries(fields)) },
    });

  it('name requests that the kind does not know, and change none that it knows', () => {
    expect(post('/notes/7', { note: 'Hi' })).toMatchObject({ kind: 'acts', acts: [{ thread: 'topic:7', text: 'Hi' }] });
    expect(post('/pulse', { a: 'b' })).toEqual({ kind: 'not-an-act' });
    expect(post('/posts', { raw: 'Hi', topic_id: '101' })).toMatchObject({ kind: 'acts', acts: [{ kind: 'reply' }] });
    expect(post('/elsewhere', { a: 'b' })).toEqual({ kind: 'unknown' });
  });

  it('open what they call harmless, and where their acts go', () => {
    expect(matchesAny(forum.harmlessPaths, '/pulse')).toBe(true);
    const { path } = forum.sendPath({ kind: 'post', thread: 'topic:7' });
    expect([matchesAny([path], '/posts'), matchesAny([path], '/notes/7'), matchesAny([path], '/t/7')]).toEqual([
      true,
      true,
      false,
    ]);
  });

  it('add addresses of threads', () => {
    expect([forum.threadOfRead('/t/lunch/102'), forum.threadOfRead('/topic/9')]).toEqual(['topic:102', '9']);
  });

  it('stand in a described site before what it says, selector by selector', () => {
    const { description } = siteOf(policy, 'wiki');
    expect(description?.page).toMatchObject({ title: 'h2', documents: WIKI_SITE.description.page.documents });
    expect(description?.requests.map(({ address }) => address)).toEqual([
      '/notes/{thread}',
      ...WIKI_SITE.description.requests.map(({ address }) => address),
    ]);
  });
});
