/**
 * What the installation's own key says of its ledger: "so many entries, the last of this hash", or "what stood before
 * was removed by policy". A statement is an entry like any other, so that it cannot be taken out unseen; its signature
 * shows who wrote it, which no hash does.
 */
import { canonicalJson } from '../canonical.ts';
import type { Entry } from '../ledger.ts';

/** `checkpoint`: the ledger reached this head; `pruned`: the entries up to this one were removed. */
export type StatementKind = 'checkpoint' | 'pruned';

export interface Statement {
  readonly kind: StatementKind;
  /** Number of the entry that it speaks of, and so how many there were. */
  readonly seq: number;
  /** Hash of that entry. */
  readonly hash: string;
}

export interface Signed extends Statement {
  /** The public key, ECDSA P-256, as base64 of its SPKI form. */
  readonly key: string;
  /** Over `statementText`, ECDSA with SHA-256, as base64 of the DER form that openssl reads. */
  readonly signature: string;
}

/** The text that is signed. */
export function statementText({ kind, seq, hash }: Statement): string {
  return canonicalJson([`countersign/${kind}/1`, seq, hash]);
}

/** The statement that an entry makes; null for any other entry, "damaged" for one that says too little. */
export function signedOf({ kind, body }: Pick<Entry, 'kind' | 'body'>): Signed | 'damaged' | null {
  if (kind !== 'checkpoint' && kind !== 'pruned') return null;
  const { seq, hash, key, signature } = body;
  if (typeof seq !== 'number' || typeof hash !== 'string') return 'damaged';
  if (typeof key !== 'string' || typeof signature !== 'string') return 'damaged';
  return { kind, seq, hash, key, signature };
}
