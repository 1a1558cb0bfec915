/**
 * A body as one table of fields, whichever way it was written: a JSON document gets the names that a form would have
 * ("post[raw]", "tags[0][name]"), as the servers of forums read them.
 */
import type { RequestBody } from './site.ts';

/** More fields than any form of a forum has; a bulk action names a few thousand things. */
const MOST_FIELDS = 20_000;

export type FlatBody =
  | { readonly kind: 'fields'; readonly fields: ReadonlyMap<string, string>; readonly bare?: ReadonlySet<string> }
  | { readonly kind: 'unreadable'; readonly why: string };

/** The table; unreadable where a name could be read in two ways. */
export function flatFields(body: RequestBody): FlatBody {
  if (body.kind !== 'json') return body;
  if (body.query.length > 0) return unreadable('fields stand in address and body');
  if (Array.isArray(body.value)) return unreadable('it is a list');
  const fields = new Map<string, string>();
  const bare = new Set(
    Object.entries(body.value ?? {}).flatMap(([name, each]) => (typeof each === 'boolean' ? [name] : [])),
  );
  return fill(fields, '', body.value)
    ? { kind: 'fields', fields, bare }
    : unreadable('its fields are ambiguous or too many');
}

/** False when a name stands there twice, would be taken for another one, or there are too many. */
function fill(fields: Map<string, string>, name: string, value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return put(fields, name, value === null ? '' : String(value));
  const entries = Object.entries(value);
  // An empty list says "none".
  if (entries.length === 0) return name === '' || put(fields, name, '');
  return entries.every(
    ([key, each]) => !/[[\]]/.test(key) && fill(fields, name === '' ? key : `${name}[${key}]`, each),
  );
}

function put(fields: Map<string, string>, name: string, value: string): boolean {
  if (fields.has(name) || fields.size >= MOST_FIELDS) return false;
  fields.set(name, value);
  return true;
}

function unreadable(why: string): FlatBody {
  return { kind: 'unreadable', why };
}
