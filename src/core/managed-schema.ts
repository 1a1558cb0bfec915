/**
 * Chrome's managed schema, generated from the policy's own schema in the subset that Chromium accepts (measured, 156).
 * It says types only: Chromium drops a whole key silently for one wrong value, so the strict check is `readPolicy`'s,
 * which names the fault.
 */
import * as z from 'zod/mini';
import { POLICY_KEYS } from './policy-schema.ts';

export type ManagedSchema =
  | { readonly type: 'string' | 'integer' | 'boolean' }
  | { readonly type: 'array'; readonly items: ManagedSchema }
  | { readonly type: 'object'; readonly properties: { readonly [key: string]: ManagedSchema } };

/** The schema file's content. */
export function managedSchema(): ManagedSchema {
  const properties = Object.entries(POLICY_KEYS).map(
    ([key, schema]) => [key, loosen(z.toJSONSchema(schema, { io: 'input' }))] as const,
  );
  return { type: 'object', properties: Object.fromEntries(properties) };
}

function loosen(schema: unknown): ManagedSchema {
  const { type, items, properties } = schema as {
    type?: string;
    items?: unknown;
    properties?: Record<string, unknown>;
  };
  if (type === 'array') return { type, items: loosen(items) };
  if (type === 'integer' || type === 'boolean') return { type };
  if (type === 'object')
    return {
      type,
      properties: Object.fromEntries(Object.entries(properties ?? {}).map(([key, each]) => [key, loosen(each)])),
    };
  return { type: 'string' };
}
