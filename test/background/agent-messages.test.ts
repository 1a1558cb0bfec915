/** What a page may say of agents: counts within bounds, and names that are known. Anything else is no message. */
import { describe, expect, it } from 'vitest';
import { parseFromContent, parseToContent } from '../../src/messages.ts';
import { parseNames } from '../../src/page/bridge.ts';
import { AT_ONCE as FACTS } from '../agents/counted.ts';

const signs = { type: 'signs', signs: ['text-not-typed'], of: 'composition' } as const;

describe('a page tells signs', () => {
  it('with what was counted, or without', () => {
    expect(parseFromContent({ ...signs, facts: FACTS })).toEqual({ ...signs, facts: FACTS });
    expect(parseFromContent(signs)).toEqual(signs);
    const pace = { heldMs: 2, apartMs: 10 };
    expect(parseFromContent({ ...signs, facts: { ...FACTS, pace } })).toMatchObject({ facts: { pace } });
  });

  it.each<[string, object]>([
    ['fewer than nothing', { ...FACTS, keys: -1 }],
    ['half a key', { ...FACTS, keys: 0.5 }],
    ['more than anything has', { ...FACTS, characters: 1e12 }],
    ['words', { ...FACTS, atOnce: 'all' }],
    ['not all of it', { characters: 205 }],
  ])('and not with %s', (_name, facts) => {
    expect(parseFromContent({ ...signs, facts })).toBeNull();
  });

  it('and nothing beside what is counted', () => {
    const told = parseFromContent({ ...signs, facts: { ...FACTS, text: 'Hi Bob' } });
    expect(JSON.stringify(told)).not.toContain('Bob');
  });
});

describe('a page names an agent', () => {
  it('by a name that is known, and by no other', () => {
    expect(parseFromContent({ type: 'agent-named', name: 'openclaw' })).toEqual({
      type: 'agent-named',
      name: 'openclaw',
    });
    for (const name of ['toString', 'Alice', '', null])
      expect(parseFromContent({ type: 'agent-named', name })).toBeNull();
  });

  it('by what stands on its window: plain names, and not without end', () => {
    expect(parseNames('ret_nodes <b> __ariaQuerySelector')).toEqual(['ret_nodes', '__ariaQuerySelector']);
    expect(parseNames('a '.repeat(1_000))).toHaveLength(100);
    for (const detail of [null, 7, { length: 3 }, 'a'.repeat(20_000)]) expect(parseNames(detail)).toEqual([]);
  });
});

it('the background tells a page which agent is there, or that none is', () => {
  const orders = {
    type: 'orders',
    site: null,
    shield: 'none',
    stoppedBy: 'no',
    marked: [],
    keys: ['Alt+Shift+Period'],
  } as const;
  const agent = { kind: 'named', name: 'openclaw' } as const;
  expect(parseToContent({ ...orders, agent })).toEqual({ ...orders, agent });
  expect(parseToContent({ ...orders, agent: null })).toEqual({ ...orders, agent: null });
  expect(parseToContent({ ...orders, agent: 'everyone' })).toBeNull();
});
