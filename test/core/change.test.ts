/** What a change demands by itself, by who makes it and by how much has been changed lately. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CHANGING_KINDS, type ChangingKind, WRITING_KINDS } from '../../src/core/action.ts';
import type { Actor } from '../../src/core/actor.ts';
import {
  ASKED_FROM_ITEMS,
  type Changed,
  itemsLately,
  judgeChange,
  LATELY_MS,
  withChange,
} from '../../src/core/change.ts';
import { MANDATES } from '../../src/core/policy.ts';
import { RUNS } from './runs.ts';

const PUTS_AWAY = ['archive', 'trash', 'label', 'spam'] as const;
const OTHERS = CHANGING_KINDS.filter((kind) => !(PUTS_AWAY as readonly string[]).includes(kind));

function verdict(given: Partial<Parameters<typeof judgeChange>[0]>): string {
  const judged = judgeChange({ kind: 'trash', items: 1, actor: 'agent', mandate: 'ask', itemsLately: 0, ...given });
  return judged === null ? 'nothing' : `${judged.level} ${judged.review}`;
}

describe('putting things away', () => {
  it.each<[string, Actor, number, number, string]>([
    ['a person, however much', 'human', 5_000, 5_000, 'nothing'],
    ['nobody known, however much', 'unknown', 5_000, 5_000, 'nothing'],
    ['an agent, one item', 'agent', 1, 0, 'REPORT none'],
    ['an agent, just below the limit', 'agent', 19, 0, 'REPORT none'],
    ['an agent, at the limit', 'agent', 20, 0, 'WARN grave'],
    ['an agent, bit by bit below the limit', 'agent', 1, 18, 'REPORT none'],
    ['an agent, bit by bit at the limit', 'agent', 1, 19, 'WARN grave'],
    ['an agent, 500 at once', 'agent', 500, 0, 'WARN grave'],
  ])('%s', (_name, actor, items, itemsLately, expected) => {
    for (const kind of PUTS_AWAY) expect(verdict({ kind, actor, items, itemsLately })).toBe(expected);
  });

  it('is refused of an agent that may only read, and goes by no other mandate', () => {
    for (const kind of CHANGING_KINDS) expect(verdict({ kind, mandate: 'observe' })).toBe('BLOCK none');
    for (const mandate of MANDATES.filter((each) => each !== 'observe'))
      expect(verdict({ mandate })).toBe('REPORT none');
  });
});

it.each(OTHERS)('%s is always asked about when an agent does it, whatever it may do alone', (kind) => {
  for (const mandate of ['draft', 'ask', 'flow'] as const) expect(verdict({ kind, mandate })).toBe('WARN grave');
  expect(verdict({ kind, actor: 'human' })).toBe('nothing');
});

const LASTING: readonly ChangingKind[] = [
  'delete',
  'delegate',
  'forwarding',
  'filter',
  'auto-reply',
  'export',
  'import',
];

it.each(OTHERS)('%s is asked about when nobody knows who does it, if it lasts', (kind) => {
  expect(verdict({ kind, actor: 'unknown' })).toBe(LASTING.includes(kind) ? 'WARN light' : 'nothing');
});

it.each([
  ['a few things', {}, { kind: 'change', why: 'few', items: 4 }],
  ['many things', { items: 40 }, { kind: 'change', why: 'many', items: 43 }],
  ['what is asked about always', { kind: 'invite', items: 2 }, { kind: 'change', why: 'always', items: 2 }],
  [
    'what lasts, and nobody knows who',
    { kind: 'filter', actor: 'unknown' },
    { kind: 'change', why: 'always', items: 1 },
  ],
  ['an agent that may only read', { mandate: 'observe' }, { kind: 'mandate', mandate: 'observe', actor: 'agent' }],
] as const)('says why, of %s', (_name, given, reason) => {
  const judged = judgeChange({ kind: 'trash', items: 1, actor: 'agent', mandate: 'ask', itemsLately: 3, ...given });
  expect(judged?.reason).toEqual(reason);
});

it.each([...WRITING_KINDS, 'unreadable' as const])('%s is no change', (kind) => {
  for (const actor of ['agent', 'unknown', 'human'] as const) expect(verdict({ kind, actor })).toBe('nothing');
});

describe('what was changed lately', () => {
  const change = (name: string, items: number, at: number, session = 'tab:1'): Changed => ({
    session,
    name,
    items,
    at,
  });
  const remembered = (...changes: readonly Changed[]) => changes.reduce<readonly Changed[]>(withChange, []);

  it('is summed for a session, without the act itself and without what is long ago', () => {
    const all = remembered(
      change('old', 7, 0),
      change('a', 3, LATELY_MS),
      change('b', 4, LATELY_MS),
      change('c', 5, LATELY_MS, 'remote'),
    );
    expect(itemsLately(all, 'tab:1', 'b', LATELY_MS + 1)).toBe(3);
    expect(itemsLately(all, 'tab:1', 'new', LATELY_MS + 1)).toBe(7);
    expect(itemsLately(all, 'remote', 'new', LATELY_MS + 1)).toBe(5);
    expect(itemsLately(all, 'tab:1', 'new', 2 * LATELY_MS)).toBe(0);
  });

  it('counts the same change once, however often it is tried', () => {
    expect(itemsLately(remembered(...Array.from({ length: 9 }, (_, i) => change('a', 3, i))), 'tab:1', 'new', 9)).toBe(
      3,
    );
  });

  it('is not made less by a clock that is set back', () => {
    expect(itemsLately(remembered(change('a', 3, 5_000_000)), 'tab:1', 'new', 1)).toBe(3);
  });

  it('is bounded, and whatever is dropped changes no judgement', () => {
    const many = fc.array(
      fc.record({
        session: fc.constantFrom('tab:1', 'tab:2'),
        name: fc.nat(200).map(String),
        items: fc.integer({ min: 1, max: 3 }),
        at: fc.constant(0),
      }),
      { maxLength: 120 },
    );
    fc.assert(
      fc.property(many, (changes) => {
        const kept = remembered(...changes);
        expect(kept.length).toBeLessThanOrEqual(2 * (ASKED_FROM_ITEMS + 1));
        const latest = new Map(changes.map((each) => [`${each.session} ${each.name}`, each]));
        const all = [...latest.values()].filter(({ session, name }) => session === 'tab:1' && name !== '7');
        const whole = all.reduce((sum, { items }) => sum + items, 0);
        const counted = itemsLately(kept, 'tab:1', '7', 1);
        expect(Math.min(counted, ASKED_FROM_ITEMS)).toBe(Math.min(whole, ASKED_FROM_ITEMS));
      }),
      { numRuns: Math.min(RUNS.numRuns, 1_000) },
    );
  });

  it('forgets the sessions that changed something longest ago first', () => {
    const all = Array.from({ length: 500 }, (_, i) => change('a', 1, i, `tab:${i}`)).reduce<readonly Changed[]>(
      withChange,
      [],
    );
    expect(all.length).toBeLessThanOrEqual(201);
    expect(itemsLately(all, 'tab:499', 'new', 500)).toBe(1);
    expect(itemsLately(all, 'tab:0', 'new', 500)).toBe(0);
  });
});
