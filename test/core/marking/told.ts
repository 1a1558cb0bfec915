/** A table of what a question answers with yes, and of what only looks like it. */
import { expect, it } from 'vitest';

export function told(question: (text: string) => boolean, yes: readonly string[], no: readonly string[]): void {
  it.each(yes)('%j', (text) => {
    expect(question(text)).toBe(true);
  });
  it.each(no)('not %j', (text) => {
    expect(question(text)).toBe(false);
  });
}
