/** What a verdict says besides its level: its reasons, the most severe first, how it asks, and the proof it needs. */
import { describe, expect, it } from 'vitest';
import type { Action } from '../../src/core/action.ts';
import type { Actor } from '../../src/core/actor.ts';
import { decide, type Facts } from '../../src/core/decide.ts';
import { type Label, only, UNMARKED } from '../../src/core/label.ts';
import { type ApprovalTable, BALANCED } from '../../src/core/policy/table.ts';
import type { Reason } from '../../src/core/reason.ts';
import type { Rule } from '../../src/core/rule.ts';
import { ACT, by, CLOSED, carrying, FACTS, group, POLICY, RESTRICTED, read, SECRET } from './facts.ts';

const marked = (rank: number, ...marks: readonly string[]): Label => ({ ...UNMARKED, rank, marks });
const reasonsOf = (actor: Actor, facts: Partial<Facts>) =>
  decide({ ...FACTS, attribution: by(actor), ...facts }).reasons;
const kindsOf = (actor: Actor, facts: Partial<Facts>) => reasonsOf(actor, facts).map((each) => each.kind);
const approving = (agent: Partial<ApprovalTable['agent']>): Pick<Facts, 'policy'> => ({
  policy: { ...POLICY, approval: { ...BALANCED, agent: { ...BALANCED.agent, ...agent } } },
});
const unreadable: Action = { ...ACT, kind: 'unreadable', text: 'the body is a stream' };
const rule = (ruleId: string, level: 'REPORT' | 'WARN' | 'BLOCK', conditions: Partial<Rule> = {}): Rule => ({
  ruleId,
  name: `Rule ${ruleId}`,
  sources: null,
  destinations: null,
  actors: null,
  restrictions: [{ class: 'ANY', level }],
  except: [],
  ...conditions,
});
const ruled = (...rules: readonly Rule[]): Pick<Facts, 'policy'> => ({ policy: { ...POLICY, rules } });
const ruleReason = (ruleId: string, level: 'REPORT' | 'WARN' | 'BLOCK'): Reason => ({
  kind: 'rule',
  ruleId,
  name: `Rule ${ruleId}`,
  level,
});

describe('the reasons of a verdict', () => {
  const asked: Reason = { kind: 'mandate', mandate: 'ask', actor: 'agent' };
  it.each<[string, Actor, Partial<Facts>, readonly Reason[]]>([
    ['none', 'human', {}, []],
    ['none of what everybody may read', 'human', carrying(UNMARKED), []],
    ['the site’s mandate', 'agent', {}, [asked]],
    ['agents are stopped, before the mandate', 'agent', { killed: true }, [{ kind: 'killed' }, asked]],
    ['agents are stopped', 'human', { killed: true }, [{ kind: 'killed' }]],
    [
      'why it cannot be read, before the mandate',
      'agent',
      { action: unreadable },
      [{ kind: 'unreadable', why: 'the body is a stream' }, asked],
    ],
    ['the damage, for agents only', 'human', { policyDamaged: true }, []],
    ['the damage instead of asking', 'agent', { policyDamaged: true }, [{ kind: 'policy-damaged' }]],
    ['the damage instead of flow', 'agent', { mandate: 'flow', policyDamaged: true }, [{ kind: 'policy-damaged' }]],
    [
      'what the text is marked with, and what was found in it',
      'human',
      { ownLabel: marked(3, 'restricted', 'gone'), found: [{ detector: 'card', name: null, count: 2 }] },
      [
        {
          kind: 'marked',
          labels: ['Restricted', 'gone'],
          found: [{ detector: 'card', name: null, count: 2 }],
          leaks: [{ kind: 'clearance', group: 'employees', rank: 3 }],
        },
      ],
    ],
    ['the organisation’s rules', 'human', ruled(rule('r1', 'WARN')), [ruleReason('r1', 'WARN')]],
    [
      'the most severe first, and of equal ones in their order',
      'agent',
      ruled(rule('r1', 'REPORT'), rule('r2', 'BLOCK'), rule('r3', 'WARN'), rule('r4', 'BLOCK')),
      [
        ruleReason('r2', 'BLOCK'),
        ruleReason('r4', 'BLOCK'),
        asked,
        ruleReason('r3', 'WARN'),
        ruleReason('r1', 'REPORT'),
      ],
    ],
  ])('are %s', (_name, actor, facts, expected) => {
    expect(reasonsOf(actor, facts)).toEqual(expected);
  });

  it('of the top label name it, whatever else is carried', () => {
    const both = { ...SECRET, marks: ['restricted', 'secret'] };
    expect(kindsOf('agent', carrying(both))).toEqual(['authenticator', 'mandate', 'leak']);
    expect(kindsOf('agent', { mandate: 'flow', ...carrying(both) })).toEqual(['authenticator', 'leak', 'mandate']);
    expect(reasonsOf('agent', carrying(both))[0]).toEqual({ kind: 'authenticator', label: 'Strictly confidential' });
    expect(reasonsOf('agent', { ownLabel: marked(4, 'gone') })[0]).toEqual({ kind: 'authenticator', label: '' });
  });

  it.each<[string, Actor, Partial<Facts>, readonly Reason['kind'][]]>([
    ['carried', 'human', carrying(RESTRICTED), ['leak']],
    ['carried into its own thread', 'human', carrying(RESTRICTED, 'topic:101'), []],
    ['read by the agent', 'agent', { tainted: [read(RESTRICTED)] }, ['mandate', 'leak']],
    ['read by the agent in the same thread', 'agent', { tainted: [read(RESTRICTED, 'topic:101')] }, ['mandate']],
    ['read by an agent when a person acts', 'human', { tainted: [read(RESTRICTED)] }, []],
    [
      'of a thread with the same name on another site',
      'human',
      { matches: [{ reading: { ...read(RESTRICTED, 'topic:101'), site: 'other' }, spans: [] }] },
      ['leak'],
    ],
    [
      'both marked and carried',
      'human',
      { ownLabel: marked(3, 'restricted'), ...carrying(CLOSED) },
      ['marked', 'leak'],
    ],
  ])('tell of what is %s', (_name, actor, facts, expected) => {
    expect(kindsOf(actor, facts)).toEqual(expected);
  });
});

const toOutside: Action = {
  ...ACT,
  audience: { kind: 'known', name: '', people: ['tom', 'ken'], outsiders: ['tom'], lookAlikes: [], groups: [] },
};

describe('the question of a verdict', () => {
  it.each<[string, Actor, Partial<Facts>, string]>([
    [
      'an agent’s leak of unlabelled things that policy lets pass',
      'agent',
      { mandate: 'flow', ...carrying(CLOSED) },
      'REPORT none',
    ],
    [
      'its leak of a label that policy asks lightly about',
      'agent',
      { ...approving({ leak: 'light' }), ...carrying(RESTRICTED) },
      'WARN light',
    ],
    [
      'its leak of a label that policy forbids',
      'agent',
      { ...approving({ leak: 'block' }), ...carrying(RESTRICTED) },
      'BLOCK none',
    ],
    [
      'its leak of the top label that policy lets be asked about',
      'agent',
      { ...approving({ topLabel: 'grave' }), ...carrying(SECRET) },
      'WARN grave',
    ],
    ['a label one below the top', 'agent', carrying({ ...SECRET, rank: 3 }), 'WARN grave'],
    ['a rank above all that policy names', 'agent', carrying({ ...SECRET, rank: 5 }), 'BLOCK none'],
    [
      'no label at all where policy has none',
      'agent',
      { policy: { ...POLICY, labels: [] }, mandate: 'flow', ...carrying(CLOSED) },
      'REPORT none',
    ],
    [
      'a closed source for somebody outside beside a colleague',
      'human',
      { action: toOutside, ...carrying(CLOSED) },
      'WARN light',
    ],
    ['a rule about an agent that only records, beside its mandate', 'agent', ruled(rule('r', 'REPORT')), 'WARN light'],
    ['a rule about an agent', 'agent', { mandate: 'flow', ...ruled(rule('r', 'WARN')) }, 'WARN grave'],
    ['a rule about a person', 'human', ruled(rule('r', 'WARN')), 'WARN light'],
    ['a rule about nobody knows who', 'unknown', ruled(rule('r', 'WARN')), 'WARN light'],
    ['a rule that only records', 'human', ruled(rule('r', 'REPORT')), 'REPORT none'],
    [
      'a grave question beside a refusal',
      'agent',
      { ...carrying(RESTRICTED), ...ruled(rule('r', 'BLOCK')) },
      'BLOCK none',
    ],
  ])('%s', (_name, actor, facts, expected) => {
    const { level, review } = decide({ ...FACTS, attribution: by(actor), ...facts });
    expect(`${level} ${review}`).toBe(expected);
  });

  it('asks for the person’s own key at the top label only', () => {
    const proof = (facts: Partial<Facts>) => decide({ ...FACTS, ...facts }).proof;
    expect([proof({}), proof(carrying(RESTRICTED)), proof(carrying(SECRET))]).toEqual([
      'window',
      'window',
      'authenticator',
    ]);
  });

  it('about new readers comes from five on, where nobody knows who acts', () => {
    const audience = (people: readonly string[]): Action => ({
      ...ACT,
      audience: { kind: 'known', name: '', people, outsiders: [], lookAlikes: [], groups: [] },
    });
    const level = (people: readonly string[]) =>
      decide({ ...FACTS, attribution: by('unknown'), action: audience(people), ...carrying(CLOSED) }).level;
    expect([level(['a', 'b', 'c', 'd']), level(['a', 'b', 'c', 'd', 'e'])]).toEqual(['REPORT', 'WARN']);
  });

  it('about new readers counts those who cannot be counted as very many', () => {
    const groups = new Map([...POLICY.groups, group('nobody-counts', { members: [] })]);
    const audience = { ...ACT.audience, groups: ['nobody-counts'] } as Action['audience'];
    const facts = { action: { ...ACT, audience }, policy: { ...POLICY, groups }, ...carrying(CLOSED) };
    expect(decide({ ...FACTS, attribution: by('unknown'), ...facts }).level).toBe('WARN');
  });
});

describe('the sources that a rule is asked about', () => {
  const about = (sources: Partial<NonNullable<Rule['sources']>>) =>
    ruled(
      rule('r', 'BLOCK', { sources: { labels: null, categories: null, sites: null, detectors: null, ...sources } }),
    );
  const found = [{ detector: 'card', name: null, count: 1 }];
  const crypto: Label = { rank: 1, marks: ['internal'], categories: ['crypto'], readers: only([], ['employees']) };
  it.each<[string, Actor, Partial<Facts>, boolean]>([
    ['the text’s own label', 'human', { ownLabel: marked(1, 'internal'), ...about({ labels: ['internal'] }) }, true],
    ['its category', 'human', { ownLabel: crypto, ...about({ categories: ['crypto'] }) }, true],
    ['what was found in it', 'human', { found, ...about({ detectors: ['card'] }) }, true],
    ['no site of its own', 'human', { found, ...about({ sites: ['forum'] }) }, false],
    ['the label of what is carried', 'human', { ...carrying(crypto), ...about({ labels: ['internal'] }) }, true],
    ['the category of it', 'human', { ...carrying(crypto), ...about({ categories: ['crypto'] }) }, true],
    ['the site of it', 'human', { ...carrying(crypto), ...about({ sites: ['forum'] }) }, true],
    [
      'what was found is not of it',
      'human',
      { found, ...carrying(crypto), ...about({ sites: ['forum'], detectors: ['card'] }) },
      false,
    ],
    ['what an agent has read', 'agent', { tainted: [read(crypto)], ...about({ labels: ['internal'] }) }, true],
    [
      'nothing that an agent has read, when a person acts',
      'human',
      { tainted: [read(crypto)], ...about({ labels: ['internal'] }) },
      false,
    ],
  ])('%s', (_name, actor, facts, applies) => {
    expect(kindsOf(actor, facts).includes('rule')).toBe(applies);
  });
});
