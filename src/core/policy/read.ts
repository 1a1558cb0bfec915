/**
 * The door of the policy. One wrong value makes the whole of it `damaged`: it is never applied by halves, and every
 * fault is named with the path to it.
 */
import { GMAIL_MATCH, type Policy } from '../policy.ts';
import { buildPolicy } from './build.ts';
import { consistencyFaults } from './consistency.ts';
import { MOST_FAULTS, type PolicyFault, pathOf, schemaFaults, unknownKey } from './faults.ts';
import { givenValues } from './given.ts';
import { nameFaults } from './names.ts';
import { PRESETS } from './presets.ts';
import { POLICY_JSON, POLICY_KEYS, type RawPolicy } from './schema.ts';
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
 * Where the values come from. A browser hands them out key by key and drops a key with one wrong value in silence
 * (Chromium 156, measured), so there the policy must name its keys and at least one site; a file is read whole or not at all.
 */
export type PolicyCarrier = 'browser' | 'file';

/**
 * Reads what the browser's managed storage holds, or a policy file: its keys, or the same under "policy", or as one
 * string in "policyJson". An empty area is `absent`: not known yet, or no policy. `now` in milliseconds since the epoch.
 */
export function readPolicy(given: unknown, now: number, carrier: PolicyCarrier = 'file'): PolicyReading {
  const found = givenValues(given);
  if (found.kind === 'faults') return damaged(found.faults);
  const entries = Object.entries(found.values).filter(([, value]) => value !== undefined);
  if (entries.length === 0) return { kind: 'absent' };
  const { good, wrong, faults } = checkKeys(entries);
  const all = [
    ...faults,
    ...missingKeys(entries, carrier, found.form),
    ...droppedKeys(good, wrong),
    ...nameFaults(good, wrong),
    ...twiceFaults(good),
    ...consistencyFaults(good, now),
    ...(wrong.has('preset') ? [] : approvalFaults(good)),
  ];
  return all.length > 0 ? damaged(all) : { kind: 'good', policy: buildPolicy(good) };
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
    faults.push(...found);
    if (faults.length >= MOST_FAULTS) break;
  }
  return { good: structuredCopy(good), wrong, faults };
}

/** What every policy needs; in a browser a site to guard, and unless it came as one string the list of its keys. */
function missingKeys(
  entries: readonly (readonly [string, unknown])[],
  carrier: PolicyCarrier,
  form: 'keys' | 'json',
): readonly PolicyFault[] {
  const isMissing = (key: string) => !entries.some(([each]) => each === key);
  const found: PolicyFault[] = [];
  if (isMissing('policyVersion')) found.push({ path: 'policyVersion', message: 'is missing' });
  if (carrier === 'browser' && isMissing('sites'))
    found.push({ path: 'sites', message: 'is missing: nothing would be guarded' });
  if (carrier === 'browser' && form === 'keys' && isMissing('policyKeys')) {
    const names = entries.flatMap(([key]) => (Object.hasOwn(POLICY_KEYS, key) ? [key] : [])).join(', ');
    found.push({
      path: 'policyKeys',
      message: `is missing: list the names of all keys (${names}), or give all as "${POLICY_JSON}"; browsers drop wrong keys in silence`,
    });
  }
  return found;
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
