/** Sees how the text comes into the composer: keys, pastes, or neither; and events that no hand made. */
import { typing } from '../agents/typing.ts';
import { untrustedEvent } from '../agents/untrusted-event.ts';
import { webdriver } from '../agents/webdriver.ts';
import type { SignId } from '../core/actor.ts';
import type { Site } from '../sites/site.ts';

/** A single character typed by a key press must follow it within this time, in milliseconds. */
const KEY_TO_INPUT_MS = 400;

/** Watches one frame from document_start on, in the capture phase, before the page. */
export class TypingWatch {
  readonly #site: Site;
  readonly #seen: (signs: readonly SignId[]) => void;
  #byKey = 0;
  #pasted = 0;
  #lastKey = Number.NEGATIVE_INFINITY;
  #lastTrusted = Number.NEGATIVE_INFINITY;

  /** `seen` is called with each sign that shows in a single event. */
  constructor(site: Site, seen: (signs: readonly SignId[]) => void) {
    this.#site = site;
    this.#seen = seen;
    addEventListener('keydown', (event) => this.#onKey(event), true);
    addEventListener('input', (event) => this.#onInput(event), true);
    addEventListener('paste', (event) => this.#onPaste(event), true);
    addEventListener('mousedown', (event) => this.#onPointer(event), true);
    addEventListener('click', (event) => this.#onPointer(event), true);
  }

  /** Signs in the composition so far. */
  signs(): readonly SignId[] {
    const text = this.#site.composer(document)?.draft.text ?? '';
    return [webdriver(navigator), typing(text.length, { byKey: this.#byKey, pasted: this.#pasted })].filter(
      (sign): sign is SignId => sign !== null,
    );
  }

  /** A composition has ended. */
  reset(): void {
    this.#byKey = 0;
    this.#pasted = 0;
  }

  #inComposer(event: Event): boolean {
    return event.target instanceof Node && (this.#site.composer(document)?.root.contains(event.target) ?? false);
  }

  #note(event: Event): void {
    const since = Number.isFinite(this.#lastTrusted) ? performance.now() - this.#lastTrusted : null;
    const sign = this.#inComposer(event) ? untrustedEvent(event, since) : null;
    if (sign !== null) this.#seen([sign]);
  }

  #onKey(event: KeyboardEvent): void {
    this.#note(event);
    if (!event.isTrusted) return;
    this.#lastTrusted = performance.now();
    this.#lastKey = this.#lastTrusted;
  }

  #onInput(event: Event): void {
    this.#note(event);
    if (!(event instanceof InputEvent) || !event.isTrusted || !this.#inComposer(event)) return;
    const single = event.inputType === 'insertText' && (event.data?.length ?? 0) <= 2;
    const byKey = single || event.inputType === 'insertLineBreak';
    if (byKey && performance.now() - this.#lastKey <= KEY_TO_INPUT_MS) this.#byKey += 1;
  }

  #onPaste(event: ClipboardEvent): void {
    this.#note(event);
    if (event.isTrusted && this.#inComposer(event))
      this.#pasted += event.clipboardData?.getData('text/plain').length ?? 0;
  }

  #onPointer(event: Event): void {
    if (event.isTrusted) this.#lastTrusted = performance.now();
    else this.#note(event);
  }
}
