/** What would be lost of a policy without a word: each is a fault, or does what it was meant to. */
import { describe, expect, it } from 'vitest';
import { readPolicy } from '../../../src/core/policy/read.ts';
import { NOW } from '../facts.ts';
import { over, site } from './over.ts';

function faultsOf(values: unknown, carrier: 'browser' | 'file' = 'file'): readonly string[] {
  const reading = readPolicy(values, NOW, carrier);
  return reading.kind === 'damaged' ? reading.faults.map(({ path, message }) => `${path}: ${message}`) : [reading.kind];
}

describe('a key that stands twice in "policyJson"', () => {
  const json = JSON.stringify(over({}));
  it.each<[string, string, string]>([
    ['at the top', json.replace('{', '{"killSwitch":true,"killSwitch":false,'), 'killSwitch'],
    ['in a list', json.replace('"kind"', '"mandate":"observe", "mandate" : "flow","kind"'), 'mandate'],
    ['in other letters', json.replace('{', '{"killSwitch":true,"kill\\u0053witch":false,'), 'killSwitch'],
    ['as a name of the language', json.replace('{', '{"__proto__":1,"__proto__":2,'), '__proto__'],
  ])('is a fault: %s', (_name, text, key) => {
    expect(faultsOf({ policyJson: text }, 'browser')).toEqual([
      `policyJson: "${key}" stands twice in one object: only the last would count`,
    ]);
  });

  it('is none where it stands in two objects, or in a text', () => {
    const text = json.replace('"F"', '"{\\"name\\":1,\\"name\\":2} \\\\"');
    expect(faultsOf({ policyJson: text }, 'browser')).toEqual(['good']);
  });
});

describe('a place in a forum', () => {
  it('must be written as the forum writes it', () => {
    const [fault] = faultsOf(site({ areas: [{ area: 'category:07', label: 'secret' }] }));
    expect(fault).toMatch(/^sites\[0\]\.areas\[0\]\.area: must be "category:7"/);
  });
});

describe('a category', () => {
  it('is the same in small and capital letters, as marks are', () => {
    const policy = readPolicy(
      over({
        labels: [
          { id: 'internal', name: 'Internal', rank: 1 },
          { id: 'secret', name: 'Secret', rank: 9, categories: ['Crypto'] },
        ],
        groups: [{ id: 'all', name: 'All', size: 3, categories: ['crypto'] }],
        rules: [
          {
            ruleId: 'r',
            name: 'R',
            sources: { categories: ['noforn'] },
            restrictions: [{ class: 'ANY', level: 'WARN' }],
          },
        ],
      }),
      NOW,
    );
    if (policy.kind !== 'good') throw new Error(JSON.stringify(policy));
    const { labels, groups, rules } = policy.policy;
    expect(labels.find(({ id }) => id === 'secret')?.categories).toEqual(['CRYPTO']);
    expect(groups.get('all')?.categories).toEqual(['CRYPTO']);
    expect(rules[0]?.sources?.categories).toEqual(['NOFORN']);
  });
});
