/** ExportLogsServiceRequest in JSON, field by field as opentelemetry-proto 1.x has it (logs.proto, common.proto). */
import type { Received } from './otlp-receiver.ts';

type Check = (value: unknown) => readonly string[];

const digits: Check = (value) => (typeof value === 'string' && /^\d{1,20}$/.test(value) ? [] : ['no 64-bit number']);
const integer64: Check = (value) => (typeof value === 'string' && /^-?\d{1,19}$/.test(value) ? [] : ['no int64']);
const text: Check = (value) => (typeof value === 'string' ? [] : ['no text']);
const severity: Check = (value) =>
  Number.isInteger(value) && Number(value) >= 0 && Number(value) <= 24 ? [] : ['no severity'];

/** Known fields only; each as its check says. */
const message =
  (fields: Readonly<Record<string, Check>>): Check =>
  (value) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return ['no message'];
    return Object.entries(value).flatMap(([key, each]) => {
      const check = Object.hasOwn(fields, key) ? fields[key] : undefined;
      return check === undefined ? [`unknown field ${key}`] : check(each).map((fault) => `${key}: ${fault}`);
    });
  };
const repeated =
  (check: Check): Check =>
  (value) =>
    Array.isArray(value) ? value.flatMap((each, i) => check(each).map((fault) => `[${i}] ${fault}`)) : ['no list'];

/** AnyValue is a oneof: exactly one of its fields is set. */
const anyValue: Check = (value) => [
  ...message({ stringValue: text, intValue: integer64, boolValue: (v) => (typeof v === 'boolean' ? [] : ['no bool']) })(
    value,
  ),
  ...(Object.keys(Object(value)).length === 1 ? [] : ['not one value']),
];
const attributes = repeated(message({ key: text, value: anyValue }));
const logRecord = message({
  timeUnixNano: digits,
  observedTimeUnixNano: digits,
  severityNumber: severity,
  severityText: text,
  body: anyValue,
  attributes,
  eventName: text,
});
const request = message({
  resourceLogs: repeated(
    message({
      resource: message({ attributes }),
      scopeLogs: repeated(
        message({ scope: message({ name: text, version: text }), logRecords: repeated(logRecord), schemaUrl: text }),
      ),
      schemaUrl: text,
    }),
  ),
});

interface Attribute {
  readonly key: string;
  readonly value: { readonly stringValue?: string; readonly intValue?: string };
}

/** What is wrong with a request's body, and the records of one with which nothing is. */
export function faultsIn(body: string): { faults: string[]; records: readonly Received[] } {
  let value: unknown;
  try {
    value = JSON.parse(body);
  } catch {
    return { faults: ['no JSON'], records: [] };
  }
  const faults = [...request(value)];
  return { faults, records: faults.length > 0 ? [] : recordsIn(value) };
}

function recordsIn(value: unknown): readonly Received[] {
  const { resourceLogs } = value as {
    readonly resourceLogs: readonly {
      readonly scopeLogs: readonly {
        readonly logRecords: readonly {
          readonly body: { stringValue: string };
          readonly attributes: readonly Attribute[];
        }[];
      }[];
    }[];
  };
  return resourceLogs.flatMap(({ scopeLogs }) =>
    scopeLogs.flatMap(({ logRecords }) =>
      logRecords.map(({ body, attributes: given }) => {
        const of = (key: string) => given.find((each) => each.key === key)?.value;
        return {
          id: of('event.id')?.stringValue ?? '',
          sequence: Number(of('event.sequence')?.intValue),
          body: body.stringValue,
        };
      }),
    ),
  );
}
