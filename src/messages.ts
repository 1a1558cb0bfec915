/**
 * Every message between the guard's worlds: its shape, who may send it and what is answered. The only door.
 * Each message is re-made field by field by a parser; what does not parse is dropped. What a content script says is a
 * claim about its own tab and no more; nothing it can send approves anything.
 */
import * as z from 'zod/mini';
import { type Action, CHANGING_KINDS, WRITING_KINDS } from './core/action.ts';
import { PAGE_SIGNS } from './core/actor.ts';
import { AGENT_IDS } from './core/agent-name.ts';
import type { SiteReading } from './core/policy.ts';
import { SITE_PARTS } from './core/site-part.ts';
import type { AgentView } from './messages/agent-view.ts';
import { inputFacts } from './messages/input-facts.ts';
import type { HoldView } from './messages/views.ts';

export { type PagePreview, SHOWN_ENTRIES, SHOWN_TEXT } from './messages/site-preview.ts';
export { parseSiteReading } from './messages/site-reading.ts';
export type { GuardView, HoldView } from './messages/views.ts';

/** Longest text taken from a page in one message, in UTF-16 units; what is longer is cut and counts as unreadable. */
export const LONGEST_TEXT = 1_000_000;

/** Recipients in one field; Gmail itself takes 2,000 in all (its published limit for Workspace). */
export const MOST_RECIPIENTS = 5_000;

/** Documents told in one message; what is more is told in the next. */
export const MOST_DOCUMENTS = 500;

/** Things that one act may concern; more cannot be counted and is not an act that anybody could look through. */
export const MOST_ITEMS = 1_000_000;

/** Chips and tags told of one page. */
const MOST_TAGS = 50;

const text = z.string().check(z.maxLength(LONGEST_TEXT));
/** Longest title, address or tag. */
const LONGEST_SHORT = 2_000;
export const short = z.string().check(z.maxLength(LONGEST_SHORT));
export const holdId = z.string().check(z.regex(/^[0-9a-f-]{36}$/));

/** A draft or a page-world request as its own tab describes it: a claim, checked against the request that goes out. */
const request = z.object({ method: short, url: z.string().check(z.maxLength(16_000)), body: z.nullable(text) });
const addresses = z.array(short).check(z.maxLength(MOST_RECIPIENTS));
const recipients = z.object({ to: addresses, cc: addresses, bcc: addresses });
const draft = z.object({
  kind: z.enum([...WRITING_KINDS, ...CHANGING_KINDS]),
  thread: short,
  text,
  quoted: text,
  recipients: z.nullable(recipients),
  attachments: z.union([z.array(short).check(z.maxLength(100)), z.literal('unknown')]),
  messageId: z.nullable(short),
  items: z.int().check(z.gte(1), z.lte(MOST_ITEMS)),
});
const sign = z.enum(PAGE_SIGNS);

export type Draft = z.infer<typeof draft>;
export type PageRequest = z.infer<typeof request>;

/** An act as messages carry it; null for one that could not be read. Copies, field by field. */
export function draftOf(act: Omit<Action, 'site' | 'place' | 'audience'> & { readonly kind: Draft['kind'] }): Draft;
export function draftOf(act: Omit<Action, 'site' | 'place' | 'audience'>): Draft | null;
export function draftOf(act: Omit<Action, 'site' | 'place' | 'audience'>): Draft | null {
  const { kind, thread, text, quoted, recipients, attachments, messageId, items } = act;
  if (kind === 'unreadable') return null;
  return {
    kind,
    thread,
    text,
    quoted,
    recipients: recipients && { to: [...recipients.to], cc: [...recipients.cc], bcc: [...recipients.bcc] },
    attachments: attachments === 'unknown' ? attachments : [...attachments],
    messageId,
    items,
  };
}

/** From a content script. */
const fromContent = z.discriminatedUnion('type', [
  z.object({ type: z.literal('hello') }),
  z.object({
    type: z.literal('seen'),
    thread: short,
    title: short,
    tags: z.array(short).check(z.maxLength(MOST_TAGS)),
    documents: z.array(z.object({ author: z.nullable(short), text })).check(z.maxLength(MOST_DOCUMENTS)),
    people: z.nullable(z.array(short).check(z.maxLength(MOST_RECIPIENTS))),
    account: z.nullable(short),
  }),
  z.object({ type: z.literal('site-parts'), unread: z.array(z.enum(SITE_PARTS)).check(z.maxLength(20)) }),
  z.object({
    type: z.literal('signs'),
    signs: z.array(sign).check(z.maxLength(20)),
    // All that the composition at hand shows, which takes the place of what it showed before; or one event.
    of: z.enum(['composition', 'event']),
    // What was counted in that composition.
    facts: z.optional(inputFacts),
  }),
  z.object({ type: z.literal('agent-named'), name: z.enum(AGENT_IDS) }),
  z.object({ type: z.literal('assess'), draft }),
  z.object({ type: z.literal('attempt-draft'), draft }),
  z.object({ type: z.literal('attempt-request'), attempt: short, request }),
  z.object({ type: z.literal('decline'), holdId }),
  z.object({ type: z.literal('review'), holdId }),
  z.object({ type: z.literal('draft-gone'), holdId }),
  z.object({ type: z.literal('draft-back'), holdId, draft }),
  z.object({ type: z.literal('overlay-tampered'), holdId }),
  z.object({ type: z.literal('shield-broken') }),
]);
export type FromContent = z.infer<typeof fromContent>;

/** A thread as a page shows it, and the documents of it that are new. */
interface Seen {
  readonly thread: string;
  readonly title: string;
  readonly tags: readonly string[];
  readonly documents: readonly { readonly author: string | null; readonly text: string }[];
  readonly people: readonly string[] | null;
  readonly account: string | null;
}

/**
 * A thread in view as messages carry it. What is too long for one is cut: a message that does not parse is dropped, and
 * the page would have been read without anybody knowing of it.
 */
export function seenOf({ people, account, ...seen }: Seen): FromContent & { readonly type: 'seen' } {
  return {
    type: 'seen',
    thread: seen.thread,
    title: bothEnds(seen.title),
    tags: seen.tags.slice(0, MOST_TAGS).map(bothEnds),
    documents: seen.documents.slice(0, MOST_DOCUMENTS).map(({ author, text }) => ({
      author: author === null ? null : author.slice(0, LONGEST_SHORT),
      text: text.slice(0, LONGEST_TEXT),
    })),
    people: people?.slice(0, MOST_RECIPIENTS) ?? null,
    account,
  };
}

/** Marks stand at the start of a title or at its end. */
function bothEnds(text: string): string {
  return text.length <= LONGEST_SHORT ? text : `${text.slice(0, LONGEST_SHORT / 2)}${text.slice(-LONGEST_SHORT / 2)}`;
}

/** An act to be written again. */
export type Restore = { readonly holdId: string; readonly draft: Draft };

/** Elements that mean a label. */
export interface MarkedElement {
  readonly selector: string;
  readonly name: string;
}

/**
 * `none`: nothing; `evict`: debuggers are kept out, hands in the page are the person's; `ready`: the same, and the shield
 * goes up when something tampers with that; `up`: an agent is here, so input does nothing; `locked`: the same, and nobody
 * can take the tab back, since whoever drives it cannot be sent away.
 */
const SHIELDS = ['none', 'evict', 'ready', 'up', 'locked'] as const;
const STOPPERS = ['no', 'person', 'policy', 'site'] as const;

/** What a guarded page's content script is told at its start and whenever it changes. */
export interface PageOrders {
  /** How this site is read; null when it is guarded no longer. */
  readonly site: SiteReading | null;
  readonly shield: (typeof SHIELDS)[number];
  /** Who has stopped agents: `site` is the person, here alone. */
  readonly stoppedBy: (typeof STOPPERS)[number];
  /** The agent that works in this tab now; null for none, or none that shows. */
  readonly agent: AgentView | null;
  /** Elements that mean a label, by policy, with the label's name. */
  readonly marked: readonly MarkedElement[];
  /** Our keys as the browser has them now; a person may have changed them. */
  readonly keys: readonly string[];
  /** An act whose text this page is to take into a composer again; null for none. */
  readonly restore: Restore | null;
}

/** The answer to `assess`, `attempt-draft` and `attempt-request`. */
export type Answer =
  | { readonly kind: 'go'; readonly digest: string }
  | { readonly kind: 'held'; readonly hold: HoldView }
  | { readonly kind: 'refused'; readonly hold: HoldView }
  | { readonly kind: 'would-hold' }
  /** Harmless, but it goes by an address that is closed while something waits: it is told when it may. */
  | { readonly kind: 'later' }
  /** Refused before, and tried again by the page itself: no word about it. */
  | { readonly kind: 'stop' };

/** To a content script. */
const toContent = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('show-hold'),
    hold: z.custom<HoldView>((value) => typeof value === 'object' && value !== null),
  }),
  z.object({
    type: z.literal('released'),
    holdId,
    digest: z.string(),
    channel: z.enum(['gesture', 'request']),
    attempt: z.nullable(short),
    draft,
  }),
  z.object({ type: z.literal('go'), attempt: short }),
  z.object({ type: z.literal('ended'), holdId, attempt: short, outcome: z.enum(['sent', 'denied']) }),
  // How the page would be read in another way; the one message that is answered.
  z.object({
    type: z.literal('preview'),
    site: z.custom<SiteReading>((value) => typeof value === 'object' && value !== null),
  }),
  z.object({
    type: z.literal('orders'),
    // Our own background's word: content scripts hear nobody else.
    site: z.custom<SiteReading | null>((value) => typeof value === 'object'),
    shield: z.enum(SHIELDS),
    stoppedBy: z.enum(STOPPERS),
    agent: z.custom<AgentView | null>((value) => typeof value === 'object'),
    marked: z.array(z.object({ selector: short, name: short })).check(z.maxLength(10_000)),
    keys: z.array(short).check(z.maxLength(20)),
  }),
]);
export type ToContent = z.infer<typeof toContent>;

/** To all of our own pages: ask again. */
export interface Changed {
  readonly type: 'changed';
  /** The act that our window shall show; null leaves it where it is. */
  readonly show: string | null;
}

export const parseFromContent = (value: unknown): FromContent | null => parse(fromContent, value);
export const parseToContent = (value: unknown): ToContent | null => parse(toContent, value);

/** A message re-made field by field; null when it is none. */
export function parse<T>(schema: z.core.$ZodType<T>, value: unknown): T | null {
  const result = z.safeParse(schema, value);
  return result.success ? result.data : null;
}
