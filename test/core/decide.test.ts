import { describe, expect, it } from 'vitest';
import type { Action } from '../../src/core/action.ts';
import type { Actor } from '../../src/core/actor.ts';
import { decide, type Facts } from '../../src/core/decide.ts';
import { type Label, only, UNMARKED } from '../../src/core/label.ts';
import type { Mandate } from '../../src/core/policy.ts';
import { ACT, by, CLOSED, carrying, FACTS, RESTRICTED, read, SECRET } from './facts.ts';

/** No label; one reader less. */
const nearly: Label = { ...CLOSED, readers: only(['ken', 'maria', 'priya'], []) };

const marked = (rank: number, ...marks: readonly string[]): Label => ({ ...UNMARKED, rank, marks });

const changed = { siteChanged: ['documents'] } as const;

describe('who must say yes', () => {
  const smallAudience: Action = {
    ...ACT,
    audience: { kind: 'known', name: 'sev', people: [], outsiders: [], lookAlikes: [], groups: ['sev-team'] },
  };
  it.each<[string, Actor, Partial<Facts>, string]>([
    ['a person, no leak', 'human', {}, 'ALLOW none'],
    ['a person, only readers differ', 'human', carrying(CLOSED), 'ALLOW none'],
    ['a person, a label leaks', 'human', carrying(RESTRICTED), 'WARN light'],
    ['nobody knows who, no leak', 'unknown', {}, 'ALLOW none'],
    ['nobody knows who, 1,236 new readers', 'unknown', carrying(CLOSED), 'WARN light'],
    ['nobody knows who, one new reader', 'unknown', { action: smallAudience, ...carrying(nearly) }, 'REPORT none'],
    ['nobody knows who, a label leaks', 'unknown', carrying(RESTRICTED), 'WARN light'],
    ['an agent, no leak, ask', 'agent', {}, 'WARN light'],
    ['an agent, no leak, draft', 'agent', { mandate: 'draft' }, 'WARN light'],
    ['an agent, no leak, observe', 'agent', { mandate: 'observe' }, 'BLOCK none'],
    ['an agent, no leak, flow', 'agent', { mandate: 'flow' }, 'REPORT none'],
    ['an agent, only readers differ, flow', 'agent', { mandate: 'flow', ...carrying(CLOSED) }, 'REPORT none'],
    ['an agent, a label leaks', 'agent', carrying(RESTRICTED), 'WARN grave'],
    [
      'an agent, a label leaks although it may send alone',
      'agent',
      { mandate: 'flow', ...carrying(RESTRICTED) },
      'WARN grave',
    ],
    ['an agent that has only read it', 'agent', { mandate: 'flow', tainted: [read(RESTRICTED)] }, 'WARN grave'],
    ['a person’s act is not tainted by what an agent has read', 'human', { tainted: [read(RESTRICTED)] }, 'ALLOW none'],
    ['an agent, the top label', 'agent', carrying(SECRET), 'BLOCK none'],
    ['a person, the top label', 'human', carrying(SECRET), 'WARN light'],
    [
      'an agent answering where it has read',
      'agent',
      { mandate: 'flow', matches: [{ reading: read(RESTRICTED, 'topic:101'), spans: [] }] },
      'REPORT none',
    ],
    [
      'an agent, marked by its own text',
      'agent',
      { mandate: 'flow', ownLabel: { rank: 3, marks: ['restricted'], categories: [], readers: { kind: 'everyone' } } },
      'WARN grave',
    ],
    [
      'an agent, what is sent cannot be read',
      'agent',
      { mandate: 'flow', action: { ...ACT, kind: 'unreadable' } },
      'BLOCK none',
    ],
    ['a person, what is sent cannot be read', 'human', { action: { ...ACT, kind: 'unreadable' } }, 'WARN light'],
    ['an agent, while stopped', 'agent', { mandate: 'flow', killed: true }, 'BLOCK none'],
    ['a person, while agents are stopped', 'human', { killed: true }, 'WARN light'],
    ['an agent that may send alone, policy damaged', 'agent', { mandate: 'flow', policyDamaged: true }, 'WARN light'],
    ['an agent that may only read, policy damaged', 'agent', { mandate: 'observe', policyDamaged: true }, 'BLOCK none'],
    ['an agent that may send alone, on a site that changed', 'agent', { mandate: 'flow', ...changed }, 'WARN light'],
    ['an agent that may only read, on a site that changed', 'agent', { mandate: 'observe', ...changed }, 'BLOCK none'],
    ['a person, on a site that changed', 'human', changed, 'WARN light'],
    ['nobody knows who, on a site that changed', 'unknown', changed, 'WARN light'],
  ])('%s', (_name, actor, facts, expected) => {
    const verdict = decide({ ...FACTS, attribution: by(actor), ...facts });
    expect(`${verdict.level} ${verdict.review}`).toBe(expected);
  });

  it('says which parts of a site that changed cannot be read', () => {
    expect(decide({ ...FACTS, attribution: by('human'), ...changed }).reasons).toEqual([
      { kind: 'site-changed', parts: ['documents'] },
    ]);
  });

  it('says that the damage to policy, not policy, wants drafts', () => {
    expect(decide({ ...FACTS, mandate: 'ask', policyDamaged: true }).reasons).toEqual([{ kind: 'policy-damaged' }]);
    expect(decide({ ...FACTS, mandate: 'draft', policyDamaged: true }).reasons).toMatchObject([{ mandate: 'draft' }]);
  });

  it('asks for the person’s own key at the top label', () => {
    expect(decide({ ...FACTS, ...carrying(SECRET) })).toMatchObject({ level: 'BLOCK', proof: 'authenticator' });
  });

  it('names the source, its label and how many would newly see it', () => {
    const [reason] = decide({ ...FACTS, ...carrying(RESTRICTED) }).reasons.filter((each) => each.kind === 'leak');
    expect(reason).toMatchObject({
      source: { title: 'SEV1', labels: ['Restricted'], readers: ['sev-team'], how: { kind: 'match' } },
    });
    expect(reason?.leaks).toContainEqual(
      expect.objectContaining({ kind: 'readers', newcomers: { count: 1236, exact: true } }),
    );
  });
});

describe('the labels of a verdict', () => {
  const ids = (actor: Actor, facts: Partial<Facts>) => decide({ ...FACTS, attribution: by(actor), ...facts }).labelIds;
  it.each<[string, Actor, Partial<Facts>, readonly string[]]>([
    ['none', 'agent', {}, []],
    ['that of the text', 'human', { ownLabel: marked(1, 'internal') }, ['internal']],
    ['that of what is carried, leak or not', 'human', carrying(RESTRICTED, 'topic:101'), ['restricted']],
    ['that of what the agent has read', 'agent', { tainted: [read(SECRET)] }, ['secret']],
    ['not that of what an agent has read, when a person acts', 'human', { tainted: [read(SECRET)] }, []],
    [
      'all of them, sorted, each once',
      'agent',
      { ownLabel: marked(4, 'secret', 'internal'), ...carrying(RESTRICTED), tainted: [read(SECRET)] },
      ['internal', 'restricted', 'secret'],
    ],
  ])('are %s', (_name, actor, facts, expected) => {
    expect(ids(actor, facts)).toEqual(expected);
  });
});

describe('agents that answer each other', () => {
  const chained = (chain: number, actor: Actor, mandate: Mandate = 'flow') =>
    decide({ ...FACTS, attribution: by(actor), mandate, chain });

  it('are asked about once more of them than policy lets have written without a person', () => {
    expect(chained(3, 'agent')).toMatchObject({ level: 'REPORT' });
    const asked = chained(4, 'agent');
    expect(asked).toMatchObject({ level: 'WARN', review: 'grave' });
    expect(asked.reasons[0]).toEqual({ kind: 'chain', length: 4 });
    expect(chained(4, 'agent', 'observe').level).toBe('BLOCK');
  });

  it('stop no person', () => {
    for (const actor of ['human', 'unknown'] as const) expect(chained(20, actor).level).toBe('ALLOW');
  });
});

describe('a draft that an agent wrote', () => {
  it('carries what the agent had read to whoever sends it', () => {
    const drafted = [read(RESTRICTED, 'topic:7')];
    for (const actor of ['human', 'unknown'] as const) {
      const verdict = decide({ ...FACTS, attribution: by(actor), drafted });
      expect(verdict).toMatchObject({ level: 'WARN', review: 'light' });
      expect(verdict.reasons).toMatchObject([{ kind: 'leak', source: { how: { kind: 'draft' } } }]);
      expect(verdict.labelIds).toEqual(RESTRICTED.marks);
    }
  });
});
