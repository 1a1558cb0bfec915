/** Sees how the text comes into the composer: keys, pastes, or neither; and events that no hand made. */
import { typing } from '../agents/typing.ts';
import { untrustedEvent } from '../agents/untrusted-event.ts';
import { webdriver } from '../agents/webdriver.ts';
import type { SignId } from '../core/actor.ts';
import type { Site } from '../sites/site.ts';

export interface TypingWatch {
  /** Signs in the composition so far. */
  signs(): readonly SignId[];
  /** A composition has ended. */
  reset(): void;
}

/** A single character typed by a key press must follow it within this time, in milliseconds. */
const KEY_TO_INPUT_MS = 400;

/** Watches from document_start on, in the capture phase, before the page. `seen` is called with each new sign. */
export function watchTyping(site: Site, seen: (signs: readonly SignId[]) => void): TypingWatch {
  let byKey = 0;
  let pasted = 0;
  let lastKey = Number.NEGATIVE_INFINITY;
  let lastTrusted = Number.NEGATIVE_INFINITY;
  const sinceTrusted = (at: number) => (Number.isFinite(lastTrusted) ? at - lastTrusted : null);
  const inComposer = (event: Event) => event.target instanceof Node && (site.composer(document)?.root.contains(event.target) ?? false);

  function note(event: Event): void {
    const sign = inComposer(event) ? untrustedEvent(event, sinceTrusted(performance.now())) : null;
    if (sign !== null) seen([sign]);
  }
  function onKey(event: KeyboardEvent): void {
    note(event);
    if (!event.isTrusted) return;
    lastTrusted = performance.now();
    lastKey = lastTrusted;
  }
  function onInput(event: Event): void {
    note(event);
    if (!(event instanceof InputEvent) || !event.isTrusted || !inComposer(event)) return;
    const single = event.inputType === 'insertText' && (event.data?.length ?? 0) <= 2;
    if ((single || event.inputType === 'insertLineBreak') && performance.now() - lastKey <= KEY_TO_INPUT_MS) byKey += 1;
  }
  function onPaste(event: ClipboardEvent): void {
    note(event);
    if (event.isTrusted && inComposer(event)) pasted += event.clipboardData?.getData('text/plain').length ?? 0;
  }
  function onPointer(event: Event): void {
    if (event.isTrusted) lastTrusted = performance.now();
    else note(event);
  }
  addEventListener('keydown', onKey, true);
  addEventListener('input', onInput, true);
  addEventListener('paste', onPaste, true);
  addEventListener('mousedown', onPointer, true);
  addEventListener('click', onPointer, true);

  return {
    signs() {
      const text = site.composer(document)?.draft.text ?? '';
      return [webdriver(navigator), typing(text.length, { byKey, pasted })].filter((sign): sign is SignId => sign !== null);
    },
    reset() {
      byKey = 0;
      pasted = 0;
    },
  };
}
