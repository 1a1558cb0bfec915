/** The fields of a write, whatever its encoding, read as the most lenient server would read them. */

type Field = readonly [name: string, value: string];

/** Every field of query and body; a later one replaces an earlier one. */
export function readFields(query: URLSearchParams, contentType: string, body: string): ReadonlyMap<string, string> {
  return new Map([...query, ...bodyFields(contentType, body)]);
}

function bodyFields(contentType: string, body: string): Iterable<Field> {
  const boundary = /boundary="?([^";]+)/i.exec(contentType)?.[1];
  if (boundary !== undefined) return multipart(body, boundary);
  const text = body.trimStart();
  if (text.startsWith('{') || text.startsWith('[')) return json(text);
  if (/^text\/plain/i.test(contentType) && /^[\w[\]]+=[\s\S]*\r\n$/.test(body)) return plainForm(body);
  return new URLSearchParams(body);
}

function multipart(body: string, boundary: string): readonly Field[] {
  return body.split(`--${boundary}`).flatMap((part) => {
    const found = /;[ \t]*name="([^"]*)"[^\r\n]*\r\n(?:[^\r\n]+\r\n)*\r\n([\s\S]*?)\r\n$/.exec(part);
    // Browsers end lines in form fields with CR LF; the text that a person wrote has LF.
    return found ? [[found[1] ?? '', (found[2] ?? '').replaceAll('\r\n', '\n')] as const] : [];
  });
}

/** A form sent with `enctype=text/plain`: a line a field, nothing encoded. */
function plainForm(body: string): readonly Field[] {
  return body
    .slice(0, -2)
    .split(/\r\n(?=[\w[\]]+=)/)
    .map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1).replaceAll('\r\n', '\n')]);
}

function json(text: string): readonly Field[] {
  try {
    return flatten('', JSON.parse(text));
  } catch {
    return [];
  }
}

/** Nested values get the names that a form would give them: `{post: {raw}}` is `post[raw]`. */
function flatten(name: string, value: unknown): readonly Field[] {
  if (Array.isArray(value)) return [[name, value.map(String).join(',')]];
  if (typeof value !== 'object' || value === null) return value === null ? [] : [[name, String(value)]];
  return Object.entries(value).flatMap(([key, inner]) => flatten(name === '' ? key : `${name}[${key}]`, inner));
}
