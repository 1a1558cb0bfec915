/** What an act draws on, and in which words people are told of it. */
import { describe, expect, it } from 'vitest';
import type { Actor } from '../../src/core/actor.ts';
import type { Reading } from '../../src/core/exposure.ts';
import { type Label, only, UNMARKED } from '../../src/core/label.ts';
import { GMAIL_MATCH, labelById, MANDATES, type PolicySite, siteById, topRank } from '../../src/core/policy.ts';
import { sourceOf, sourcesOf } from '../../src/core/sources.ts';
import { by, group, POLICY, RESTRICTED, read } from './facts.ts';

describe('the sources of an act', () => {
  const [quoted, known, drafted] = [1, 2, 3].map((n) => read(RESTRICTED, `topic:${n}`)) as [Reading, Reading, Reading];
  const spans = [{ from: 0, to: 4 }];
  const sources = (actor: Actor) =>
    sourcesOf({
      matches: [{ reading: quoted, spans }],
      tainted: [quoted, known],
      drafted: [quoted, known, drafted],
      attribution: by(actor),
    });
  const match = { reading: quoted, how: { kind: 'match', spans } };

  it('are each told once: by its words where they stand in the text, else that the agent has read it', () => {
    expect(sources('agent')).toEqual([
      match,
      { reading: known, how: { kind: 'session' } },
      { reading: drafted, how: { kind: 'draft' } },
    ]);
  });

  it('are what stands in the text, and what agents had read that wrote it, when it is not an agent that acts', () => {
    const written = [known, drafted].map((reading) => ({ reading, how: { kind: 'draft' } }));
    for (const actor of ['human', 'unknown'] as const) expect(sources(actor)).toEqual([match, ...written]);
  });
});

describe('what people are told of a source', () => {
  const how = { kind: 'session' } as const;
  const groups = new Map([...POLICY.groups, group('sev-team', { name: 'SEV team' })]);
  const policy = { ...POLICY, groups };
  const told = (label: Label) => sourceOf(read(label), how, policy);

  it('is where it is, what it is called, its labels and its readers by name', () => {
    const label: Label = {
      ...RESTRICTED,
      marks: ['restricted', 'gone'],
      readers: only(['bob', 'alice'], ['sev-team']),
    };
    expect(told(label)).toEqual({
      id: 'forum topic:77',
      site: 'forum',
      thread: 'topic:77',
      title: 'SEV1',
      labels: ['Restricted', 'gone'],
      readers: ['SEV team', 'alice', 'bob'],
      how,
    });
  });

  it.each<[string, Label['readers'], readonly string[]]>([
    ['of everybody nothing', UNMARKED.readers, []],
    ['of nobody nothing', only([], []), []],
    ['of nobody knows whom nothing', { kind: 'allOf', sets: [{ kind: 'unknown', why: 'closed' }] }, []],
    ['of a group that policy does not define its id', only([], ['nobody-knows']), ['nobody-knows']],
    [
      'of several sets all that are known, each once',
      {
        kind: 'allOf',
        sets: [
          { kind: 'unknown', why: 'closed' },
          { kind: 'set', people: ['bob'], groups: ['leads'] },
          { kind: 'set', people: ['bob', 'ann'], groups: [] },
        ],
      },
      ['ann', 'bob', 'leads'],
    ],
  ])('is %s', (_name, readers, names) => {
    expect(told({ ...UNMARKED, readers }).readers).toEqual(names);
  });
});

describe('a policy is asked', () => {
  const site = (id: string): PolicySite => ({
    id,
    name: id,
    kind: 'discourse',
    match: [],
    mandate: 'ask',
    label: null,
    readers: null,
    userDomain: null,
    areas: [],
    description: null,
  });
  const policy = { ...POLICY, sites: [site('forum'), site('wiki')] };

  it('for a label or a site by its id', () => {
    expect(labelById(policy, 'restricted')).toMatchObject({ id: 'restricted', rank: 3 });
    expect(siteById(policy, 'wiki')).toBe(policy.sites[1]);
    expect([labelById(policy, 'Restricted'), siteById(policy, 'mail')]).toEqual([undefined, undefined]);
  });

  it('for its highest rank, wherever that stands, and zero without labels', () => {
    const labels = [...POLICY.labels];
    expect([labels, labels.reverse(), []].map((each) => topRank({ ...policy, labels: each }))).toEqual([4, 4, 0]);
  });

  it('for what agents may do, from strictest to loosest', () => {
    expect(MANDATES).toEqual(['observe', 'draft', 'ask', 'flow']);
    expect(GMAIL_MATCH).toBe('https://mail.google.com/*');
  });
});
