/**
 * A request's body: one table of fields joined with the query, or a JSON document. Whatever could be read in two ways
 * (duplicate names, a name in query and body, files, streams, bodies cut by the browser) is `unreadable`, so that what
 * is approved is what is sent.
 */
import type { RequestBody } from './site.ts';

/** Firefox cuts raw bodies silently at 16 MiB (measured, ESR 153); a body of that size or more may be a part. */
const CUT_AT_BYTES = 16_777_216;

/** The deepest JSON that is read; the sites' own documents have some twenty levels. */
const DEEPEST_JSON = 200;

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
  if (!body) return join([], query);
  if (body.error !== undefined) return unreadable('the browser could not read it');
  if (body.formData !== undefined) return readForm(body.formData, query);
  return readRaw(body.raw ?? [], query);
}

/** The body that a page handed to fetch or XMLHttpRequest, when it was plain text; null is no body. */
export function readPageBody(text: string | null, query: URLSearchParams): RequestBody {
  if (text === null || text === '') return join([], query);
  return /^[[{]/.test(text.trimStart()) ? readJson(text, query) : readUrlEncoded(text, query);
}

function readForm(form: Readonly<Record<string, readonly unknown[]>>, query: URLSearchParams): RequestBody {
  const pairs: (readonly [string, string])[] = [];
  // A form padded beyond what the browser reads comes out empty (Firefox, 1 MB): nothing in it can be trusted.
  if (Object.keys(form).length === 0) return unreadable('the form is empty or too long to read');
  for (const [name, values] of Object.entries(form)) {
    if (values.length === 0 || values.some((value) => typeof value !== 'string'))
      return unreadable(`the field "${name}" is a file`);
    pairs.push(...values.map((value) => [name, String(value)] as const));
  }
  return join(pairs, query);
}

function readRaw(parts: NonNullable<BrowserBody['raw']>, query: URLSearchParams): RequestBody {
  if (parts.length === 0) return join([], query);
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
  const source = measureJson(text);
  if (source.depth > DEEPEST_JSON) return unreadable('it is nested too deep');
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return unreadable('it is neither a form nor JSON');
  }
  if (typeof value !== 'object' || value === null) return unreadable('it is neither a JSON object nor a list');
  // A name given twice in JSON is read as the last one here and as the first one elsewhere.
  if (source.names !== namesIn(value)) return unreadable('a field stands there more than once');
  const flat = !Array.isArray(value) && Object.values(value).every((each) => typeof each !== 'object' || each === null);
  return flat ? join(fieldsOf(value), query) : { kind: 'json', value, query: valuesOf(query) };
}

/** A null is a field that stands there with nothing in it: to a server it may say "none" (no category). */
function fieldsOf(value: object): readonly (readonly [string, string])[] {
  return Object.entries(value).map(([name, field]) => [name, field === null ? '' : String(field)]);
}

/** How many names a JSON source gives (each has one colon outside strings), and how deep it goes. */
function measureJson(text: string): { readonly names: number; readonly depth: number } {
  let names = 0;
  let open = 0;
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    const sign = text.charAt(at);
    if (sign === '"') at = endOfString(text, at);
    else if (sign === ':') names++;
    else if (sign === '{' || sign === '[') depth = Math.max(depth, ++open);
    else if (sign === '}' || sign === ']') open--;
  }
  return { names, depth };
}

function endOfString(text: string, start: number): number {
  let at = start + 1;
  while (at < text.length && text.charAt(at) !== '"') at += text.charAt(at) === '\\' ? 2 : 1;
  return at;
}

/** How many names a parsed document has, in all its objects; "__proto__" is a name like others. */
function namesIn(document: unknown): number {
  let names = 0;
  const left: unknown[] = [document];
  while (left.length > 0) {
    const value = left.pop();
    if (typeof value !== 'object' || value === null) continue;
    if (!Array.isArray(value)) names += Object.keys(value).length;
    for (const each of Object.values(value)) left.push(each);
  }
  return names;
}

function readUrlEncoded(text: string, query: URLSearchParams): RequestBody {
  if (!/^[^\s=&]+=/.test(text)) return unreadable('it is neither a form nor JSON');
  return join([...new URLSearchParams(text)], query);
}

function join(body: readonly (readonly [string, string])[], query: URLSearchParams): RequestBody {
  const fields = new Map<string, string>();
  for (const [name, value] of [...numbered(body), ...numbered([...query])]) {
    if (fields.has(name)) return unreadable(`the field "${name}" stands there more than once`);
    fields.set(name, value);
  }
  return { kind: 'fields', fields };
}

/** "tags[]" twice is a list of two to every server that knows such names: "tags[0]" and "tags[1]". */
function numbered(pairs: readonly (readonly [string, string])[]): readonly (readonly [string, string])[] {
  const seen = new Map<string, number>();
  return pairs.map(([name, value]) => {
    if (!name.endsWith('[]')) return [name, value];
    const at = seen.get(name) ?? 0;
    seen.set(name, at + 1);
    return [`${name.slice(0, -2)}[${at}]`, value];
  });
}

function unreadable(why: string): RequestBody {
  return { kind: 'unreadable', why };
}

/** By the entries: in Firefox's content scripts `values()` gives something that cannot be iterated (seen in ESR 153). */
function valuesOf(query: URLSearchParams): readonly string[] {
  return [...query].map(([, value]) => value);
}
