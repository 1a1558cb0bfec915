/** The four digits by which two people see that they speak of one policy, and the digest of what is wrong with one. */
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { faultsDigest, policyPrint } from '../../../src/core/policy/print.ts';

const VALUES = { policyVersion: 7, killSwitch: true, groups: [{ id: 'g', name: 'G', size: 1.5 }], support: {} };
const HALF_A_LETTER = '\ud83d';

describe('the print of a policy', () => {
  it('is four hexadecimal digits, the same in every form and order', () => {
    const canonical = '{"groups":[{"id":"g","name":"G","size":1.5}],"killSwitch":true,"policyVersion":7,"support":{}}';
    const digits = createHash('sha256').update(canonical).digest('hex').slice(0, 4);
    expect(policyPrint(VALUES)).toBe(digits);
    const others: readonly unknown[] = [
      Object.fromEntries(Object.entries(VALUES).reverse()),
      { ...VALUES, preset: undefined },
      { policy: VALUES },
      { policyJson: JSON.stringify(VALUES, null, 2) },
    ];
    expect(others.map(policyPrint)).toEqual(others.map(() => digits));
  });

  it.each<[string, unknown]>([
    ['another number', { ...VALUES, policyVersion: 8 }],
    ['another truth', { ...VALUES, killSwitch: false }],
    ['another text', { ...VALUES, groups: [{ id: 'h', name: 'G', size: 1.5 }] }],
    ['another fraction', { ...VALUES, groups: [{ id: 'g', name: 'G', size: 1.25 }] }],
    ['an entry more', { ...VALUES, groups: [...VALUES.groups, null] }],
    ['a list for an object', { ...VALUES, support: [] }],
    ['nothing for an object', { ...VALUES, support: null }],
    ['a key more', { ...VALUES, support: { name: 'Desk' } }],
    ['another key', { ...VALUES, support: { phone: 'Desk' } }],
  ])('is another one for %s', (_name, values) => {
    expect(policyPrint(values)).toMatch(/^[0-9a-f]{4}$/);
    expect(policyPrint(values)).not.toBe(policyPrint(VALUES));
  });

  it.each<[string, unknown]>([
    ['no values', {}],
    ['nothing', null],
    ['nothing said', undefined],
    ['only keys that say nothing', { preset: undefined }],
    ['no values under one more key', { policy: {} }],
  ])('is "none" for %s', (_name, values) => {
    expect(policyPrint(values)).toBe('none');
  });

  it('tells damaged policies apart too', () => {
    const prints = ['text', [], { policyJson: 'no JSON' }, { policyJson: 7 }].map(policyPrint);
    expect(new Set(prints).size).toBe(4);
    expect(prints.join()).toMatch(/^([0-9a-f]{4},?){4}$/);
  });

  it('is there for what JSON cannot hold', () => {
    expect(policyPrint({ preset: HALF_A_LETTER })).toBe(policyPrint({ preset: '\ufffd' }));
    expect(policyPrint({ [HALF_A_LETTER]: 1 })).toBe(policyPrint({ '\ufffd': 1 }));
    for (const none of [Number.NaN, Number.POSITIVE_INFINITY, () => 1, 1n])
      expect(policyPrint({ preset: none })).toBe(policyPrint({ preset: null }));
  });

  it('reads nothing that is nested deeper than any policy', () => {
    const nested = (depth: number, core: unknown): unknown =>
      depth === 0 ? core : { support: nested(depth - 1, core) };
    expect(policyPrint(nested(64, {}))).not.toBe(policyPrint(nested(64, null)));
    expect(policyPrint(nested(65, {}))).toBe(policyPrint(nested(65, null)));
    expect(policyPrint(nested(65, 'a'))).not.toBe(policyPrint(nested(65, 'b')));
    const listed = (depth: number, core: unknown): unknown => (depth === 0 ? core : [listed(depth - 1, core)]);
    expect(policyPrint(listed(64, []))).not.toBe(policyPrint(listed(64, null)));
    expect(policyPrint(listed(65, []))).toBe(policyPrint(listed(65, null)));
  });
});

it('is another digest for every other fault', () => {
  const digests = [
    [],
    [{ path: 'sites', message: 'is missing' }],
    [{ path: 'sites', message: 'is empty' }],
    [{ path: 'rules', message: 'is missing' }],
  ].map(faultsDigest);
  expect(new Set(digests).size).toBe(4);
  for (const digest of digests) expect(digest).toMatch(/^[0-9a-f]{64}$/);
});
