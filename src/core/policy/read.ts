/**
 * The door of the policy. One wrong value makes the whole of it `damaged`: it is never applied by halves, and every
 * fault is named with the path to it.
 */
import { GMAIL_MATCH, type Policy } from '../policy.ts';
import { buildPolicy } from './build.ts';
import { consistencyFaults } from './consistency.ts';
import { MOST_FAULTS, type PolicyFault, pathOf, schemaFaults, unknownKey } from './faults.ts';
import { nameFaults } from './names.ts';
import { PRESETS } from './presets.ts';
import { LONGEST_POLICY_JSON, POLICY_JSON, POLICY_KEYS, type RawPolicy } from './schema.ts';
import { tableFaults, tableOf } from './table.ts';
import { twiceFaults } from './twice.ts';

export type PolicyReading =
  | { readonly kind: 'absent' }
  | { readonly kind: 'good'; readonly policy: Policy }
  | { readonly kind: 'damaged'; readonly faults: readonly PolicyFault[] };

/**
 * What stands when there never was a good policy: strict rules, and the one site whose address is known without any.
 * Agents write drafts there, no more.
 */
export const STRICT_DEFAULTS: Policy = buildPolicy({
  preset: 'strict',
  sites: [{ id: 'gmail', name: 'Gmail', kind: 'gmail', match: [GMAIL_MATCH] }],
});

/**
 * Reads what the browser's managed storage holds, or a policy file: its keys, or the same under "policy", or as one
 * string in "policyJson". An empty area is `absent`: not known yet, or no policy. `now` in milliseconds since the epoch.
 */
export function readPolicy(given: unknown, now: number): PolicyReading {
  const unwrapped = unwrap(given);
  if ('faults' in unwrapped) return damaged(unwrapped.faults);
  const entries = Object.entries(unwrapped.values).filter(([, value]) => value !== undefined);
  if (entries.length === 0) return { kind: 'absent' };
  const { good, wrong, faults } = checkKeys(entries);
  const all = [
    ...faults,
    ...droppedKeys(good, wrong),
    ...nameFaults(good, wrong),
    ...twiceFaults(good),
    ...consistencyFaults(good, now),
    ...(wrong.has('preset') ? [] : approvalFaults(good)),
  ];
  return all.length > 0 ? damaged(all) : { kind: 'good', policy: buildPolicy(good) };
}

type Unwrapped = { readonly values: object } | { readonly faults: readonly PolicyFault[] };

function unwrap(outer: unknown): Unwrapped {
  // Some tools for administrators put everything under one more key (registry and plist layouts); never under two.
  const nested = isRecord(outer) && Object.keys(outer).length === 1 && Object.hasOwn(outer, 'policy');
  const given = nested ? outer.policy : outer;
  if (!isRecord(given)) return fault(nested ? 'policy' : '', 'must be an object of policy keys');
  const keys = Object.keys(given).filter((key) => given[key] !== undefined);
  if (keys.includes(POLICY_JSON)) {
    const beside = keys.filter((key) => key !== POLICY_JSON && key !== 'policyVersion');
    return beside.length > 0
      ? fault(beside[0] ?? '', `stands beside "${POLICY_JSON}", which must hold the whole policy`)
      : fromJson(given[POLICY_JSON], given.policyVersion);
  }
  return { values: given };
}

function fromJson(text: unknown, version: unknown): Unwrapped {
  if (typeof text !== 'string') return fault(POLICY_JSON, 'must be the policy as one string of JSON');
  if (text.length > LONGEST_POLICY_JSON)
    return fault(POLICY_JSON, `is longer than ${LONGEST_POLICY_JSON.toLocaleString('en')} characters`);
  const value = parsed(text);
  if (typeof value === 'string') return fault(POLICY_JSON, `is no JSON: ${value}`);
  if (!isRecord(value.value)) return fault(POLICY_JSON, 'must hold an object of policy keys');
  if (Object.keys(value.value).length === 0) return fault(POLICY_JSON, 'is empty');
  if (version !== undefined && version !== value.value.policyVersion)
    return fault('policyVersion', `differs from the one in "${POLICY_JSON}"`);
  return { values: value.value };
}

function parsed(text: string): string | { readonly value: unknown } {
  try {
    return { value: JSON.parse(text) as unknown };
  } catch (error) {
    return error instanceof Error ? error.message : 'it cannot be read';
  }
}

/** Each key by its own schema; `wrong` are the keys that did not pass, `good` the values of those that did. */
function checkKeys(entries: readonly (readonly [string, unknown])[]): {
  readonly good: RawPolicy;
  readonly wrong: ReadonlySet<string>;
  readonly faults: readonly PolicyFault[];
} {
  const known = [...Object.keys(POLICY_KEYS), POLICY_JSON];
  const good: Record<string, unknown> = {};
  const wrong = new Set<string>();
  const faults: PolicyFault[] = [];
  for (const [key, value] of entries) {
    const schema = Object.hasOwn(POLICY_KEYS, key) ? POLICY_KEYS[key as keyof typeof POLICY_KEYS] : undefined;
    const found = schema === undefined ? [unknownKey(pathOf([key]), key, known)] : schemaFaults(key, schema, value);
    if (found.length === 0) good[key] = value;
    else wrong.add(key);
    for (const each of found) if (faults.length < MOST_FAULTS) faults.push(each);
    if (faults.length >= MOST_FAULTS) break;
  }
  if (!entries.some(([key]) => key === 'policyVersion')) faults.push({ path: 'policyVersion', message: 'is missing' });
  return { good: structuredCopy(good), wrong, faults };
}

/** Checked values by value: what the caller changes later changes no policy. */
function structuredCopy(values: Record<string, unknown>): RawPolicy {
  return JSON.parse(JSON.stringify(values)) as RawPolicy;
}

/** A browser drops a whole key with one wrong value in silence; the list of keys that the policy carries shows it. */
function droppedKeys(raw: RawPolicy, wrong: ReadonlySet<string>): readonly PolicyFault[] {
  return (raw.policyKeys ?? []).flatMap((key, index) => {
    if (!Object.hasOwn(POLICY_KEYS, key)) return [unknownKey(`policyKeys[${index}]`, key, Object.keys(POLICY_KEYS))];
    return raw[key as keyof RawPolicy] === undefined && !wrong.has(key)
      ? [{ path: key, message: 'is listed in policyKeys but absent: a browser drops a key with a wrong type' }]
      : [];
  });
}

function approvalFaults(raw: RawPolicy): readonly PolicyFault[] {
  return tableFaults(tableOf(PRESETS[raw.preset ?? 'balanced'].table, raw.approval));
}

function damaged(faults: readonly PolicyFault[]): PolicyReading {
  const one = new Map(faults.map((each) => [`${each.path} ${each.message}`, each]));
  return { kind: 'damaged', faults: [...one.values()].slice(0, MOST_FAULTS) };
}

function fault(path: string, message: string): Unwrapped {
  return { faults: [{ path, message }] };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
