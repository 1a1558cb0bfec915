/** What the guard makes of changes in a mailbox: by who acts, by how many they are, and by nothing that a number looks like. */
import { describe, expect, it } from 'vitest';
import { evidenceOf } from '../../src/agents/evidence.ts';
import { assess } from '../../src/background/assess.ts';
import { withChangeOf } from '../../src/background/changes.ts';
import { emptyState, type GuardState } from '../../src/background/state.ts';
import { limitsOf, SESSION_LIMITS } from '../../src/core/breaker-limits.ts';
import type { Mandate, PolicySite } from '../../src/core/policy.ts';
import type { DescribedAct } from '../../src/sites/site.ts';
import { POLICY } from '../core/facts.ts';

const TAB = 7;

function mail(mandate: Mandate): PolicySite {
  const match = ['https://mail.google.com/*'];
  return {
    id: 'mail',
    name: 'Mail',
    kind: 'gmail',
    match,
    mandate,
    label: null,
    readers: null,
    userDomain: null,
    areas: [],
    description: null,
  };
}

function guard(actor: 'agent' | 'nobody known'): GuardState {
  const now = Date.now();
  const latch = { tab: TAB, at: now, reach: 'tab' as const, evidence: [evidenceOf('debugger', 'browser', now)] };
  const sensitive = { detectors: new Map([['card', 'secret']]), patterns: [] };
  return {
    ...emptyState(),
    // The question alone is looked at here; the safety stop at the same number has tests of its own.
    policy: { ...POLICY, sensitive, breakers: limitsOf({ ...SESSION_LIMITS, items: 10_000 }) },
    policyState: 'good',
    latches: actor === 'agent' ? new Map([[TAB, latch]]) : new Map(),
  };
}

function change(kind: DescribedAct['kind'], items: number, name = '1'): DescribedAct {
  const text = `+^k\nthread-f:${name} ${Array.from({ length: items }, (_, i) => `msg-f:${name}${i}`).join(' ')}`;
  const recipients = { to: [], cc: [], bcc: [] };
  return { kind, thread: `thread-f:${name}`, text, quoted: '', recipients, attachments: [], messageId: null, items };
}

function verdict(state: GuardState, act: DescribedAct, mandate: Mandate = 'draft') {
  const { level, review } = assess(state, mail(mandate), TAB, act).verdict;
  return `${level} ${review}`;
}

describe('a change in a mailbox', () => {
  it.each<[string, 'agent' | 'nobody known', DescribedAct, string]>([
    ['of an agent, small', 'agent', change('archive', 3), 'REPORT none'],
    ['of an agent, large', 'agent', change('trash', 30), 'WARN grave'],
    ['of an agent, for good', 'agent', change('delete', 1), 'WARN grave'],
    ['of nobody known, large', 'nobody known', change('trash', 5_000), 'ALLOW none'],
    ['of nobody known, for good', 'nobody known', change('delete', 1), 'WARN light'],
  ])('%s', (_name, actor, act, expected) => {
    expect(verdict(guard(actor), act)).toBe(expected);
  });

  it('reaches nobody, and that is known', () => {
    const { action } = assess(guard('agent'), mail('draft'), TAB, change('trash', 2));
    expect(action.audience).toMatchObject({ kind: 'known', people: [], groups: [] });
    expect(action.items).toBe(2);
  });

  it('carries no label because the number of a mail looks like the number of a card', () => {
    const act = change('archive', 1);
    const numbered = { ...act, text: '+^a\nthread-f:4111111111111111 msg-f:4111111111111111' };
    expect(assess(guard('agent'), mail('draft'), TAB, numbered).verdict).toMatchObject({
      level: 'REPORT',
      labelIds: [],
    });
    const written = { ...numbered, kind: 'send' as const, recipients: { to: ['bob@x.example'], cc: [], bcc: [] } };
    expect(assess(guard('agent'), mail('draft'), TAB, written).verdict.labelIds).toEqual(['secret']);
  });

  it('counts with those before it, and not with itself', () => {
    const state = guard('agent');
    const made = (act: DescribedAct) => {
      state.changes = withChangeOf(state, assess(state, mail('draft'), TAB, act));
    };
    made(change('archive', 10, '1'));
    made(change('archive', 10, '1'));
    expect(verdict(state, change('archive', 10, '1'))).toBe('REPORT none');
    expect(verdict(state, change('archive', 9, '2'))).toBe('REPORT none');
    made(change('archive', 9, '2'));
    expect(verdict(state, change('label', 1, '3'))).toBe('WARN grave');
    expect(verdict(state, change('archive', 9, '2'))).toBe('REPORT none');
  });

  it('counts with those of all agents, in whatever tab: spreading over tabs gains nothing', () => {
    const state = guard('agent');
    const latch = state.latches.get(TAB);
    for (const tab of [TAB, 8, 9]) if (latch) state.latches.set(tab, { ...latch, tab });
    const inTab = (tab: number, act: DescribedAct) => assess(state, mail('flow'), tab, act);
    const first = change('trash', 19, '1');
    state.changes = withChangeOf(state, inTab(TAB, first));
    expect(inTab(8, change('trash', 19, '2')).verdict.level).not.toBe('REPORT');
    expect(inTab(9, change('trash', 1, '3')).verdict.level).not.toBe('REPORT');
    // The same things once more are no more things, in whatever tab.
    expect(inTab(8, first).verdict.level).toBe('REPORT');
  });

  it('of a person or of nobody known is not counted', () => {
    const state = guard('nobody known');
    expect(withChangeOf(state, assess(state, mail('draft'), TAB, change('trash', 10)))).toEqual([]);
  });
});
