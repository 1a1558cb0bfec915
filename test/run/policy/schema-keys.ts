/** Every key of the policy with its type and limits, from the one schema, for the reference. */
import * as z from 'zod/mini';
import { POLICY_KEYS } from '../../../src/core/policy/schema.ts';

export interface SchemaKey {
  /** "sites[].areas[].label". */
  readonly path: string;
  readonly type: string;
  readonly meaning: string;
  readonly limits: string;
  /** Must be there where its object is. */
  readonly required: boolean;
}

/** Top-level keys that must be there when a browser hands them out one by one. */
const REQUIRED: readonly string[] = ['policyVersion', 'policyKeys', 'sites'];

/** All keys, each before those inside it. */
export function schemaKeys(): readonly SchemaKey[] {
  return Object.entries(POLICY_KEYS).flatMap(([key, schema]) =>
    keysIn(key, schema, z.toJSONSchema(schema, { io: 'input' }) as Shape, REQUIRED.includes(key)),
  );
}

/** What JSON Schema says of one place. */
interface Shape {
  readonly type?: string;
  readonly description?: string;
  readonly enum?: readonly string[];
  readonly pattern?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly items?: Shape;
  readonly properties?: Readonly<Record<string, Shape>>;
  readonly required?: readonly string[];
}

function keysIn(path: string, schema: z.core.$ZodType, shape: Shape, required: boolean): readonly SchemaKey[] {
  const { element, inner } = partsOf(schema);
  const own = {
    path,
    type: typeOf(shape),
    meaning: shape.description ?? '',
    limits: limitsOf(schema, shape),
    required,
  };
  const place = element === null ? path : `${path}[]`;
  const properties = shape.properties ?? shape.items?.properties ?? {};
  const needed = shape.required ?? shape.items?.required ?? [];
  const within = Object.entries(properties).flatMap(([key, each]) => {
    const found = inner[key];
    return found === undefined ? [] : keysIn(`${place}.${key}`, found, each, needed.includes(key));
  });
  return [own, ...within];
}

/** The schema of a list's entries, and those of an object's or its entries' keys. */
function partsOf(schema: z.core.$ZodType): {
  readonly element: z.core.$ZodType | null;
  readonly inner: Readonly<Record<string, z.core.$ZodType>>;
} {
  const def = schema._zod.def as {
    readonly innerType?: z.core.$ZodType;
    readonly element?: z.core.$ZodType;
    readonly shape?: Readonly<Record<string, z.core.$ZodType>>;
  };
  if (def.innerType !== undefined) return partsOf(def.innerType);
  if (def.element !== undefined) return { element: def.element, inner: partsOf(def.element).inner };
  return { element: null, inner: def.shape ?? {} };
}

function typeOf(shape: Shape): string {
  switch (shape.type) {
    case 'array':
      return `list of ${PLURALS[typeOf(shape.items ?? {})] ?? 'objects'}`;
    case 'integer':
      return 'whole number';
    case 'boolean':
      return 'true or false';
    case 'object':
      return 'object';
    default:
      return shape.enum ? 'word' : 'text';
  }
}

const PLURALS: Readonly<Record<string, string>> = { object: 'objects', text: 'texts', word: 'words' };

function limitsOf(schema: z.core.$ZodType, shape: Shape): string {
  const { element } = partsOf(schema);
  const inner = element === null || shape.items?.type === 'object' ? [] : [limitsOf(element, shape.items ?? {})];
  return [...sizes(shape), ...words(shape), ...patterns(schema, shape), ...inner]
    .filter((each) => each !== '')
    .join('; ');
}

function sizes({ type, minItems = 0, maxItems, minimum, maximum, maxLength }: Shape): readonly string[] {
  const number = (value: number) => value.toLocaleString('en');
  if (type === 'array' && maxItems !== undefined)
    return [`${minItems > 0 ? `${minItems} to ` : 'at most '}${number(maxItems)}`];
  if (type === 'integer' && minimum !== undefined)
    return [
      maximum === undefined || maximum === Number.MAX_SAFE_INTEGER
        ? `from ${minimum}`
        : `${minimum} to ${number(maximum)}`,
    ];
  return maxLength === undefined ? [] : [`at most ${number(maxLength)} characters`];
}

function words(shape: Shape): readonly string[] {
  return shape.enum === undefined ? [] : [shape.enum.map((word) => `\`${word}\``).join(', ')];
}

/** A pattern by what is said to whoever misses it, since nobody reads patterns. */
function patterns(schema: z.core.$ZodType, { type, pattern }: Shape): readonly string[] {
  if (type !== 'string' || pattern === undefined) return [];
  const result = z.safeParse(schema, '\u0000');
  return result.success ? [] : [result.error.issues[0]?.message ?? ''];
}
