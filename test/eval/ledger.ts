/**
 * Ledgers that were tampered with, and ledgers that were not: each tampering must be found and called what it is, at its
 * place; nothing may be said of an untouched one. Each goes the way of a file: to lines of JSON, and read from them.
 */

import { verifyLedger } from '../../src/core/ledger/check.ts';
import { ledgerLines } from '../../src/core/ledger/lines.ts';
import type { Entry } from '../../src/core/ledger.ts';
import type { Evaluation, Measured } from './evaluation.ts';
import {
  type Dice,
  diceOf,
  type Installation,
  madeLedger,
  newInstallation,
  prunedLedger,
  trustIn,
} from './ledger/made.ts';
import { TAMPERINGS } from './ledger/tamperings.ts';

/** So many are made in full. */
const TAMPERED = 2_000;
const UNTOUCHED = 1_000;

export interface LedgerFigures {
  readonly tampered: number;
  readonly found: number;
  /** Found, called what it is, and at its place. */
  readonly rightly: number;
  readonly untouched: number;
  readonly falseAlarms: number;
  /** What was not as it should be, in words. */
  readonly wrong: readonly string[];
}

export const LEDGER: Evaluation = {
  about: 'whether a ledger that was tampered with shows it, and an untouched one is believed',
  measure(options): Measured {
    const figures = measureTampering(options.trials ?? TAMPERED, options.trials ?? UNTOUCHED);
    const { tampered, found, rightly, untouched, falseAlarms, wrong } = figures;
    return {
      figures: { ...figures },
      lines: [
        `${found} of ${tampered} tamperings found, ${rightly} of them called what they are, at their place`,
        `${falseAlarms} of ${untouched} untouched ledgers called broken`,
        ...wrong.slice(0, 20),
      ],
      passed: rightly === tampered && falseAlarms === 0,
    };
  },
};

/** Each kind of tampering in turn. */
export function measureTampering(tampered: number, untouched: number): LedgerFigures {
  const dice = diceOf(20_261_201);
  const wrong: string[] = [];
  let found = 0;
  let rightly = 0;
  const ways = Object.entries(TAMPERINGS);
  for (let i = 0; i < tampered; i += 1) {
    const [name, tamper] = ways[i % ways.length] ?? fail();
    const { ledger, by } = anyLedger(dice);
    const { lines, why, line } = tamper(ledger, dice, by);
    const check = verifyLedger(asFile(lines), ledger.at(-1), trustIn(by.key));
    if (check.kind === 'broken') found += 1;
    if (check.kind === 'broken' && check.why === why && (line ?? check.line) === check.line) rightly += 1;
    else wrong.push(`${name} (${i}): ${JSON.stringify(check)}, not ${why} at line ${line}`);
  }
  const falseAlarms = Array.from({ length: untouched }, (_, i) => alarm(dice, i)).flatMap((each) => each ?? []);
  return { tampered, found, rightly, untouched, falseAlarms: falseAlarms.length, wrong: [...wrong, ...falseAlarms] };
}

/** What is said of an untouched one, whole or pruned, with or without its key and its head; null for nothing. */
function alarm(dice: Dice, i: number): string | null {
  const by = newInstallation();
  const ledger = i % 3 === 0 ? prunedLedger(dice, by, 10 + dice(60)) : madeLedger(dice, by, 3 + dice(60));
  const check = verifyLedger(
    asFile(ledger),
    dice(2) === 0 ? undefined : ledger[dice(ledger.length)],
    trustIn(dice(2) === 0 ? null : by.key),
  );
  return check.kind === 'valid' ? null : `untouched (${i}): ${JSON.stringify(check)}`;
}

function anyLedger(dice: Dice): { readonly ledger: readonly Entry[]; readonly by: Installation } {
  const by = newInstallation();
  return { ledger: madeLedger(dice, by, 4 + dice(60)), by };
}

function asFile(lines: readonly unknown[]): readonly unknown[] {
  return ledgerLines(lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
}

function fail(): never {
  throw new Error('no such way');
}
