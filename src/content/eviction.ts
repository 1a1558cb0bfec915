/**
 * A frame of ours in the page: Chrome lets no other extension's debugger into a tab that has one, and throws out those
 * that are there (measured, 156). Only while agents are stopped here or a person has taken the tab back, since it would
 * break other people's agents. The frame has no script and no power; a client of the remote protocol is not evicted.
 */
import browser from 'webextension-polyfill';
import { Rooted } from './rooted.ts';

/** Firefox lets no extension drive a tab by a debugger, so there is nobody to evict. */
const CAN_EVICT = !browser.runtime.getURL('').startsWith('moz-extension:');

/** A frame that has not loaded by now was kept from it, in milliseconds. */
const LOADED_WITHIN_MS = 3_000;

export class Eviction {
  readonly #tampered: () => void;
  #rooted: Rooted | null = null;

  /** `tampered` is called at once when something takes the frame away or leads it elsewhere. */
  constructor(tampered: () => void) {
    this.#tampered = tampered;
  }

  /** Puts the frame into this page, or takes it away. */
  keep(wanted: boolean): void {
    if (wanted && CAN_EVICT) this.#rooted ??= new Rooted(frameOfOurs, this.#tampered);
    if (wanted) return;
    this.#rooted?.stop();
    this.#rooted = null;
  }
}

/**
 * The frame; `lost` is called when it does not show our page (any more). A debugger that came in while the first frame
 * was on its way stays (measured, 156), so a second one follows as soon as the first is there: it throws out whoever has.
 */
function frameOfOurs(lost: () => void): HTMLElement {
  const place = document.createElement('div');
  place.style.display = 'none';
  const second = () => place.append(frame(lost, () => undefined));
  place.append(frame(lost, second));
  return place;
}

function frame(lost: () => void, first: () => void): HTMLIFrameElement {
  const made = document.createElement('iframe');
  made.src = browser.runtime.getURL('src/ui/eviction.html');
  let loads = 0;
  made.addEventListener('load', () => {
    loads += 1;
    if (loads === 1) first();
    // The page cannot reach it here, but another extension can, and can lead it elsewhere.
    else lost();
  });
  setTimeout(() => loads === 0 && made.isConnected && lost(), LOADED_WITHIN_MS);
  return made;
}
