/**
 * What is sensitive without any mark: secrets, payment cards, bank accounts, and national numbers where policy asks.
 * A finding says where and what, never the text. It is the caller who raises the label, by what policy says of each
 * detector.
 *
 * In the background, for a draft or a request's body:
 *
 *   findSensitive(text, policy's detectors, SECRET_RULES)       // secret-rules.ts; at most TEXT_MAX UTF-16 units
 *
 * runs to the end; what is longer than TEXT_MAX cannot be judged and is to be treated as unknown. Findings depend on
 * the text, detectors and rules alone, so they may be kept by the text's hash. Where nothing may block (a page, or a
 * text in the worker that is not about to be sent) take `scan` and give others a turn at its pauses:
 *
 *   let turn = performance.now();
 *   for (const each of scan(text, detectors, SECRET_RULES)) {
 *     if (each !== 'pause') found.push(each);
 *     else if (performance.now() - turn > 8) { await a new task; turn = performance.now(); }
 *   }
 *
 * Administrators' own patterns are the background's (admin-patterns.ts).
 */
import { scanCards } from './sensitive/card.ts';
import type { DetectorId, Finding, Scan } from './sensitive/finding.ts';
import { scanIbans } from './sensitive/iban.ts';
import { scanNationalIds } from './sensitive/national-ids.ts';
import type { SecretRule } from './sensitive/secret-rule.ts';
import { scanSecrets } from './sensitive/secrets.ts';

export { DETECTOR_IDS, type DetectorId, type Finding } from './sensitive/finding.ts';

/** The longest text that is scanned in one go, in UTF-16 units. */
export const TEXT_MAX = 1_000_000;

/** More of one detector change nothing: the label is the same, and nobody reads them all. */
export const FINDINGS_MAX = 1_000;

/** All findings in a text, in its order. Throws when it is longer than TEXT_MAX. */
export function findSensitive(
  text: string,
  detectors: readonly DetectorId[],
  rules: readonly SecretRule[],
): readonly Finding[] {
  if (text.length > TEXT_MAX) throw new RangeError(`a text of ${text.length} units is not scanned in one go`);
  const found: Finding[] = [];
  for (const each of scan(text, detectors, rules)) if (each !== 'pause') found.push(each);
  return found.sort((a, b) => a.span.from - b.span.from || a.span.to - b.span.to);
}

/** The same in pieces, detector by detector; between two pauses lies work on a bounded part of the text. */
export function* scan(text: string, detectors: readonly DetectorId[], rules: readonly SecretRule[]): Scan {
  for (const detector of new Set(detectors)) {
    let found = 0;
    for (const each of scanFor(detector, text, rules)) {
      yield each;
      if (each !== 'pause' && ++found === FINDINGS_MAX) break;
    }
  }
}

function scanFor(detector: DetectorId, text: string, rules: readonly SecretRule[]): Scan {
  switch (detector) {
    case 'secret':
      return scanSecrets(text, rules);
    case 'card':
      return scanCards(text);
    case 'iban':
      return scanIbans(text);
    default:
      return scanNationalIds(text, detector);
  }
}
