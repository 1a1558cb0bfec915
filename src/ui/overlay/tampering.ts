/**
 * Keeps the card in sight: puts it back when it is removed, hidden, restyled or covered, and says so. Losing this fight
 * changes nothing else: what waits stays unsent.
 */

/** Attributes by which a page could hide or move the card; watching all attributes has frozen pages elsewhere. */
const WATCHED = ['style', 'hidden', 'class', 'popover', 'inert', 'aria-hidden', 'dir', 'slot'];

/** The card is put back at most this often; a page that goes on has shown what it is. */
const MOST_RETURNS = 50;

const LOOK_EVERY_MS = 1_000;

/** Below this opacity of the page's root the card cannot be read any more. */
const READABLE_OPACITY = 0.6;

/** Shows the host in the top layer and keeps it there until it is stopped. */
export class TamperWatch {
  readonly #host: HTMLElement;
  readonly #tampered: () => void;
  readonly #attributes = new MutationObserver(() => this.#restore());
  readonly #removal = new MutationObserver(() => !this.#host.isConnected && this.#restore());
  readonly #timer: ReturnType<typeof setInterval>;
  #returns = 0;
  #told = 0;

  /** `tampered` is called at most once a second. */
  constructor(host: HTMLElement, tampered: () => void) {
    this.#host = host;
    this.#tampered = tampered;
    show(host);
    this.#observe();
    this.#timer = setInterval(() => this.#look(), LOOK_EVERY_MS);
  }

  stop(): void {
    clearInterval(this.#timer);
    this.#attributes.disconnect();
    this.#removal.disconnect();
  }

  #observe(): void {
    this.#attributes.observe(this.#host, { attributes: true, attributeFilter: WATCHED });
    this.#removal.observe(document.documentElement, { childList: true });
  }

  #look(): void {
    if (isReadable(this.#host)) return;
    // The newest popover lies on top of all others.
    if (this.#host.matches(':popover-open')) this.#host.hidePopover();
    this.#restore();
  }

  #restore(): void {
    if (Date.now() - this.#told >= LOOK_EVERY_MS) {
      this.#told = Date.now();
      this.#tampered();
    }
    if (this.#returns >= MOST_RETURNS) return;
    this.#returns += 1;
    this.#attributes.disconnect();
    if (!this.#host.isConnected) document.documentElement.append(this.#host);
    for (const name of WATCHED) if (name !== 'popover') this.#host.removeAttribute(name);
    if (this.#host.popover !== 'manual') this.#host.popover = 'manual';
    show(this.#host);
    this.#observe();
  }
}

function show(host: HTMLElement): void {
  try {
    if (!host.matches(':popover-open')) host.showPopover();
  } catch {
    // Without the top layer the fixed position and the highest z-index remain.
  }
}

/** Whether the card's centre is what a person sees there. */
function isReadable(host: HTMLElement): boolean {
  if (document.visibilityState !== 'visible') return true;
  const box = host.getBoundingClientRect();
  if (box.width < 100 || box.height < 60) return false;
  const dim = [document.documentElement, document.body].some(
    (each) => each && Number(getComputedStyle(each).opacity) <= READABLE_OPACITY,
  );
  return !dim && document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2) === host;
}
