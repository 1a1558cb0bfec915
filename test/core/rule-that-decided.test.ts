/** Each verdict has one rule that a help desk is told: seen on real verdicts, not on made-up ones. */
import { describe, expect, it } from 'vitest';
import type { Actor } from '../../src/core/actor.ts';
import { decide, type Facts } from '../../src/core/decide.ts';
import { HELP_TEXTS } from '../../src/core/help-text.ts';
import { UNMARKED } from '../../src/core/label.ts';
import { POLICY_KEYS } from '../../src/core/policy/schema.ts';
import { STRICT } from '../../src/core/policy/table.ts';
import type { Rule } from '../../src/core/rule.ts';
import { DEFAULT_RULES, ruleThatDecided } from '../../src/core/rule-that-decided.ts';
import { ACT, by, CLOSED, carrying, FACTS, POLICY, RESTRICTED, SECRET } from './facts.ts';

const rule = (ruleId: string, level: 'REPORT' | 'WARN' | 'BLOCK'): Rule => ({
  ruleId,
  name: ruleId,
  sources: null,
  destinations: null,
  actors: null,
  restrictions: [{ class: 'ANY', level }],
  except: [],
});
const ruled = (...rules: readonly Rule[]) => ({ policy: { ...POLICY, rules } });
const unreadable = { action: { ...ACT, kind: 'unreadable' as const } };

/** Leaks of agents are asked about with one line. */
const lightly = {
  policy: { ...POLICY, approval: { ...POLICY.approval, agent: { ...POLICY.approval.agent, leak: 'light' as const } } },
};
const outsider = 'bob@c0rp.example';
const toOutsider: Facts['action'] = {
  ...ACT,
  audience: {
    kind: 'known',
    name: '',
    people: [outsider],
    outsiders: [outsider],
    lookAlikes: [{ person: outsider, own: 'corp.example' }],
    groups: [],
  },
};

const STOP = { state: 'open', measure: 'items', scope: 'session' } as const;

describe('the rule that decided', () => {
  it.each<[string, Actor, Partial<Facts>, string]>([
    ['an agent while stopped', 'agent', { killed: true, ...carrying(SECRET) }, 'killed'],
    ['a person while agents are stopped', 'human', { killed: true }, 'killed'],
    ['an agent under a safety stop', 'agent', { stop: STOP, ...carrying(SECRET) }, 'safety-stop'],
    [
      'an agent after a safety stop',
      'agent',
      { mandate: 'flow', stop: { ...STOP, state: 'half-open' } },
      'after-safety-stop',
    ],
    ['a person beside a safety stop', 'human', { stop: STOP }, 'none'],
    ['an agent’s act that cannot be read', 'agent', unreadable, 'unreadable'],
    ['a person’s act that cannot be read', 'human', unreadable, 'unreadable'],
    ['an agent with the top label', 'agent', carrying(SECRET), 'top-label'],
    ['an agent with a label: the grave question, not the light one', 'agent', carrying(RESTRICTED), 'agent-leak'],
    ['an agent that may send alone, with a label', 'agent', { mandate: 'flow', ...carrying(RESTRICTED) }, 'agent-leak'],
    ['an agent’s new readers that nobody asks about', 'agent', carrying(CLOSED), 'mandate-ask'],
    [
      'an agent’s new readers, strictly',
      'agent',
      { mandate: 'flow', policy: { ...POLICY, approval: STRICT }, ...carrying(CLOSED) },
      'agent-readers',
    ],
    [
      'an agent’s leak, forbidden by the table',
      'agent',
      { policy: { ...POLICY, approval: STRICT }, ...carrying(RESTRICTED) },
      'agent-leak',
    ],
    ['a person with a label', 'human', carrying(RESTRICTED), 'human-leak'],
    ['a person with the top label', 'human', carrying(SECRET), 'human-leak'],
    ['a person’s new readers', 'human', carrying(CLOSED), 'human-readers'],
    ['nobody knows who, with a label', 'unknown', carrying(RESTRICTED), 'unknown-leak'],
    ['nobody knows who, new readers', 'unknown', carrying(CLOSED), 'unknown-readers'],
    ['a text that is marked', 'human', { ownLabel: { ...UNMARKED, rank: 3, marks: ['restricted'] } }, 'human-leak'],
    ['an agent that may only read', 'agent', { mandate: 'observe' }, 'mandate-observe'],
    ['an agent that may only draft', 'agent', { mandate: 'draft' }, 'mandate-draft'],
    ['an agent that asks', 'agent', {}, 'mandate-ask'],
    ['an agent that may send alone', 'agent', { mandate: 'flow' }, 'mandate-flow'],
    ['an agent under a damaged policy', 'agent', { mandate: 'flow', policyDamaged: true }, 'policy-damaged'],
    ['a site that changed', 'human', { siteChanged: ['documents'] }, 'site-changed'],
    ['a site that changed, before the mandate', 'agent', { siteChanged: ['documents'] }, 'site-changed'],
    [
      'an agent that may only read, on a site that changed',
      'agent',
      { mandate: 'observe', siteChanged: ['send'] },
      'mandate-observe',
    ],
    ['an own rule against a person', 'human', ruled(rule('r12', 'BLOCK')), 'r12'],
    ['an own rule beside a milder table', 'human', { ...carrying(RESTRICTED), ...ruled(rule('r12', 'BLOCK')) }, 'r12'],
    [
      'a mild own rule beside a severer table',
      'agent',
      { ...carrying(SECRET), ...ruled(rule('r12', 'REPORT')) },
      'top-label',
    ],
    ['the severer of two own rules', 'human', ruled(rule('r1', 'WARN'), rule('r2', 'BLOCK')), 'r2'],
    ['nothing', 'human', {}, 'none'],
    ['agents stopped, before what cannot be read', 'human', { killed: true, ...unreadable }, 'killed'],
    [
      'what cannot be read, before an own rule',
      'human',
      { ...unreadable, ...ruled(rule('r12', 'WARN')) },
      'unreadable',
    ],
    ['an own rule, before the top label', 'agent', { ...carrying(SECRET), ...ruled(rule('r12', 'BLOCK')) }, 'r12'],
    ['the top label, before the mandate', 'agent', { mandate: 'observe', ...carrying(SECRET) }, 'top-label'],
    ['an own rule, before the mandate', 'agent', { mandate: 'flow', ...ruled(rule('r12', 'REPORT')) }, 'r12'],
    ['the mandate, before a leak that weighs no more', 'agent', { ...lightly, ...carrying(RESTRICTED) }, 'mandate-ask'],
    [
      'the damage, before a leak that weighs no more',
      'agent',
      { ...lightly, ...carrying(RESTRICTED), policyDamaged: true },
      'policy-damaged',
    ],
    ['an own rule about an agent, which asks gravely', 'agent', ruled(rule('r12', 'WARN')), 'r12'],
    ['a mandate beside an own rule that only records', 'agent', ruled(rule('r12', 'REPORT')), 'mandate-ask'],
    [
      'an own rule that asks lightly beside a leak',
      'human',
      { ...carrying(RESTRICTED), ...ruled(rule('r12', 'WARN')) },
      'r12',
    ],
    [
      'a grave leak beside an own rule that asks lightly',
      'human',
      { ...carrying(RESTRICTED), policy: { ...POLICY, approval: STRICT, rules: [rule('r12', 'WARN')] } },
      'human-leak',
    ],
    [
      'a person’s new readers beside a text that is marked',
      'human',
      { ownLabel: { ...UNMARKED, rank: 3, marks: ['restricted'] }, ...carrying(CLOSED) },
      'human-leak',
    ],
    ['somebody outside who newly reads it', 'human', { action: toOutsider, ...carrying(CLOSED) }, 'human-leak'],
    ['nothing, where somebody only looks like one of us', 'human', { action: toOutsider }, 'none'],
    ['the mandate, where somebody does', 'agent', { mandate: 'flow', action: toOutsider }, 'mandate-flow'],
  ])('%s', (_name, actor, facts, expected) => {
    const verdict = decide({ ...FACTS, attribution: by(actor), ...facts });
    expect(ruleThatDecided(verdict, actor)).toBe(expected);
  });

  it('of a damaged policy’s banner is the damage', () => {
    expect(ruleThatDecided('policy-damaged', 'human')).toBe('policy-damaged');
  });
});

describe('what a help desk is told', () => {
  // In codes that people have noted down, and in the help desk's own papers: these names stay.
  it('goes by names that stay', () => {
    const names =
      'killed safety-stop after-safety-stop policy-damaged unreadable site-changed top-label agent-leak unknown-leak human-leak agent-readers ' +
      'unknown-readers ' +
      'human-readers agent-change agent-many-items agent-few-items unknown-change granted mandate-observe mandate-draft ' +
      'mandate-ask mandate-flow none';
    expect(DEFAULT_RULES).toEqual(names.split(' '));
    expect(Object.keys(HELP_TEXTS)).toEqual(names.split(' '));
  });

  it.each(DEFAULT_RULES)('of %s is two sentences in plain words that name a key of the policy', (id) => {
    const { happened, remedy } = HELP_TEXTS[id];
    for (const sentence of [happened, remedy]) {
      expect(sentence).toMatch(/^[A-Z][^\n]+\.$/);
      expect(sentence.replace(/\b(approval|sites|labels|breakers)[.[][\w[\].]*/g, '')).not.toMatch(
        /\. |taint|verdict|digest|exposure|ledger|breaker/,
      );
    }
    expect(Object.keys(POLICY_KEYS).some((key) => new RegExp(`\\b${key}\\b`).test(remedy))).toBe(true);
  });
});
