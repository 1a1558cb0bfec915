/** Of a policy with very many faults the first ones are said, each once, and the hints that cost time end sooner. */
import { describe, expect, it } from 'vitest';
import { MOST_FAULTS, type PolicyFault } from '../../../src/core/policy/faults.ts';
import { nameFaults } from '../../../src/core/policy/names.ts';
import { readPolicy } from '../../../src/core/policy/read.ts';
import { NOW } from '../facts.ts';
import { over } from './over.ts';

const many = <T>(count: number, make: (index: number) => T): T[] => Array.from({ length: count }, (_, i) => make(i));
const groupsOf = (count: number) => many(count, (i) => ({ id: `group-${i}`, name: 'G', size: 1 }));
const faultsOf = (values: unknown): readonly PolicyFault[] => {
  const reading = readPolicy(values, NOW);
  return reading.kind === 'damaged' ? reading.faults : [];
};
const hinted = (faults: readonly PolicyFault[]) =>
  faults.filter(({ message }) => message.includes('it defines')).length;

describe('hints at names that were meant', () => {
  const includes = (count: number) => many(count, () => 'gruop-1');

  it('are given for the first twenty names', () => {
    const said = (count: number) =>
      faultsOf(over({ groups: [{ id: 'group-1', name: 'G', size: 1, includes: includes(count) }] }));
    expect([said(20).length, hinted(said(20))]).toEqual([20, 20]);
    expect([said(21).length, hinted(said(21))]).toEqual([21, 20]);
    expect(said(21)[20]?.message).toBe('names the group "gruop-1", which this policy does not define');
  });

  it('are looked for among two thousand names at most', () => {
    const site = { id: 's', name: 'S', kind: 'discourse', match: ['https://s.example/*'], readers: ['gruop-1'] };
    const said = (count: number) => hinted(faultsOf(over({ sites: [site], groups: groupsOf(count) })));
    expect([2_000, 2_001].map(said)).toEqual([1, 0]);
  });
});

describe('at most two hundred faults are said', () => {
  it('of names that point nowhere', () => {
    const groups = [{ id: 'g', name: 'G', size: 1, includes: many(MOST_FAULTS + 1, (i) => `x-${i}`) }];
    expect(nameFaults({ groups }, new Set())).toHaveLength(MOST_FAULTS);
    expect(faultsOf(over({ groups })).at(-1)?.path).toBe(`groups[0].includes[${MOST_FAULTS - 1}]`);
  });

  it('of keys, and no key after them is looked at', () => {
    const keys = (count: number) => Object.fromEntries(many(count, (i) => [`x-${i}`, 1]));
    expect(faultsOf({ ...keys(MOST_FAULTS - 1), killSwitch: 'on' }).slice(198)).toEqual([
      expect.objectContaining({ path: 'x-198' }),
      { path: 'killSwitch', message: 'must be true or false, but is "on"' },
    ]);
    expect(faultsOf({ ...keys(MOST_FAULTS), killSwitch: 'on' }).slice(199)).toEqual([
      expect.objectContaining({ path: 'x-199' }),
    ]);
  });

  it('of all kinds together', () => {
    const groups = many(150, (i) => ({ id: `g-${i}`, name: 'G', includes: ['nobody'] }));
    const faults = faultsOf(over({ groups }));
    expect(faults).toHaveLength(MOST_FAULTS);
    expect([faults[149]?.path, faults[150]?.path]).toEqual(['groups[149].includes[0]', 'groups[0]']);
  });
});

it('says each fault once', () => {
  const rules = many(2, () => ({ ruleId: 'r', name: 'R', restrictions: [{ class: 'ANY', level: 'WARN' }] }));
  const faults = faultsOf({ policyKeys: ['rules', 'groups', 'groups'], policyVersion: 1, rules, extra: 1 });
  expect(faults.map(({ path }) => path)).toEqual(['extra', 'groups', 'rules[1].ruleId']);
});
