/**
 * A policy file as an administrator has it: the values alone, or inside a browser's own file (Chrome on Linux, Firefox,
 * the Google Admin console).
 */
import { readJson, type TextFault } from './json-text.ts';
import { readTextFile } from './text-file.ts';

export type PolicyFile =
  | {
      readonly kind: 'policy';
      /** What the browser would hand to the guard. */
      readonly values: unknown;
      readonly lineOf: (path: string) => number;
      readonly twice: readonly (TextFault & { readonly path: string })[];
      /** Whose file it stands in; null when it is the values alone. */
      readonly inside: string | null;
    }
  | { readonly kind: 'no-policy'; readonly fault: TextFault }
  | { readonly kind: 'no-file'; readonly why: string };

/** Reads a policy file. */
export function readPolicyFile(path: string): PolicyFile {
  const file = readTextFile(path);
  if (file.kind === 'no-file') return file;
  return file.kind === 'text' ? policyIn(file.text) : { kind: 'no-policy', fault: { line: 1, message: file.why } };
}

/** The policy in a file's text. */
export function policyIn(text: string): PolicyFile {
  const json = readJson(text);
  if (json.kind === 'broken') return { kind: 'no-policy', fault: json.fault };
  const { values, inside, pathInFile } = unwrapped(json.value);
  return { kind: 'policy', values, inside, twice: json.twice, lineOf: (path) => json.lineOf(pathInFile(path)) };
}

interface Unwrapped {
  readonly values: unknown;
  readonly inside: string | null;
  readonly pathInFile: (path: string) => string;
}

function unwrapped(value: unknown): Unwrapped {
  const chrome = ownEntry(value, ['3rdparty', 'extensions'], 'Chrome');
  const firefox = ownEntry(value, ['policies', '3rdparty', 'Extensions'], 'Firefox');
  return chrome ?? firefox ?? consoleValues(value) ?? { values: value, inside: null, pathInFile: nestedPath(value) };
}

/** Of the extensions at a place of a browser's file, the one whose values are a policy of ours. */
function ownEntry(value: unknown, path: readonly string[], inside: string): Unwrapped | null {
  const extensions = path.reduce<unknown>((inner, key) => (isRecord(inner) ? inner[key] : undefined), value);
  const found = isRecord(extensions) ? Object.entries(extensions) : [];
  const [id, values] = found.find(([, each]) => isOurs(each)) ?? (found.length === 1 ? found[0] : undefined) ?? [];
  if (id === undefined) return null;
  const below = nestedPath(values);
  return { values, inside, pathInFile: (inner) => [...path, id, below(inner)].filter((part) => part !== '').join('.') };
}

/** {"key": {"Value": …}}, as the Google Admin console takes it. */
function consoleValues(value: unknown): Unwrapped | null {
  const entries = isRecord(value) ? Object.entries(value) : [];
  const given = entries.flatMap(([key, each]) =>
    isRecord(each) && Object.keys(each).join() === 'Value' ? [[key, each.Value] as const] : [],
  );
  if (entries.length === 0 || given.length < entries.length) return null;
  const values = Object.fromEntries(given);
  return { values, inside: 'Google Admin console', pathInFile: (path) => path.replace(/^[^.[]+/, '$&.Value') };
}

/** Where a path of the policy stands, when everything is under one more key or in one string. */
function nestedPath(value: unknown): (path: string) => string {
  if (!isRecord(value)) return (path) => path;
  if (Object.keys(value).length === 1 && isRecord(value.policy)) {
    const below = nestedPath(value.policy);
    return (path) => (path === 'policy' ? path : `policy.${below(path)}`);
  }
  return typeof value.policyJson === 'string' ? () => 'policyJson' : (path) => path;
}

function isOurs(value: unknown): boolean {
  return isRecord(value) && ['policyVersion', 'policyJson', 'policy'].some((key) => Object.hasOwn(value, key));
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
