/** The browsers that a command was asked for by --browser. */
import type { BrowserName } from '../browser/harness/find-browser.ts';

/** Both where none is named; null where it is neither. */
export function browsersNamed(name: string | undefined): readonly BrowserName[] | null {
  if (name === undefined) return ['chromium', 'firefox'];
  if (name === 'chrome' || name === 'chromium') return ['chromium'];
  return name === 'firefox' ? ['firefox'] : null;
}
