/**
 * A working day of one employee, as data beside this file: what stands where, who reads it when, and what is sent.
 * Labels, audiences and matches are not written down: the guard makes them. Only `leak` is, by hand, as ground truth.
 */
import { readFileSync } from 'node:fs';
import * as z from 'zod/mini';
import { readPolicy } from '../../../src/core/policy/read.ts';
import type { Policy } from '../../../src/core/policy.ts';

/** Minutes since midnight. */
const clock = z.pipe(
  z.string().check(z.regex(/^([01]\d|2[0-3]):[0-5]\d$/)),
  z.transform((text: string) => Number(text.slice(0, 2)) * 60 + Number(text.slice(3))),
);
const names = z.array(z.string());

const setting = z.strictObject({
  day: z.string(),
  /** When the person opens the list of what waits. */
  looks: z.array(clock),
  /** A reading that the day is measured with at another time too: what a session has read taints all that it writes later. */
  earlier: z.strictObject({ tab: z.string(), thread: z.string(), at: clock }),
  /** Who works in which tab; without `agent` it is the person. Remote clients know in each of their tabs what they read in any. */
  tabs: z.array(z.strictObject({ tab: z.string(), site: z.string(), agent: z.optional(z.enum(['tab', 'remote'])) })),
});

const thread = z.strictObject({
  site: z.string(),
  thread: z.string(),
  title: z.string(),
  tags: names,
  text: z.string(),
  /** In mail, who is on it. */
  people: z.optional(names),
  /** In a forum, where it stands, and its posts that are edited. */
  area: z.optional(z.string()),
  areaName: z.optional(z.string()),
  posts: z.optional(names),
});

const reading = z.strictObject({ at: clock, tab: z.string(), threads: names });

const act = z.strictObject({
  id: z.string(),
  at: clock,
  tab: z.string(),
  /** How the person's text came into the composer. */
  hand: z.optional(z.enum(['typed', 'pasted', 'dictated'])),
  kind: z.enum(['send', 'post', 'reply', 'message', 'edit']),
  thread: z.string(),
  to: z.optional(names),
  cc: z.optional(names),
  bcc: z.optional(names),
  subject: z.optional(z.string()),
  text: z.string(),
  /** Threads that it quotes whole, as mail programs and forums do. */
  quotes: z.optional(names),
  files: z.optional(names),
  /** What the case is about. */
  note: z.optional(z.string()),
  /** Ground truth: why this must not pass without a question. */
  leak: z.optional(z.string()),
});

export type DayThread = z.infer<typeof thread>;
export type DayReading = z.infer<typeof reading>;
export type DayAct = z.infer<typeof act>;

export interface Day extends z.infer<typeof setting> {
  readonly policy: Policy;
  readonly threads: readonly DayThread[];
  readonly readings: readonly DayReading[];
  readonly acts: readonly DayAct[];
}

/** The committed day; throws where the data is wrong. */
export function readDay(): Day {
  const about = read('setting', setting);
  const policy = readPolicy(json('policy'), Date.parse(about.day));
  if (policy.kind !== 'good') throw new Error(`policy.json: ${JSON.stringify(policy)}`);
  const acts = ['own-mails', 'own-posts', 'agent-acts'].flatMap((name) => read(name, z.array(act)));
  return {
    ...about,
    policy: policy.policy,
    threads: read('threads', z.array(thread)),
    readings: read('readings', z.array(reading)).sort((a, b) => a.at - b.at),
    acts: acts.sort((a, b) => a.at - b.at),
  };
}

/** The same day, had that one thread been read then. */
export function withEarlierReading(day: Day): Day {
  const { tab, thread: name, at } = day.earlier;
  const others = day.readings.map((each) =>
    each.tab === tab ? { ...each, threads: each.threads.filter((other) => other !== name) } : each,
  );
  return { ...day, readings: [...others, { at, tab, threads: [name] }].sort((a, b) => a.at - b.at) };
}

function read<T extends z.core.$ZodType>(name: string, schema: T): z.infer<T> {
  const result = z.safeParse(schema, json(name));
  if (!result.success) throw new Error(`${name}.json: ${z.prettifyError(result.error)}`);
  return result.data;
}

function json(name: string): unknown {
  return JSON.parse(readFileSync(new URL(`${name}.json`, import.meta.url), 'utf8')) as unknown;
}
