/** What is wrong with a policy: where it stands and what to do, for popup, options page, ledger and the command line. */
import * as z from 'zod/mini';

/** One thing wrong: where it stands ("sites[0].match[0]"; "" for the whole) and what to do. */
export interface PolicyFault {
  readonly path: string;
  readonly message: string;
}

/** Faults that are named; of a policy with thousands nobody reads more, and each costs time to put into words. */
export const MOST_FAULTS = 200;

/** A key that is longer is no word that somebody mistyped; its beginning is enough to find it. */
const LONGEST_KEY = 80;

/** Faults of one key's value against its schema, each at its own place. */
export function schemaFaults(key: string, schema: z.core.$ZodType, value: unknown): readonly PolicyFault[] {
  const result = z.safeParse(schema, value);
  if (result.success) return [];
  return result.error.issues.slice(0, MOST_FAULTS).flatMap((issue) => faultsOf(key, schema, issue, value));
}

/** `key` with the nearest of the known ones, when one is near enough to be meant. */
export function unknownKey(path: string, key: string, known: readonly string[]): PolicyFault {
  const meant = nearest(key, known);
  return {
    path,
    message: meant === null ? `is not a key here; known are ${known.join(', ')}` : `is not a key here; "${meant}" is`,
  };
}

/** "sites[0].match[0]" from its parts. */
export function pathOf(path: readonly PropertyKey[]): string {
  return path.reduce<string>(
    (text, part) =>
      typeof part === 'number'
        ? `${text}[${part}]`
        : `${text}${text === '' ? '' : '.'}${shortened(String(part), LONGEST_KEY)}`,
    '',
  );
}

function faultsOf(
  key: string,
  schema: z.core.$ZodType,
  issue: z.core.$ZodIssue,
  value: unknown,
): readonly PolicyFault[] {
  const path = [key, ...issue.path];
  if (issue.code === 'unrecognized_keys')
    return issue.keys
      .slice(0, MOST_FAULTS)
      .map((each) => unknownKey(pathOf([...path, each]), each, keysAt(schema, issue.path)));
  return [{ path: pathOf(path), message: plainMessage(issue, at(value, issue.path)) }];
}

/** In words for people who write JSON, with what stands there. */
function plainMessage(issue: z.core.$ZodIssue, found: unknown): string {
  if (found === undefined) return 'is missing';
  if (issue.code === 'invalid_type') return `must be ${kindOf(issue.expected)}, but is ${shown(found)}`;
  if (issue.code === 'invalid_value')
    return `must be one of ${issue.values.map((each) => `"${String(each)}"`).join(', ')}, but is ${shown(found)}`;
  // Every limit of ours says what to do; the one without words is the largest whole number that a program can count with.
  return issue.message === 'Invalid input' ? 'is too large or too small' : issue.message;
}

function kindOf(expected: string): string {
  const words: Readonly<Record<string, string>> = {
    array: 'a list',
    object: 'an object',
    string: 'text',
    int: 'a whole number',
    number: 'a whole number',
    boolean: 'true or false',
  };
  return words[expected] ?? expected;
}

function shown(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'an object';
  return shortened(typeof value === 'string' ? JSON.stringify(value.slice(0, 80)) : String(value), 40);
}

/** What stands at the place of an issue: whatever it lies in was found to be an object or a list. */
function at(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((inner, part) => (inner as Record<PropertyKey, unknown>)[part], value);
}

/** The keys that an object at this place of the schema may have. */
function keysAt(schema: z.core.$ZodType, path: readonly PropertyKey[]): readonly string[] {
  const [part, ...rest] = path;
  const def = schema._zod.def as {
    readonly type: string;
    readonly innerType?: z.core.$ZodType;
    readonly element?: z.core.$ZodType;
    readonly shape?: Readonly<Record<string, z.core.$ZodType>>;
  };
  if (def.innerType !== undefined) return keysAt(def.innerType, path);
  if (part === undefined) return Object.keys(def.shape ?? {});
  const inner = def.element ?? def.shape?.[String(part)];
  return inner === undefined ? [] : keysAt(inner, rest);
}

/** The known word that is at most a third of its letters away; null when none is. */
export function nearest(word: string, known: readonly string[]): string | null {
  if (word.length > 60) return null;
  const ranked = known
    .filter((each) => Math.abs(each.length - word.length) <= slack(each))
    .map((each) => ({ each, away: distance(word.toLowerCase(), each.toLowerCase()) }))
    .filter(({ each, away }) => away <= slack(each))
    .sort((a, b) => a.away - b.away);
  return ranked[0]?.each ?? null;
}

function shortened(text: string, most: number): string {
  return text.length > most ? `${text.slice(0, most - 1)}…` : text;
}

function slack(word: string): number {
  return Math.max(1, Math.floor(word.length / 3));
}

/** Letters to insert, drop, change or swap with their neighbour (optimal string alignment). */
function distance(a: string, b: string): number {
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      const swapped = a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      const step = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + same);
      row.push(swapped ? Math.min(step, (before[j - 2] ?? 0) + 1) : step);
    }
    before = last;
    last = row;
  }
  return last[b.length] ?? 0;
}
