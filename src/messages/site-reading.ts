/** How a site is read, as pages are told: re-made field by field. Every value of a description is plain text, so this is all. */
import * as z from 'zod/mini';
import { CHANGING_KINDS, WRITING_KINDS } from '../core/action.ts';
import { SITE_KINDS, type SiteReading } from '../core/policy.ts';

const text = z.string().check(z.maxLength(500));
const some = z.nullable(text);
const list = z.array(text).check(z.maxLength(400));

const composer = z.object({
  root: text,
  editor: text,
  send: text,
  title: some,
  act: z.enum(WRITING_KINDS),
  keys: z.enum(['ctrl-enter', 'enter', 'none']),
  at: some,
});

const request = z.object({
  method: z.enum(['GET', 'POST', 'PUT', 'PATCH', 'DELETE']),
  address: text,
  when: list,
  unless: list,
  act: z.enum([...WRITING_KINDS, ...CHANGING_KINDS, 'none']),
  text: list,
  title: some,
  thread: text,
  recipients: z.nullable(z.object({ to: list, cc: list, bcc: list })),
  files: list,
  ignored: list,
});

const reading = z.object({
  kind: z.enum(SITE_KINDS),
  description: z.nullable(
    z.object({
      threads: list,
      page: z.object({ title: some, documents: some, author: some, labels: some, readers: some, account: some }),
      composers: z.array(composer).check(z.maxLength(100)),
      requests: z.array(request).check(z.maxLength(400)),
    }),
  ),
});

/** Null when it is none: then nothing is known of the site, and every write is asked about. */
export function parseSiteReading(value: unknown): SiteReading | null {
  const result = z.safeParse(reading, value);
  return result.success ? result.data : null;
}
