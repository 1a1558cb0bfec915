/** Safety stops: what opens them, for whom, what is not counted, and how only a person's word closes them. */
import { describe, expect, it } from 'vitest';
import {
  type AgentAct,
  ALL_CLOSED,
  afterRestart,
  against,
  answered,
  type Breakers,
  letGoOn,
  standing,
  tried,
} from '../../src/core/breaker.ts';
import { parseBreakers } from '../../src/core/breaker-kept.ts';
import { limitsOf, SESSION_LIMITS } from '../../src/core/breaker-limits.ts';
import { ALL_AGENTS } from '../../src/core/breaker-measure.ts';
import { NOW } from './facts.ts';

const LIMITS = limitsOf(SESSION_LIMITS);
const MINUTE = 60_000;

let count = 0;
const act = (rest: Partial<AgentAct> = {}): AgentAct => {
  count += 1;
  return {
    session: 'tab:7',
    site: 'mail',
    name: `act ${count}`,
    at: NOW,
    kind: rest.items === undefined ? 'reply' : 'trash',
    thread: 'topic:1',
    place: 'Place',
    items: 0,
    audience: rest.items === undefined ? 'all' : null,
    newReaders: 0,
    outcome: 'went',
    sent: 0,
    ...rest,
  };
};
const trying = (acts: readonly AgentAct[], before: Breakers = ALL_CLOSED): Breakers =>
  acts.reduce((breakers, each) => tried(breakers, each, LIMITS, each.at), before);
const many = (times: number, rest: (i: number) => Partial<AgentAct>) =>
  Array.from({ length: times }, (_, i) => act(rest(i)));
const stopsOf = (acts: readonly AgentAct[]) =>
  trying(acts).stops.map(({ scope, measure, count: much }) => `${scope.kind} ${measure} ${much}`);

describe('a safety stop opens', () => {
  it.each<[string, readonly AgentAct[], readonly string[]]>([
    ['at the first act that puts much away', [act({ items: 30, outcome: 'asked' })], ['session items 30']],
    ['bit by bit', many(20, (i) => ({ items: 1, at: NOW + i * 20_000 })), ['session items 20']],
    ['not just below', many(19, () => ({ items: 1 })), []],
    ['not when it takes its time', many(40, (i) => ({ items: 1, at: NOW + i * 40_000 })), []],
    ['not of the same thing tried again', many(40, () => ({ items: 19, name: 'the same' })), []],
    [
      'not of what a person is asked about each time',
      many(30, (i) => ({ items: 1, outcome: 'asked', at: NOW + i * 5_000 })),
      [],
    ],
    ['at more than a hand can do', many(30, (i) => ({ at: NOW + i * 1_000, outcome: 'asked' })), ['session acts 30']],
    [
      'at the same words sent again and again',
      many(30, (i) => ({ name: 'same', sent: 1, at: NOW + i })),
      ['session acts 30'],
    ],
    ['not at a task of twenty sends', many(20, (i) => ({ at: NOW + i * 1_000 })), []],
    ['at a mailing', many(21, (i) => ({ audience: `person ${i}`, at: NOW + i * 10_000 })), ['session audiences 21']],
    ['at a show to many', [act({ newReaders: 49 }), act({ newReaders: 60 })], ['session newReaders 60']],
    ['each circle counted once', many(5, () => ({ newReaders: 30 })), []],
    [
      'at circles together',
      [act({ newReaders: 30 }), act({ newReaders: 20, audience: 'b' })],
      ['session newReaders 50'],
    ],
  ])('%s', (_name, acts, expected) => {
    expect(stopsOf(acts)).toEqual(expected);
  });

  it.each<[string, (i: number) => Partial<AgentAct>, string]>([
    ['over tabs', (i) => ({ session: `tab:${i}` }), 'site items 20'],
    ['over tabs and sites', (i) => ({ session: `tab:${i}`, site: `site ${i}` }), 'all items 20'],
  ])('of what is spread %s', (_name, where, expected) => {
    expect(stopsOf(many(20, (i) => ({ items: 1, ...where(i) })))).toEqual([expected]);
  });

  it('and does not let the others have the whole limit again', () => {
    const before = trying(many(19, () => ({ items: 1 })));
    const other = act({ items: 1, session: 'tab:8' });
    expect(against(before, other, LIMITS, NOW)?.scope).toEqual({ kind: 'site', site: 'mail' });
  });

  it('lists what was done before, newest first, and what was not', () => {
    const done = [act({ items: 3, at: NOW - 30 * MINUTE }), act({ at: NOW - MINUTE, place: 'Hosts' })];
    const { stops } = trying([...done, act({ outcome: 'asked' }), act({ items: 200, outcome: 'asked' })]);
    expect(stops[0]?.done.map((each) => each.name)).toEqual([done[1]?.name, done[0]?.name]);
    expect(stops[0]?.tried).toMatchObject({ items: 200 });
  });

  it('once, however much is tried behind it', () => {
    const stopped = trying([act({ items: 20 })]);
    expect(
      trying(
        many(500, () => ({ items: 50 })),
        stopped,
      ),
    ).toBe(stopped);
  });
});

describe('a person', () => {
  const no = (breakers: Breakers, at: number, rest: Partial<AgentAct> = {}) =>
    answered(breakers, { act: act(rest), yes: false }, LIMITS, at);
  const yes = (breakers: Breakers, at: number) => answered(breakers, { act: act(), yes: true }, LIMITS, at);

  it('who says no three times in a row has stopped the agent', () => {
    const twice = no(no(ALL_CLOSED, NOW), NOW + 1);
    expect(twice.stops).toEqual([]);
    expect(no(twice, NOW + 2).stops).toMatchObject([{ measure: 'declined', count: 3, tried: null, state: 'open' }]);
    expect(no(yes(twice, NOW + 2), NOW + 3).stops).toEqual([]);
  });

  it('who says no to several agents, too', () => {
    const noes = [1, 2, 3, 4, 5, 6].reduce((b, i) => no(b, NOW + i, { session: `tab:${i}` }), ALL_CLOSED);
    expect(noes.stops).toMatchObject([{ scope: { kind: 'site' }, count: 6 }]);
  });

  it('lets it go on: the next act is asked about, however large; a yes closes the stop, a no opens it again', () => {
    const stopped = trying([...many(19, () => ({ items: 1 })), act({ items: 1 })]);
    const half = letGoOn(stopped, stopped.lastId);
    const large = act({ items: 500, outcome: 'asked' });
    expect(against(half, large, LIMITS, NOW)).toMatchObject({ state: 'half-open' });
    const asked = tried(half, large, LIMITS, NOW);
    expect(asked.stops).toMatchObject([{ state: 'half-open' }]);
    const closed = answered(asked, { act: large, yes: true }, LIMITS, NOW);
    expect(closed.stops).toEqual([]);
    // What was confirmed is the person's, and what was done before the stop is settled.
    expect(against(closed, act({ items: 19 }), LIMITS, NOW)).toBeNull();
    expect(answered(asked, { act: large, yes: false }, LIMITS, NOW).stops).toMatchObject([{ state: 'open' }]);
  });

  it('is the only one who does: not time, not another stop, not the wrong number', () => {
    const stopped = trying([act({ items: 20 })]);
    expect(standing(stopped, 'tab:7', 'forum')?.state).toBe('open');
    expect(against(stopped, act({ at: NOW + 1e9 }), LIMITS, NOW + 1e9)?.state).toBe('open');
    expect(letGoOn(stopped, 99)).toBe(stopped);
    expect(yes(stopped, NOW).stops).toMatchObject([{ state: 'open' }]);
  });
});

describe('over a restart', () => {
  it('what stopped one session stops all, since nobody knows which it was', () => {
    const again = afterRestart(parseBreakers(JSON.parse(JSON.stringify(trying([act({ items: 20 })]))), NOW));
    expect(standing(again, 'tab:1', 'forum')).toMatchObject({ state: 'open', scope: ALL_AGENTS });
  });

  it('what was counted is counted on', () => {
    const again = afterRestart(parseBreakers(JSON.parse(JSON.stringify(trying([act({ items: 19 })]))), NOW));
    expect(against(again, act({ items: 1, session: 'tab:1' }), LIMITS, NOW)?.measure).toBe('items');
  });

  it('nothing is nothing, and what cannot be understood stops all agents', () => {
    expect(parseBreakers(undefined, NOW)).toEqual(ALL_CLOSED);
    for (const broken of ['', 7, {}, { acts: [], stops: [{}], lastId: 1 }, { ...ALL_CLOSED, more: 1 }])
      expect(standing(parseBreakers(broken, NOW), 'tab:1', 'forum')?.state).toBe('open');
  });
});
