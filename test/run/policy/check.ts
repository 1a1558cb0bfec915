/** `npm run policy -- check FILE`: every fault with its place and line, or what the policy does in plain words. */

import { checkedPolicy } from '../../../src/background/check-policy.ts';
import type { PolicyFault } from '../../../src/core/policy/faults.ts';
import { givenValues } from '../../../src/core/policy/given.ts';
import { policyPrint } from '../../../src/core/policy/print.ts';
import type { Policy } from '../../../src/core/policy.ts';
import { hints } from './hints.ts';
import { type Outcome, refused, shown } from './outcome.ts';
import { type PolicyFile, readPolicyFile } from './policy-file.ts';
import { summary } from './summary.ts';

/** What is found out about a file. */
export interface Checked {
  readonly kind: 'good' | 'damaged';
  readonly faults: readonly (PolicyFault & { readonly line: number })[];
  readonly hints: readonly string[];
  /** Four hexadecimal digits, as help codes carry them. */
  readonly print: string;
  readonly policy: Policy | null;
}

/** Checks a file; `now` in milliseconds since the epoch. */
export function check(path: string, now: number, json: boolean): Outcome {
  const file = readPolicyFile(path);
  if (file.kind === 'no-file') return refused(`${path} ${file.why}.`);
  const checked = checkFile(file, now);
  const text = json ? asJson(path, checked) : asText(path, file, checked, now);
  return { code: checked.kind === 'good' ? 0 : 1, text };
}

/** The faults of a file, or its policy. */
export function checkFile(file: Exclude<PolicyFile, { kind: 'no-file' }>, now: number): Checked {
  const nothing = { hints: [], print: 'none', policy: null };
  if (file.kind === 'no-policy') return { kind: 'damaged', faults: [{ path: '', ...file.fault }], ...nothing };
  // As a browser hands it out, since that is where it goes.
  const reading = checkedPolicy(file.values, 'browser', now);
  const found: readonly PolicyFault[] =
    reading.kind === 'damaged' ? reading.faults : reading.kind === 'absent' ? [{ path: '', message: 'is empty' }] : [];
  const faults = [...file.twice, ...found.map((fault) => ({ ...fault, line: file.lineOf(fault.path) }))];
  const print = policyPrint(file.values);
  if (reading.kind !== 'good' || faults.length > 0) return { kind: 'damaged', faults, hints: [], print, policy: null };
  const given = givenValues(file.values);
  const values = given.kind === 'values' ? given.values : {};
  return { kind: 'good', faults: [], hints: hints(reading.policy, values, now), print, policy: reading.policy };
}

/** "FILE:LINE: path: message" for each fault, as editors understand it. */
export function faultLines(path: string, { faults }: Pick<Checked, 'faults'>): readonly string[] {
  return faults.map((fault) =>
    shown(`${path}:${fault.line}: ${fault.path === '' ? '' : `${fault.path}: `}${fault.message}`),
  );
}

function asText(path: string, file: PolicyFile, checked: Checked, now: number): string {
  if (checked.policy === null) {
    const count = checked.faults.length === 1 ? '1 fault' : `${checked.faults.length} faults`;
    return [
      ...faultLines(path, checked),
      '',
      `${count}. A policy with a fault is not applied: browsers keep the last good one, and agents may only write drafts.`,
    ].join('\n');
  }
  const inside = file.kind === 'policy' && file.inside !== null ? `, in a file for ${file.inside}` : '';
  return [
    `${path}: good (policy ${checked.print}${inside})`,
    '',
    ...summary(checked.policy, now).map(shown),
    ...(checked.hints.length === 0
      ? []
      : ['', 'Worth a second look', ...checked.hints.map((hint) => shown(`  ${hint}`))]),
  ].join('\n');
}

function asJson(path: string, { kind, faults, hints: found, print, policy }: Checked): string {
  return JSON.stringify({ file: path, kind, version: policy?.version ?? null, policy: print, faults, hints: found });
}
