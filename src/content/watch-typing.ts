/**
 * Feeds the watch of who acts with this page's events, before the page gets them: pointer, keys, and how the text comes
 * into each composer. Reads no layout and, while keys are pressed, nothing of the site but the text.
 */
import { InputWatch, type Written } from '../agents/input-watch.ts';
import { webdriver } from '../agents/webdriver.ts';
import type { InputFacts, PageSign } from '../core/actor.ts';
import type { Composer, Site } from '../sites/site.ts';
import { composerAround, writtenIn } from './composers.ts';
import { isOwnHand } from './own-hand.ts';

const DEVICE_EVENTS = ['pointermove', 'pointerdown', 'mousedown', 'pointerup', 'click', 'keydown', 'keyup'] as const;

/** Watches one frame from document_start on, in the capture phase, before the page. */
export class TypingWatch {
  readonly #site: Site;
  readonly #seen: (signs: readonly PageSign[]) => void;
  readonly #watch = new InputWatch();
  /** The composer that was written in last: while it stands, its site need not be read again for each key. */
  #at: Pick<Composer, 'root' | 'editor'> | null = null;

  /** `seen` is called with each sign that shows in a single event. */
  constructor(site: Site, seen: (signs: readonly PageSign[]) => void) {
    this.#site = site;
    this.#seen = seen;
    const early = { capture: true, passive: true };
    for (const type of DEVICE_EVENTS) addEventListener(type, (event) => this.#onDevice(event), early);
    addEventListener('focusin', (event) => this.#look(event), early);
    addEventListener('keyup', (event) => this.#look(event), early);
    addEventListener('input', (event) => this.#onInput(event), early);
    addEventListener('paste', (event) => this.#onPaste(event), early);
  }

  /** Signs in the composition of a composer so far; without one, those of the browser alone. */
  signs(open: Composer | null): readonly PageSign[] {
    const sign = webdriver(navigator);
    const driven = sign === null ? [] : [sign];
    if (open === null) return driven;
    return [...driven, ...this.#watch.signs(written(open), open.draft.quoted.length, performance.now())];
  }

  /** What was counted in the composition of a composer until its signs were asked for last; null for nothing. */
  facts(open: Composer | null): InputFacts | null {
    return open === null ? null : this.#watch.facts(open);
  }

  /** What the gesture that sends says against a person's hand; one that could not be looked at shows none. */
  gesture(event: Event): readonly PageSign[] {
    try {
      return isOwnHand() ? [] : this.#watch.gesture(event);
    } catch {
      return ['press-unclear'];
    }
  }

  /** A composition has ended. */
  reset(): void {
    this.#watch.reset();
    this.#at = null;
  }

  #onDevice(event: Event): void {
    if (isOwnHand()) return;
    this.#watch.saw(event, document.visibilityState === 'visible');
    const untrusted = event.type === 'click' && !event.isTrusted;
    if (!untrusted || !(event.target instanceof Element) || this.#site.sendControl(event.target) === null) return;
    this.#tell(this.#watch.untrusted(event.timeStamp));
  }

  /** What stands in a composer when it is entered is where its composition begins. */
  #look(event: Event): void {
    const open = this.#composerAround(event.target);
    if (open !== null) this.#watch.looked(written(open), event.timeStamp);
  }

  #onInput(event: Event): void {
    const open = this.#composerAround(event.target);
    if (open !== null) this.#tell(this.#watch.wrote(event, written(open), isOwnHand()));
  }

  #onPaste(event: ClipboardEvent): void {
    const length = event.isTrusted ? (event.clipboardData?.getData('text/plain').length ?? 0) : 0;
    this.#watch.pasted(event, length);
  }

  #tell(sign: PageSign | null): void {
    if (sign !== null) this.#seen([sign]);
  }

  #composerAround(target: EventTarget | null): Pick<Composer, 'root' | 'editor'> | null {
    const at = this.#at;
    const stands = at?.editor.isConnected && target instanceof Node && at.root.contains(target);
    if (!stands) this.#at = composerAround(this.#site, target);
    return this.#at;
  }
}

function written({ root, editor }: Pick<Composer, 'root' | 'editor'>): Written {
  return { root, text: writtenIn(editor) };
}
