/** The browser says that it is driven by automation (WebDriver, BiDi, DevTools on port 0). False for a fixed port. */
import type { PageSign } from '../core/actor.ts';

/** The sign in a navigator, or null. */
export function webdriver(navigator: { readonly webdriver?: boolean }): PageSign | null {
  return navigator.webdriver === true ? 'webdriver' : null;
}
