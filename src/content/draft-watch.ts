/** Notices when the composer of a waiting act has gone from its page, so that the act waits with its text elsewhere. */
import type { HoldView } from '../messages.ts';
import type { Site } from '../sites/site.ts';

/** How often the page is looked at while an act waits, in milliseconds. */
const LOOK_EVERY_MS = 1_000;

/** A composer that a site is drawing anew may be away for one look. */
const LOOKS = 3;

/** Looks only while an act waits whose text is in a composer of this page. */
export class DraftWatch {
  readonly #site: Site;
  readonly #gone: (holdId: string) => void;
  #timer: ReturnType<typeof setInterval> | undefined;
  #holdId = '';
  #away = 0;

  /** `gone` is called once for an act whose composer has gone. */
  constructor(site: Site, gone: (holdId: string) => void) {
    this.#site = site;
    this.#gone = gone;
  }

  /** Watches over this act while it waits; ends with it. A request that the page itself waits with needs no composer. */
  watch(hold: HoldView): void {
    clearInterval(this.#timer);
    if (hold.state !== 'pending' || hold.draft !== 'composer' || hold.channel !== 'gesture') return;
    if (hold.kind === 'unreadable') return;
    this.#holdId = hold.id;
    this.#away = 0;
    this.#timer = setInterval(() => this.#look(), LOOK_EVERY_MS);
  }

  #look(): void {
    this.#away = this.#site.composers(document).length === 0 ? this.#away + 1 : 0;
    if (this.#away < LOOKS) return;
    clearInterval(this.#timer);
    this.#gone(this.#holdId);
  }
}
