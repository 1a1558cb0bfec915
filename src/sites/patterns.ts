/** The sites' anchored regular expressions, which the browsers' rules take as texts and we as compiled ones. */

const compiled = new Map<string, RegExp>();

/** Whether a text matches one of these as a whole. */
export function matchesAny(patterns: readonly string[], text: string): boolean {
  return patterns.some((pattern) => compiledFor(pattern).test(text));
}

/** Compiled once each: every request to a guarded host is matched. There are only as many as the sites have. */
function compiledFor(pattern: string): RegExp {
  const known = compiled.get(pattern) ?? new RegExp(`^(?:${pattern})$`, 's');
  compiled.set(pattern, known);
  return known;
}
