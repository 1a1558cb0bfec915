/** The rules are put up whatever stands in them that the browser does not take. */
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { emptyState, type GuardState, type Pass } from '../../src/background/state.ts';
import { readPolicy } from '../../src/core/policy/read.ts';
import { NOW } from '../core/facts.ts';
import { corpPolicy } from '../workspace/policy.ts';

type Rule = chrome.declarativeNetRequest.Rule;

/** A browser that takes no pattern beyond this length, as Chrome takes none that grows past 2 kB. */
const LONGEST = 300;
let rules: readonly Rule[];

beforeEach(() => {
  vi.resetModules();
  rules = [];
  vi.stubGlobal('chrome', {
    runtime: { getURL: () => 'chrome-extension://x/' },
    tabs: { query: async () => [] },
    declarativeNetRequest: {
      getSessionRules: async () => rules,
      getDynamicRules: async () => [],
      updateDynamicRules: async () => undefined,
      updateSessionRules: async ({ addRules }: { addRules: readonly Rule[] }) => {
        if (addRules.some(({ condition }) => (condition.regexFilter?.length ?? 0) > LONGEST))
          throw new Error('a rule has a more complex regex than allowed');
        rules = addRules;
      },
    },
  });
});

afterEach(() => {
  vi.unstubAllGlobals();
});

const isOpening = (rule: Rule) => rule.priority === 30;

/** A state with an agent in tab 3 and an opening there. */
function stateWith(path: string): GuardState {
  const reading = readPolicy(corpPolicy('http://127.0.0.1:1/'), NOW);
  if (reading.kind !== 'good') throw new Error('the policy is damaged');
  const pass: Pass = { tab: 3, site: 'forum', method: 'post', path, until: Date.now() + 10_000 };
  const latch = { tab: 3, at: Date.now(), reach: 'tab', evidence: [] } as const;
  return { ...emptyState(), policy: reading.policy, latches: new Map([[3, latch]]), passes: [pass] };
}

it('an opening that the browser takes is put up', async () => {
  const { seal } = await import('../../src/background/boundary.ts');
  await seal(stateWith('/posts'));
  expect(rules.some(isOpening)).toBe(true);
});

it('one that it does not take stays closed, and all other rules stand', async () => {
  const { seal } = await import('../../src/background/boundary.ts');
  const state = stateWith(`/wiki/${'[^?&]+x'.repeat(60)}`);
  await seal(state);
  expect(rules.length).toBeGreaterThan(0);
  expect(rules.some(isOpening)).toBe(false);
  state.latches = new Map([...state.latches, [8, { tab: 8, at: Date.now(), reach: 'tab', evidence: [] }]]);
  await seal(state);
  expect(rules.some(({ condition }) => condition.tabIds?.includes(8))).toBe(true);
});
