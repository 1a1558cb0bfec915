/** Ledgers as guards write them, each with a key of its own, from numbers that come again with the same seed. */
import { generateKeyPairSync, sign } from 'node:crypto';
import { boundedBody } from '../../../src/core/ledger/bounds.ts';
import type { Trust } from '../../../src/core/ledger/check.ts';
import { type StatementKind, statementText } from '../../../src/core/ledger/statement.ts';
import { type Entry, type EntryKind, GENESIS, type Head, nextEntry } from '../../../src/core/ledger.ts';
import { isSigned } from '../../run/signed.ts';

/** A number from 0 up to, but not with, `below`. */
export type Dice = (below: number) => number;

/** Mulberry32: small, and the same everywhere. */
export function diceOf(seed: number): Dice {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below);
  };
}

/** Who signs: an installation. */
export interface Installation {
  readonly key: string;
  sign(statement: { readonly kind: StatementKind; readonly seq: number; readonly hash: string }): Entry['body'];
}

export function newInstallation(): Installation {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const key = publicKey.export({ type: 'spki', format: 'der' }).toString('base64');
  return {
    key,
    sign: ({ kind, seq, hash }) => ({
      ...{ seq, hash, key },
      signature: sign('sha256', Buffer.from(statementText({ kind, seq, hash })), privateKey).toString('base64'),
    }),
  };
}

/** Believes a key, or with null whichever comes first; checks signatures with OpenSSL as Node has it. */
export function trustIn(key: string | null): Trust {
  return { key, isSigned };
}

const KINDS: readonly EntryKind[] = ['assessed', 'held', 'approved', 'released', 'answered', 'denied', 'session-begun'];
const TEXTS = ['', 'thread 77', 'Ärger', '日本語', '🙂', '"quoted"\n', '\u0001\u007f', 'x'.repeat(300)];

/** A body like those that the guard writes: names, numbers, lists, and texts that need care in JSON. */
function madeBody(dice: Dice): Entry['body'] {
  return {
    hold: `h${dice(1_000_000)}`,
    act: ['post', 'send', 'reply'][dice(3)] ?? 'post',
    thread: TEXTS[dice(TEXTS.length)] ?? '',
    items: dice(3) === 0 ? dice(1_000) / 8 : dice(1_000),
    signs: Array.from({ length: dice(3) }, () => 'debugger'),
    ...(dice(4) === 0 ? { reasons: [null, true, { kind: 'leak' }] } : {}),
  };
}

/**
 * A ledger of `length` entries or a few more. The key speaks after the first entry and then after every 5 to 12, and at
 * the end; the clock goes back now and then.
 */
export function madeLedger(dice: Dice, by: Installation, length: number, from: Head = GENESIS): readonly Entry[] {
  const entries: Entry[] = [];
  let head = from;
  let at = 1_796_000_000_000 + dice(1_000_000);
  const write = (kind: EntryKind, body: Entry['body']) => {
    const entry = nextEntry(head, at, kind, boundedBody(body));
    entries.push(entry);
    head = entry;
  };
  const say = () => write('checkpoint', by.sign({ kind: 'checkpoint', seq: head.seq, hash: head.hash }));
  let untilWord = 1;
  while (entries.length < length) {
    at += dice(20) === 0 ? -dice(10_000) : dice(60_000);
    write(KINDS[dice(KINDS.length)] ?? 'held', madeBody(dice));
    untilWord -= 1;
    if (untilWord > 0) continue;
    say();
    untilWord = 5 + dice(8);
  }
  say();
  return entries;
}

/** The same with its beginning removed by policy: the key says so in an entry at the end. */
export function prunedLedger(dice: Dice, by: Installation, length: number): readonly Entry[] {
  const whole = madeLedger(dice, by, length);
  const last = whole[1 + dice(whole.length - 2)];
  const end = whole.at(-1);
  if (last === undefined || end === undefined) throw new Error('too short to be pruned');
  const word = nextEntry(end, end.at, 'pruned', by.sign({ kind: 'pruned', seq: last.seq, hash: last.hash }));
  return [...whole.slice(last.seq), word, ...madeLedger(dice, by, 3, word)];
}
