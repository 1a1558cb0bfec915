/** The shapes of the policy's lists: labels, marking systems, groups, sites and rules. */
import * as z from 'zod/mini';
import { address, domain, exactDomain, id, list, mandate, matchPattern, member, name, someOf } from './schema-parts.ts';

const text = (most: number) =>
  z.string().check(z.minLength(1, 'must not be empty'), z.maxLength(most, `is longer than ${most} characters`));

/** A sensitivity label of the organisation's own. */
export const label = z.strictObject({
  id,
  name,
  /** Higher is stricter; 0 is public. */
  rank: z.int().check(z.gte(0, 'is below 0'), z.lte(1000, 'is above 1000')),
  aliases: z.optional(list(name, 100)),
  /** Regular expressions (RE2) whose match in a text gives it this label. */
  patterns: z.optional(someOf(text(1_000), 50)),
  /** CSS selectors of chips and banners in guarded pages that give a page this label. */
  selectors: z.optional(someOf(text(500), 50)),
  /** Need-to-know categories that a reader must be cleared for as well. */
  categories: z.optional(someOf(name, 50)),
});

/** A marking system to read. */
export const vocabulary = z.strictObject({
  id: z.enum(['corporate', 'tlp', 'purview', 'atlassian', 'us-cui', 'us-classified', 'uk-gsc', 'australia']),
  /** Which own label a level means; the rest go by their place between public and strictest. */
  levels: z.optional(someOf(z.strictObject({ level: id, label: id }), 50)),
});

/** Some people, by list or by number. */
export const group = z.strictObject({
  id,
  name,
  members: z.optional(list(member, 100_000)),
  size: z.optional(z.int().check(z.gte(0, 'is below 0'))),
  includes: z.optional(list(id, 20_000)),
  addresses: z.optional(list(address, 1_000)),
  domains: z.optional(list(domain, 1_000)),
  clearance: z.optional(id),
  categories: z.optional(list(name, 200)),
  outside: z.optional(z.boolean()),
});

const area = z.strictObject({
  area: name,
  name: z.optional(name),
  label: z.optional(id),
  readers: z.optional(someOf(id)),
});

/** A guarded site. */
export const site = z.strictObject({
  id,
  name,
  kind: z.enum(['discourse', 'gmail']),
  match: list(matchPattern, 100).check(z.minLength(1, 'names no host, so nothing would be guarded')),
  mandate: z.optional(mandate),
  label: z.optional(id),
  readers: z.optional(someOf(id)),
  userDomain: z.optional(exactDomain),
  areas: z.optional(list(area, 1_000)),
});

const exception = z.strictObject({
  groups: z.optional(someOf(id)),
  sites: z.optional(someOf(id)),
  until: z.string().check(z.regex(/^\d{4}-\d\d-\d\d$/, 'must be the last day, like "2026-12-31"')),
  reason: text(500),
});

/** One rule: all the conditions that it names must hold; of a list, one entry is enough. */
export const rule = z.strictObject({
  ruleId: id,
  name,
  description: z.optional(text(2_000)),
  sources: z.optional(
    z.strictObject({
      labels: z.optional(someOf(id)),
      categories: z.optional(someOf(name)),
      sites: z.optional(someOf(id)),
      detectors: z.optional(someOf(id)),
    }),
  ),
  destinations: z.optional(
    z.strictObject({
      sites: z.optional(someOf(id)),
      groups: z.optional(someOf(id)),
      domains: z.optional(someOf(domain)),
      audience: z.optional(someOf(z.enum(['inside', 'outside', 'everyone', 'unknown']), 4)),
    }),
  ),
  actors: z.optional(someOf(z.enum(['human', 'agent', 'unknown']), 3)),
  restrictions: someOf(
    z.strictObject({
      class: z.enum(['ANY', 'POST', 'REPLY', 'MESSAGE', 'EDIT', 'SEND']),
      level: z.enum(['BLOCK', 'WARN', 'REPORT']),
    }),
    10,
  ),
  except: z.optional(someOf(exception, 100)),
});
