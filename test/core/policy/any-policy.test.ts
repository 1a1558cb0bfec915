/** The door holds whatever comes: no value makes it throw and none slips through with a wrong type. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPolicy } from '../../../src/core/policy/read.ts';
import { POLICY_JSON, POLICY_KEYS } from '../../../src/core/policy/schema.ts';
import { NOW } from '../facts.ts';
import { runsUpTo } from '../runs.ts';
import { FULL } from './full-policy.ts';

type Values = Readonly<Record<string, unknown>>;

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
      runsUpTo(2_000),
    );
  });

  it('is read without throwing under the keys of a policy', () => {
    const values = fc.array(fc.tuple(keys, fc.jsonValue())).map((entries) => {
      const text = entries.map(([key, value]) => `${JSON.stringify(key)}:${JSON.stringify(value)}`).join();
      return JSON.parse(`{${text}}`) as unknown;
    });
    fc.assert(
      fc.property(values, (value) => ['absent', 'damaged', 'good'].includes(readPolicy(value, NOW).kind)),
      runsUpTo(2_000),
    );
  });

  it('anywhere in a good policy is read without throwing', () => {
    fc.assert(
      fc.property(fc.constantFrom(...placesOf(FULL)), fc.jsonValue(), (place, value) =>
        ['damaged', 'good'].includes(readPolicy(replaced(FULL, place, value), NOW, 'browser').kind),
      ),
      runsUpTo(2_000),
    );
  });
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
