/** The safety stops as they were kept on the disk, re-made field by field. */
import * as z from 'zod/mini';
import { CHANGING_KINDS, WRITING_KINDS } from './action.ts';
import { ALL_CLOSED, type Breakers, MOST_ACTS, MOST_LISTED, MOST_STOPS } from './breaker.ts';
import { ALL_AGENTS, MEASURES } from './breaker-measure.ts';

const text = z.string();
const count = z.number().check(z.gte(0));
const act = z.strictObject({
  session: text,
  site: text,
  name: text,
  at: z.number(),
  kind: z.enum([...WRITING_KINDS, ...CHANGING_KINDS, 'unreadable']),
  thread: text,
  place: text,
  items: count,
  audience: z.nullable(text),
  newReaders: count,
  outcome: z.enum(['went', 'asked', 'confirmed', 'declined']),
  sent: count,
});
const stop = z.strictObject({
  id: count,
  state: z.enum(['open', 'half-open']),
  scope: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('session'), session: text }),
    z.strictObject({ kind: z.literal('site'), site: text }),
    z.strictObject({ kind: z.literal('all') }),
  ]),
  measure: z.enum(MEASURES),
  count,
  at: z.number(),
  tried: z.nullable(act),
  done: z.array(act).check(z.maxLength(MOST_LISTED)),
});
const breakers = z.strictObject({
  acts: z.array(act).check(z.maxLength(MOST_ACTS)),
  stops: z.array(stop).check(z.maxLength(MOST_STOPS)),
  lastId: count,
});

/** What was kept; nothing at all is nothing stopped, and what cannot be understood is a stop of all agents. */
export function parseBreakers(value: unknown, now: number): Breakers {
  if (value === undefined || value === null) return ALL_CLOSED;
  const result = z.safeParse(breakers, value);
  if (result.success) return result.data;
  const lost = {
    id: 1,
    state: 'open',
    scope: ALL_AGENTS,
    measure: 'acts',
    count: 0,
    at: now,
    tried: null,
    done: [],
  } as const;
  return { acts: [], stops: [lost], lastId: 1 };
}
