/** The codes that people read out to a help desk: which rule, which version, which policy; nothing of the act itself. */
import browser from 'webextension-polyfill';
import { helpCode } from '../core/help-code.ts';
import type { Hold } from '../core/hold.ts';
import { faultsDigest, policyPrint } from '../core/policy/print.ts';
import type { GuardState } from './state.ts';

/** For one held or refused act. */
export function holdHelpCode(state: GuardState, hold: Hold): string {
  return helpCode({
    digest: hold.digest,
    verdict: hold.verdict,
    actor: hold.attribution.actor,
    version: browser.runtime.getManifest().version,
    policyPrint: printOf(state),
  });
}

/** For the banner over damaged settings. */
export function policyHelpCode(state: GuardState): string {
  return helpCode({
    digest: faultsDigest(state.policyFaults),
    verdict: 'policy-damaged',
    actor: 'unknown',
    version: browser.runtime.getManifest().version,
    policyPrint: printOf(state),
  });
}

/** A policy is printed once: its values do not change while it is in force. */
let printed: { readonly values: unknown; readonly print: string } = { values: null, print: policyPrint(null) };

function printOf(state: GuardState): string {
  if (printed.values !== state.policyValues)
    printed = { values: state.policyValues, print: policyPrint(state.policyValues) };
  return printed.print;
}
