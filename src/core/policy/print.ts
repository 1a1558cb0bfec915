/** Short marks that tell one policy, or one damage of it, from another, for help codes. */
import { toWellFormed } from '../action.ts';
import { canonicalJson, type Json, sha256Hex } from '../canonical.ts';
import type { PolicyFault } from './faults.ts';
import { givenValues } from './given.ts';

/**
 * Four hexadecimal digits that tell one policy from another, in whichever form it came: over the canonical JSON of its
 * values. "none" without any.
 */
export function policyPrint(raw: unknown): string {
  const given = givenValues(raw);
  const text = canonicalJson(jsonOf(given.kind === 'values' ? given.values : raw));
  return text === '{}' || text === 'null' ? 'none' : sha256Hex(text).slice(0, 4);
}

/** The digest of a policy's faults, for the code on the banner of a damaged policy. */
export function faultsDigest(faults: readonly PolicyFault[]): string {
  return sha256Hex(canonicalJson(jsonOf(faults)));
}

/** Deeper nothing in a policy goes that could be meant. */
const DEEPEST = 64;

/** Re-made as JSON that has a canonical form, whatever it was. */
function jsonOf(value: unknown, depth = 0): Json {
  if (typeof value === 'string') return toWellFormed(value);
  if (typeof value === 'boolean' || (typeof value === 'number' && Number.isFinite(value))) return value;
  if (typeof value !== 'object' || value === null || depth > DEEPEST) return null;
  if (Array.isArray(value)) return value.map((each) => jsonOf(each, depth + 1));
  const members = Object.entries(value).filter(([, each]) => each !== undefined);
  return Object.fromEntries(members.map(([key, each]) => [toWellFormed(key), jsonOf(each, depth + 1)]));
}
