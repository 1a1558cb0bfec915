/**
 * Something of ours that must stay in the page: it lies in a closed shadow root at the end of the document, is made anew
 * when it is taken away, and says so.
 */

/** It comes back at once this often; from then on at an interval, so that a page that fights does not stand still. */
const MOST_AT_ONCE = 50;
const LATER_MS = 100;

/** Attributes by which a page could take it away without removing it. */
const WATCHED = ['style', 'hidden', 'class', 'inert', 'aria-hidden', 'slot', 'popover'];

export class Rooted {
  readonly #make: (lost: () => void) => HTMLElement;
  readonly #tampered: () => void;
  readonly #watch = new MutationObserver(() => this.#look());
  #host = document.createElement('div');
  #content: HTMLElement | null = null;
  #timer: ReturnType<typeof setInterval> | undefined;
  #returns = 0;

  /** `make` makes the content, and calls `lost` when it is no longer what it was; `tampered` is called at every loss. */
  constructor(make: (lost: () => void) => HTMLElement, tampered: () => void) {
    this.#make = make;
    this.#tampered = tampered;
    this.#place();
  }

  stop(): void {
    this.#watch.disconnect();
    clearInterval(this.#timer);
    this.#content = null;
    this.#host.remove();
  }

  #look(): void {
    const here = this.#host.isConnected && this.#content?.isConnected === true;
    if (here && !WATCHED.some((name) => this.#host.hasAttribute(name))) return;
    this.#lose();
  }

  #lose(): void {
    if (this.#content === null) return;
    this.#tampered();
    this.#returns += 1;
    if (this.#returns <= MOST_AT_ONCE) this.#place();
    else
      this.#timer ??= setInterval(() => {
        clearInterval(this.#timer);
        this.#timer = undefined;
        this.#place();
      }, LATER_MS);
  }

  /** In a host of its own each time: whoever has got hold of the old one has nothing. */
  #place(): void {
    this.#watch.disconnect();
    this.#host.remove();
    this.#host = document.createElement('div');
    const root = this.#host.attachShadow({ mode: 'closed' });
    const content: HTMLElement = this.#make(() => this.#content === content && this.#lose());
    this.#content = content;
    root.append(content);
    (document.documentElement ?? document).append(this.#host);
    // The document itself as well, since a page may take its root element away.
    this.#watch.observe(document, { childList: true });
    this.#watch.observe(document.documentElement, { childList: true });
    this.#watch.observe(this.#host, { attributes: true, attributeFilter: WATCHED });
    this.#watch.observe(root, { childList: true });
  }
}
