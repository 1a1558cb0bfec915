/** The shapes of what policy says about the guard itself: who you are, who says yes, where the record goes. */
import * as z from 'zod/mini';
import { DETECTOR_IDS } from '../sensitive/finding.ts';
import { cell, domain, id, limit, list, meaning, name } from './schema-parts.ts';

export const organization = z.strictObject({
  name: meaning(name, 'What people read.'),
  domains: meaning(list(domain, 1_000), 'Your own mail domains; every address elsewhere is outside.'),
});

const ownPattern = z.strictObject({
  id: meaning(id, 'The name by which rules speak of it.'),
  name: meaning(name, 'What people read when it is found.'),
  pattern: z
    .string()
    .check(
      z.minLength(1, 'must not be empty'),
      z.maxLength(1_000, 'is longer than 1000 characters'),
      z.describe('Regular expression (RE2).'),
    ),
  label: meaning(id, 'The label that a finding gives.'),
});

/** Which content is looked for, and the label that a finding gives. */
export const sensitive = z.strictObject({
  detectors: z.optional(
    meaning(
      list(
        z.strictObject({
          detector: meaning(z.enum(DETECTOR_IDS), 'What is looked for.'),
          label: meaning(id, 'The label that a finding gives.'),
        }),
        50,
      ),
      'What the guard looks for by itself; an empty list: nothing.',
    ),
  ),
  patterns: z.optional(meaning(list(ownPattern, 200), 'What else is looked for.')),
});

const READERS_DIFFER = 'Only readers differ: nothing is labelled, and all of them are your own people.';
const LEAK = 'A label, a closed source or an address outside is concerned.';
const readersDiffer = z.optional(meaning(cell, READERS_DIFFER));
const leak = z.optional(meaning(cell, LEAK));

const unknownRow = z.strictObject({
  readersDiffer,
  leak,
  askFromNewReaders: limit(
    1_000_000,
    'From this many new readers on, readersDiffer counts; below it, the act is only recorded.',
  ),
});

/** The cells of "who must say yes" that an organisation may set. An agent's act without a leak goes by its mandate. */
export const approval = z.strictObject({
  human: z.optional(meaning(z.strictObject({ readersDiffer, leak }), 'A person acts.')),
  unknown: z.optional(meaning(unknownRow, 'Nobody can tell who acts.')),
  agent: z.optional(
    meaning(
      z.strictObject({
        readersDiffer,
        leak,
        topLabel: z.optional(meaning(cell, 'The strictest label that there is, is concerned.')),
      }),
      'An agent acts.',
    ),
  ),
});

/** From how much on agents are stopped. The highest values leave room for every act within its time to be remembered. */
export const breakers = z.strictObject({
  actsPerMinute: limit(60, 'Different acts of one agent within a minute; of several together twice as many.'),
  audiences: limit(
    500,
    'Different circles of readers that one agent writes to unasked within ten minutes; of several together twice as many.',
  ),
  newReaders: limit(100_000, 'People who newly get to read something unasked within ten minutes.'),
  items: limit(
    100_000,
    'Things that are put away, deleted, shared or redirected within ten minutes, counted one by one, and not by clicks.',
  ),
  refusals: limit(50, 'Times in a row that the person says no to one agent; to several together twice as many.'),
});

/** How long an agent that shows nothing any more counts as there. A working day is the longest that a tab is left. */
export const agents = z.strictObject({
  latchMinutes: limit(
    480,
    'Minutes after an agent’s last sign in a tab for which what is sent there counts as its own; never shorter than quietMinutes.',
  ),
  quietMinutes: limit(
    60,
    'Minutes after an agent’s last sign for which people and the record are told that it is at work.',
  ),
});

/** How long things are remembered. A day of readings is what fits into the browser's memory for us. */
export const exposure = z.strictObject({
  readingHours: limit(24, 'Hours for which what was read is known again by its words.'),
  sessionHours: limit(
    24,
    'Hours for which what an agent has read bears on all that it writes; never longer than that.',
  ),
  draftDays: limit(90, 'Days for which a draft that an agent wrote and nobody has sent keeps what the agent had read.'),
  longestChain: limit(20, 'Agents that may write one after the other, each in answer to the one before.'),
});

export const support = z.strictObject({
  name: z.optional(meaning(name, 'A person or a desk.')),
  url: z.optional(meaning(name, 'A page or an address.')),
  phone: z.optional(meaning(name, 'A number.')),
});

/** Present means that it may; an empty list means nothing, as it says. */
export const userMay = list(z.enum(['tighten', 'guard-sites', 'grant']), 10);
