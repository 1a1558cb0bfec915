/**
 * Every message between the guard's worlds: its shape, who may send it and what is answered. The only door.
 * Each message is re-made field by field by a parser; what does not parse is dropped. What a content script says is a
 * claim about its own tab and no more; nothing it can send approves anything.
 */
import * as z from 'zod/mini';
import type { Action, ActionKind, Recipients } from './core/action.ts';
import type { Actor, Evidence, SignId } from './core/actor.ts';
import type { LookAlike } from './core/audience.ts';
import type { Level, Review } from './core/decide.ts';
import type { Channel, DraftPlace } from './core/hold.ts';
import type { HeadCount } from './core/newcomers.ts';
import type { PolicyFault } from './core/policy/faults.ts';
import type { Mandate, SiteKind } from './core/policy.ts';
import type { Reason } from './core/reason.ts';

/** Longest text taken from a page in one message, in UTF-16 units; what is longer is cut and counts as unreadable. */
export const LONGEST_TEXT = 1_000_000;

/** Recipients in one field; Gmail itself takes 2,000 in all (its published limit for Workspace). */
export const MOST_RECIPIENTS = 5_000;

const text = z.string().check(z.maxLength(LONGEST_TEXT));
const short = z.string().check(z.maxLength(2_000));
const holdId = z.string().check(z.regex(/^[0-9a-f-]{36}$/));

/** A draft or a page-world request as its own tab describes it: a claim, checked against the request that goes out. */
const request = z.object({ method: short, url: z.string().check(z.maxLength(16_000)), body: z.nullable(text) });
const addresses = z.array(short).check(z.maxLength(MOST_RECIPIENTS));
const recipients = z.object({ to: addresses, cc: addresses, bcc: addresses });
const draft = z.object({
  kind: z.enum(['post', 'reply', 'message', 'edit', 'send']),
  thread: short,
  text,
  quoted: text,
  recipients: z.nullable(recipients),
  attachments: z.union([z.array(short).check(z.maxLength(100)), z.literal('unknown')]),
  messageId: z.nullable(short),
});
const signs: readonly SignId[] = ['untrusted-event', 'webdriver', 'text-not-typed', 'typed-by-hand'];
const sign = z.enum(signs as readonly [SignId, ...SignId[]]);

export type Draft = z.infer<typeof draft>;
export type PageRequest = z.infer<typeof request>;

/** An act as messages carry it; null for one that could not be read. Copies, field by field. */
export function draftOf(act: Omit<Action, 'site' | 'place' | 'audience'> & { readonly kind: Draft['kind'] }): Draft;
export function draftOf(act: Omit<Action, 'site' | 'place' | 'audience'>): Draft | null;
export function draftOf(act: Omit<Action, 'site' | 'place' | 'audience'>): Draft | null {
  const { kind, thread, text, quoted, recipients, attachments, messageId } = act;
  if (kind === 'unreadable') return null;
  return {
    kind,
    thread,
    text,
    quoted,
    recipients: recipients && { to: [...recipients.to], cc: [...recipients.cc], bcc: [...recipients.bcc] },
    attachments: attachments === 'unknown' ? attachments : [...attachments],
    messageId,
  };
}

/** From a content script. */
const fromContent = z.discriminatedUnion('type', [
  z.object({ type: z.literal('hello') }),
  z.object({
    type: z.literal('seen'),
    thread: short,
    title: short,
    tags: z.array(short).check(z.maxLength(50)),
    text,
    people: z.nullable(z.array(short).check(z.maxLength(MOST_RECIPIENTS))),
    account: z.nullable(short),
  }),
  z.object({ type: z.literal('signs'), signs: z.array(sign).check(z.maxLength(20)) }),
  z.object({ type: z.literal('assess'), draft }),
  z.object({ type: z.literal('attempt-draft'), draft }),
  z.object({ type: z.literal('attempt-request'), attempt: short, request }),
  z.object({ type: z.literal('decline'), holdId }),
  z.object({ type: z.literal('review'), holdId }),
  z.object({ type: z.literal('draft-gone'), holdId }),
  z.object({ type: z.literal('draft-back'), holdId, draft }),
  z.object({ type: z.literal('overlay-tampered'), holdId }),
]);
export type FromContent = z.infer<typeof fromContent>;

/** From our own pages: the review window and the popup. */
const fromOwnPage = z.discriminatedUnion('type', [
  z.object({ type: z.literal('view') }),
  z.object({ type: z.literal('review-view'), holdId, token: z.nullable(short) }),
  z.object({ type: z.literal('open-review'), holdId }),
  z.object({
    type: z.literal('approve'),
    holdId,
    digest: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
    token: z.nullable(short),
  }),
  z.object({ type: z.literal('refuse'), holdId }),
  z.object({ type: z.literal('open-draft'), holdId }),
  z.object({ type: z.literal('kill') }),
  z.object({ type: z.literal('revive') }),
]);
export type FromOwnPage = z.infer<typeof fromOwnPage>;

/** An act to be written again. */
export type Restore = { readonly holdId: string; readonly draft: Draft };

/** What a guarded page's content script is told at its start and whenever it changes. */
export interface PageOrders {
  readonly kind: SiteKind | null;
  readonly killed: boolean;
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
  z.object({ type: z.literal('orders'), killed: z.boolean() }),
]);
export type ToContent = z.infer<typeof toContent>;

/** To all of our own pages: ask again. */
export interface Changed {
  readonly type: 'changed';
  /** The act that our window shall show; null leaves it where it is. */
  readonly show: string | null;
}

export const parseFromContent = (value: unknown): FromContent | null => parse(fromContent, value);
export const parseFromOwnPage = (value: unknown): FromOwnPage | null => parse(fromOwnPage, value);
export const parseToContent = (value: unknown): ToContent | null => parse(toContent, value);

function parse<T>(schema: z.core.$ZodType<T>, value: unknown): T | null {
  const result = z.safeParse(schema, value);
  return result.success ? result.data : null;
}

/** A hold as people see it. Plain data; all text in it is untrusted and is only ever shown as text. */
export interface HoldView {
  readonly id: string;
  /** Bound into the approval; never shown. */
  readonly digest: string;
  readonly state: 'pending' | 'released' | 'sent' | 'denied' | 'expired' | 'blocked';
  /** Where its text is; it can be sent from a composer only. */
  readonly draft: DraftPlace;
  readonly at: number;
  readonly actor: Actor;
  /** Where the conclusion about the actor comes from, and by which signs. */
  readonly evidence: readonly Pick<Evidence, 'sign' | 'source'>[];
  readonly kind: ActionKind;
  readonly channel: Channel;
  readonly siteName: string;
  readonly siteKind: SiteKind;
  /** Title of the topic or name of the person that the act goes to. */
  readonly place: string;
  readonly audience: {
    readonly kind: 'known' | 'everyone' | 'unknown';
    readonly name: string;
    readonly size: HeadCount;
    readonly people: readonly string[];
    /** Those of the people who do not belong to the organisation. */
    readonly outsiders: readonly string[];
    /** Those of them whose domain only looks like one of the organisation's. */
    readonly lookAlikes: readonly LookAlike[];
    readonly groups: readonly { readonly name: string; readonly size: number | null }[];
  };
  /** The exact text that would go out. */
  readonly text: string;
  /** Its last part that the site quotes from earlier messages; "" for none. */
  readonly quoted: string;
  /** Whom a mail names, by field; null in forums. */
  readonly recipients: Recipients | null;
  /** Files that go with it; "unknown" when there are some that cannot be read. */
  readonly attachments: readonly string[] | 'unknown';
  readonly level: Level;
  readonly review: Review;
  /** In the page, sources that the acting session has not read come without title (""). */
  readonly reasons: readonly Reason[];
  /** The largest number of people who would newly see something, with its source's name; null when nothing leaks. */
  readonly newcomers: HeadCount | null;
  /** How often the agent tried again meanwhile. */
  readonly repeats: number;
  readonly support: {
    readonly name?: string | undefined;
    readonly url?: string | undefined;
    readonly phone?: string | undefined;
  };
}

/** What popup and options page show. */
export interface GuardView {
  /** `window`: approvals are given in a window of ours; `popup`: here, in the toolbar popup (Firefox). */
  readonly approveIn: 'window' | 'popup';
  /** `policy`: installed by the organisation; `user`: can be removed, and in Chrome the network lock is weaker. */
  readonly install: 'policy' | 'user';
  /** Whether this browser lets the guard read and refuse each request itself, or only seal whole addresses. */
  readonly networkLock: 'full' | 'addresses-only';
  readonly policy: {
    readonly state: 'good' | 'absent' | 'damaged';
    readonly version: number;
    /** `managed`: the browser's policy; `packaged`: a file in this build; `last-good`: kept from before; `built-in`: strict defaults. */
    readonly source: 'managed' | 'packaged' | 'last-good' | 'built-in';
    readonly organization: string | null;
    readonly faults: readonly PolicyFault[];
    /** Milliseconds since the epoch of the last good one; null when there never was one. */
    readonly since: number | null;
  };
  readonly killed: 'no' | 'person' | 'policy';
  readonly holds: readonly HoldView[];
  readonly sites: readonly {
    readonly name: string;
    readonly host: string;
    readonly kind: SiteKind;
    readonly mandate: Mandate;
  }[];
  /** The tab in front. */
  readonly tab: { readonly site: string | null; readonly agentSeen: boolean; readonly signs: readonly SignId[] } | null;
  readonly activity: readonly { readonly at: number; readonly what: string; readonly place: string }[];
  readonly ledgerEntries: number;
  readonly support: HoldView['support'];
}

/** The answer to `approve`. */
export type ApproveAnswer = { readonly kind: 'approved' } | { readonly kind: 'refused'; readonly why: string };
