/** The forms in which a policy comes: its keys, the same under one more key "policy", or as one string in "policyJson". */
import { type PolicyFault, pathOf } from './faults.ts';
import { keyTwice } from './json-keys.ts';
import { LONGEST_POLICY_JSON, POLICY_JSON } from './schema.ts';

export type GivenPolicy =
  | {
      readonly kind: 'values';
      /** `json`: as one string, which no browser can have dropped parts of. */
      readonly form: 'keys' | 'json';
      readonly values: Readonly<Record<string, unknown>>;
    }
  | { readonly kind: 'faults'; readonly faults: readonly PolicyFault[] };

/** The keys and values of a policy in whichever form it came. */
export function givenValues(outer: unknown): GivenPolicy {
  // Some tools for administrators put everything under one more key (registry and plist layouts); never under two.
  const nested = isRecord(outer) && Object.keys(outer).length === 1 && Object.hasOwn(outer, 'policy');
  const given = nested ? outer.policy : outer;
  if (!isRecord(given)) return fault(nested ? 'policy' : '', 'must be an object of policy keys');
  const keys = Object.keys(given).filter((key) => given[key] !== undefined);
  if (!keys.includes(POLICY_JSON)) return { kind: 'values', form: 'keys', values: given };
  const beside = keys.filter((key) => key !== POLICY_JSON && key !== 'policyVersion');
  return beside.length > 0
    ? fault(POLICY_JSON, `must hold the whole policy, but "${beside[0]}" stands beside it`)
    : fromJson(given[POLICY_JSON], given.policyVersion);
}

function fromJson(text: unknown, version: unknown): GivenPolicy {
  if (typeof text !== 'string') return fault(POLICY_JSON, 'must be the policy as one string of JSON');
  if (text.length > LONGEST_POLICY_JSON)
    return fault(POLICY_JSON, `is longer than ${LONGEST_POLICY_JSON.toLocaleString('en')} characters`);
  const value = parsed(text);
  if (typeof value === 'string') return fault(POLICY_JSON, `is no JSON: ${value}`);
  const twice = keyTwice(text);
  if (twice !== null)
    return fault(POLICY_JSON, `"${pathOf([twice])}" stands twice in one object: only the last would count`);
  if (!isRecord(value.value)) return fault(POLICY_JSON, 'must hold an object of policy keys');
  if (Object.keys(value.value).length === 0) return fault(POLICY_JSON, 'is empty');
  if (version !== undefined && version !== value.value.policyVersion)
    return fault('policyVersion', `differs from the one in "${POLICY_JSON}"`);
  return { kind: 'values', form: 'json', values: value.value };
}

function parsed(text: string): string | { readonly value: unknown } {
  try {
    return { value: JSON.parse(text) as unknown };
  } catch (error) {
    // Nothing else is thrown there.
    return (error as SyntaxError).message;
  }
}

function fault(path: string, message: string): GivenPolicy {
  return { kind: 'faults', faults: [{ path, message }] };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
