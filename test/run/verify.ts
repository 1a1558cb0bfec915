/** `npm run verify -- LEDGER`: whether a ledger (JSON lines, as the collector keeps it) is whole and unaltered. */
import { readFileSync } from 'node:fs';
import { type LedgerCheck, verifyLedger } from '../../src/core/ledger.ts';
import { fail, messageOf, readOptions } from './command-line.ts';

const HELP = `npm run verify -- LEDGER [--head SEQ:HASH] [--json]
Checks a ledger, one JSON entry a line: that no entry was changed, dropped, reordered or added. With the number and
hash of a later entry that you know from elsewhere it also notices a tail that was cut off.
Ends with 0 when it is valid, 1 when it is broken, 2 when it cannot be read.`;

const { values, rest } = readOptions(HELP, { json: { type: 'boolean' }, head: { type: 'string' } });
const [file] = rest;
if (file === undefined || rest.length > 1) fail(HELP, 2);

const check = verifyLedger(readLines(file), knownHead(values.head));
if (values.json) console.log(JSON.stringify(check));
else console.log(inWords(check));
process.exit(check.kind === 'valid' ? 0 : 1);

function readLines(path: string): readonly unknown[] {
  try {
    return readFileSync(path, 'utf8')
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map((line, index) => parseLine(line, index + 1));
  } catch (error) {
    fail(`${path}: ${messageOf(error)}`, 2);
  }
}

function parseLine(line: string, number: number): unknown {
  try {
    return JSON.parse(line) as unknown;
  } catch {
    throw new Error(`line ${number} is not JSON`);
  }
}

function knownHead(text: string | boolean | undefined): { readonly seq: number; readonly hash: string } | undefined {
  if (text === undefined) return undefined;
  const found = /^(\d+):([0-9a-f]{64})$/.exec(String(text));
  if (!found) fail('--head is a number, a colon and 64 hexadecimal digits.', 2);
  return { seq: Number(found[1]), hash: found[2] ?? '' };
}

function inWords(check: LedgerCheck): string {
  if (check.kind === 'valid') return `valid: ${check.head.seq} entries, head ${check.head.seq}:${check.head.hash}`;
  const what = {
    changed: 'was changed',
    missing: 'is missing',
    reordered: 'is out of order',
    'cut-off': 'and all after it were cut off',
    'not-an-entry': 'is not an entry',
  };
  return `BROKEN: entry ${check.at} ${what[check.why]}`;
}
