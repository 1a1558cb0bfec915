/**
 * The one schema of the policy's values, key by key. The checks in code, the browsers' managed schema, the reference
 * and the examples all come from here; every key says in one sentence what it is for.
 */
import * as z from 'zod/mini';
import {
  agents,
  approval,
  breakers,
  exposure,
  ledger,
  organization,
  sensitive,
  support,
  userMay,
} from './schema-guard.ts';
import { group, label, rule, site, vocabulary } from './schema-lists.ts';
import { LARGER_NUMBER, LARGEST_NUMBER, list, someOf } from './schema-parts.ts';
import { siteFacts } from './schema-site.ts';

/** The schema of each top-level key. One wrong value makes the whole policy damaged. */
export const POLICY_KEYS = {
  policyVersion: z
    .int()
    .check(
      z.gte(1, 'is below 1'),
      z.lte(LARGEST_NUMBER, LARGER_NUMBER),
      z.describe('Number of this policy; raise it with every change.'),
    ),
  policyKeys: someOf(z.string(), 100).check(
    z.describe(
      'Names of all keys that this policy sets. A browser drops a key with a wrong value in silence; with this list the guard notices.',
    ),
  ),
  preset: z
    .enum(['balanced', 'strict', 'shadow'])
    .check(z.describe('What stands where the other keys say nothing; "balanced" when absent.')),
  enforcement: z
    .enum(['enforce', 'shadow'])
    .check(z.describe('"shadow" holds nothing and only counts what would have been asked: for a trial.')),
  organization: organization.check(z.describe('Who you are, and which mail domains are your own.')),
  labels: someOf(label, 200).check(
    z.describe('Your own sensitivity labels; replaces the four built-in corporate levels.'),
  ),
  vocabularies: list(vocabulary, 20).check(
    z.describe('The marking systems to read (TLP, Purview, CUI …) and which of your labels their levels mean.'),
  ),
  sensitive: sensitive.check(
    z.describe('Content that counts as labelled without any mark: secrets, card numbers, patterns.'),
  ),
  groups: list(group, 20_000).check(z.describe('Groups of people: who is in them and how far they are cleared.')),
  sites: someOf(site, 500).check(z.describe('The guarded sites: what agents may do there and who can read what.')),
  siteFacts: list(siteFacts, 500).check(
    z.describe(
      'Selectors and requests that mend a site whose pages have changed, before a new version of the guard does.',
    ),
  ),
  rules: list(rule, 5_000).check(
    z.describe('Your own rules, in the shape of Chrome’s DataControlsRules; the most severe of all rules wins.'),
  ),
  approval: approval.check(z.describe('Who must say yes to what: each cell of the default table.')),
  breakers: breakers.check(
    z.describe('Safety stops: from how much on agents are stopped until a person lets them go on.'),
  ),
  agents: agents.check(z.describe('How long an agent that shows no sign any more still counts as there.')),
  exposure: exposure.check(
    z.describe('How long what was read bears on what is written, and how many agents may answer each other.'),
  ),
  ledger: ledger.check(z.describe('Where the activity record is sent.')),
  killSwitch: z.boolean().check(z.describe('true stops all agents in all browsers.')),
  support: support.check(z.describe('Whom people can ask when something is held or refused.')),
  userMay: userMay.check(
    z.describe(
      'What people may set themselves, only stricter; with "grant" also let agents answer in one thread for half an hour where these must ask. An empty list: nothing.',
    ),
  ),
} as const;

/** A policy's values once each key has passed its schema. */
export type RawPolicy = { [K in keyof typeof POLICY_KEYS]?: z.infer<(typeof POLICY_KEYS)[K]> };

/** One string that holds the whole policy as JSON: passes every console untouched and cannot be half dropped. */
export const POLICY_JSON = 'policyJson';

/** Longest `policyJson`, in UTF-16 units: over ten times a large real policy, and read in well under a second. */
export const LONGEST_POLICY_JSON = 8_000_000;
