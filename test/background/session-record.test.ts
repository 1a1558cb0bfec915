/** Sessions of agents that have begun and not ended: what is kept of them, and which of them a restart has ended. */
import { describe, expect, it } from 'vitest';
import { evidenceOf } from '../../src/agents/evidence.ts';
import { AGENT_LIMITS } from '../../src/core/agent-limits.ts';
import { type AgentSession, named, seen } from '../../src/core/agent-session.ts';
import { AT_ONCE } from '../agents/counted.ts';

// The background's rooms touch the browser's interface when they are loaded.
Object.assign(globalThis, { chrome: { runtime: { id: 'x', getURL: () => 'chrome-extension://x/' } } });
const { forgottenIn, openSessions } = await import('../../src/background/session-record.ts');
const { emptyState } = await import('../../src/background/state.ts');

const pace = { heldMs: 2, apartMs: 10 };
const rhythm = evidenceOf('machine-rhythm', 'page', 5, { ...AT_ONCE, pace });
const session = (id: string, at: number): AgentSession =>
  named(seen(undefined, { id, tab: 7, evidence: [rhythm], at }, AGENT_LIMITS.quietMs), 'openclaw');
const guard = (...sessions: readonly AgentSession[]) => ({
  ...emptyState(),
  sessions: new Map(sessions.map((each) => [each.id, each])),
});

describe('a session that has begun', () => {
  it('is kept as the record tells of it: with its name and numbers, and no times of keys', () => {
    const [kept, second] = openSessions(guard(session('tab:7', 1_000)));
    expect(second).toBeUndefined();
    expect(kept).toMatchObject({ session: 'tab:7', agent: 'openclaw', begun: 1_000, seenAt: 1_000, tabs: 1, acts: 0 });
    expect(JSON.stringify(kept)).toContain('"characters":205');
    expect(JSON.stringify(kept)).not.toMatch(/pace|heldMs/);
  });

  it('has ended where nothing in memory speaks of it after a start', () => {
    const before = guard(session('remote', 1_000), session('tab:9', 2_000));
    const kept: unknown = JSON.parse(JSON.stringify(openSessions(before)));
    expect(forgottenIn(kept, new Map()).map((each) => each.session)).toEqual(['remote', 'tab:9']);
    // The worker alone was started again.
    expect(forgottenIn(kept, before.sessions)).toEqual([]);
    expect(forgottenIn(kept, guard(session('tab:9', 2_000)).sessions).map((each) => each.session)).toEqual(['remote']);
  });

  it('has ended too where another has begun under its name', () => {
    const kept = openSessions(guard(session('tab:7', 1_000)));
    expect(forgottenIn(kept, guard(session('tab:7', 9_000)).sessions)).toMatchObject([{ begun: 1_000 }]);
  });

  it.each([[undefined], [null], ['x'], [[null, 3, {}, { session: 'tab:7' }, { session: 7, begun: 1 }]]])(
    'is none where %j was kept',
    (kept) => {
      expect(forgottenIn(kept, new Map())).toEqual([]);
    },
  );
});
