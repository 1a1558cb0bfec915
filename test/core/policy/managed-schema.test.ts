/** What the browser is told of a policy: each key, its type alone, and in a sentence what it is for. */
import { describe, expect, it } from 'vitest';
import { type ManagedSchema, managedSchema } from '../../../src/core/policy/managed-schema.ts';
import { readPolicy } from '../../../src/core/policy/read.ts';
import { NOW } from '../facts.ts';
import { FULL } from './full-policy.ts';

/** Every place in a schema, "sites[].areas[].label". */
function placesOf(schema: ManagedSchema, path: string): readonly (readonly [path: string, schema: ManagedSchema])[] {
  const inner =
    schema.type === 'array'
      ? placesOf(schema.items, `${path}[]`)
      : schema.type === 'object'
        ? Object.entries(schema.properties).flatMap(([key, each]) => placesOf(each, path ? `${path}.${key}` : key))
        : [];
  return [[path, schema], ...inner];
}

/** Every place in a value with the type of what stands there. */
function typesOf(value: unknown, path: string): readonly string[] {
  if (Array.isArray(value)) return [`${path}: array`, ...value.flatMap((each) => typesOf(each, `${path}[]`))];
  if (typeof value !== 'object' || value === null)
    return [`${path}: ${typeof value === 'number' ? 'integer' : typeof value}`];
  const inner = Object.entries(value).flatMap(([key, each]) => typesOf(each, path ? `${path}.${key}` : key));
  return [`${path}: object`, ...inner];
}

const places = () => placesOf(managedSchema(), '');

describe('the managed schema', () => {
  it('is of types alone, since Chromium drops a key silently for one wrong value', () => {
    const inside = { array: ['items'], object: ['properties'], string: [], integer: [], boolean: [] };
    for (const [path, { description, ...schema }] of places())
      expect([path, Object.keys(schema).sort()]).toEqual([path, [...inside[schema.type], 'type']]);
    expect(JSON.parse(JSON.stringify(managedSchema()))).toStrictEqual(managedSchema());
  });

  it('knows exactly the keys of a policy that uses all, and takes each of its values', () => {
    expect(readPolicy(FULL, NOW, 'browser')).toMatchObject({ kind: 'good' });
    const ofKeys = places().filter(([path]) => !/^policy(Json$|$|\.)/.test(path));
    const types = ofKeys.map(([path, { type }]) => `${path}: ${type}`);
    expect(types.sort()).toEqual([...new Set(typesOf(FULL, ''))].sort());
  });

  it('says of every key in a sentence what it is for', () => {
    for (const [path, { description }] of places())
      if (/[a-zA-Z]$/.test(path)) expect([path, description]).toEqual([path, expect.stringMatching(/^\S.{5,}\.$/)]);
  });

  it('takes the whole policy as one string too, and all once more under one more key', () => {
    const schema = managedSchema();
    if (schema.type !== 'object') throw new Error('it is of keys');
    const { policy, policyJson, ...keys } = schema.properties;
    expect(policyJson).toEqual({
      type: 'string',
      description: 'The whole policy as one string of JSON, instead of all other keys.',
    });
    expect(policy).toEqual({
      type: 'object',
      description: 'All keys once more, for tools that nest them.',
      properties: { ...keys, policyJson },
    });
    expect(places().map(([path]) => path)).toContain('policy.sites[].areas[].label');
  });
});
