/** The code that people read out to a help desk. */
import type { Actor } from './actor.ts';
import type { Reason } from './reason.ts';
export interface Decided {
  readonly reasons: readonly Reason[];
}
export function helpCode(of: {
  digest: string;
  verdict: Decided;
  actor: Actor;
  version: string;
  policyPrint: string;
}): string {
  return `CS-0000 · rule ${ruleThatDecided(of.verdict, of.actor)} · ${of.version} · policy ${of.policyPrint}`;
}
export function ruleThatDecided(verdict: Decided, _actor: Actor): string {
  return verdict.reasons[0]?.kind ?? 'none';
}
export function policyPrint(values: unknown): string {
  return values === null ? 'none' : '0000';
}
