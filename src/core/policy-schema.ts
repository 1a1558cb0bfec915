/**
 * The one schema of the policy's values, key by key. The checks in code and the browser's managed schema both come
 * from here.
 */
import * as z from 'zod/mini';

const id = z
  .string()
  .check(z.regex(/^[a-z0-9][a-z0-9._-]{0,63}$/, 'use small letters, digits, ".", "_" and "-", 64 at most'));
const name = z.string().check(z.minLength(1, 'must not be empty'), z.maxLength(200, 'is longer than 200 characters'));
const mandate = z.enum(['observe', 'draft', 'ask', 'flow']);
const matchPattern = z
  .string()
  .check(
    z.regex(
      /^https:\/\/[a-z0-9-]+(\.[a-z0-9-]+)+\/\*$/,
      'must name one https host, like "https://forum.corp.example/*"',
    ),
  );
const collectorUrl = z
  .string()
  .check(
    z.regex(
      /^(https:\/\/[a-z0-9.-]+|http:\/\/(127\.0\.0\.1|localhost))(:\d{1,5})?(\/\S*)?$/,
      'must be an https URL, or http on this machine',
    ),
  );

const address = z
  .string()
  .check(z.regex(/^[^\s@,;<>"]+@[a-z0-9-]+(\.[a-z0-9-]+)+$/i, 'must be one mail address with an ASCII domain'));
const domain = z
  .string()
  .check(z.regex(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/i, 'must be a domain in ASCII, like "corp.example"'));

const organization = z.strictObject({ name, domains: z.array(domain) });
const label = z.strictObject({
  id,
  name,
  rank: z.int().check(z.gte(0, 'is below 0'), z.lte(1000, 'is above 1000')),
  aliases: z.optional(z.array(name)),
});
const group = z.strictObject({
  id,
  name,
  members: z.optional(z.array(name)),
  size: z.optional(z.int().check(z.gte(0, 'is below 0'))),
  includes: z.optional(z.array(id)),
  addresses: z.optional(z.array(address)),
  domains: z.optional(z.array(domain)),
  clearance: z.optional(id),
  outside: z.optional(z.boolean()),
});
const area = z.strictObject({
  area: name,
  name: z.optional(name),
  label: z.optional(id),
  readers: z.optional(z.array(id)),
});
const site = z.strictObject({
  id,
  name,
  kind: z.enum(['discourse', 'gmail']),
  match: z.array(matchPattern).check(z.minLength(1, 'names no host, so nothing would be guarded')),
  mandate: z.optional(mandate),
  label: z.optional(id),
  readers: z.optional(z.array(id)),
  userDomain: z.optional(domain),
  areas: z.optional(z.array(area)),
});
const support = z.strictObject({ name: z.optional(name), url: z.optional(name), phone: z.optional(name) });

/** The schema of each top-level key; the managed schema for Chrome is generated from it at build time. */
export const POLICY_KEYS = {
  policyVersion: z.int().check(z.gte(1, 'is below 1')),
  organization,
  labels: z.array(label),
  groups: z.array(group),
  sites: z.array(site),
  ledger: z.strictObject({ collector: z.optional(collectorUrl) }),
  killSwitch: z.boolean(),
  support,
} as const;

/** A policy's values once each key has passed its schema. */
export type RawPolicy = { [K in keyof typeof POLICY_KEYS]?: z.infer<(typeof POLICY_KEYS)[K]> };
