/** What is read out of a policy, and what is said about a wrong one: every fault with its place and what to do. */
import { describe, expect, it } from 'vitest';
import { type PolicyCarrier, readPolicy } from '../../../src/core/policy/read.ts';
import { NOW } from '../facts.ts';
import { WRONG_DESCRIPTIONS } from './wrong-descriptions.ts';
import { WRONG_MEANINGS } from './wrong-meanings.ts';
import { WRONG_NAMES } from './wrong-names.ts';
import { WRONG_SITES } from './wrong-sites.ts';
import { WRONG_TWICE } from './wrong-twice.ts';
import { WRONG_VALUES, type Wrong } from './wrong-values.ts';

const SITES = [{ id: 'forum', name: 'F', kind: 'discourse', match: ['https://forum.corp.example/*'] }];

/** "path: message" of every fault. */
function faultsOf(policy: unknown, carrier: PolicyCarrier = 'file'): readonly string[] {
  const reading = readPolicy(policy, NOW, carrier);
  return reading.kind === 'damaged' ? reading.faults.map(({ path, message }) => `${path}: ${message}`) : [reading.kind];
}

describe('a policy is damaged, and it is said where and why, with', () => {
  it.each<Wrong>([
    ...WRONG_VALUES,
    ...WRONG_SITES,
    ...WRONG_NAMES,
    ...WRONG_TWICE,
    ...WRONG_MEANINGS,
    ...WRONG_DESCRIPTIONS,
  ])('%s', (_name, policy, faults) => {
    expect(faultsOf(policy)).toEqual(faults.map(([path, message]) => `${path}: ${message}`));
  });
});

describe('a policy as one string', () => {
  const json = (values: object) => JSON.stringify({ policyVersion: 7, sites: SITES, ...values });

  it.each<[string, unknown]>([
    ['alone', { policyJson: json({}) }],
    ['beside its version', { policyVersion: 7, policyJson: json({ killSwitch: true }) }],
    ['under one more key', { policy: { policyJson: json({}) } }],
    ['just not too long', { policyJson: json({}).padEnd(8_000_000) }],
  ])('is good %s', (_name, policy) => {
    const reading = readPolicy(policy, NOW);
    expect(reading.kind === 'good' && reading.policy.version).toBe(7);
  });

  it.each<[string, unknown, string]>([
    ['that is no string', { policyJson: { policyVersion: 1 } }, 'policyJson: must be the policy as one string of JSON'],
    ['that is empty', { policyJson: '' }, 'policyJson: is no JSON: '],
    ['that is no JSON', { policyJson: '{policyVersion: 1}' }, 'policyJson: is no JSON: '],
    ['of a list', { policyJson: '[]' }, 'policyJson: must hold an object of policy keys'],
    ['of an empty object', { policyJson: '{}' }, 'policyJson: is empty'],
    ['that is too long', { policyJson: json({}).padEnd(8_000_001) }, 'policyJson: is longer than 8,000,000 characters'],
    [
      'with other keys beside it',
      { policyJson: json({}), killSwitch: true },
      'policyJson: must hold the whole policy, but "killSwitch" stands beside it',
    ],
    [
      'with another version beside it',
      { policyVersion: 6, policyJson: json({}) },
      'policyVersion: differs from the one in "policyJson"',
    ],
    ['inside another one', { policyJson: json({ policyJson: json({}) }) }, 'policyJson: is not a key here'],
    [
      'with a fault in it',
      { policyJson: json({ killSwitch: 'on' }) },
      'killSwitch: must be true or false, but is "on"',
    ],
  ])('is damaged %s', (_name, policy, fault) => {
    expect(faultsOf(policy)).toHaveLength(1);
    expect(faultsOf(policy)[0]).toContain(fault);
  });
});

describe('a policy under one more key', () => {
  it('is good', () => {
    expect(readPolicy({ policy: { policyVersion: 7, sites: SITES } }, NOW).kind).toBe('good');
  });

  it('is damaged under two, beside another key, and when it is no object', () => {
    expect(faultsOf({ policy: { policy: { policyVersion: 7, sites: SITES } } })[0]).toMatch(
      /^policy: is not a key here/,
    );
    expect(faultsOf({ policy: {}, policyVersion: 7 })[0]).toMatch(/^policy: is not a key here/);
    expect(faultsOf({ policy: [] })).toEqual(['policy: must be an object of policy keys']);
  });
});

describe('a policy that a browser hands out key by key', () => {
  const values = { policyVersion: 7, sites: SITES };
  it('must name its keys, so that a dropped one is missed', () => {
    const [fault, ...more] = faultsOf(values, 'browser');
    expect([fault, more]).toEqual([
      'policyKeys: is missing: list the names of all keys (policyVersion, sites), or give all as "policyJson"; browsers drop wrong keys in silence',
      [],
    ]);
    expect(faultsOf({ ...values, policyKeys: ['sites'] }, 'browser')).toEqual(['good']);
  });

  it('is told which of its keys to name: those that are keys', () => {
    expect(faultsOf({ ...values, sizes: 1, killSwitch: 'on' }, 'browser').slice(2)).toEqual([
      expect.stringContaining('list the names of all keys (policyVersion, sites, killSwitch), or give all'),
    ]);
  });

  it('must guard something, which a file need not', () => {
    expect(faultsOf({ policyVersion: 7 }, 'file')).toEqual(['good']);
    expect(faultsOf({ policyVersion: 7 })).toEqual(['good']);
    expect(faultsOf({ policyVersion: 7, policyKeys: ['policyVersion'] }, 'browser')).toEqual([
      'sites: is missing: nothing would be guarded',
    ]);
  });

  it('need not name its keys where it is one string', () => {
    expect(faultsOf({ policyJson: JSON.stringify(values) }, 'browser')).toEqual(['good']);
  });
});

describe('no policy', () => {
  it.each([{}, { policy: {} }, { policyVersion: undefined }])('is absent: not known yet (%j)', (policy) => {
    expect(readPolicy(policy, NOW)).toEqual({ kind: 'absent' });
  });
});
