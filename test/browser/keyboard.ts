/** A page of ours by keyboard alone: from stop to stop, each of which must show that it has the focus. */
import type { Page } from 'playwright-core';

/** More stops than any page of ours has. */
const MOST_STOPS = 80;

export interface Walk {
  /** How many times Tab was pressed. */
  readonly stops: number;
  /** Stops at which nothing shows where the keyboard is. */
  readonly unseen: readonly string[];
}

/** Presses Tab until this element has the focus; throws when it is never reached. */
export async function tabTo(page: Page, selector: string): Promise<Walk> {
  const unseen: string[] = [];
  for (let stops = 1; stops <= MOST_STOPS; stops++) {
    await page.keyboard.press('Tab');
    const at = (await page.evaluate(
      `(() => { const at = document.activeElement; const style = getComputedStyle(at);
        return { there: at.matches(${JSON.stringify(selector)}), name: at.id || at.textContent.slice(0, 40),
          seen: style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2 }; })()`,
    )) as { readonly there: boolean; readonly name: string; readonly seen: boolean };
    if (!at.seen) unseen.push(at.name);
    if (at.there) return { stops, unseen };
  }
  throw new Error(`${selector} cannot be reached by Tab`);
}

/** Starts again from the top of the page. */
export async function fromTheTop(page: Page): Promise<void> {
  await page.evaluate('document.activeElement.blur(); getSelection().removeAllRanges(); scrollTo(0, 0)');
  await page.reload();
  await page.locator('main h2').first().waitFor();
}
