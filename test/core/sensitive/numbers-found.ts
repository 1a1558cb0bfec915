/** What a detector finds in a text: the rule, and the text there. */
import { expect } from 'vitest';
import { type DetectorId, findSensitive } from '../../../src/core/sensitive.ts';

export function found(text: string, detector: DetectorId): readonly string[] {
  return findSensitive(text, [detector], []).map((each) => {
    expect(each.detector).toBe(detector);
    return `${each.rule} ${JSON.stringify(text.slice(each.span.from, each.span.to))}`;
  });
}
