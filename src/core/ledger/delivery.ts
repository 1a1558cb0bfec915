/**
 * Entries as a collector takes them, what its answer means, and when it is tried again. An entry counts as delivered only
 * where the answer says so in the collector's own form: a page that answers everything with 200 has taken nothing.
 */
import { canonicalJson, type Json } from '../canonical.ts';
import type { Entry } from '../ledger.ts';
import type { Collector } from './keeping.ts';
import { ocsfEvent, type Producer } from './ocsf.ts';

export interface Delivery {
  readonly contentType: string;
  readonly body: string;
}

/** One request's body. */
export function deliveryOf(format: Collector['format'], entries: readonly Entry[], by: Producer): Delivery {
  switch (format) {
    case 'json-lines':
      return { contentType: 'application/x-ndjson', body: entries.map((each) => `${JSON.stringify(each)}\n`).join('') };
    case 'otlp':
      return { contentType: 'application/json', body: JSON.stringify(otlpRequest(entries, by)) };
    case 'systemd-journal':
      return {
        contentType: 'application/vnd.fdo.journal',
        body: entries.map((each) => journalEntry(each, by)).join(''),
      };
    case 'splunk-hec':
      return {
        contentType: 'application/json',
        body: entries.map((each) => JSON.stringify(hecEvent(each, by))).join('\n'),
      };
  }
}

/** ExportLogsServiceRequest in the JSON mapping of OTLP: 64-bit numbers are texts, names in camel case. */
function otlpRequest(entries: readonly Entry[], by: Producer): Json {
  const attribute = (key: string, value: string): Json => ({ key, value: { stringValue: value } });
  return {
    resourceLogs: [
      {
        resource: { attributes: [attribute('service.name', 'countersign'), attribute('service.instance.id', by.key)] },
        scopeLogs: [
          {
            scope: { name: 'countersign.ledger', version: by.version },
            logRecords: entries.map((each) => logRecord(each, by)),
          },
        ],
      },
    ],
  };
}

function logRecord(entry: Entry, by: Producer): Json {
  const event = ocsfEvent(entry, by);
  const nanoseconds = `${BigInt(Math.trunc(entry.at))}000000`;
  return {
    timeUnixNano: nanoseconds,
    observedTimeUnixNano: nanoseconds,
    // 9 INFO, 13 WARN, 17 ERROR.
    severityNumber: severityOf(event, { high: 17, medium: 13, low: 9 }),
    body: { stringValue: canonicalJson(event) },
    attributes: [
      { key: 'event.id', value: { stringValue: entry.hash } },
      { key: 'event.sequence', value: { intValue: String(entry.seq) } },
      { key: 'ocsf.class_uid', value: { intValue: String(event.class_uid) } },
    ],
  };
}

function hecEvent(entry: Entry, by: Producer): Json {
  return { time: entry.at / 1_000, source: 'countersign', sourcetype: 'ocsf', event: ocsfEvent(entry, by) };
}

/** One field a line, and an empty line after each entry; JSON holds no line end (systemd, Journal Export Format). */
function journalEntry(entry: Entry, by: Producer): string {
  const event = ocsfEvent(entry, by);
  return [
    `__REALTIME_TIMESTAMP=${Math.trunc(entry.at)}000`,
    'SYSLOG_IDENTIFIER=countersign',
    // 6 informational, 4 warning, 3 error.
    `PRIORITY=${severityOf(event, { high: 3, medium: 4, low: 6 })}`,
    `MESSAGE=${canonicalJson(event)}`,
    `COUNTERSIGN_ID=${entry.hash}`,
    `COUNTERSIGN_SEQUENCE=${entry.seq}`,
    '\n',
  ].join('\n');
}

/** How severe an event is, in a collector's own numbers. */
function severityOf(
  { severity_id: id }: ReturnType<typeof ocsfEvent>,
  numbers: { readonly high: number; readonly medium: number; readonly low: number },
): number {
  return id === 4 ? numbers.high : id === 3 ? numbers.medium : numbers.low;
}

/** What an answer means for the entries of the request. */
export type Answered =
  | { readonly kind: 'delivered' /** Entries that the collector says it will never take. */; readonly refused: number }
  /** Too many at once. */
  | { readonly kind: 'too-large' }
  /** To be sent again; `afterMs` where the collector says when. */
  | { readonly kind: 'again'; readonly why: string; readonly afterMs: number | null };

/** Something answers that is no collector: a page that says 200 to everything. */
const NO_COLLECTOR: Answered = { kind: 'again', why: 'an answer that is none of a collector', afterMs: null };

/** `retryAfter` is the header of that name, null where there is none. */
export function answeredBy(
  format: Collector['format'],
  status: number,
  text: string,
  retryAfter: string | null,
): Answered {
  if (status === 413) return { kind: 'too-large' };
  if (status < 200 || status > 299) return { kind: 'again', why: `HTTP ${status}`, afterMs: secondsIn(retryAfter) };
  if (format === 'json-lines') return { kind: 'delivered', refused: 0 };
  if (format === 'systemd-journal')
    return status === 202 && text.startsWith('OK.') ? { kind: 'delivered', refused: 0 } : NO_COLLECTOR;
  const answer = objectIn(text);
  if (answer === null) return NO_COLLECTOR;
  if (format === 'splunk-hec')
    return answer.code === 0
      ? { kind: 'delivered', refused: 0 }
      : { kind: 'again', why: 'an answer without code 0', afterMs: null };
  return partial(answer);
}

/** OTLP: `{}`, or how many were rejected, which must not be sent again. */
function partial(answer: Readonly<Record<string, unknown>>): Answered {
  if (Object.keys(answer).some((key) => key !== 'partialSuccess')) return NO_COLLECTOR;
  const { partialSuccess } = answer;
  if (typeof partialSuccess !== 'object' || partialSuccess === null) return { kind: 'delivered', refused: 0 };
  const refused = Number((partialSuccess as Record<string, unknown>).rejectedLogRecords ?? 0);
  return { kind: 'delivered', refused: Number.isInteger(refused) && refused > 0 ? refused : 0 };
}

function objectIn(text: string): Readonly<Record<string, unknown>> | null {
  try {
    const value = JSON.parse(text) as unknown;
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : null;
  } catch {
    return null;
  }
}

function secondsIn(header: string | null): number | null {
  return header !== null && /^\d{1,6}$/.test(header) ? Number(header) * 1_000 : null;
}

/** How sending goes. */
export interface DeliveryState {
  /** Times in a row that it failed. */
  readonly failures: number;
  /** When it is tried again, and when it last worked, in milliseconds since the epoch; 0 for never. */
  readonly nextAt: number;
  readonly workedAt: number;
  /** Why the last time failed; null when it worked. */
  readonly why: string | null;
  /** Entries that the collector says it will never take. They stay in the browser. */
  readonly refused: number;
}

export const NOT_YET_SENT: DeliveryState = { failures: 0, nextAt: 0, workedAt: 0, why: null, refused: 0 };

/** After a failure the next try is 5 s later, then 10, 20 …, but never later than this. */
export const FIRST_WAIT_MS = 5_000;
export const LONGEST_WAIT_MS = 15 * 60_000;

/** The state after a failure; `chance` from 0 to 1 spreads the browsers of an organisation over a fifth of the time. */
export function afterFailure(
  state: DeliveryState,
  why: string,
  now: number,
  afterMs: number | null,
  chance: number,
): DeliveryState {
  const doubled = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** Math.min(state.failures, 20));
  const wait = Math.min(LONGEST_WAIT_MS, Math.max(doubled * (0.8 + 0.2 * chance), afterMs ?? 0));
  return { ...state, failures: state.failures + 1, nextAt: now + wait, why };
}

export function afterSuccess(state: DeliveryState, now: number, refused: number): DeliveryState {
  return { failures: 0, nextAt: 0, workedAt: now, why: null, refused: state.refused + refused };
}

/** Whether it may be tried now. A clock that was set back makes the wait no longer than it can be. */
export function mayTry({ nextAt }: DeliveryState, now: number): boolean {
  return now >= nextAt || nextAt - now > LONGEST_WAIT_MS;
}

/** The state re-made field by field; of what is damaged, as if nothing had been sent yet. */
export function parseDelivery(value: unknown): DeliveryState {
  if (typeof value !== 'object' || value === null) return NOT_YET_SENT;
  const { failures, nextAt, workedAt, why, refused } = value as Record<string, unknown>;
  const count = (each: unknown) => (typeof each === 'number' && each > 0 ? each : 0);
  return {
    ...{ failures: count(failures), nextAt: count(nextAt), workedAt: count(workedAt), refused: count(refused) },
    why: typeof why === 'string' ? why : null,
  };
}
