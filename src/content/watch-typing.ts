/**
 * Sees how the text comes into each composer: keys, pastes, or neither; and text that events brought which no hand
 * made. A site's own synthetic events change no text, so they are nobody's sign.
 */
import { typing } from '../agents/typing.ts';
import { untrustedEvent } from '../agents/untrusted-event.ts';
import { webdriver } from '../agents/webdriver.ts';
import type { SignId } from '../core/actor.ts';
import type { Composer, Site } from '../sites/site.ts';
import { composerAround, writtenIn } from './composers.ts';
import { isOwnHand } from './own-hand.ts';

/** A single character typed by a key press must follow it within this time, in milliseconds. */
const KEY_TO_INPUT_MS = 400;

/** An untrusted key or paste that changes the text does so within this time, in milliseconds. */
const EVENT_TO_TEXT_MS = 50;

/** One composition: how many characters came how, and what stood there when it was last looked at. */
interface Trace {
  byKey: number;
  pasted: number;
  text: string;
}

/** Watches one frame from document_start on, in the capture phase, before the page. */
export class TypingWatch {
  readonly #site: Site;
  readonly #seen: (signs: readonly SignId[]) => void;
  #traces = new WeakMap<Element, Trace>();
  #lastKey = Number.NEGATIVE_INFINITY;
  #lastTrusted = Number.NEGATIVE_INFINITY;
  #lastUntrusted = Number.NEGATIVE_INFINITY;

  /** `seen` is called with each sign that shows in a single event. */
  constructor(site: Site, seen: (signs: readonly SignId[]) => void) {
    this.#site = site;
    this.#seen = seen;
    addEventListener('focusin', (event) => this.#look(event), true);
    addEventListener('keydown', (event) => this.#onKey(event), true);
    addEventListener('input', (event) => this.#onInput(event), true);
    addEventListener('paste', (event) => this.#onPaste(event), true);
    for (const type of ['mousedown', 'click'] as const) addEventListener(type, (event) => this.#onPointer(event), true);
  }

  /** Signs in the composition of a composer so far; without one, those of the browser alone. */
  signs(open: Composer | null): readonly SignId[] {
    const trace = open === null ? undefined : this.#traces.get(open.root);
    const length = open === null ? 0 : Math.max(0, writtenIn(open.editor).length - open.draft.quoted.length);
    return [webdriver(navigator), typing(length, trace ?? { byKey: 0, pasted: 0 })].filter(
      (sign): sign is SignId => sign !== null,
    );
  }

  /** A composition has ended. */
  reset(): void {
    this.#traces = new WeakMap();
  }

  #traceOf(open: Composer): { readonly trace: Trace; readonly changed: boolean } {
    const text = writtenIn(open.editor);
    const before = this.#traces.get(open.root);
    const trace = before ?? { byKey: 0, pasted: 0, text };
    const changed = before !== undefined && before.text !== text;
    trace.text = text;
    this.#traces.set(open.root, trace);
    return { trace, changed };
  }

  /** What stands in a composer when it is entered is where its composition begins. */
  #look(event: Event): void {
    const open = composerAround(this.#site, event.target);
    if (open !== null) this.#traceOf(open);
  }

  #noteUntrusted(): void {
    const since = Number.isFinite(this.#lastTrusted) ? performance.now() - this.#lastTrusted : null;
    const sign = untrustedEvent({ isTrusted: false }, since);
    if (sign !== null) this.#seen([sign]);
  }

  #onKey(event: KeyboardEvent): void {
    if (!event.isTrusted) {
      this.#lastUntrusted = performance.now();
      return;
    }
    this.#lastTrusted = performance.now();
    this.#lastKey = this.#lastTrusted;
  }

  #onInput(event: Event): void {
    const open = composerAround(this.#site, event.target);
    if (open === null) return;
    const { trace, changed } = this.#traceOf(open);
    if (isOwnHand()) return;
    const now = performance.now();
    const unseen = !event.isTrusted || now - this.#lastUntrusted <= EVENT_TO_TEXT_MS;
    if (unseen && changed) this.#noteUntrusted();
    if (!(event instanceof InputEvent) || !event.isTrusted) return;
    const single = event.inputType === 'insertText' && (event.data?.length ?? 0) <= 2;
    const byKey = single || event.inputType === 'insertLineBreak' || event.inputType === 'insertParagraph';
    if (byKey && now - this.#lastKey <= KEY_TO_INPUT_MS) trace.byKey += 1;
  }

  #onPaste(event: ClipboardEvent): void {
    if (!event.isTrusted) this.#lastUntrusted = performance.now();
    const open = event.isTrusted ? composerAround(this.#site, event.target) : null;
    if (open !== null) this.#traceOf(open).trace.pasted += event.clipboardData?.getData('text/plain').length ?? 0;
  }

  #onPointer(event: Event): void {
    if (event.isTrusted) this.#lastTrusted = performance.now();
    else if (!isOwnHand() && event.target instanceof Element && this.#site.sendControl(event.target) !== null)
      this.#noteUntrusted();
  }
}
