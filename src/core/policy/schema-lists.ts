/** The shapes of the policy's lists: labels, marking systems, groups, sites and rules. */
import * as z from 'zod/mini';
import { SITE_KINDS } from '../policy.ts';
import {
  address,
  domain,
  exactDomain,
  id,
  LARGER_NUMBER,
  LARGEST_NUMBER,
  list,
  mandate,
  matchPattern,
  meaning,
  member,
  name,
  someOf,
} from './schema-parts.ts';
import { siteDescription } from './schema-site.ts';

const text = (most: number) =>
  z.string().check(z.minLength(1, 'must not be empty'), z.maxLength(most, `is longer than ${most} characters`));

/** A sensitivity label of the organisation's own. */
export const label = z.strictObject({
  id: meaning(id, 'The name by which the rest of the policy speaks of it.'),
  name: meaning(name, 'What people read, and the mark that is looked for in pages and texts.'),
  rank: z
    .int()
    .check(z.gte(0, 'is below 0'), z.lte(1000, 'is above 1000'), z.describe('Higher is stricter; 0 is public.')),
  aliases: z.optional(meaning(list(name, 100), 'Other marks that mean it.')),
  patterns: z.optional(
    meaning(someOf(text(1_000), 50), 'Regular expressions (RE2) whose match in a text gives it this label.'),
  ),
  selectors: z.optional(
    meaning(someOf(text(500), 50), 'CSS selectors of chips and banners in guarded pages that give a page this label.'),
  ),
  categories: z.optional(
    meaning(someOf(name, 50), 'Need-to-know categories that a reader must be cleared for as well.'),
  ),
});

/** A marking system to read. */
export const vocabulary = z.strictObject({
  id: meaning(
    z.enum(['corporate', 'tlp', 'purview', 'atlassian', 'us-cui', 'us-classified', 'uk-gsc', 'australia']),
    'The marking system.',
  ),
  levels: z.optional(
    meaning(
      someOf(
        z.strictObject({
          level: meaning(id, 'One of its levels.'),
          label: meaning(id, 'The label of your own that the level means.'),
        }),
        50,
      ),
      'Which own label a level means; the rest go by their place between public and strictest.',
    ),
  ),
});

/** Some people, by list or by number. */
export const group = z.strictObject({
  id: meaning(id, 'The name by which the rest of the policy speaks of it; in forums also the group’s own name.'),
  name: meaning(name, 'What people read.'),
  members: z.optional(
    meaning(
      list(member, 100_000),
      'Who is in it, by mail address (or by user name, on sites without userDomain): everybody, unless size says more.',
    ),
  ),
  size: z.optional(
    z
      .int()
      .check(
        z.gte(0, 'is below 0'),
        z.lte(LARGEST_NUMBER, LARGER_NUMBER),
        z.describe('How many people are in it, where you do not list them all.'),
      ),
  ),
  includes: z.optional(meaning(list(id, 20_000), 'Groups whose members are all in this one too.')),
  addresses: z.optional(meaning(list(address, 1_000), 'Mail addresses that reach the whole group.')),
  domains: z.optional(meaning(list(domain, 1_000), 'Everybody with an address in one of these domains is in it.')),
  clearance: z.optional(meaning(id, 'The strictest label that its members may read.')),
  categories: z.optional(
    meaning(list(name, 200), 'The need-to-know categories that its members are cleared for; absent: all.'),
  ),
  outside: z.optional(meaning(z.boolean(), 'true when its members are outsiders, whatever their address.')),
});

const area = z.strictObject({
  area: meaning(
    name,
    'The place: "category:7" in a forum, "people" for its private messages and chats; in Discourse also "whispers", "shared-drafts", "profiles" and "chat:5"; on a generic site a thread, or with "*" at the end all whose names begin so ("Board:*").',
  ),
  name: z.optional(meaning(name, 'What people read.')),
  label: z.optional(meaning(id, 'The label of everything there.')),
  readers: z.optional(meaning(someOf(id), 'The groups that can read there, and nobody else.')),
});

/** A guarded site. */
export const site = z.strictObject({
  id: meaning(id, 'The name by which the rest of the policy speaks of it.'),
  name: meaning(name, 'What people read.'),
  kind: meaning(z.enum(SITE_KINDS), 'What runs there, and so how it is read; "generic" is read by its description.'),
  match: meaning(
    list(matchPattern, 100).check(z.minLength(1, 'names no host, so nothing would be guarded')),
    'Its hosts; for "gmail" exactly "https://mail.google.com/*".',
  ),
  mandate: z.optional(
    meaning(mandate, 'What agents may do there: only read, write drafts, check with the person, or send alone.'),
  ),
  label: z.optional(meaning(id, 'The label of everything there that has no stricter one.')),
  readers: z.optional(meaning(someOf(id), 'The groups that can read what is in no area of its own.')),
  userDomain: z.optional(
    meaning(exactDomain, 'Its user names are the local parts of addresses in this domain: one person, one name.'),
  ),
  areas: z.optional(meaning(list(area, 1_000), 'Places in it with a label or readers of their own.')),
  description: z.optional(meaning(siteDescription, 'How a site of kind "generic" is read, as data.')),
});

const exception = z.strictObject({
  groups: z.optional(meaning(someOf(id), 'Only for acts that reach nobody outside these groups.')),
  sites: z.optional(meaning(someOf(id), 'Only for acts on these sites.')),
  until: z
    .string()
    .check(
      z.regex(/^\d{4}-\d\d-\d\d$/, 'must be the last day, like "2026-12-31"'),
      z.describe('Its last day (UTC), 90 days away at most; after it the rule stands again.'),
    ),
  reason: meaning(text(500), 'Why it was given.'),
});

const sources = z.strictObject({
  labels: z.optional(meaning(someOf(id), 'It carries one of these labels.')),
  categories: z.optional(meaning(someOf(name), 'It carries one of these categories.')),
  sites: z.optional(meaning(someOf(id), 'It was read on one of these sites.')),
  detectors: z.optional(meaning(someOf(id), 'One of these was found in the text: a detector, or a pattern of yours.')),
});

const destinations = z.strictObject({
  sites: z.optional(meaning(someOf(id), 'It goes out on one of these sites.')),
  groups: z.optional(meaning(someOf(id), 'Somebody in one of these groups will be able to read it.')),
  domains: z.optional(meaning(someOf(domain), 'Somebody with an address there will be able to read it.')),
  audience: z.optional(
    meaning(
      someOf(z.enum(['inside', 'outside', 'everyone', 'unknown']), 4),
      'Who will be able to read it: your own people, somebody outside, the open internet, nobody can tell.',
    ),
  ),
});

const restriction = z.strictObject({
  class: meaning(z.enum(['ANY', 'POST', 'REPLY', 'MESSAGE', 'EDIT', 'SEND']), 'Kind of act; SEND is mail.'),
  level: meaning(
    z.enum(['BLOCK', 'WARN', 'REPORT']),
    'BLOCK refuses, WARN asks the person, REPORT only records. There is no ALLOW: rules only make stricter.',
  ),
});

/** One rule: all the conditions that it names must hold; of a list, one entry is enough. */
export const rule = z.strictObject({
  ruleId: meaning(id, 'Stands in the record and in help codes.'),
  name: meaning(name, 'What people read when it holds or refuses something.'),
  description: z.optional(meaning(text(2_000), 'For you and your help desk.')),
  sources: z.optional(meaning(sources, 'What the act carries; all conditions must hold for one and the same source.')),
  destinations: z.optional(meaning(destinations, 'Where the act goes; all conditions must hold.')),
  actors: z.optional(
    meaning(
      someOf(z.enum(['human', 'agent', 'unknown']), 3),
      'Who acts; "unknown" is what cannot be told apart. Absent: whoever acts.',
    ),
  ),
  restrictions: meaning(someOf(restriction, 10), 'What follows, by kind of act.'),
  except: z.optional(
    meaning(someOf(exception, 100), 'What the rule does not apply to, for a time: the one thing that loosens.'),
  ),
});
