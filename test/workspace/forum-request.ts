/** A request as the forum reads it, and the answers it can give. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { User } from './content.ts';
import { userNamed } from './forum-data.ts';
import { readFields } from './read-fields.ts';

export interface Request {
  readonly method: string;
  /** Decoded, without doubled or trailing slashes. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly fields: ReadonlyMap<string, string>;
  readonly body: string;
  readonly user: User | undefined;
  /** The company's page assistant is switched on for this session. */
  readonly assistant: boolean;
}

export interface Answer {
  readonly status: number;
  readonly type: string;
  readonly text: string;
  readonly headers?: Readonly<Record<string, string | readonly string[]>>;
}

export function readRequest(request: IncomingMessage, body: string): Request {
  const url = new URL(request.url ?? '/', 'https://forum.corp.example');
  const cookies = cookiesOf(request.headers.cookie ?? '');
  return {
    method: request.method ?? '',
    path: decoded(url.pathname)
      .replace(/\/{2,}/g, '/')
      .replace(/(.)\/$/, '$1'),
    query: url.searchParams,
    fields: readFields(url.searchParams, String(request.headers['content-type'] ?? ''), body),
    body,
    user: userNamed(cookies.get('_t') ?? ''),
    assistant: cookies.get('assistant') === 'on',
  };
}

function cookiesOf(header: string): ReadonlyMap<string, string> {
  const pairs = header
    .split(/;\s*/)
    .map((each) => [each.slice(0, each.indexOf('=')), each.slice(each.indexOf('=') + 1)]);
  return new Map(pairs.map(([name = '', value = '']) => [name, value] as const));
}

/** A path that does not decode is taken as it is: it must be recorded, not refused. */
function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

export function json(value: object, status = 200): Answer {
  return { status, type: 'application/json', text: JSON.stringify(value) };
}

export function page(html: string, status = 200): Answer {
  return { status, type: 'text/html', text: html };
}

export function denied(): Answer {
  return json({ errors: ['You are not permitted to view the requested resource.'], error_type: 'invalid_access' }, 403);
}

export function notFound(): Answer {
  return json({ errors: ['The requested URL or resource could not be found.'], error_type: 'not_found' }, 404);
}

export function send(response: ServerResponse, answer: Answer): void {
  if (response.writableEnded || response.destroyed) return;
  const headers = { 'content-type': `${answer.type}; charset=utf-8`, 'cache-control': 'no-store', ...answer.headers };
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
  response.writeHead(answer.status).end(answer.text);
}
