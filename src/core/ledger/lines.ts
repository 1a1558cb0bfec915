/** A ledger as a file has it: one entry a line, as JSON; from a collector also within what was exported. */

/** Each line's value; a line that is not JSON stands as its text, which is no entry. Empty lines count for nothing. */
export function ledgerLines(text: string): readonly unknown[] {
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => entryIn(parsed(line)));
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line) as unknown;
  } catch {
    return line;
  }
}

/** The entry within an exported event, or the value as it is. */
function entryIn(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  const { unmapped } = value as { readonly unmapped?: unknown };
  if (typeof unmapped !== 'object' || unmapped === null) return value;
  return (unmapped as { readonly countersign_entry?: unknown }).countersign_entry ?? value;
}

/** The lines without those that were there before, word for word: a collector may get an entry twice. */
export function withoutRepeats(lines: readonly unknown[]): readonly unknown[] {
  const seen = new Set<string>();
  return lines.filter((line) => {
    const text = JSON.stringify(line);
    if (seen.has(text)) return false;
    seen.add(text);
    return true;
  });
}
