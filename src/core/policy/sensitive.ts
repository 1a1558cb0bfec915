/** Which content counts as labelled without any mark, and under which label of the organisation. */
import { UNKNOWN_MARK } from '../marking.ts';
import type { PolicyLabel, SensitiveContent } from '../policy.ts';
import { labelsOf, rankAt } from './labels.ts';
import type { RawPolicy } from './schema.ts';

/**
 * Secrets and card numbers are looked for unless policy lists other detectors. Account numbers (IBAN) stand in every
 * invoice and national ids in every personnel mail, so these only where policy asks.
 */
const BY_DEFAULT = [
  ['secret', 3],
  ['card', 2],
] as const;

/** What is looked for, and the label that a finding gives. */
export function sensitiveOf(raw: RawPolicy): SensitiveContent {
  const labels = labelsOf(raw);
  const byDefault = BY_DEFAULT.map(
    ([detector, position]) => [detector, labelFrom(rankAt(position, raw.labels ?? []), labels)] as const,
  );
  const asked = raw.sensitive?.detectors?.map(({ detector, label }) => [detector, label] as const);
  const patterns = (raw.sensitive?.patterns ?? []).map((each, i) => ({
    ...each,
    path: `sensitive.patterns[${i}].pattern`,
  }));
  return { detectors: new Map<string, string>(asked ?? byDefault), patterns: [...patterns, ...labelPatterns(raw)] };
}

/** A label's own patterns are looked for as sensitive content is, under the label's name. */
function labelPatterns(raw: RawPolicy): SensitiveContent['patterns'] {
  return (raw.labels ?? []).flatMap(({ id, name, patterns }, i) =>
    (patterns ?? []).map((pattern, j) => ({
      id: `label ${id} ${j}`,
      name,
      pattern,
      label: id,
      path: `labels[${i}].patterns[${j}]`,
    })),
  );
}

/** Ids of all that is looked for: what rules can speak of. */
export function detectorIds(raw: RawPolicy): ReadonlySet<string> {
  const detectors = raw.sensitive?.detectors?.map((each) => each.detector) ?? BY_DEFAULT.map(([detector]) => detector);
  return new Set([...detectors, ...(raw.sensitive?.patterns ?? []).map((each) => each.id)]);
}

/** The mildest label of at least this rank; where none is so strict, the strictest. */
function labelFrom(rank: number, labels: readonly PolicyLabel[]): string {
  const known = labels.filter((label) => label.id !== UNKNOWN_MARK);
  const strictest = [...known].sort((a, b) => b.rank - a.rank)[0];
  const enough = known.filter((label) => label.rank >= rank).sort((a, b) => a.rank - b.rank)[0];
  return (enough ?? strictest)?.id ?? UNKNOWN_MARK;
}
