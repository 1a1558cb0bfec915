/**
 * The page world's question to the content world, asked through events of the window. Nothing here is secret and
 * nothing here decides: a page that forges an answer only lets its own request run into the network boundary.
 */

/** What the page world asks before a write. */
export interface Ask {
  readonly attempt: string;
  readonly method: string;
  readonly url: string;
  /** The body when it is plain text; null when it is none or cannot be shown. */
  readonly body: string | null;
  readonly readable: boolean;
  /** The caller can wait for the answer; a beacon or a synchronous request cannot. */
  readonly canWait: boolean;
}

export type Told = 'go' | 'stop' | 'wait';

export const ASK_EVENT = 'countersign:ask';
export const TELL_EVENT = 'countersign:tell';
/** Agents are stopped: what this page keeps open to its server is to be closed. */
export const CLOSE_LINES_EVENT = 'countersign:close-lines';
/** Which of these names stand on the page's window? Asked while an agent is here, to name it. */
export const NAMES_EVENT = 'countersign:names';
/** Those that do: a page's own word, and good for a name only. */
export const NAMES_FOUND_EVENT = 'countersign:names-found';

/** Names asked for, or found, in one event. */
const MOST_NAMES = 100;

/** Names parsed from an event's detail; [] when it is none. */
export function parseNames(detail: unknown): readonly string[] {
  if (typeof detail !== 'string' || detail.length > 10_000) return [];
  return detail
    .split(' ')
    .filter((name) => /^\w+$/.test(name))
    .slice(0, MOST_NAMES);
}

/** A question parsed from an event's detail; null when it is none. */
export function parseAsk(detail: unknown): Ask | null {
  const value = parseObject(detail);
  if (value === null) return null;
  const { attempt, method, url, body, readable, canWait } = value;
  if (typeof attempt !== 'string' || typeof method !== 'string' || typeof url !== 'string') return null;
  return {
    attempt,
    method,
    url,
    body: typeof body === 'string' ? body : null,
    readable: readable === true,
    canWait: canWait === true,
  };
}

/** An answer parsed from an event's detail; null when it is none. */
export function parseTold(detail: unknown): { readonly attempt: string; readonly told: Told } | null {
  const value = parseObject(detail);
  if (value === null || typeof value.attempt !== 'string') return null;
  return value.told === 'go' || value.told === 'stop' || value.told === 'wait'
    ? { attempt: value.attempt, told: value.told }
    : null;
}

function parseObject(detail: unknown): Readonly<Record<string, unknown>> | null {
  if (typeof detail !== 'string' || detail.length > 3_000_000) return null;
  try {
    const value: unknown = JSON.parse(detail);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}
