/** Laws of the safety stops, over any acts in any order: nothing that agents do closes one or makes room for more. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  type AgentAct,
  ALL_CLOSED,
  against,
  type Breakers,
  MOST_ACTS,
  MOST_STOPS,
  tried,
} from '../../src/core/breaker.ts';
import { limitsOf, SESSION_LIMITS } from '../../src/core/breaker-limits.ts';
import { decide, LEVELS } from '../../src/core/decide.ts';
import { by, FACTS, NOW } from './facts.ts';
import { runsUpTo } from './runs.ts';

/** Each case tries up to sixty acts. */
const SOME_RUNS = runsUpTo(150);

const LIMITS = limitsOf(SESSION_LIMITS);
const SPELL = 10 * 60_000;

const act: fc.Arbitrary<AgentAct> = fc.record({
  session: fc.constantFrom('tab:1', 'tab:2', 'remote'),
  site: fc.constantFrom('mail', 'forum'),
  name: fc.integer({ min: 0, max: 60 }).map(String),
  at: fc.integer({ min: NOW, max: NOW + 2 * SPELL }),
  kind: fc.constantFrom('trash', 'reply'),
  thread: fc.constant('topic:1'),
  place: fc.constant(''),
  items: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 12 })),
  audience: fc.option(fc.integer({ min: 0, max: 30 }).map(String)),
  newReaders: fc.integer({ min: 0, max: 20 }),
  outcome: fc.constantFrom('went', 'asked'),
  sent: fc.integer({ min: 0, max: 2 }),
});
const acts = fc.array(act, { maxLength: 60 });

const after = (list: readonly AgentAct[], now?: number): Breakers =>
  list.reduce((breakers, each) => tried(breakers, each, LIMITS, now ?? each.at), ALL_CLOSED);
const isStopped = (breakers: Breakers, one: AgentAct, now: number) =>
  against(breakers, one, LIMITS, now)?.state === 'open';

it('whatever agents do, an open stop stays open', () => {
  fc.assert(
    fc.property(acts, acts, (before, more) => {
      const first = after(before);
      const later = more.reduce((breakers, each) => tried(breakers, each, LIMITS, each.at), first).stops;
      for (const stop of first.stops) expect(later).toContain(stop);
    }),
    SOME_RUNS,
  );
});

it('more acts before it never let an act pass that fewer have stopped', () => {
  fc.assert(
    fc.property(acts, act, act, (list, more, one) => {
      const isOther = (each: AgentAct) => each.name !== more.name || each.session !== more.session;
      fc.pre([...list, one].every(isOther));
      const counted = { ...ALL_CLOSED, acts: unique(list) };
      const now = NOW + 2 * SPELL;
      const with1 = { ...counted, acts: unique([...list, more]) };
      if (isStopped(counted, one, now)) expect(isStopped(with1, one, now)).toBe(true);
    }),
    SOME_RUNS,
  );
});

it('the order in which acts are remembered makes no difference', () => {
  fc.assert(
    fc.property(
      acts.chain((list) => fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length }))),
      act,
      ([list, shuffled], one) => {
        const now = NOW + 2 * SPELL;
        const first = against({ ...ALL_CLOSED, acts: list }, one, LIMITS, now);
        const second = against({ ...ALL_CLOSED, acts: shuffled }, one, LIMITS, now);
        expect([second?.scope, second?.measure, second?.count]).toEqual([first?.scope, first?.measure, first?.count]);
      },
    ),
    SOME_RUNS,
  );
});

it('a clock that is set back closes nothing and makes room for nothing', () => {
  fc.assert(
    fc.property(acts, act, fc.integer({ min: 0, max: 1e10 }), (list, one, back) => {
      const breakers = after(list);
      const now = Math.max(...list.map(({ at }) => at), one.at);
      if (isStopped(breakers, one, now)) expect(isStopped(breakers, one, now - back)).toBe(true);
    }),
    SOME_RUNS,
  );
});

it('what is remembered has an end, and a flood that would push something out is a stop', () => {
  const endless = { session: { ...limitless }, site: { ...limitless }, all: { ...limitless } };
  let breakers: Breakers = ALL_CLOSED;
  for (let i = 0; i < MOST_ACTS + 100; i += 1) breakers = tried(breakers, { ...SAMPLE, name: `${i}` }, endless, NOW);
  expect(breakers.acts).toHaveLength(MOST_ACTS);
  expect(breakers.stops).toMatchObject([{ scope: { kind: 'all' }, state: 'open' }]);
  let stops: Breakers = ALL_CLOSED;
  for (let i = 0; i < MOST_STOPS + 5; i += 1)
    stops = tried(stops, { ...SAMPLE, name: `${i}`, session: `s${i}`, site: `${i}`, items: 20 }, LIMITS, NOW);
  expect(stops.stops.length).toBeLessThanOrEqual(MOST_STOPS);
  expect(stops.stops.some(({ scope }) => scope.kind === 'all')).toBe(true);
});

it('no act of an agent passes an open stop, and no person or unknown hand meets one', () => {
  const stop = { state: 'open', measure: 'items', scope: 'all' } as const;
  const kinds = fc.constantFrom('reply', 'trash', 'delete', 'unreadable' as const);
  fc.assert(
    fc.property(kinds, fc.constantFrom('observe', 'draft', 'ask', 'flow' as const), (kind, mandate) => {
      const facts = { ...FACTS, mandate, action: { ...FACTS.action, kind } };
      expect(decide({ ...facts, stop }).level).toBe('BLOCK');
      for (const actor of ['human', 'unknown'] as const)
        expect(decide({ ...facts, attribution: by(actor), stop })).toEqual(
          decide({ ...facts, attribution: by(actor) }),
        );
      const after1 = decide({ ...facts, stop: { ...stop, state: 'half-open' } });
      expect(LEVELS.indexOf(after1.level)).toBeGreaterThanOrEqual(LEVELS.indexOf('WARN'));
    }),
  );
});

const limitless = { acts: 1e9, audiences: 1e9, newReaders: 1e9, items: 1e9, declined: 1e9 };
const SAMPLE: AgentAct = {
  session: 'tab:1',
  site: 'mail',
  name: '',
  at: NOW,
  kind: 'reply',
  thread: 'topic:1',
  place: '',
  items: 0,
  audience: null,
  newReaders: 0,
  outcome: 'went',
  sent: 0,
};

/** As they are remembered: each act of a session once. */
function unique(list: readonly AgentAct[]): readonly AgentAct[] {
  return [...new Map(list.map((each) => [`${each.session} ${each.name}`, each])).values()];
}
