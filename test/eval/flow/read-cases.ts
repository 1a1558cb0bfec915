/**
 * Written cases of text that flows, one a file: what was read, by whom, and what is written then. The form is told in
 * README.md beside this file. Labels, audiences and matches are not written down: the guard makes them.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { readPolicy } from '../../../src/core/policy/read.ts';
import type { Policy } from '../../../src/core/policy.ts';

const names = z.array(z.string());
const words = z.string().check(z.minLength(1));

const WHO = ['person', 'unknown', 'agent', 'another agent', 'remote agent'] as const;
/** Who reads or writes; an agent's session is everything that the same one does in a case. */
export type Who = (typeof WHO)[number];

const place = {
  site: words,
  thread: words,
  title: z.optional(z.string()),
  /** Where it stands in a forum, by policy's name of the area; "people" for a private message. */
  area: z.optional(words),
  /** Who is on a mail thread, or in a private message. */
  people: z.optional(names),
  /** The site itself says that not everybody can read here. */
  closed: z.optional(z.boolean()),
};

const read = z.strictObject({
  ...place,
  by: z.enum(WHO),
  /** A tab of its own; opened by the same agent unless the reader is a person. */
  tab: z.optional(words),
  minutesAgo: z.number().check(z.nonnegative()),
  /** A mark that the page shows: a label's name, "TLP:AMBER" … */
  label: z.optional(words),
  text: z.string(),
});

const writtenText = { subject: z.optional(z.string()), text: z.string() };

/** What an agent has written into a composer and has not sent. */
const draft = z.strictObject({
  ...place,
  ...writtenText,
  by: z.enum(['agent', 'another agent', 'remote agent']),
  tab: z.optional(words),
  minutesAgo: z.number().check(z.nonnegative()),
  /** The browser was started anew since: nothing that was read is known any more. */
  thenRestart: z.optional(z.boolean()),
  to: z.optional(names),
  messageId: z.optional(words),
});

const act = z.strictObject({
  ...place,
  ...writtenText,
  by: z.enum(WHO),
  tab: z.optional(words),
  kind: z.enum(['send', 'post', 'reply', 'message', 'edit']),
  to: z.optional(names),
  cc: z.optional(names),
  bcc: z.optional(names),
  /** Threads of the case that it quotes whole, as mail programs do. */
  quotes: z.optional(names),
  files: z.optional(names),
  messageId: z.optional(words),
});

export const ANSWERS = ['asked', 'not asked', 'blocked'] as const;
export type Answer = (typeof ANSWERS)[number];

const flowCase = z.strictObject({
  about: words,
  /** Why this must not pass without a question; null where it may. */
  leak: z.nullable(words),
  expected: z.enum(ANSWERS),
  /** Why the guard is known to answer something else, and why that is right, or left. */
  known: z.optional(words),
  /** Top-level keys of the policy that stand here instead. */
  policy: z.optional(z.record(z.string(), z.unknown())),
  /** What agents may do on the site that is written to; by default `flow`, so that only what flows is asked about. */
  mandate: z.optional(z.enum(['observe', 'draft', 'ask', 'flow'])),
  read: z.array(read),
  drafted: z.optional(z.array(draft)),
  act,
});

export type FlowRead = z.infer<typeof read>;
export type FlowDraft = z.infer<typeof draft>;
export type FlowAct = z.infer<typeof act>;

export interface FlowCase extends Omit<z.infer<typeof flowCase>, 'policy'> {
  /** The file's name without its end. */
  readonly id: string;
  readonly policy: Policy;
}

/** When all cases play. */
export const NOW = Date.UTC(2026, 10, 24, 12);

const COMMITTED = new URL('cases/', import.meta.url).pathname;

/** The cases of a folder, by name; throws with the file and the path in it where one is wrong. */
export function readCases(folder: string = COMMITTED): readonly FlowCase[] {
  const files = readdirSync(folder).filter((file) => file.endsWith('.json'));
  if (files.length === 0) throw new Error(`${folder} holds no cases (.json)`);
  return files.sort().map((file) => readCase(file, readFileSync(join(folder, file), 'utf8')));
}

/** One case from its text; throws with the path to what is wrong. */
export function readCase(file: string, text: string): FlowCase {
  const parsed = flowCase.safeParse(jsonOf(file, text));
  if (!parsed.success) throw new Error(`${file}: ${parsed.error.issues.map(faultLine).join('; ')}`);
  const { policy: changed = {}, ...rest } = parsed.data;
  const policy = policyWith(file, changed, rest.act.site, rest.mandate);
  for (const { path, site } of placesIn(rest))
    if (policy.sites.every(({ id }) => id !== site))
      throw new Error(`${file}: ${path}: policy knows no site "${site}"`);
  return { ...rest, id: file.replace(/\.json$/, ''), policy };
}

function policyWith(
  file: string,
  changed: Readonly<Record<string, unknown>>,
  target: string,
  mandate: FlowCase['mandate'],
): Policy {
  const raw = {
    ...(jsonOf('policy.json', readFileSync(new URL('policy.json', import.meta.url), 'utf8')) as object),
    ...changed,
  };
  const reading = readPolicy(raw, NOW);
  if (reading.kind !== 'good') throw new Error(`${file}: policy: ${JSON.stringify(reading)}`);
  const { policy } = reading;
  if (mandate === undefined) return policy;
  return { ...policy, sites: policy.sites.map((site) => (site.id === target ? { ...site, mandate } : site)) };
}

function placesIn(of: Omit<FlowCase, 'id' | 'policy'>): readonly { readonly path: string; readonly site: string }[] {
  return [
    ...of.read.map(({ site }, i) => ({ path: `read.${i}.site`, site })),
    ...(of.drafted ?? []).map(({ site }, i) => ({ path: `drafted.${i}.site`, site })),
    { path: 'act.site', site: of.act.site },
  ];
}

function faultLine({ path, message }: { readonly path: readonly PropertyKey[]; readonly message: string }): string {
  return `${path.length === 0 ? 'case' : path.map(String).join('.')}: ${message}`;
}

function jsonOf(file: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Error(`${file}: is no JSON (${error instanceof Error ? error.message : error})`);
  }
}
