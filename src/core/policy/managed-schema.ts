/**
 * Chrome's managed schema, generated from the policy's own schema in the subset that Chromium accepts (measured, 156).
 * It says types only: Chromium drops a whole key silently for one wrong value, so the strict check is `readPolicy`'s,
 * which names the fault.
 */
import * as z from 'zod/mini';
import { POLICY_JSON, POLICY_KEYS } from './schema.ts';

export type ManagedSchema = { readonly description?: string } & (
  | { readonly type: 'string' | 'integer' | 'boolean' }
  | { readonly type: 'array'; readonly items: ManagedSchema }
  | { readonly type: 'object'; readonly properties: { readonly [key: string]: ManagedSchema } }
);

/** The schema file's content. */
export function managedSchema(): ManagedSchema {
  const properties = Object.entries(POLICY_KEYS).map(
    ([key, schema]) => [key, loosen(z.toJSONSchema(schema, { io: 'input' }))] as const,
  );
  const asOneString: ManagedSchema = {
    description: 'The whole policy as one string of JSON, instead of all other keys.',
    type: 'string',
  };
  const keys = Object.fromEntries([...properties, [POLICY_JSON, asOneString]]);
  // Some tools put everything under one more key (registry and plist layouts).
  const nested: ManagedSchema = {
    description: 'All keys once more, for tools that nest them.',
    type: 'object',
    properties: keys,
  };
  return { type: 'object', properties: { ...keys, policy: nested } };
}

function loosen(schema: unknown): ManagedSchema {
  const { type, items, properties, description } = schema as {
    type?: string;
    items?: unknown;
    properties?: Record<string, unknown>;
    description?: string;
  };
  const said = description === undefined ? {} : { description };
  if (type === 'array') return { ...said, type, items: loosen(items) };
  if (type === 'integer' || type === 'boolean') return { ...said, type };
  if (type !== 'object') return { ...said, type: 'string' };
  const inner = Object.entries(properties ?? {}).map(([key, each]) => [key, loosen(each)] as const);
  return { ...said, type, properties: Object.fromEntries(inner) };
}
