/**
 * The fields of a request as a description names them: a form's by name, a JSON document's by path ("$.message.text",
 * "$.blocks[*].text"), the address's parameters by name beside both.
 */
import { isJsonPath } from '../../core/site-description.ts';
import type { RequestBody } from '../site.ts';

/** Values that one path may have; a document with more is no act that anybody could look through. */
const MOST_VALUES = 10_000;

export interface Fields {
  /** All values of a field in order; none when it is not there; null when something else than text stands there. */
  valuesOf(name: string): readonly string[] | null;
  /** A field that is neither among those that are read nor ignored; null when there is none. What stands below an ignored one is ignored. */
  stranger(read: readonly string[], ignored: readonly string[]): string | null;
}

/** The fields of a body that could be read, with the parameters of its address; null when there are too many. */
export function fieldsIn(
  body: Exclude<RequestBody, { readonly kind: 'unreadable' }>,
  parameters: readonly (readonly [string, string])[],
): Fields | null {
  if (body.kind === 'fields') return formFields(body.fields);
  const leaves = leavesOf(body.value);
  return leaves === null ? null : jsonFields(leaves, parameters);
}

function formFields(fields: ReadonlyMap<string, string>): Fields {
  // A JSON document without anything nested is read like a form, and may be described by paths.
  const plain = (name: string) => (isJsonPath(name) && !fields.has(name) ? name.slice(2) : name);
  return {
    valuesOf(name) {
      const key = plain(name);
      if ([...fields.keys()].some((each) => each !== key && mayBe(each, key))) return null;
      const value = fields.get(key);
      return value === undefined ? [] : [value];
    },
    stranger(read, ignored) {
      const known = new Set([...read, ...ignored].map(plain));
      return [...fields.keys()].find((name) => !known.has(name)) ?? null;
    },
  };
}

/** Whether a server may take one name for another: "a[]" is a list named "a", and to PHP "a.b" and "a b" are "a_b". */
function mayBe(given: string, wanted: string): boolean {
  const asTaken = (name: string) => (wanted.includes('[') ? name : (name.split('[', 1)[0] ?? '')).replace(/[. ]/g, '_');
  return asTaken(given) === asTaken(wanted);
}

interface Leaf {
  readonly path: string;
  readonly value: string;
}

function jsonFields(leaves: readonly Leaf[], parameters: readonly (readonly [string, string])[]): Fields {
  return {
    valuesOf(name) {
      if (!isJsonPath(name)) return parameters.filter(([each]) => each === name).map(([, value]) => value);
      if (leaves.some(({ path }) => isBelow(path, name))) return null;
      return leaves.filter(({ path }) => path === name).map(({ value }) => value);
    },
    stranger(read, ignored) {
      const known = new Set([...read, ...ignored]);
      const paths = ignored.filter(isJsonPath);
      const parameter = parameters.find(([name]) => !known.has(name));
      if (parameter !== undefined) return parameter[0];
      return leaves.find(({ path }) => !known.has(path) && !paths.some((each) => isBelow(path, each)))?.path ?? null;
    },
  };
}

function isBelow(path: string, above: string): boolean {
  return path.startsWith(`${above}.`) || path.startsWith(`${above}[`);
}

/** Every value of a document with its path; what is null, or an empty list or object, says nothing. */
function leavesOf(document: unknown): readonly Leaf[] | null {
  const leaves: Leaf[] = [];
  // Deep documents are refused before they come here, so that this ends.
  function take(value: unknown, path: string): void {
    if (value === null || leaves.length > MOST_VALUES) return;
    if (Array.isArray(value)) for (const each of value) take(each, `${path}[*]`);
    else if (typeof value === 'object') for (const [name, each] of Object.entries(value)) take(each, `${path}.${name}`);
    else leaves.push({ path, value: String(value) });
  }
  take(document, '$');
  return leaves.length > MOST_VALUES ? null : leaves;
}
