/**
 * An act that waits for a person, and when an approval counts: for one digest, once, before it expires, with enough
 * proof. Every other transition leaves the act unsent.
 */
import type { Action } from './action.ts';
import type { Attribution } from './actor.ts';
import type { Verdict } from './decide.ts';

/** How we know that a person approved: a button in our own surface; the person's own authenticator is stronger. */
export type Proof = 'window' | 'authenticator';

/** How the act was stopped, and so how it is replayed after release. */
export type Channel = 'gesture' | 'request';

/** Who or what said no: a person, time, the kill switch, or policy itself. */
export type DenialReason = 'person' | 'expired' | 'killed' | 'blocked';

/**
 * Where the text of the act is: in an open composer, from which it can be sent; with the guard alone, since its page is
 * closed or shows something else; or on its way back into a composer that the guard has opened.
 */
export type DraftPlace = 'composer' | 'gone' | 'opening';

/** A request that the page's own world keeps back for an act, under the page's name for it. */
export interface WaitingRequest {
  readonly frame: number;
  readonly attempt: string;
  readonly digest: string;
}

export type HoldState =
  | { readonly kind: 'pending' }
  | { readonly kind: 'released'; readonly proof: Proof; readonly at: number; readonly until: number }
  | { readonly kind: 'consumed'; readonly at: number }
  | { readonly kind: 'denied'; readonly at: number; readonly why: DenialReason };

export interface Hold {
  readonly id: string;
  readonly digest: string;
  readonly action: Action;
  readonly labelIds: readonly string[];
  readonly verdict: Verdict;
  readonly attribution: Attribution;
  readonly tab: number;
  readonly frame: number;
  readonly session: string;
  readonly channel: Channel;
  readonly draft: DraftPlace;
  /** What waits in its page to be let go, the newest last: an older one may have been given up by the page. */
  readonly requests: readonly WaitingRequest[];
  /** Milliseconds since the epoch. */
  readonly at: number;
  /** How often the same act was tried again while it waited: floods are counted, not queued. */
  readonly repeats: number;
  readonly state: HoldState;
}

/** Requests remembered for one act; of a page that floods the newest count. */
export const MOST_REQUESTS = 20;

/** A release that nobody used ends after a minute: the guard replays at once, and a slow site needs no more. */
export const RELEASE_LIFETIME_MS = 60_000;

/** A hold that nobody answered ends after eight hours, the length of a working day. */
export const HOLD_LIFETIME_MS = 8 * 3_600_000;

export type Refusal =
  | 'not-pending'
  | 'expired'
  | 'other-digest'
  | 'proof-too-weak'
  | 'blocked'
  | 'stopped'
  | 'draft-gone';

/** The hold after an approval, or the word that says why it does not count. */
export function approve(hold: Hold, approval: { digest: string; proof: Proof; at: number }): Hold | Refusal {
  if (hold.state.kind !== 'pending') return 'not-pending';
  if (hold.verdict.level !== 'WARN') return 'blocked';
  if (approval.at - hold.at >= HOLD_LIFETIME_MS || approval.at < hold.at) return 'expired';
  if (approval.digest !== hold.digest) return 'other-digest';
  if (hold.draft !== 'composer') return 'draft-gone';
  if (hold.verdict.proof === 'authenticator' && approval.proof !== 'authenticator') return 'proof-too-weak';
  return {
    ...hold,
    state: { kind: 'released', proof: approval.proof, at: approval.at, until: approval.at + RELEASE_LIFETIME_MS },
  };
}

/** What a request would send, as far as a release must cover it. */
export interface Attempted {
  readonly digest: string;
  readonly messageId: string | null;
  readonly tab: number;
}

/** Whether a released hold covers this attempt at this moment: the same act, in its tab, and by the site's name the same message. */
export function covers(hold: Hold, attempted: Attempted, now: number): boolean {
  return (
    hold.state.kind === 'released' &&
    hold.digest === attempted.digest &&
    hold.tab === attempted.tab &&
    (hold.action.messageId === null || hold.action.messageId === attempted.messageId) &&
    now >= hold.state.at &&
    now < hold.state.until
  );
}

/** The hold after its one use. */
export function consume(hold: Hold, at: number): Hold {
  return hold.state.kind === 'released' ? { ...hold, state: { kind: 'consumed', at } } : hold;
}

/** Whether it can still go out: it waits, or was confirmed and has not gone yet. */
export function isOpen(hold: Hold): boolean {
  return hold.state.kind === 'pending' || hold.state.kind === 'released';
}

/** The hold after a no, whoever or whatever said it; a used one stays used. */
export function deny(hold: Hold, at: number, why: DenialReason): Hold {
  return isOpen(hold) ? { ...hold, state: { kind: 'denied', at, why } } : hold;
}

/** The hold with one more request that waits for it. */
export function keepBack(hold: Hold, request: WaitingRequest): Hold {
  return { ...hold, requests: [...hold.requests, request].slice(-MOST_REQUESTS) };
}

/** The hold when its one use came to nothing that anybody can tell: it waits for another yes. */
export function askAgain(hold: Hold): Hold {
  return hold.state.kind === 'consumed' ? { ...hold, state: { kind: 'pending' } } : hold;
}

/** The hold when its page no longer shows this text: it goes on waiting, and a release that was under way is void. */
export function loseDraft(hold: Hold): Hold {
  return isOpen(hold) ? { ...hold, state: { kind: 'pending' }, draft: 'gone' } : hold;
}

/** The hold when its text is being brought back into a composer in this tab. */
export function reopenDraft(hold: Hold, tab: number): Hold {
  return hold.state.kind === 'pending'
    ? { ...hold, tab, frame: 0, channel: 'gesture', draft: 'opening', requests: [] }
    : hold;
}

/** The hold when a composer in its tab shows exactly this text again. */
export function regainDraft(hold: Hold): Hold {
  return hold.state.kind === 'pending' ? { ...hold, draft: 'composer' } : hold;
}

/** Holds that time has ended: unanswered ones, and releases that nobody used. */
export function expired(hold: Hold, now: number): boolean {
  if (hold.state.kind === 'pending') return now - hold.at >= HOLD_LIFETIME_MS || now < hold.at;
  return hold.state.kind === 'released' && (now >= hold.state.until || now < hold.state.at);
}
