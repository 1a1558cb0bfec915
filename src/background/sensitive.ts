/** Sensitive content in a text, and the labels that policy gives it. Scanned once for each text, however often it is judged. */
import { UNKNOWN_MARK } from '../core/marking.ts';
import type { Policy, SensitiveContent } from '../core/policy.ts';
import type { FoundContent } from '../core/reason.ts';
import { SECRET_RULES } from '../core/sensitive/secret-rules.ts';
import { DETECTOR_IDS, findSensitive, TEXT_MAX } from '../core/sensitive.ts';
import { type CompiledPattern, compilePatterns, findPatterns } from './admin-patterns.ts';

export interface Sensitive {
  readonly found: readonly FoundContent[];
  /** Ids of the labels that follow from it. */
  readonly labels: readonly string[];
}

const NOTHING: Sensitive = { found: [], labels: [] };

/** Texts whose result is remembered: a draft is judged at each pause in typing and again when it goes. */
const MOST_TEXTS = 12;

let known: { readonly of: SensitiveContent | null; readonly patterns: readonly CompiledPattern[] } = {
  of: null,
  patterns: [],
};
const results = new Map<string, Sensitive>();

/** What policy looks for, in this text. A text too long to be searched counts as carrying the worst. */
export function sensitiveIn({ sensitive }: Policy, text: string): Sensitive {
  if (text === '') return NOTHING;
  if (text.length > TEXT_MAX) return { found: [], labels: [UNKNOWN_MARK] };
  if (known.of !== sensitive) {
    known = { of: sensitive, patterns: compilePatterns(sensitive.patterns).ok };
    results.clear();
  }
  const before = results.get(text);
  if (before !== undefined) return before;
  const result = search(sensitive, text);
  results.set(text, result);
  for (const oldest of results.keys()) {
    if (results.size <= MOST_TEXTS) break;
    results.delete(oldest);
  }
  return result;
}

function search(sensitive: SensitiveContent, text: string): Sensitive {
  const wanted = DETECTOR_IDS.filter((each) => sensitive.detectors.has(each));
  const counts = new Map<string, number>();
  for (const { detector, rule } of [
    ...findSensitive(text, wanted, SECRET_RULES),
    ...findPatterns(text, known.patterns),
  ]) {
    const key = detector === 'pattern' ? rule : detector;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const patterns = new Map(sensitive.patterns.map((each) => [each.id, each]));
  const found = [...counts].map(
    ([detector, count]): FoundContent => ({ detector, name: patterns.get(detector)?.name ?? null, count }),
  );
  const labels = found.flatMap(
    ({ detector }) => sensitive.detectors.get(detector) ?? patterns.get(detector)?.label ?? [],
  );
  return { found, labels: [...new Set(labels)] };
}
