/** The door takes whatever comes in good time: neither a large policy nor a million faults keep the guard waiting. */
import { describe, expect, it } from 'vitest';
import { MOST_FAULTS } from '../../../src/core/policy/faults.ts';
import { readPolicy } from '../../../src/core/policy/read.ts';
import { NOW } from '../facts.ts';

describe('in good time', () => {
  const many = <T>(count: number, make: (index: number) => T): readonly T[] =>
    Array.from({ length: count }, (_, i) => make(i));
  const member = (index: number) => `person.number.${index}@corp.example`;
  const groups = many(10_000, (i) => ({
    id: `group-${i}`,
    name: `Group ${i}`,
    members: many(15, (j) => member(i + j * 7)),
  }));
  const site = { id: 'forum', name: 'F', kind: 'discourse', match: ['https://forum.corp.example/*'] };
  const large = { policyVersion: 1, sites: [site], groups };
  const deep = (depth: number) => JSON.parse(['{"policy":'.repeat(depth), '1', '}'.repeat(depth)].join('')) as unknown;
  const uses = many(2_000, (i) => ({
    id: `group-${i}`,
    name: 'G',
    size: 1,
    includes: many(20, (j) => `gruop-${i}-${j}`),
  }));

  it.each<[string, unknown, string]>([
    ['ten thousand groups, five megabytes', large, 'good'],
    ['the same as one string', { policyJson: JSON.stringify(large) }, 'good'],
    ['forty thousand names that point nowhere', { policyVersion: 1, groups: uses }, 'damaged'],
    [
      'three hundred thousand mistyped keys',
      Object.fromEntries(many(300_000, (i) => [`policyVersoin${i}`, 1])),
      'damaged',
    ],
    ['a million wrong entries', { policyVersion: 1, groups: many(1_000_000, () => 1) }, 'damaged'],
    [
      'ninety thousand wrong members',
      { policyVersion: 1, groups: [{ id: 'g', name: 'G', members: many(90_000, () => 1) }] },
      'damaged',
    ],
    ['nesting without end', deep(50_000), 'damaged'],
    ['nesting without end in a value', { policyVersion: 1, support: deep(50_000) }, 'damaged'],
  ])(
    '%s',
    (_name, values, kind) => {
      const reading = readPolicy(values, NOW);
      expect(reading.kind).toBe(kind);
      if (reading.kind === 'damaged') expect(reading.faults.length).toBeLessThanOrEqual(MOST_FAULTS);
    },
    10_000,
  );

  it('is said of the large one that it is large', () => {
    expect(JSON.stringify(large).length).toBeGreaterThan(5_000_000);
  });
});
