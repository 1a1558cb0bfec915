/** The door holds whatever comes: no value makes it throw, none slips through with a wrong type, none takes for ever. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MOST_FAULTS } from '../../../src/core/policy/faults.ts';
import { readPolicy } from '../../../src/core/policy/read.ts';
import { POLICY_JSON, POLICY_KEYS } from '../../../src/core/policy/schema.ts';
import { corpPolicy } from '../../workspace/policy.ts';
import { NOW } from '../facts.ts';

type Values = Readonly<Record<string, unknown>>;

/** A good policy that uses every key. */
const FULL: Values = {
  ...corpPolicy('https://collector.corp.example/'),
  policyKeys: Object.keys(POLICY_KEYS).filter((key) => key !== 'policyKeys'),
  preset: 'balanced',
  enforcement: 'enforce',
  vocabularies: [{ id: 'corporate', levels: [{ level: 'public', label: 'public' }] }],
  sensitive: {
    detectors: [{ detector: 'iban', label: 'internal' }],
    patterns: [{ id: 'case', name: 'Case number', pattern: 'C-\\d+', label: 'internal' }],
  },
  rules: [
    {
      ruleId: 'r1',
      name: 'R',
      description: 'D',
      sources: { labels: ['secret'], categories: ['HR'], sites: ['forum'], detectors: ['case'] },
      destinations: { sites: ['mail'], groups: ['contractors'], domains: ['*.rival.example'], audience: ['outside'] },
      actors: ['agent'],
      restrictions: [{ class: 'ANY', level: 'BLOCK' }],
      except: [{ groups: ['employees'], sites: ['forum'], until: '2026-12-31', reason: 'Audit' }],
    },
  ],
  siteFacts: [
    {
      site: 'forum',
      threads: ['/t/{any}/{thread}'],
      page: { title: 'h1' },
      composers: [{ root: 'form', editor: 'textarea', send: 'button', at: '/t/{thread}' }],
      requests: [
        {
          method: 'POST',
          address: '/notes/{thread}',
          when: ['save'],
          act: 'post',
          text: ['body'],
          thread: 'note:{thread}',
          recipients: { to: ['who'] },
          files: ['file'],
          ignored: ['token'],
        },
      ],
    },
  ],
  approval: { human: { leak: 'light' }, unknown: { askFromNewReaders: 3 }, agent: { topLabel: 'block' } },
  killSwitch: false,
  userMay: ['tighten'],
};

/** Every place in a value. */
function placesOf(value: unknown, path: readonly (string | number)[] = []): readonly (readonly (string | number)[])[] {
  const inner = typeof value === 'object' && value !== null ? Object.entries(value) : [];
  const places = inner.flatMap(([key, each]) => placesOf(each, [...path, Array.isArray(value) ? Number(key) : key]));
  return path.length === 0 ? places : [path, ...places];
}

function replaced(value: unknown, [key, ...rest]: readonly (string | number)[], by: unknown): unknown {
  if (key === undefined) return by;
  if (Array.isArray(value)) return value.map((each, i) => (i === key ? replaced(each, rest, by) : each));
  const record = value as Values;
  return { ...record, [key]: replaced(record[key], rest, by) };
}

function at(value: unknown, path: readonly (string | number)[]): unknown {
  return path.reduce<unknown>((inner, key) => (inner as Values)[key], value);
}

const kindOf = (value: unknown) => (value === null ? 'null' : Array.isArray(value) ? 'list' : typeof value);
const OTHERS: readonly unknown[] = [null, 'text', '', 0, 7, true, [], ['x'], {}, { x: 1 }];

/** Keys of policies among all sorts of others, so that a random value gets past the first door. */
const keys = fc.oneof(
  fc.constantFrom(...Object.keys(POLICY_KEYS), POLICY_JSON, 'policy', '__proto__', 'constructor', 'toString'),
  fc.string(),
);

describe('any value', () => {
  it('is read without throwing', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => ['absent', 'good', 'damaged'].includes(readPolicy(value, NOW).kind)),
      { numRuns: 2_000 },
    );
  });

  it('is read without throwing under the keys of a policy', () => {
    const values = fc.array(fc.tuple(keys, fc.jsonValue())).map((entries) => {
      const text = entries.map(([key, value]) => `${JSON.stringify(key)}:${JSON.stringify(value)}`).join();
      return JSON.parse(`{${text}}`) as unknown;
    });
    fc.assert(
      fc.property(values, (value) => ['absent', 'damaged', 'good'].includes(readPolicy(value, NOW).kind)),
      { numRuns: 2_000 },
    );
  });

  it('anywhere in a good policy is read without throwing', () => {
    fc.assert(
      fc.property(fc.constantFrom(...placesOf(FULL)), fc.jsonValue(), (place, value) =>
        ['damaged', 'good'].includes(readPolicy(replaced(FULL, place, value), NOW, 'browser').kind),
      ),
      { numRuns: 2_000 },
    );
  });
});

it('uses every key in the good policy that is damaged here', () => {
  expect(Object.keys(FULL).sort()).toEqual(Object.keys(POLICY_KEYS).sort());
  expect(readPolicy(FULL, NOW)).toMatchObject({ kind: 'good' });
});

it('is never good with a value of another type, at any place', () => {
  const kept = placesOf(FULL).flatMap((place) =>
    OTHERS.filter((other) => kindOf(other) !== kindOf(at(FULL, place)))
      .filter((other) => readPolicy(replaced(FULL, place, other), NOW, 'browser').kind !== 'damaged')
      .map((other) => `${place.join('.')} = ${JSON.stringify(other)}`),
  );
  expect(kept).toEqual([]);
});

it('is never good with a key more, at any place', () => {
  const objects = placesOf(FULL).filter((place) => kindOf(at(FULL, place)) === 'object');
  for (const extra of ['extra', '__proto__', 'constructor', 'hasOwnProperty'])
    for (const place of objects) {
      const text = JSON.stringify(replaced(FULL, place, { ...(at(FULL, place) as Values), marker: 0 }));
      const reading = readPolicy(JSON.parse(text.replace('"marker"', JSON.stringify(extra))), NOW);
      expect(reading.kind, `${place.join('.')}.${extra}`).toBe('damaged');
    }
});

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
