/** What a detector finds in a text: the rule, and the text there. */
import { type DetectorId, findSensitive } from '../../../src/core/sensitive.ts';

export function found(text: string, detector: DetectorId): readonly string[] {
  return findSensitive(text, [detector], []).map(
    ({ rule, span }) => `${rule} ${JSON.stringify(text.slice(span.from, span.to))}`,
  );
}
