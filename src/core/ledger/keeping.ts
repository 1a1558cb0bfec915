/** What policy says of the record: how long it is kept, how large it may grow, and where it goes. */
import type { Entry } from '../ledger.ts';

export interface Collector {
  /** `json-lines`: the entries themselves; the others: each entry as an OCSF event, with the entry in it. */
  readonly format: 'json-lines' | 'otlp' | 'splunk-hec' | 'systemd-journal';
  readonly url: string;
  readonly headers: readonly { readonly name: string; readonly value: string }[];
  /** Entries in one request. */
  readonly batch: number;
}

export interface Keeping {
  /** Days for which entries stay in the browser. */
  readonly retainDays: number;
  /** How large the record may grow, in bytes of its JSON. */
  readonly mostBytes: number;
  /** What happens when it is full of entries that the collector has not had: these are never removed. */
  readonly whenFull: 'stop-agents' | 'go-on';
}

/** Seven months: the half year that the EU AI Act asks of those who use high-risk systems (Art. 26), and a month to look. */
export const RETAIN_DAYS = 214;

/** Half a gigabyte, in bytes. */
export const MOST_BYTES = 500_000_000;

/** Entries in one request, where policy says nothing. */
export const BATCH = 200;

export const KEEPING: Keeping = { retainDays: RETAIN_DAYS, mostBytes: MOST_BYTES, whenFull: 'stop-agents' };

/** Entries that come before an effect; all others say what has been, or that something was refused. */
const BEFORE_EFFECT: ReadonlySet<string> = new Set(['assessed', 'released', 'grant-used']);

/** Whether a full record keeps this entry from being written, and so its act from happening: an agent's act, unless policy lets it go on. */
export function mustStop(keeping: Keeping, bytes: number, entry: Pick<Entry, 'kind' | 'body'>): boolean {
  if (keeping.whenFull === 'go-on' || bytes < keeping.mostBytes) return false;
  return BEFORE_EFFECT.has(entry.kind) && (entry.body.actor === 'agent' || entry.kind === 'grant-used');
}

/** From this part of the room on, the oldest entries that the collector has had make room; down to the second part. */
export const ROOM = { from: 0.9, to: 0.8 } as const;
