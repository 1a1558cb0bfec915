/** The shapes of what policy says about the guard itself: who you are, who says yes, where the record goes. */
import * as z from 'zod/mini';
import { cell, domain, id, list, name } from './schema-parts.ts';

export const organization = z.strictObject({ name, domains: list(domain, 1_000) });

/** What the guard itself can find in a text. */
export const DETECTORS = [
  'secret',
  'card',
  'iban',
  'us-ssn',
  'uk-nino',
  'fr-nir',
  'de-steuer-id',
  'es-dni',
  'it-codice-fiscale',
  'ch-ahv',
] as const;

const detector = z.enum(DETECTORS);

/** Which content is looked for, and the label that a finding gives. */
export const sensitive = z.strictObject({
  detectors: z.optional(list(z.strictObject({ detector, label: id }), 50)),
  patterns: z.optional(
    list(
      z.strictObject({
        id,
        name,
        pattern: z.string().check(z.minLength(1, 'must not be empty'), z.maxLength(1_000, 'is longer than 1000')),
        label: id,
      }),
      200,
    ),
  ),
});

const readersDiffer = z.optional(cell);
const leak = z.optional(cell);

/** The cells of "who must say yes" that an organisation may set. An agent's act without a leak goes by its mandate. */
export const approval = z.strictObject({
  human: z.optional(z.strictObject({ readersDiffer, leak })),
  unknown: z.optional(
    z.strictObject({
      readersDiffer,
      leak,
      /** From this many new readers on, an act of unknown origin is asked about without any label. */
      askFromNewReaders: z.optional(z.int().check(z.gte(1, 'is below 1'), z.lte(1_000_000, 'is above 1,000,000'))),
    }),
  ),
  agent: z.optional(z.strictObject({ readersDiffer, leak, topLabel: z.optional(cell) })),
});

const collector = z
  .string()
  .check(
    z.regex(
      /^(https:\/\/[a-z0-9.-]+|http:\/\/(127\.0\.0\.1|localhost))(:\d{1,5})?(\/\S*)?$/,
      'must be an https URL, or http on this machine',
    ),
  );

export const ledger = z.strictObject({ collector: z.optional(collector) });

export const support = z.strictObject({ name: z.optional(name), url: z.optional(name), phone: z.optional(name) });

/** Present means that it may; an empty list means nothing, as it says. */
export const userMay = list(z.enum(['tighten', 'guard-sites']), 10);
