/** What really arrived at the forum: every write in whatever shape, and whether others see something of it. */
import type { IncomingMessage } from 'node:http';

export interface Arrival {
  readonly at: number;
  readonly method: string;
  /** Path and query. */
  readonly path: string;
  /** Who was signed in; null for nobody. */
  readonly user: string | null;
  readonly kind: 'post' | 'topic' | 'message' | 'edit' | 'draft' | 'quiet' | 'unknown';
  readonly contentType: string;
  readonly body: string;
  /** The post's text, as the server understood it. */
  readonly raw: string | null;
  readonly topicId: number | null;
}

/** A request as the server has read it. */
export interface Written {
  readonly user: string | null;
  /** Decoded, without doubled or trailing slashes. */
  readonly path: string;
  readonly fields: ReadonlyMap<string, string>;
  readonly body: string;
}

/** What the forum lives on; others see nothing of it. */
const QUIET =
  /^\/(topics\/timings|message-bus\/|presence\/|session(\.json)?(\/|$)|clicks\/track|srv\/pv|notifications\/)/;

/** Whether others see something of this. */
export function isPublished(arrival: Arrival): boolean {
  return ['post', 'topic', 'message', 'edit'].includes(arrival.kind);
}

/** One request as the record keeps it. */
export function readArrival(request: IncomingMessage, written: Written): Arrival {
  const { fields, user, body } = written;
  const raw = fields.get('raw') ?? fields.get('post[raw]') ?? fields.get('content') ?? null;
  const topic = Number(fields.get('topic_id') ?? fields.get('post[topic_id]'));
  return {
    at: Date.now(),
    method: request.method ?? '',
    path: request.url ?? '/',
    user,
    kind: kindOf(request.method ?? '', written, raw),
    contentType: String(request.headers['content-type'] ?? ''),
    body,
    raw,
    topicId: Number.isInteger(topic) && topic > 0 ? topic : null,
  };
}

/** A text that comes to an address which is not otherwise taken is published: the worst case. */
function kindOf(method: string, { path, fields }: Written, raw: string | null): Arrival['kind'] {
  if (method === 'OPTIONS' || QUIET.test(path)) return 'quiet';
  if (path.startsWith('/drafts')) return 'draft';
  if (/^\/t\/([^/]+\/)?\d+(\.json)?$/.test(path) && fields.has('title')) return 'edit';
  if (raw === null || raw.trim() === '') return 'unknown';
  if (/^\/posts\/\d+(\.json)?$/.test(path)) return 'edit';
  if (fields.get('archetype') === 'private_message') return 'message';
  return fields.has('topic_id') || fields.has('post[topic_id]') ? 'post' : 'topic';
}
