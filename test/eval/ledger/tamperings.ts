/** Ways to tamper with a ledger, each with what must be said of it. */
import type { Break } from '../../../src/core/ledger/check.ts';
import { signedOf } from '../../../src/core/ledger/statement.ts';
import { type Entry, GENESIS, type Head, nextEntry } from '../../../src/core/ledger.ts';
import { type Dice, type Installation, madeLedger, newInstallation } from './made.ts';

export interface Tampered {
  readonly lines: readonly unknown[];
  readonly why: Break;
  /** The line at which it must be noticed, from 1; null where that depends on what the key has said. */
  readonly line: number | null;
}

export type Tampering = (ledger: readonly Entry[], dice: Dice, by: Installation) => Tampered;

/** Any place but the first and the last. */
const within = (ledger: readonly Entry[], dice: Dice): number => 1 + dice(ledger.length - 2);

/** Any entry that is no word of the key. */
function anyAct(ledger: readonly Entry[], dice: Dice): number {
  const acts = ledger.flatMap((entry, i) => (signedOf(entry) === null ? [i] : []));
  return acts[dice(acts.length)] ?? 0;
}

/** One field says something else; the hashes stay. */
const edit: Tampering = (ledger, dice) => {
  const at = dice(ledger.length);
  const ways: readonly ((entry: Entry) => object)[] = [
    (entry) => ({ ...entry, at: entry.at + 1 }),
    (entry) => ({ ...entry, kind: entry.kind === 'denied' ? 'approved' : 'denied' }),
    (entry) => ({ ...entry, body: { ...entry.body, act: 'draft' } }),
    (entry) => ({ ...entry, body: Object.fromEntries(Object.entries(entry.body).slice(1)) }),
    (entry) => ({ ...entry, prev: 'f'.repeat(64) }),
    (entry) => ({ ...entry, hash: [...entry.hash].reverse().join('') }),
    (entry) => ({ ...entry, seq: entry.seq + 1 }),
  ];
  const way = ways[dice(ways.length)] ?? ((entry) => ({ ...entry, at: 0 }));
  return { lines: ledger.map((entry, i) => (i === at ? way(entry) : entry)), why: 'changed', line: at + 1 };
};

const drop: Tampering = (ledger, dice) => {
  const at = dice(ledger.length - 1);
  const count = 1 + dice(Math.min(5, ledger.length - 1 - at));
  return { lines: ledger.filter((_, i) => i < at || i >= at + count), why: 'missing', line: at + 1 };
};

const reorder: Tampering = (ledger, dice) => {
  const from = within(ledger, dice);
  const to = dice(from);
  const lines = [...ledger];
  const [moved] = lines.splice(from, 1);
  if (moved !== undefined) lines.splice(to, 0, moved);
  return { lines, why: 'reordered', line: to + 1 };
};

const duplicate: Tampering = (ledger, dice) => {
  const from = dice(ledger.length);
  const to = from + 1 + dice(ledger.length - from);
  return { lines: [...ledger.slice(0, to), ledger[from], ...ledger.slice(to)], why: 'duplicated', line: to + 1 };
};

/** The end is gone; a later head is known, as the collector has it. */
const truncate: Tampering = (ledger, dice) => {
  const kept = dice(ledger.length);
  return { lines: ledger.slice(0, kept), why: 'cut-off', line: kept + 1 };
};

/** The beginning of this one and the end of another, so that the numbers fit. */
const splice: Tampering = (ledger, dice) => {
  const at = within(ledger, dice);
  const other = madeLedger(dice, newInstallation(), ledger.length + 5);
  return { lines: [...ledger.slice(0, at), ...other.slice(at)], why: 'spliced', line: at + 1 };
};

/** One entry says something else and all hashes from there on are made anew; what the key said is left as it was. */
const rehash: Tampering = (ledger, dice) => ({
  lines: rewritten(ledger, anyAct(ledger, dice), (body) => body),
  why: 'rewritten',
  line: null,
});

/** The same, and what the key said now names the new hashes, with the old signatures. */
const rehashAndRename: Tampering = (ledger, dice) => ({
  lines: rewritten(ledger, anyAct(ledger, dice), (body, hash) => ({ ...body, hash })),
  why: 'rewritten',
  line: null,
});

/** The same, signed with another key. */
const rehashAndSign: Tampering = (ledger, dice) => {
  const thief = newInstallation();
  return {
    lines: rewritten(ledger, anyAct(ledger, dice), (body, hash) =>
      thief.sign({ kind: 'checkpoint', seq: Number(body.seq), hash }),
    ),
    why: 'rewritten',
    line: null,
  };
};

/** The whole once more without a word of the key. */
const rehashUnsigned: Tampering = (ledger, dice) => {
  const at = dice(ledger.length);
  let head: Head = GENESIS;
  const lines = ledger
    .filter((entry) => signedOf(entry) === null)
    .map((entry, i) => {
      const next = nextEntry(head, entry.at, entry.kind, i === at ? { ...entry.body, act: 'draft' } : entry.body);
      head = next;
      return next;
    });
  return { lines, why: 'unsigned', line: lines.length + 1 };
};

function rewritten(
  ledger: readonly Entry[],
  from: number,
  word: (body: Entry['body'], hash: string) => Entry['body'],
): readonly Entry[] {
  const made: Entry[] = [];
  let head: Head = GENESIS;
  for (const [i, entry] of ledger.entries()) {
    const signed = signedOf(entry);
    const hash = signed === null || signed === 'damaged' ? '' : (made[signed.seq - 1]?.hash ?? '');
    const body = signed === null ? (i >= from ? { ...entry.body, forged: i } : entry.body) : word(entry.body, hash);
    const next = i < from ? entry : nextEntry(head, entry.at, entry.kind, body);
    made.push(next);
    head = next;
  }
  return made;
}

/** Something that is no entry stands between. */
const garbage: Tampering = (ledger, dice) => {
  const at = dice(ledger.length + 1);
  const other = [null, 'x', 7, [], {}, { ...ledger[0], note: 1 }][dice(6)];
  return { lines: [...ledger.slice(0, at), other, ...ledger.slice(at)], why: 'not-an-entry', line: at + 1 };
};

export const TAMPERINGS: Readonly<Record<string, Tampering>> = {
  edit,
  drop,
  reorder,
  duplicate,
  truncate,
  splice,
  'put garbage in': garbage,
  're-hash the whole': rehash,
  're-hash and name the new hashes': rehashAndRename,
  're-hash and sign with another key': rehashAndSign,
  're-hash without signatures': rehashUnsigned,
};
