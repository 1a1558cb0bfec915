/**
 * Our keys are the browser's to hear. In Firefox a page that hears a key first can take it (seen in ESR 153), and so
 * could keep a person from stopping agents; here no page hears them. Keys that a person has given us instead of those
 * of the manifest are not known here, and stay the page's to take.
 */
import browser from 'webextension-polyfill';
import { isKey } from './key-name.ts';

const HEARD = ['keydown', 'keypress', 'keyup'] as const;

/** Hides our keys from this page from now on; before everything else that listens in it. */
export function hideOwnKeys(): void {
  const keys = Object.values(browser.runtime.getManifest().commands ?? {}).flatMap(
    ({ suggested_key: key }) => key?.default ?? [],
  );
  for (const type of HEARD)
    addEventListener(
      type,
      (event) => {
        if (event.isTrusted && keys.some((key) => isKey(event, key))) event.stopImmediatePropagation();
      },
      true,
    );
}
