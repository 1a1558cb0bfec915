/**
 * Our keys are the browser's to hear. In Firefox a page that hears a key first can take it (seen in ESR 153), and so
 * could keep a person from stopping agents; here no page hears them.
 */
import browser from 'webextension-polyfill';
import { isKey } from './key-name.ts';

const HEARD = ['keydown', 'keypress', 'keyup'] as const;

export class OwnKeys {
  /** Those of the manifest, until the background has said what the person has made of them. */
  #keys: readonly string[] = Object.values(browser.runtime.getManifest().commands ?? {}).flatMap(
    ({ suggested_key: key }) => key?.default ?? [],
  );

  /** Hides our keys from this page from now on; made before everything else that listens in it. */
  constructor() {
    for (const type of HEARD)
      addEventListener(
        type,
        (event) => {
          if (event.isTrusted && this.#keys.some((key) => isKey(event, key))) event.stopImmediatePropagation();
        },
        true,
      );
  }

  /** The keys as the browser has them now; the page hears those that are ours no longer. */
  follow(keys: readonly string[]): void {
    this.#keys = keys;
  }
}
