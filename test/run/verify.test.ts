/** The command as a person runs it, and the README's way without anything of ours. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { Entry } from '../../src/core/ledger.ts';
import { diceOf, madeLedger, newInstallation, prunedLedger } from '../eval/ledger/made.ts';

const folder = mkdtempSync(join(tmpdir(), 'countersign-verify-'));
afterAll(() => rmSync(folder, { recursive: true }));

const dice = diceOf(7);
const by = newInstallation();
const ledger = madeLedger(dice, by, 40);
const other = newInstallation().key;
const head = `${ledger.at(-1)?.seq}:${ledger.at(-1)?.hash}`;

function file(lines: readonly unknown[], name = 'ledger.jsonl'): string {
  const path = join(folder, name);
  writeFileSync(path, lines.map((line) => `${typeof line === 'string' ? line : JSON.stringify(line)}\n`).join(''));
  return path;
}

function verify(...args: readonly string[]): { readonly code: number | null; readonly out: string } {
  const { status, stdout } = spawnSync(process.execPath, ['--import', 'tsx', 'test/run/verify.ts', ...args], {
    encoding: 'utf8',
  });
  return { code: status, out: stdout };
}

describe('npm run verify', () => {
  it('says of a whole ledger what is sure, and what cannot be shown', () => {
    const path = file(ledger);
    const { code, out } = verify(path);
    expect(code).toBe(0);
    expect(out).toContain(`valid: entries 1 to ${ledger.length}, head ${head}`);
    expect(out).toContain('which the ledger names itself');
    expect(out).toMatch(/It cannot be shown\n- that the whole was not written anew/);
    const known = verify(path, '--key', by.key, '--head', head);
    expect(known.out).toMatch(
      /which you named\.\nIt cannot be shown\n- that entries \d+ to \d+, which nobody has signed/,
    );
  });

  it('takes a key from a file, says what was removed by policy, and speaks JSON', () => {
    const path = file(prunedLedger(dice, by, 30));
    expect(verify(path, '--key', file([by.key], 'key')).out).toMatch(/Entries 1 to \d+ were removed by policy/);
    expect(JSON.parse(verify(path, '--json').out)).toMatchObject({ kind: 'valid', key: by.key });
  });

  it.each<[string, readonly unknown[], readonly string[], RegExp]>([
    [
      'an edited entry',
      ledger.map((e, i) => (i === 4 ? { ...e, at: 1 } : e)),
      [],
      /BROKEN at line 5: entry 5 was changed/,
    ],
    ['a line that is not JSON', [...ledger.slice(0, 2), '{"seq":3,'], [], /BROKEN at line 3: entry 3 is not an entry/],
    [
      'a known head that is not reached',
      ledger.slice(0, 9),
      ['--head', head],
      /entry 10 and all after it were cut off/,
    ],
    ['the key of another browser', ledger, ['--key', other], /does not fit what was signed/],
    ['an entry twice', [...ledger, ledger.at(-1)], [], /one that was there before comes again/],
  ])('names the first break: %s', (_name, lines, options, said) => {
    const { code, out } = verify(file(lines), ...options);
    expect([code, said.test(out)], out).toEqual([1, true]);
  });

  it('leaves out what a collector has got twice', () => {
    expect(verify(file([...ledger.slice(0, 9), ...ledger.slice(5)]), '--collected').code).toBe(0);
  });

  it.each([
    [[join(folder, 'nothing')]],
    [[]],
    [['a', 'b']],
    [[file(ledger), '--key', 'nonsense']],
    [[file(ledger), '--head', '5']],
  ])('ends with 2 where it cannot begin: %j', (args) => {
    expect(verify(...args).code).toBe(2);
  });
});

const hasTools = ['jq', 'openssl', 'bash'].every((tool) => spawnSync(tool, ['--version']).error === undefined);

/** The script of the README, between its fences. */
function recipe(): string {
  const found = /```bash\n(#!\/bin\/bash\n# Countersign ledger[\s\S]*?)```/.exec(readFileSync('README.md', 'utf8'));
  if (found?.[1] === undefined) throw new Error('the README has no recipe');
  return found[1];
}

describe.skipIf(!hasTools)('with jq and openssl alone, as the README says', () => {
  const script = file([recipe()], 'verify.sh');
  const run = (lines: readonly unknown[], key: string): { readonly code: number | null; readonly out: string } => {
    const { status, stdout, stderr } = spawnSync('bash', [script, file(lines), key], { encoding: 'utf8' });
    return { code: status, out: `${stdout}${stderr}` };
  };
  const without = (at: number) => ledger.filter((_, i) => i !== at);
  const edited = (change: (entry: Entry) => object) => ledger.map((e, i) => (i === 12 ? change(e) : e));

  it('a whole ledger is valid', () => {
    expect(run(ledger, by.key)).toMatchObject({
      code: 0,
      out: expect.stringContaining(`valid: ${ledger.length} entries from 1 on`),
    });
  });

  it.each<[string, readonly unknown[], string, RegExp]>([
    ['an edited entry', edited((e) => ({ ...e, at: e.at + 1 })), by.key, /BROKEN at line 13/],
    ['a dropped entry', without(12), by.key, /BROKEN at line 13/],
    ['another key', ledger, other, /BROKEN at line 2/],
  ])('%s is not', (_name, lines, key, said) => {
    const { code, out } = run(lines, key);
    expect([code, said.test(out)], out).toEqual([1, true]);
  });

  it('and it says so with the tools that are here', () => {
    expect(execFileSync('jq', ['--version'], { encoding: 'utf8' })).toContain('jq');
  });
});
