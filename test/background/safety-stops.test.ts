/** Safety stops where the guard decides: which act opens one, whom it stops, and that no tab, debugger or time gets round it. */
import { describe, expect, it } from 'vitest';
import { evidenceOf } from '../../src/agents/evidence.ts';
import { assess } from '../../src/background/assess.ts';
import { actNow, isStopped } from '../../src/background/breaker-facts.ts';
import { isLatched } from '../../src/background/sessions.ts';
import { emptyState, type GuardState } from '../../src/background/state.ts';
import { stopViews } from '../../src/background/stop-view.ts';
import { letGoOn, tried } from '../../src/core/breaker.ts';
import type { PolicySite } from '../../src/core/policy.ts';
import type { DescribedAct } from '../../src/sites/site.ts';
import { POLICY } from '../core/facts.ts';

const MAIL: PolicySite = {
  id: 'mail',
  name: 'Mail',
  kind: 'gmail',
  match: ['https://mail.google.com/*'],
  mandate: 'flow',
  label: null,
  readers: null,
  userDomain: null,
  areas: [],
  description: null,
};
const FORUM: PolicySite = { ...MAIL, id: 'forum', name: 'Forum', kind: 'discourse', match: ['https://f.example/*'] };

function latch(state: GuardState, tab: number, reach: 'tab' | 'remote', at = Date.now()): void {
  state.latches.set(tab, { tab, at, reach, evidence: [evidenceOf('debugger', 'browser', at)] });
}

function guard(...tabs: readonly number[]): GuardState {
  const state: GuardState = { ...emptyState(), policy: { ...POLICY, sites: [MAIL, FORUM] }, policyState: 'good' };
  for (const tab of tabs) latch(state, tab, 'tab');
  return state;
}

const trash = (items: number, name: string): DescribedAct => ({
  kind: 'trash',
  thread: `thread-f:${name}`,
  text: `+^k\n${name}`,
  quoted: '',
  recipients: { to: [], cc: [], bcc: [] },
  attachments: [],
  messageId: null,
  items,
});
const reply = (text: string): DescribedAct => ({
  ...trash(1, '1'),
  kind: 'reply',
  thread: 'topic:1',
  text,
  recipients: null,
});

/** An agent tries an act, as the gates and the network count it; what the guard says. */
function tries(state: GuardState, tab: number, act: DescribedAct, site = MAIL): string {
  const assessment = assess(state, site, tab, act);
  const now = Date.now();
  if (assessment.attribution.actor === 'agent')
    state.breakers = tried(state.breakers, actNow(state, tab, assessment, now), state.policy.breakers, now);
  return assessment.verdict.level;
}

describe('an agent that throws mail away', () => {
  it('is stopped at its first large act, and then at everything, on every site', () => {
    const state = guard(7);
    expect(tries(state, 7, trash(3, 'a'))).toBe('REPORT');
    expect(tries(state, 7, trash(30, 'b'))).toBe('BLOCK');
    expect(tries(state, 7, trash(1, 'c'))).toBe('BLOCK');
    expect(tries(state, 7, reply('hello'), FORUM)).toBe('BLOCK');
    expect(isStopped(state, 7, 'mail')).toBe(true);
    expect(stopViews(state)).toMatchObject([
      {
        measure: 'items',
        tried: { kind: 'trash', items: 30, siteName: 'Mail' },
        done: [{ items: 3, link: { where: 'bin', url: 'https://mail.google.com/mail/u/0/#trash' } }],
      },
    ]);
  });

  it('gains nothing by spreading it over tabs', () => {
    const state = guard(7, 8, 9);
    expect(tries(state, 7, trash(10, 'a'))).toBe('REPORT');
    expect(tries(state, 8, trash(9, 'b'))).toBe('REPORT');
    expect(tries(state, 9, trash(1, 'c'))).toBe('BLOCK');
    expect(tries(state, 7, trash(1, 'd'))).toBe('BLOCK');
  });

  it('gains nothing by waiting, nor by a debugger that joins it', () => {
    const state = guard(7);
    tries(state, 7, trash(30, 'a'));
    latch(state, 7, 'tab', Date.now() - state.policy.agents.latchMs - 1);
    expect(isLatched(state, 7)).toBe(true);
    latch(state, 7, 'remote');
    expect(tries(state, 7, trash(1, 'b'))).toBe('BLOCK');
  });

  it('does not stop the others, nor anybody who is no agent', () => {
    const state = guard(7, 8);
    tries(state, 7, trash(30, 'a'));
    expect(tries(state, 8, trash(1, 'b'))).toBe('REPORT');
    expect(tries(state, 3, trash(500, 'c'))).toBe('ALLOW');
  });

  it('is asked about its next act once a person has let it go on', () => {
    const state = guard(7);
    tries(state, 7, trash(30, 'a'));
    state.breakers = letGoOn(state.breakers, state.breakers.lastId);
    const { verdict } = assess(state, MAIL, 7, trash(1, 'b'));
    expect(verdict).toMatchObject({ level: 'WARN', review: 'grave' });
    expect(verdict.reasons).toContainEqual({ kind: 'breaker', state: 'half-open', measure: 'items', scope: 'session' });
  });

  it('is stopped nowhere in a trial', () => {
    const state = guard(7);
    state.policy = { ...state.policy, enforcement: 'shadow' };
    expect(tries(state, 7, trash(30, 'a'))).toBe('REPORT');
  });
});

it('the same act is one, however its text is laid out at each gate', () => {
  const state = guard(7);
  for (let i = 0; i < 40; i += 1) tries(state, 7, reply(i % 2 === 0 ? 'the same' : 'the same  \r\n'), FORUM);
  expect(state.breakers.acts).toHaveLength(1);
  for (let i = 0; i < 40; i += 1) tries(state, 7, reply(`another ${i}`), FORUM);
  expect(stopViews(state)).toMatchObject([{ measure: 'acts', scope: 'session' }]);
});
