/** The shape of a site as data: how a site of kind "generic" is read, and what mends one that has changed. */
import * as z from 'zod/mini';
import { CHANGING_KINDS, WRITING_KINDS } from '../action.ts';
import { id, list, meaning, someOf } from './schema-parts.ts';

const selector = z
  .string()
  .check(z.minLength(1, 'must not be empty'), z.maxLength(500, 'is longer than 500 characters'));
const address = z
  .string()
  .check(z.minLength(1, 'must not be empty'), z.maxLength(300, 'is longer than 300 characters'));
const field = z
  .string()
  .check(
    z.maxLength(200, 'is longer than 200 characters'),
    z.regex(
      /^([^$\s]\S*|\$(\.[^\s.[\]*]+(\[\*\])*)+)$/,
      'must be the name of a form’s field, or a path into JSON like "$.message.text" or "$.blocks[*].text"',
    ),
  );
const condition = z
  .string()
  .check(z.minLength(1, 'must not be empty'), z.maxLength(400, 'is longer than 400 characters'));
const addresses = someOf(address, 50);
const fields = (what: string) => z.optional(meaning(list(field, 200), what));

const page = z.strictObject({
  title: z.optional(meaning(selector, 'The title of what is in view.')),
  documents: z.optional(meaning(selector, 'Each document in view: a post, a message, the text of a page.')),
  author: z.optional(meaning(selector, 'Inside a document: who wrote it.')),
  labels: z.optional(meaning(selector, 'Chips, tags and categories whose text may be a mark of sensitivity.')),
  readers: z.optional(
    meaning(
      selector,
      'Elements with the mail addresses of all who can read what is in view, where the page shows that; areas do not count then.',
    ),
  ),
  account: z.optional(meaning(selector, 'The mail address of the account that is signed in.')),
});

const composer = z.strictObject({
  root: meaning(
    selector,
    'The element around all of it; best the form itself, since a form is read as it will be sent.',
  ),
  editor: meaning(selector, 'Inside it, the field or editor in which people write.'),
  send: meaning(selector, 'Inside it, the control that sends.'),
  title: z.optional(meaning(selector, 'Inside it, a field of its own for the title or subject.')),
  act: z.optional(
    meaning(z.enum(WRITING_KINDS), 'What it writes, for display until the request says it; "post" when absent.'),
  ),
  keys: z.optional(
    meaning(z.enum(['ctrl-enter', 'enter', 'none']), 'What sends from the keyboard in the editor; "none" when absent.'),
  ),
  at: z.optional(meaning(address, 'The address at which the same can be written again: "/wiki/{thread}?action=edit".')),
});

const recipients = z.strictObject({
  to: fields('Fields with the addresses of those it goes to.'),
  cc: fields('Fields with the addresses of those who get a copy.'),
  bcc: fields('Fields with the addresses of those who get a copy that the others do not see.'),
});

const request = z.strictObject({
  method: meaning(z.enum(['GET', 'POST', 'PUT', 'PATCH', 'DELETE']), 'Its HTTP method.'),
  address: meaning(
    address,
    'Path and parameters: "{thread}" and "{any}" are one segment or value, "{thread*}" the rest.',
  ),
  when: z.optional(
    meaning(
      someOf(condition, 20),
      'Only with all of these: a field that is there ("save"), or its value ("action=edit").',
    ),
  ),
  unless: z.optional(meaning(someOf(condition, 20), 'Only without any of these fields or values.')),
  act: meaning(
    z.enum([...WRITING_KINDS, ...CHANGING_KINDS, 'none']),
    'What it does; "none" for what nobody else will see, such as a preview or a draft.',
  ),
  text: fields('The fields that others will read, in reading order.'),
  title: z.optional(meaning(field, 'The field with the title or subject, which stands before the text.')),
  thread: z.optional(
    meaning(
      address,
      'Where it goes: text with the address’s {thread} and with fields in braces, like "new:{category}"; "{thread}" when absent.',
    ),
  ),
  recipients: z.optional(meaning(recipients, 'Where the request itself names who gets it, by mail address.')),
  files: fields('The fields that carry files; with one of them filled the act has attachments that cannot be read.'),
  ignored: fields(
    'The fields that change nothing that others see. One that is named nowhere makes the act unreadable.',
  ),
});

const threads = meaning(addresses, 'The addresses of pages that show a thread; "{thread}" in them is its name.');
const composers = meaning(list(composer, 50), 'The editors in which people write.');
const requests = meaning(
  someOf(request, 200),
  'The requests that write; the first that fits counts, and one that fits none is refused to agents.',
);

/** All of a site. */
export const siteDescription = z.strictObject({
  threads,
  page: meaning(page, 'CSS selectors of what is read in a page.'),
  composers: z.optional(composers),
  requests,
});

/** What mends a site: only what it names. */
export const siteFacts = z.strictObject({
  site: meaning(id, 'The site that it mends.'),
  threads: z.optional(threads),
  page: z.optional(meaning(page, 'CSS selectors that stand instead of the present ones.')),
  composers: z.optional(meaning(list(composer, 50), 'Editors that are looked for before the known ones.')),
  requests: z.optional(
    meaning(
      someOf(request, 200),
      'Requests: on a site of a built-in kind for what is not known there, else before the described ones.',
    ),
  ),
});

export type RawDescription = z.infer<typeof siteDescription>;
export type RawFacts = z.infer<typeof siteFacts>;
