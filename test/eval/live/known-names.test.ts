/** A tool's own process finds the stand-in company on this machine, by each way in which node looks a name up. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { knowsNames } from './known-names.ts';

const run = promisify(execFile);

const SCRIPT = `
import { lookup as byCallback } from 'node:dns';
import { lookup } from 'node:dns/promises';
const called = (...rest) => new Promise((answer) => byCallback('forum.corp.example', ...rest, (...said) => answer(said)));
const there = (name) => lookup(name, { all: true }).catch(({ code }) => code);
console.log(JSON.stringify([
  await there('forum.corp.example'), await lookup('forum.corp.example'),
  await called(), await called({ all: true }), await there('127.0.0.1'), await there('no.corp.invalid'),
]));`;

it('and every other name as ever', async () => {
  const env = knowsNames(['forum.corp.example', 'mail.google.com']);
  const { stdout } = await run(process.execPath, ['--input-type=module', '--eval', SCRIPT], { env });
  const here = { address: '127.0.0.1', family: 4 };
  const [all, one, called, calledAll, address, other] = JSON.parse(stdout) as readonly unknown[];
  expect([all, one, address]).toEqual([[here], here, [here]]);
  expect([called, calledAll]).toEqual([
    [null, '127.0.0.1', 4],
    [null, [here]],
  ]);
  expect(['ENOTFOUND', 'EAI_AGAIN']).toContain(other);
});
