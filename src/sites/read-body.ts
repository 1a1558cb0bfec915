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

/** How a part of a form begins. */
const PART_OF_FORM = /^--[^\r\n]*\r?\n(?:[^\r\n]+\r?\n)*?content-disposition[ \t]*:/im;

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
  if (!body) return joinForm([], query);
  if (body.error !== undefined) return unreadable('the browser could not read it');
  if (body.formData !== undefined) return readForm(body.formData, query);
  return readRaw(body.raw ?? [], query);
}

/** The body that a page handed to fetch or XMLHttpRequest, when it was plain text; null is no body. */
export function readPageBody(text: string | null, query: URLSearchParams): RequestBody {
  if (text === null || text === '') return joinForm([], query);
  return /^[[{]/.test(text.trimStart()) ? readJson(text, query) : readUrlEncoded(text, query);
}

function readForm(form: Readonly<Record<string, readonly unknown[]>>, query: URLSearchParams): RequestBody {
  const pairs: (readonly [string, string])[] = [];
  // A form padded beyond what the browser reads comes out empty (Firefox, 1 MB): nothing in it can be trusted.
  if (Object.keys(form).length === 0) return unreadable('the form is empty or too long to read');
  for (const [name, values] of Object.entries(form)) {
    if (values.length === 0 || values.some((value) => typeof value !== 'string'))
      return unreadable(`the field "${name}" is a file`);
    // Two boundaries in the header are two forms: which one a server reads, nobody can see here.
    if (values.some((value) => PART_OF_FORM.test(String(value)))) return unreadable('a form stands in a field');
    pairs.push(...values.map((value) => [name, String(value)] as const));
  }
  return joinForm(pairs, query);
}

function readRaw(parts: NonNullable<BrowserBody['raw']>, query: URLSearchParams): RequestBody {
  if (parts.length === 0) return joinForm([], query);
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
  const names = namesIn(value);
  if (isFormToo(text, names)) return unreadable('it is a form as well');
  // A name given twice in JSON is read as the last one here and as the first one elsewhere.
  if (source.names !== names.length) return unreadable('a field stands there more than once');
  const flat = !Array.isArray(value) && Object.values(value).every((each) => typeof each !== 'object' || each === null);
  if (!flat) return { kind: 'json', value, query: valuesOf(query) };
  const bare = Object.entries(value).flatMap(([name, each]) => (typeof each === 'boolean' ? [name] : []));
  const joined = join(fieldsOf(value), query);
  return joined.kind === 'fields' && bare.length > 0 ? { ...joined, bare: new Set(bare) } : joined;
}

/**
 * Whether a server that took this JSON for a form would find one of its fields in it. Which of the two it takes, only
 * the header says, that is not seen here ("application/x-www-form-urlencoded ;" is a form to Rack and none to Chrome).
 */
function isFormToo(text: string, names: readonly string[]): boolean {
  if (!text.includes('&')) return false;
  const keys = new Set(names.filter((name) => name !== ''));
  return [...new URLSearchParams(text)].slice(1).some(([name]) => keys.has(stemOf(name)) || keys.has(lastPart(name)));
}

/** "post" for "post[raw]". */
function stemOf(name: string): string {
  return name.split('[', 1)[0] ?? '';
}

/** "raw" for "post[raw]". */
function lastPart(name: string): string {
  return /\[([^[\]]+)\]$/.exec(name)?.[1] ?? name;
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

/** The names of a parsed document, of all its objects; "__proto__" is a name like others. */
function namesIn(document: unknown): readonly string[] {
  const names: string[] = [];
  const left: unknown[] = [document];
  while (left.length > 0) {
    const value = left.pop();
    if (typeof value !== 'object' || value === null) continue;
    if (!Array.isArray(value)) for (const name of Object.keys(value)) names.push(name);
    for (const each of Object.values(value)) left.push(each);
  }
  return names;
}

function readUrlEncoded(text: string, query: URLSearchParams): RequestBody {
  if (!/^[^\s=&]+=/.test(text)) return unreadable('it is neither a form nor JSON');
  return joinForm([...new URLSearchParams(text)], query);
}

function join(body: readonly (readonly [string, string])[], query: URLSearchParams): RequestBody {
  // Rack 2 takes ";" in an address for "&".
  if ([...query].some(([name, value]) => /;[^;]/.test(`${name}=${value}`)))
    return unreadable('its address can be read in two ways');
  const fields = new Map<string, string>();
  for (const [name, value] of [...numbered(body), ...numbered([...query])]) {
    if (fields.has(name)) return unreadable(`the field "${name}" stands there more than once`);
    fields.set(name, value);
  }
  return { kind: 'fields', fields };
}

/** A form whose names every server reads alike, joined with the query. */
function joinForm(form: readonly (readonly [string, string])[], query: URLSearchParams): RequestBody {
  const joined = join(form, query);
  if (joined.kind !== 'fields') return joined;
  const names = [...joined.fields.keys()];
  // PHP cuts names at a NUL and drops spaces before them, Rack drops brackets: each is another name to them.
  const odd = names.find((name) => ODD_NAME.test(name));
  if (odd !== undefined) return unreadable(`the field "${odd}" has two names`);
  // "a" beside "a[]" is a text to some servers and a list to others.
  const both = names.find((name) => name.includes('[') && joined.fields.has(stemOf(name)));
  return both === undefined ? joined : unreadable(`the field "${both}" stands there more than once`);
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

/** A sign that is not seen, or a space or a bracket at the beginning. */
const ODD_NAME = /^[\s[\]]|\p{Cc}/u;

function unreadable(why: string): RequestBody {
  return { kind: 'unreadable', why };
}

/** By the entries: in Firefox's content scripts `values()` gives something that cannot be iterated (seen in ESR 153). */
function valuesOf(query: URLSearchParams): readonly string[] {
  return [...query].map(([, value]) => value);
}
