/** The shapes of what policy says of the record: how long it is kept and where it is sent. */
import * as z from 'zod/mini';
import { limit, list, meaning } from './schema-parts.ts';

const address = z
  .string()
  .check(
    z.regex(
      /^(https:\/\/[a-z0-9.-]+|http:\/\/(127\.0\.0\.1|localhost))(:\d{1,5})?(\/\S*)?$/,
      'must be an https URL, or http on this machine',
    ),
  );

/** Names that the browser sets itself, or that would let a policy speak in a person's name (Fetch, "forbidden request-header"). */
const NOT_OURS =
  /^(?!(accept-(charset|encoding)|access-control-.*|connection|content-(length|type|encoding)|cookie2?|date|dnt|expect|host|keep-alive|origin|proxy-.*|referer|sec-.*|set-cookie|te|trailer|transfer-encoding|upgrade|user-agent|via)$)/i;

/** RFC 9110: a name is a token, and a value one line of visible characters, so that no header can begin another one. */
const header = z.strictObject({
  name: meaning(
    z
      .string()
      .check(
        z.regex(/^[A-Za-z0-9!#$%&'*+.^_`|~-]{1,100}$/, 'is not the name of a header'),
        z.regex(NOT_OURS, 'is a header that the browser sets itself'),
      ),
    'Its name, such as Authorization.',
  ),
  value: meaning(
    z.string().check(z.regex(/^[!-~]([\t -~]{0,3998}[!-~])?$/, 'must be one line of visible ASCII characters')),
    'Its value. Whoever may read this policy may read it.',
  ),
});

const exported = z.strictObject({
  format: meaning(
    z.enum(['json-lines', 'otlp', 'splunk-hec', 'systemd-journal']),
    '"otlp": OpenTelemetry logs over HTTP as JSON; "splunk-hec": Splunk’s HTTP Event Collector; "systemd-journal": systemd-journal-remote. All three carry OCSF events.',
  ),
  url: meaning(address, 'The whole address, such as https://collector.example/v1/logs.'),
  headers: z.optional(meaning(list(header, 20), 'Headers that the collector asks for, such as its token.')),
  batch: limit(1_000, 'Most entries in one request.'),
});

/** How the record is kept and where it goes. */
export const ledger = z.strictObject({
  collector: z.optional(
    meaning(address, 'Where the record is posted as JSON lines, unless "export" says where it is sent.'),
  ),
  export: z.optional(
    meaning(exported, 'Where the record is sent, and in which form; then nothing is posted to "collector".'),
  ),
  retainDays: limit(3_650, 'Days for which entries stay in the browser.'),
  mostMegabytes: limit(
    5_000,
    'How large the record may grow; the oldest entries make room, but none that was not sent.',
    10,
  ),
  whenFull: z.optional(
    meaning(
      z.enum(['stop-agents', 'go-on']),
      'What agents may do while the record is full of entries that were not sent: nothing, or go on.',
    ),
  ),
});
