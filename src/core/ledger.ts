/**
 * The tamper-evident record: every entry carries the hash of the one before, so that a changed, dropped or reordered
 * entry shows; a cut-off tail shows against a head that has left the machine. Entries hold digests and reasons, no text.
 */
import { canonicalJson, type Json, sha256Hex } from './canonical.ts';

/** What an entry is about; each has its own body. */
export type EntryKind =
  | 'guard-started'
  | 'policy-loaded'
  | 'policy-damaged'
  | 'settings-changed'
  | 'site-changed'
  | 'drafts-lost'
  | 'trial-report'
  | 'assessed'
  | 'held'
  | 'repeated'
  | 'refused'
  | 'approved'
  | 'denied'
  | 'expired'
  | 'released'
  | 'answered'
  | 'failed'
  | 'agent-seen'
  | 'session-begun'
  | 'session-named'
  | 'session-ended'
  | 'killed'
  | 'safety-stop'
  | 'safety-stop-answered'
  | 'grant-given'
  | 'grant-used'
  | 'grant-ended'
  | 'revived'
  | 'killed-on-site'
  | 'revived-on-site'
  | 'taken-over'
  | 'handed-back'
  | 'shield-broken';

export interface Entry {
  /** 1 for the first; no gaps. */
  readonly seq: number;
  /** Milliseconds since the epoch, as the machine's clock said. */
  readonly at: number;
  readonly kind: EntryKind;
  readonly body: { readonly [key: string]: Json };
  /** Hash of the entry before; 64 zeros for the first. */
  readonly prev: string;
  /** SHA-256 over the canonical JSON of all the other fields. */
  readonly hash: string;
}

export interface Head {
  readonly seq: number;
  readonly hash: string;
}

/** The head of an empty ledger. */
export const GENESIS: Head = { seq: 0, hash: '0'.repeat(64) };

/** The entry that follows a head. */
export function nextEntry(head: Head, at: number, kind: EntryKind, body: Entry['body']): Entry {
  const open = { seq: head.seq + 1, at, kind, body, prev: head.hash };
  return { ...open, hash: sha256Hex(canonicalJson(open)) };
}

export type LedgerCheck =
  | { readonly kind: 'valid'; readonly head: Head }
  | {
      readonly kind: 'broken';
      readonly at: number;
      readonly why: 'changed' | 'missing' | 'reordered' | 'cut-off' | 'not-an-entry';
    };

/** Walks the chain from its first entry; with a head from elsewhere it also notices a tail that was cut off. */
export function verifyLedger(entries: readonly unknown[], knownHead?: Head): LedgerCheck {
  let head = GENESIS;
  for (const candidate of entries) {
    const entry = parseEntry(candidate);
    if (entry === null) return { kind: 'broken', at: head.seq + 1, why: 'not-an-entry' };
    if (entry.seq !== head.seq + 1)
      return { kind: 'broken', at: head.seq + 1, why: entry.seq > head.seq ? 'missing' : 'reordered' };
    if (entry.prev !== head.hash || !isAsWritten(entry, head)) return { kind: 'broken', at: entry.seq, why: 'changed' };
    head = { seq: entry.seq, hash: entry.hash };
    if (knownHead?.seq === head.seq && knownHead.hash !== head.hash)
      return { kind: 'broken', at: head.seq, why: 'changed' };
  }
  if (knownHead !== undefined && knownHead.seq > head.seq) return { kind: 'broken', at: head.seq + 1, why: 'cut-off' };
  return { kind: 'valid', head };
}

/** Whether an entry says what its hash was made of. What has no canonical form, such as half a character, never was. */
function isAsWritten(entry: Entry, head: Head): boolean {
  try {
    return nextEntry(head, entry.at, entry.kind, entry.body).hash === entry.hash;
  } catch {
    return false;
  }
}

/** An entry re-made field by field, or null when it is none. */
export function parseEntry(value: unknown): Entry | null {
  if (typeof value !== 'object' || value === null) return null;
  const { seq, at, kind, body, prev, hash } = value as Record<string, unknown>;
  if (Object.keys(value).length !== 6) return null;
  if (typeof seq !== 'number' || typeof at !== 'number' || typeof kind !== 'string') return null;
  if (typeof prev !== 'string' || typeof hash !== 'string' || typeof body !== 'object' || body === null) return null;
  return { seq, at, kind: kind as EntryKind, body: body as Entry['body'], prev, hash };
}
