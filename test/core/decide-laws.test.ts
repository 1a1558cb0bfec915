import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Action } from '../../src/core/action.ts';
import type { Actor } from '../../src/core/actor.ts';
import { decide, LEVELS, type Verdict } from '../../src/core/decide.ts';
import type { Reading } from '../../src/core/exposure.ts';
import { type Label, only, UNMARKED } from '../../src/core/label.ts';
import type { Mandate } from '../../src/core/policy.ts';
import { ACT, by, DIRECTORY, FACTS, read } from './facts.ts';
import { RUNS, runsUpTo } from './runs.ts';

const severity = (verdict: Verdict) => LEVELS.indexOf(verdict.level);

describe('the laws of a verdict', () => {
  const label: fc.Arbitrary<Label> = fc.record({
    rank: fc.integer({ min: 0, max: 4 }),
    marks: fc.constant<readonly string[]>(['restricted']),
    categories: fc.subarray(['noforn', 'crypto']),
    readers: fc.oneof(
      fc.constant(UNMARKED.readers),
      fc.constant(only([], ['sev-team'])),
      fc.constant(only(['bob'], ['office'])),
    ),
  });
  const readings = fc.array(label, { maxLength: 4 }).map((labels) => labels.map((each, i) => read(each, `topic:${i}`)));
  const actors = fc.constantFrom<Actor>('human', 'agent', 'unknown');
  const mandates = fc.constantFrom<Mandate>('observe', 'draft', 'ask', 'flow');
  const groups = fc.subarray([...DIRECTORY.keys()], { minLength: 1 });
  const toGroups = (ids: readonly string[]): Action => ({
    ...ACT,
    audience: { kind: 'known', name: '', people: [], outsiders: [], lookAlikes: [], groups: ids },
  });
  const facts = fc.record({
    actor: actors,
    mandate: mandates,
    matched: readings,
    tainted: readings,
    ids: groups,
    killed: fc.boolean(),
  });
  const of = (
    f: {
      actor: Actor;
      mandate: Mandate;
      matched: Reading[];
      tainted: Reading[];
      ids: readonly string[];
      killed: boolean;
    },
    action = toGroups(f.ids),
  ): Verdict =>
    decide({
      ...FACTS,
      action,
      attribution: by(f.actor),
      mandate: f.mandate,
      matches: f.matched.map((reading) => ({ reading, spans: [] })),
      tainted: f.tainted,
      killed: f.killed,
    });

  it('the same facts give the same verdict', () => {
    fc.assert(
      fc.property(facts, (f) => void expect(of(f)).toEqual(of(f))),
      runsUpTo(300),
    );
  });

  it('what an agent’s draft rests on, and a longer chain of agents, never loosen it', () => {
    const chains = fc.tuple(fc.nat(30), fc.nat(30));
    fc.assert(
      fc.property(facts, label, chains, (f, more, [a, b]) => {
        const plain = { ...FACTS, action: toGroups(f.ids), attribution: by(f.actor), mandate: f.mandate };
        const level = (change: Partial<typeof FACTS>) => severity(decide({ ...plain, ...change }));
        expect(level({ drafted: [read(more, 'topic:902')] })).toBeGreaterThanOrEqual(level({}));
        expect(level({ chain: Math.max(a, b) })).toBeGreaterThanOrEqual(level({ chain: Math.min(a, b) }));
      }),
      runsUpTo(300),
    );
  });

  it('one more reading never loosens it', () => {
    fc.assert(
      fc.property(facts, label, (f, more) => {
        expect(severity(of({ ...f, matched: [...f.matched, read(more, 'topic:900')] }))).toBeGreaterThanOrEqual(
          severity(of(f)),
        );
        expect(severity(of({ ...f, tainted: [...f.tainted, read(more, 'topic:901')] }))).toBeGreaterThanOrEqual(
          severity(of(f)),
        );
      }),
      RUNS,
    );
  });

  it('one more group of readers never loosens it', () => {
    fc.assert(
      fc.property(facts, groups, (f, more) => {
        expect(severity(of({ ...f, ids: [...new Set([...f.ids, ...more])] }))).toBeGreaterThanOrEqual(severity(of(f)));
      }),
      RUNS,
    );
  });

  it('an unknown audience is never asked about less than a known one', () => {
    fc.assert(
      fc.property(facts, (f) => {
        const unknown = of(f, { ...ACT, audience: { kind: 'unknown', name: '', why: 'not said' } });
        const labelled = [...f.matched, ...(f.actor === 'agent' ? f.tainted : [])].some(
          (r) => r.label.rank > 0 || r.label.readers.kind !== 'everyone',
        );
        if (labelled)
          expect(severity(unknown)).toBeGreaterThanOrEqual(Math.min(severity(of(f)), LEVELS.indexOf('WARN')));
      }),
      RUNS,
    );
  });

  it('stopping agents never loosens it', () => {
    fc.assert(
      fc.property(
        facts,
        (f) =>
          void expect(severity(of({ ...f, killed: true }))).toBeGreaterThanOrEqual(
            severity(of({ ...f, killed: false })),
          ),
      ),
      RUNS,
    );
  });
});
