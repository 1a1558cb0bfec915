/**
 * Whether a ledger is as it was written: the first place where it breaks, and what kind of break it is. Hashes show what
 * was changed, dropped, moved, doubled or joined; only the key's statements show what was written anew as a whole, and
 * only a head that is known from elsewhere shows a tail that was cut off.
 */
import { type Entry, GENESIS, type Head, isAsWritten, parseEntry } from '../ledger.ts';
import { type Signed, signedOf } from './statement.ts';

/** Why a ledger is broken; each names what was found at the first place that does not fit. */
export type Break =
  /** No entry at all. */
  | 'not-an-entry'
  /** An entry that does not say what its hash was made of. */
  | 'changed'
  /** An entry that should come here and comes nowhere. */
  | 'missing'
  /** An entry that should come here and comes later. */
  | 'reordered'
  /** An entry that was here before. */
  | 'duplicated'
  /** An entry that is whole in itself and follows another one than the one before: two ledgers were put together. */
  | 'spliced'
  /** What the key has said, or a head that is known, does not fit: all up to here was written anew. */
  | 'rewritten'
  /** More entries without a word of the key than the guard ever leaves. */
  | 'unsigned'
  /** The end is missing. */
  | 'cut-off';

export type LedgerCheck =
  | {
      readonly kind: 'valid';
      readonly head: Head;
      /** Number of the first entry; above 1 when what was before was removed by policy. */
      readonly first: number;
      /** The last entry that the key speaks of, 0 for none: what comes after it rests on the hashes alone. */
      readonly signedUpTo: number;
      /** The key that has signed; null when none has or nobody could check. */
      readonly key: string | null;
      /** The first entry that is older than the one before, as the machine's clock said; null for none. No break. */
      readonly clockBackAt: number | null;
    }
  | {
      readonly kind: 'broken';
      /** Number of the entry that should have come here. */
      readonly at: number;
      /** The line of it, from 1. */
      readonly line: number;
      readonly why: Break;
    };

/** Whom a ledger is believed. */
export interface Trust {
  /** The key that the installation is known by; null for whichever the ledger itself names first. */
  readonly key: string | null;
  isSigned(statement: Signed): boolean;
}

/**
 * With a key that is known, no stretch without its word may be longer than this: the guard signs after every 64 entries,
 * and a flood of entries may run ahead of it for a moment.
 */
export const MOST_UNSIGNED = 1_000;

interface Walk {
  readonly lines: readonly unknown[];
  readonly trust: Trust | undefined;
  head: Head;
  first: number;
  signedUpTo: number;
  key: string | null;
  latest: number;
  clockBackAt: number | null;
  /** Hash of each entry by its number. */
  readonly hashes: Map<number, string>;
}

/** Walks the ledger from its first entry. Without `trust` nobody's word is checked, only the hashes. */
export function verifyLedger(lines: readonly unknown[], knownHead?: Head, trust?: Trust): LedgerCheck {
  const walk: Walk = {
    ...{ lines, trust, head: GENESIS, first: 1, signedUpTo: 0, key: trust?.key ?? null },
    ...{ latest: Number.NEGATIVE_INFINITY, clockBackAt: null, hashes: new Map([[0, GENESIS.hash]]) },
  };
  for (const [index, line] of lines.entries()) {
    const why = step(walk, line, index) ?? againstHead(walk, knownHead);
    if (why !== null) return { kind: 'broken', at: brokenAt(walk, line, why), line: index + 1, why };
  }
  const ending = atTheEnd(walk, knownHead);
  if (ending !== null) return { kind: 'broken', at: walk.head.seq + 1, line: lines.length + 1, why: ending };
  const { head, first, signedUpTo, clockBackAt } = walk;
  return { kind: 'valid', head, first, signedUpTo, key: signedUpTo > 0 ? walk.key : null, clockBackAt };
}

/** What breaks before an entry is taken in is at the next number; what it says against the ledger, at its own. */
function brokenAt({ head }: Walk, line: unknown, why: Break): number {
  const isTakenIn = (why === 'rewritten' || why === 'unsigned') && parseEntry(line)?.hash === head.hash;
  return isTakenIn ? head.seq : head.seq + 1;
}

/** Takes in one entry, or says why not. */
function step(walk: Walk, line: unknown, index: number): Break | null {
  const entry = parseEntry(line);
  if (entry === null) return 'not-an-entry';
  if (!isAsWritten(entry)) return 'changed';
  if (index === 0 && entry.seq > 1 && isPruned(walk, entry)) {
    walk.head = { seq: entry.seq - 1, hash: entry.prev };
    walk.first = entry.seq;
    walk.signedUpTo = entry.seq - 1;
    walk.hashes.set(entry.seq - 1, entry.prev);
  }
  if (entry.seq !== walk.head.seq + 1) return outOfPlace(walk, entry, index);
  if (entry.prev !== walk.head.hash) return 'spliced';
  walk.head = { seq: entry.seq, hash: entry.hash };
  walk.hashes.set(entry.seq, entry.hash);
  if (entry.at < walk.latest) walk.clockBackAt ??= entry.seq;
  walk.latest = entry.at;
  return walk.trust === undefined ? null : heard(walk, walk.trust, entry);
}

function outOfPlace(walk: Walk, { seq, hash }: Entry, index: number): Break {
  const wanted = walk.head.seq + 1;
  if (seq < wanted) return walk.hashes.get(seq) === hash ? 'duplicated' : 'spliced';
  const comesLater = walk.lines.slice(index + 1).some((line) => parseEntry(line)?.seq === wanted);
  return comesLater ? 'reordered' : 'missing';
}

/** Whether the key itself says that all before this first entry was removed. */
function isPruned({ lines, trust, key }: Walk, { seq, prev }: Entry): boolean {
  return lines.some((line) => {
    const entry = parseEntry(line);
    const signed = entry === null ? null : signedOf(entry);
    if (signed === null || signed === 'damaged' || signed.kind !== 'pruned') return false;
    if (signed.seq !== seq - 1 || signed.hash !== prev) return false;
    return trust === undefined || ((key === null || signed.key === key) && trust.isSigned(signed));
  });
}

/** What an entry says with the key, or how long nothing was said. */
function heard(walk: Walk, trust: Trust, entry: Entry): Break | null {
  const signed = signedOf(entry);
  if (signed === null) return trust.key !== null && entry.seq - walk.signedUpTo > MOST_UNSIGNED ? 'unsigned' : null;
  if (signed === 'damaged' || signed.seq >= entry.seq) return 'rewritten';
  const hash = walk.hashes.get(signed.seq);
  // Of what was removed, the key's own word is all that there is.
  if (hash === undefined ? signed.seq >= walk.first : hash !== signed.hash) return 'rewritten';
  walk.key ??= signed.key;
  if (signed.key !== walk.key || !trust.isSigned(signed)) return 'rewritten';
  walk.signedUpTo = Math.max(walk.signedUpTo, signed.seq);
  return null;
}

function againstHead({ head }: Walk, known: Head | undefined): Break | null {
  return known?.seq === head.seq && known.hash !== head.hash ? 'rewritten' : null;
}

/** A guard whose key is known has signed its first entry at once, so more than one without its word are not its own. */
function atTheEnd({ head, trust, signedUpTo }: Walk, known: Head | undefined): Break | null {
  const isUnsigned = trust !== undefined && trust.key !== null && signedUpTo === 0;
  if (isUnsigned && head.seq > 1) return 'unsigned';
  return known !== undefined && known.seq > head.seq ? 'cut-off' : null;
}
