/** `npm run verify -- LEDGER`: whether a ledger (JSON lines) is whole and unaltered, and what cannot be told of it. */
import { createHash, createPublicKey } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { type Break, type LedgerCheck, verifyLedger } from '../../src/core/ledger/check.ts';
import { ledgerLines, withoutRepeats } from '../../src/core/ledger/lines.ts';
import { fail, messageOf, readOptions } from './command-line.ts';
import { isSigned } from './signed.ts';

const HELP = `npm run verify -- LEDGER [--key KEY] [--head SEQ:HASH] [--collected] [--json]
Checks a ledger, one entry a line, as the options page saves it or a collector has it: that no entry was changed, dropped,
reordered, doubled or added, and that the browser's own key has signed it.
  --key KEY        the browser's key as the options page shows it (base64), or a file that holds it in this form or as PEM:
                   then a ledger that was written anew as a whole shows
  --head SEQ:HASH  number and hash of an entry that you know from elsewhere: then a tail that was cut off shows
  --collected      leave out lines that come again word for word: a collector may get an entry twice
Ends with 0 when it is valid, 1 when it is broken (the first break is named), 2 when it cannot be read.`;

const BREAKS: Readonly<Record<Break, string>> = {
  'not-an-entry': 'is not an entry',
  changed: 'was changed: it does not say what its hash was made of',
  missing: 'is missing',
  reordered: 'is out of order: it comes later',
  duplicated: 'should come here, and one that was there before comes again',
  spliced: 'follows another entry than the one before: two ledgers were put together',
  rewritten: 'does not fit what was signed or known: all up to here was written anew',
  unsigned: 'comes after more than the guard leaves without a signature',
  'cut-off': 'and all after it were cut off',
};

const { values, rest } = readOptions(HELP, {
  json: { type: 'boolean' },
  head: { type: 'string' },
  key: { type: 'string' },
  collected: { type: 'boolean' },
});
const [file] = rest;
if (file === undefined || rest.length > 1) fail(HELP, 2);

const key = typeof values.key === 'string' ? keyIn(values.key) : null;
const lines = ledgerLines(textOf(file));
const check = verifyLedger(values.collected ? withoutRepeats(lines) : lines, knownHead(values.head), { key, isSigned });
if (values.json) console.log(JSON.stringify(check));
else console.log(inWords(check).join('\n'));
process.exit(check.kind === 'valid' ? 0 : 1);

function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    fail(`${path}: ${messageOf(error)}`, 2);
  }
}

/** The key itself, or what a file holds. */
function keyIn(given: string): string {
  const text = isKey(given) ? given : textOf(given).trim();
  if (isKey(text)) return text;
  try {
    return createPublicKey(text).export({ type: 'spki', format: 'der' }).toString('base64');
  } catch {
    fail('--key is neither a public key in base64 nor a file with one.', 2);
  }
}

function isKey(text: string): boolean {
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(text)) return false;
  try {
    createPublicKey({ key: Buffer.from(text, 'base64'), format: 'der', type: 'spki' });
    return true;
  } catch {
    return false;
  }
}

function knownHead(text: string | boolean | undefined): { readonly seq: number; readonly hash: string } | undefined {
  if (text === undefined) return undefined;
  const found = /^(\d+):([0-9a-f]{64})$/.exec(String(text));
  if (!found) fail('--head is a number, a colon and 64 hexadecimal digits.', 2);
  return { seq: Number(found[1]), hash: found[2] ?? '' };
}

function inWords(check: LedgerCheck): readonly string[] {
  if (check.kind === 'broken') return [`BROKEN at line ${check.line}: entry ${check.at} ${BREAKS[check.why]}`];
  const { head, first, signedUpTo, clockBackAt } = check;
  return [
    `valid: entries ${first} to ${head.seq}, head ${head.seq}:${head.hash}`,
    ...(first > 1 ? [`Entries 1 to ${first - 1} were removed by policy, as the browser's key says.`] : []),
    ...(clockBackAt === null ? [] : [`The clock of the machine was set back before entry ${clockBackAt}.`]),
    ...(check.key === null ? [] : [signedBy(check.key, signedUpTo)]),
    ...limits(check),
  ];
}

/** The key's fingerprint is what two people can compare aloud. */
function signedBy(signer: string, upTo: number): string {
  const print = createHash('sha256').update(Buffer.from(signer, 'base64')).digest('hex').slice(0, 16);
  return `Signed up to entry ${upTo} with the key ${print}…, ${key === null ? 'which the ledger names itself' : 'which you named'}.`;
}

/** What this check cannot show. */
function limits({ head, signedUpTo }: Extract<LedgerCheck, { kind: 'valid' }>): readonly string[] {
  const whole = 'that the whole was not written anew by somebody else: name the key with --key';
  const tail =
    head.seq > signedUpTo
      ? `that entries ${signedUpTo + 1} to ${head.seq}, which nobody has signed yet, were not written anew`
      : null;
  const end = values.head === undefined ? 'that no entries after the last were cut off: name a head with --head' : null;
  const open = [key === null ? whole : null, tail, end].filter((each) => each !== null);
  return open.length === 0 ? [] : ['It cannot be shown', ...open.map((each) => `- ${each}`)];
}
