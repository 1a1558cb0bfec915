/** What really arrived at the forum: every write in whatever shape, read as the most lenient server would read it. */
import type { IncomingMessage } from 'node:http';

export interface Arrival {
  readonly at: number;
  readonly method: string;
  /** Path and query. */
  readonly path: string;
  readonly user: string | null;
  readonly kind: 'post' | 'topic' | 'message' | 'edit' | 'draft' | 'quiet' | 'unknown';
  readonly contentType: string;
  readonly body: string;
  /** The text that others would see. */
  readonly raw: string | null;
  readonly topicId: number | null;
}

/** Whether others would see this. */
export function isPublished(arrival: Arrival): boolean {
  return (
    ['post', 'topic', 'message', 'edit'].includes(arrival.kind) || (arrival.kind === 'unknown' && arrival.raw !== null)
  );
}

/** One request as the record keeps it. */
export function readArrival(
  request: IncomingMessage,
  body: string,
  user: string | null,
  fields: ReadonlyMap<string, string>,
): Arrival {
  const path = request.url ?? '/';
  const raw = fields.get('raw') ?? fields.get('post[raw]') ?? fields.get('content') ?? null;
  const topic = Number(fields.get('topic_id'));
  return {
    at: Date.now(),
    method: request.method ?? '',
    path,
    user,
    kind: kindOf(request.method ?? '', new URL(path, 'https://forum').pathname, fields),
    contentType: String(request.headers['content-type'] ?? ''),
    body,
    raw,
    topicId: Number.isInteger(topic) && topic > 0 ? topic : null,
  };
}

/** Every field of query and body, whatever the encoding; a later one replaces an earlier one. */
export function fieldsOf(path: string, contentType: string, body: string): ReadonlyMap<string, string> {
  const fields = new Map(new URL(path, 'https://forum').searchParams);
  const boundary = /boundary=([^;]+)/.exec(contentType)?.[1];
  if (boundary !== undefined) for (const [name, value] of multipart(body, boundary)) fields.set(name, value);
  else if (body.trimStart().startsWith('{')) for (const [name, value] of json(body)) fields.set(name, value);
  else for (const [name, value] of new URLSearchParams(body)) fields.set(name, value);
  return fields;
}

function kindOf(method: string, path: string, fields: ReadonlyMap<string, string>): Arrival['kind'] {
  if (method === 'POST' && /^\/posts(\.json)?$/.test(path)) {
    if (fields.get('archetype') === 'private_message') return 'message';
    return fields.has('topic_id') ? 'post' : 'topic';
  }
  if (/^\/posts\/\d+(\.json)?$/.test(path)) return 'edit';
  if (path.startsWith('/drafts')) return 'draft';
  if (/^\/(topics\/timings|message-bus\/|presence\/|session)/.test(path)) return 'quiet';
  return 'unknown';
}

function multipart(body: string, boundary: string): readonly (readonly [string, string])[] {
  return body.split(`--${boundary}`).flatMap((part) => {
    const found = /name="([^"]*)"[^\r\n]*\r\n(?:[^\r\n]+\r\n)*\r\n([\s\S]*?)\r\n$/.exec(part);
    return found ? [[found[1] ?? '', found[2] ?? ''] as const] : [];
  });
}

function json(body: string): readonly (readonly [string, string])[] {
  try {
    return Object.entries(JSON.parse(body) as Record<string, unknown>).map(
      ([name, value]) => [name, String(value)] as const,
    );
  } catch {
    return [];
  }
}
