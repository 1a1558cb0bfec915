/**
 * A request's body and query as one table of fields. Whatever could be read in two ways (duplicate fields, a name in
 * query and body, files, streams, bodies cut by the browser) is `unreadable`, so that what is approved is what is sent.
 */
import type { RequestBody } from './site.ts';

/** Firefox cuts raw bodies silently at 16 MiB (measured, ESR 153); a body of that size or more may be a part. */
const CUT_AT_BYTES = 16_777_216;

/** The parts of `webRequest`'s requestBody that browsers give. */
export interface BrowserBody {
  readonly error?: string | undefined;
  readonly formData?: Readonly<Record<string, readonly unknown[]>> | undefined;
  readonly raw?:
    | readonly { readonly bytes?: ArrayBuffer | undefined; readonly file?: string | undefined }[]
    | undefined;
}

/** The body that the browser reports for a request, joined with its query parameters. */
export function readBrowserBody(body: BrowserBody | null | undefined, query: URLSearchParams): RequestBody {
  if (!body) return join(new Map(), query);
  if (body.error !== undefined) return unreadable('the browser could not read it');
  if (body.formData !== undefined) return readForm(body.formData, query);
  return readRaw(body.raw ?? [], query);
}

/** The body that a page handed to fetch or XMLHttpRequest, when it was plain text; null is no body. */
export function readPageBody(text: string | null, query: URLSearchParams): RequestBody {
  if (text === null || text === '') return join(new Map(), query);
  return text.trimStart().startsWith('{') ? readJson(text, query) : readUrlEncoded(text, query);
}

function readForm(form: Readonly<Record<string, readonly unknown[]>>, query: URLSearchParams): RequestBody {
  const fields = new Map<string, string>();
  // A form padded beyond what the browser reads comes out empty (Firefox, 1 MB): nothing in it can be trusted.
  if (Object.keys(form).length === 0) return unreadable('the form is empty or too long to read');
  for (const [name, values] of Object.entries(form)) {
    const [value] = values;
    if (values.length !== 1 || typeof value !== 'string')
      return unreadable(`the field "${name}" stands there more than once or is a file`);
    fields.set(name, value);
  }
  return join(fields, query);
}

function readRaw(parts: NonNullable<BrowserBody['raw']>, query: URLSearchParams): RequestBody {
  if (parts.length === 0) return join(new Map(), query);
  if (parts.some((part) => part.bytes === undefined)) return unreadable('it contains a file');
  const buffers = parts.map((part) => new Uint8Array(part.bytes ?? new ArrayBuffer(0)));
  const length = buffers.reduce((sum, part) => sum + part.length, 0);
  if (length >= CUT_AT_BYTES) return unreadable('it is too long to read');
  const all = new Uint8Array(length);
  let at = 0;
  for (const buffer of buffers) {
    all.set(buffer, at);
    at += buffer.length;
  }
  try {
    // Without its headers a raw body is only understood as JSON: the browser reads forms itself.
    return readJson(new TextDecoder('utf-8', { fatal: true }).decode(all), query);
  } catch {
    return unreadable('it is not text');
  }
}

function readJson(text: string, query: URLSearchParams): RequestBody {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return unreadable('it is neither a form nor JSON');
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return unreadable('it is not a JSON object');
  // A name given twice in JSON is read as the last one here and as the first one elsewhere.
  const names = text.match(/"(?:[^"\\]|\\.)*"\s*:/g)?.length ?? 0;
  const fields = new Map<string, string>();
  for (const [name, field] of Object.entries(value)) {
    if (typeof field === 'object' && field !== null) return unreadable(`the field "${name}" is nested`);
    if (field !== null) fields.set(name, String(field));
  }
  return names > Object.keys(value).length && hasDuplicateNames(text)
    ? unreadable('a field stands there more than once')
    : join(fields, query);
}

/** Whether a flat JSON object's source names a key twice; strings are skipped by the same scanner that finds keys. */
function hasDuplicateNames(text: string): boolean {
  const seen = new Set<string>();
  for (const found of text.matchAll(/"(?:[^"\\]|\\.)*"(\s*:)?/g)) {
    if (found[1] === undefined) continue;
    const name = String(JSON.parse(found[0].replace(/\s*:$/, '')));
    if (seen.has(name)) return true;
    seen.add(name);
  }
  return false;
}

function readUrlEncoded(text: string, query: URLSearchParams): RequestBody {
  if (!/^[^\s=&]+=/.test(text)) return unreadable('it is neither a form nor JSON');
  const fields = new Map<string, string>();
  for (const [name, value] of new URLSearchParams(text)) {
    if (fields.has(name)) return unreadable(`the field "${name}" stands there more than once`);
    fields.set(name, value);
  }
  return join(fields, query);
}

function join(fields: Map<string, string>, query: URLSearchParams): RequestBody {
  for (const [name, value] of query) {
    if (fields.has(name)) return unreadable(`the field "${name}" stands in address and body`);
    fields.set(name, value);
  }
  return { kind: 'fields', fields };
}

function unreadable(why: string): RequestBody {
  return { kind: 'unreadable', why };
}
