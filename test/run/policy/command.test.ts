/** The command itself, as a process: what it prints where, and how it ends. The rest is tested by function. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { managedSchema } from '../../../src/core/policy/managed-schema.ts';
import { corpPolicy } from '../../workspace/policy.ts';
import { HELP, HELP_OF } from './help.ts';

const directory = mkdtempSync(join(tmpdir(), 'countersign-policy-'));
afterAll(() => rmSync(directory, { recursive: true, force: true }));

const good = join(directory, 'good.json');
writeFileSync(good, JSON.stringify(corpPolicy('https://collector.example/')));

function policy(...options: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--import', 'tsx', 'test/run/policy.ts', ...options],
    {
      encoding: 'utf8',
    },
  );
  return { status, stdout: stdout.trimEnd(), stderr: stderr.trimEnd() };
}

it('ends with 0 and prints what a good policy does', () => {
  const { status, stdout, stderr } = policy('check', good);
  expect([status, stderr]).toEqual([0, '']);
  expect(stdout).toContain(`${good}: good`);
});

it('ends with 1 and prints the faults, for machines as one object', () => {
  const bad = join(directory, 'bad.json');
  writeFileSync(bad, '{ "killSwitch": 1 }');
  const { status, stdout } = policy('check', bad, '--json');
  expect([status, (JSON.parse(stdout) as { faults: unknown[] }).faults.length]).toEqual([1, 4]);
});

it('ends with 2, and says why on the error stream', () => {
  expect(policy('check', directory)).toEqual({ status: 2, stdout: '', stderr: `${directory} is a directory.` });
});

it('ends with 2 and its help when it makes no sense', () => {
  expect(policy('chekc', good)).toEqual({ status: 2, stdout: '', stderr: HELP });
});

it('has help for one command', () => {
  expect(policy('explain', '--help')).toEqual({ status: 0, stdout: HELP_OF.explain, stderr: '' });
});

it('prints the managed schema whole, also into a pipe', () => {
  expect(JSON.parse(policy('schema').stdout)).toEqual(managedSchema());
});

it('takes a code without quotation marks', () => {
  const { status, stdout } = policy('explain', 'CS-7F3K', '·', 'rule', 'killed', '·', '0.1.0', '·', 'policy', 'none');
  expect([status, stdout]).toEqual([0, expect.stringContaining('All agents were stopped')]);
});

it('writes the examples', () => {
  const { status } = policy('examples', good, '--out', join(directory, 'out'));
  expect([status, JSON.parse(readFileSync(join(directory, 'out', 'policy.json'), 'utf8'))]).toEqual([
    0,
    JSON.parse(readFileSync(good, 'utf8')),
  ]);
});
