/** Each verdict has one rule that a help desk is told: seen on real verdicts, not on made-up ones. */
import { describe, expect, it } from 'vitest';
import type { Actor } from '../../src/core/actor.ts';
import { decide, type Facts } from '../../src/core/decide.ts';
import type { Reading } from '../../src/core/exposure.ts';
import { HELP_TEXTS } from '../../src/core/help-text.ts';
import { type Label, only, UNMARKED } from '../../src/core/label.ts';
import { POLICY_KEYS } from '../../src/core/policy/schema.ts';
import { STRICT } from '../../src/core/policy/table.ts';
import type { Rule } from '../../src/core/rule.ts';
import { DEFAULT_RULES, ruleThatDecided } from '../../src/core/rule-that-decided.ts';
import { NOW, POLICY } from './facts.ts';

const base: Facts = {
  action: {
    kind: 'reply',
    site: 'forum',
    thread: 'topic:101',
    place: '',
    audience: { kind: 'known', name: 'Help', people: [], outsiders: [], lookAlikes: [], groups: ['employees'] },
    text: '',
    quoted: '',
    recipients: null,
    messageId: null,
    items: 1,
    attachments: [],
  },
  attribution: { actor: 'agent', evidence: [], source: 'browser' },
  ownLabel: UNMARKED,
  found: [],
  matches: [],
  tainted: [],
  mandate: 'ask',
  killed: false,
  policyDamaged: false,
  itemsLately: 0,
  policy: POLICY,
  now: NOW,
};
const carrying = (label: Label): Pick<Facts, 'matches'> => {
  const reading: Reading = {
    id: 'x',
    site: 'forum',
    thread: 'topic:77',
    title: '',
    label,
    at: 0,
    actor: 'agent',
    session: '',
    depth: 0,
    prints: { words: [], chars: [] },
  };
  return { matches: [{ reading, spans: [] }] };
};
const closed: Label = { rank: 0, marks: [], categories: [], readers: only([], ['sev-team']) };
const restricted: Label = { ...closed, rank: 3, marks: ['restricted'] };
const secret: Label = { ...closed, rank: 4, marks: ['secret'] };
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
const unreadable = { action: { ...base.action, kind: 'unreadable' as const } };

describe('the rule that decided', () => {
  it.each<[string, Actor, Partial<Facts>, string]>([
    ['an agent while stopped', 'agent', { killed: true, ...carrying(secret) }, 'killed'],
    ['a person while agents are stopped', 'human', { killed: true }, 'killed'],
    ['an agent’s act that cannot be read', 'agent', unreadable, 'unreadable'],
    ['a person’s act that cannot be read', 'human', unreadable, 'unreadable'],
    ['an agent with the top label', 'agent', carrying(secret), 'top-label'],
    ['an agent with a label: the grave question, not the light one', 'agent', carrying(restricted), 'agent-leak'],
    ['an agent that may send alone, with a label', 'agent', { mandate: 'flow', ...carrying(restricted) }, 'agent-leak'],
    ['an agent’s new readers that nobody asks about', 'agent', carrying(closed), 'mandate-ask'],
    [
      'an agent’s new readers, strictly',
      'agent',
      { mandate: 'flow', policy: { ...POLICY, approval: STRICT }, ...carrying(closed) },
      'agent-readers',
    ],
    [
      'an agent’s leak, forbidden by the table',
      'agent',
      { policy: { ...POLICY, approval: STRICT }, ...carrying(restricted) },
      'agent-leak',
    ],
    ['a person with a label', 'human', carrying(restricted), 'human-leak'],
    ['a person with the top label', 'human', carrying(secret), 'human-leak'],
    ['a person’s new readers', 'human', carrying(closed), 'human-readers'],
    ['nobody knows who, with a label', 'unknown', carrying(restricted), 'unknown-leak'],
    ['nobody knows who, new readers', 'unknown', carrying(closed), 'unknown-readers'],
    ['a text that is marked', 'human', { ownLabel: { ...UNMARKED, rank: 3, marks: ['restricted'] } }, 'human-leak'],
    ['an agent that may only read', 'agent', { mandate: 'observe' }, 'mandate-observe'],
    ['an agent that may only draft', 'agent', { mandate: 'draft' }, 'mandate-draft'],
    ['an agent that asks', 'agent', {}, 'mandate-ask'],
    ['an agent that may send alone', 'agent', { mandate: 'flow' }, 'mandate-flow'],
    ['an agent under a damaged policy', 'agent', { mandate: 'flow', policyDamaged: true }, 'policy-damaged'],
    ['an own rule against a person', 'human', ruled(rule('r12', 'BLOCK')), 'r12'],
    ['an own rule beside a milder table', 'human', { ...carrying(restricted), ...ruled(rule('r12', 'BLOCK')) }, 'r12'],
    [
      'a mild own rule beside a severer table',
      'agent',
      { ...carrying(secret), ...ruled(rule('r12', 'REPORT')) },
      'top-label',
    ],
    ['the severer of two own rules', 'human', ruled(rule('r1', 'WARN'), rule('r2', 'BLOCK')), 'r2'],
    ['nothing', 'human', {}, 'none'],
  ])('%s', (_name, actor, facts, expected) => {
    const verdict = decide({ ...base, attribution: { ...base.attribution, actor }, ...facts });
    expect(ruleThatDecided(verdict, actor)).toBe(expected);
  });

  it('of a damaged policy’s banner is the damage', () => {
    expect(ruleThatDecided('policy-damaged', 'human')).toBe('policy-damaged');
  });
});

describe('what a help desk is told', () => {
  it.each(DEFAULT_RULES)('of %s is two sentences in plain words that name a key of the policy', (id) => {
    const { happened, remedy } = HELP_TEXTS[id];
    for (const sentence of [happened, remedy]) {
      expect(sentence).toMatch(/^[A-Z][^\n]+\.$/);
      expect(sentence.replace(/\b(approval|sites|labels)[.[][\w[\].]*/g, '')).not.toMatch(
        /\. |taint|verdict|digest|exposure|ledger|breaker/,
      );
    }
    expect(Object.keys(POLICY_KEYS).some((key) => new RegExp(`\\b${key}\\b`).test(remedy))).toBe(true);
  });
});
