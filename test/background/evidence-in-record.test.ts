/** What the record says of why an agent was believed to be there, and what it never says. */
import { describe, expect, it } from 'vitest';
import { evidenceOf } from '../../src/agents/evidence.ts';
import { evidenceBody } from '../../src/background/entry-body.ts';
import { canonicalJson } from '../../src/core/canonical.ts';
import { GENESIS, nextEntry } from '../../src/core/ledger.ts';

Object.assign(globalThis, { chrome: { runtime: { id: 'x', getURL: () => 'chrome-extension://x/' } } });
const { happeningsOf } = await import('../../src/background/happenings.ts');
const { emptyState } = await import('../../src/background/state.ts');

const FACTS = {
  characters: 205,
  typed: 0,
  unexplained: 205,
  atOnce: 205,
  keys: 40,
  capitals: 4,
  bareCapitals: 4,
  presses: 2,
  jumps: 2,
  pace: { heldMs: 2, apartMs: 10 },
};

describe('the record', () => {
  const evidence = [
    evidenceOf('debugger', 'browser', 5),
    evidenceOf('machine-rhythm', 'page', 5, FACTS),
    evidenceOf('typed-by-hand', 'page', 5, FACTS),
    evidenceOf('assistive-press', 'page', 5, FACTS),
  ];
  const body = evidenceBody(evidence);

  it('has the signs of an agent, whose word each is, and the numbers', () => {
    expect(body.map(({ sign, seenBy }) => [sign, seenBy])).toEqual([
      ['debugger', 'browser'],
      ['machine-rhythm', 'page'],
    ]);
    expect(body[1]).toMatchObject({ characters: 205, atOnce: 205, keys: 40 });
  });

  it('has no times of keys, and nothing of how a person works', () => {
    expect(canonicalJson(body)).not.toMatch(/pace|heldMs|hand|assistive/);
  });

  it('is read back for people as it was written', () => {
    const entry = nextEntry(GENESIS, 5, 'session-begun', { agent: 'openclaw', evidence: body });
    expect(happeningsOf(emptyState(), entry)).toEqual([
      {
        at: 5,
        what: 'session-begun',
        place: '',
        agent: { kind: 'named', name: 'openclaw' },
        evidence: [
          { sign: 'debugger', source: 'browser' },
          { sign: 'machine-rhythm', source: 'page', facts: { ...FACTS, pace: null } },
        ],
      },
    ]);
  });

  it.each<[string, Parameters<typeof nextEntry>[3]]>([
    ['no evidence', {}],
    ['evidence that is none', { evidence: ['debugger', null, 7, { sign: 'nonsense', seenBy: 'browser' }] }],
    ['an agent that nobody knows', { agent: 'toString', evidence: 'all' }],
  ])('of an older guard, or damaged, says less: %s', (_name, damaged) => {
    const entry = nextEntry(GENESIS, 5, 'held', damaged);
    expect(happeningsOf(emptyState(), entry)).toEqual([{ at: 5, what: 'held', place: '', agent: null, evidence: [] }]);
  });

  it('tells people nothing of what only machines need', () => {
    expect(happeningsOf(emptyState(), nextEntry(GENESIS, 5, 'agent-seen', {}))).toEqual([]);
  });
});
