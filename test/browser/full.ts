/** How much of the long tables is tried: all of it with COUNTERSIGN_FULL=1, else a part that the test names. */
import type { BrowserName } from './harness/find-browser.ts';
import { wantedBrowsers } from './stage.ts';

export const FULL = process.env.COUNTERSIGN_FULL === '1';

/**
 * The browsers in which something long is tried: with every test in one, since what browsers do differently is tried in
 * both elsewhere; in all with COUNTERSIGN_FULL=1, and in the other where only that is wanted.
 */
export function mostlyIn(one: BrowserName): readonly BrowserName[] {
  const wanted = wantedBrowsers();
  return FULL || !wanted.includes(one) ? wanted : [one];
}

/** The table, or the rows that are tried each time in this browser, by the words that their names begin with. */
export function shortened<T>(
  table: readonly T[],
  nameOf: (row: T) => string,
  browser: BrowserName,
  short: Readonly<Record<BrowserName, readonly string[]>>,
): readonly T[] {
  if (FULL) return table;
  const rows = table.filter((row) => short[browser].some((words) => nameOf(row).startsWith(words)));
  const missing = short[browser].filter((words) => !table.some((row) => nameOf(row).startsWith(words)));
  if (missing.length > 0) throw new Error(`no row of the table is called ${missing.join(', ')}`);
  return rows;
}
