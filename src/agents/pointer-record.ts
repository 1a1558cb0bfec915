/**
 * What the pointer did lately, and by what kind of device something was pressed. Bounded: the moves of one approach and
 * a few presses.
 */
import type { Activation, InputSeen } from './input-seen.ts';
import type { Thresholds } from './measured.ts';
import { broughtByHand, jumped, type Press, type Spot } from './press.ts';

/** Moves kept: two seconds of a quick mouse (125 reports a second). */
const MOST_MOVES = 256;

/** Presses kept. */
const MOST_PRESSES = 16;

/** A click bears the time of the release that made it (measured in both browsers); one that does not has no pointer. */
const UP_TO_CLICK_MS = 100;

/** A click by keyboard follows its key within this time (human-input, section 5). */
const KEY_TO_CLICK_MS = 1_000;

/** One press as the signs judge it. */
export interface JudgedPress {
  readonly at: number;
  readonly by: Activation;
  readonly jumped: boolean;
  readonly byHand: boolean;
  /** A mouse without any pressure: key and mouse events by protocol, where nobody asked for more. */
  readonly weightless: boolean;
}

export class PointerRecord {
  readonly #limits: Thresholds;
  #moves: Spot[] = [];
  #from: Spot | null = null;
  #down: { readonly spot: Spot; readonly pressure: number; readonly type: string } | null = null;
  #upAt = Number.NaN;
  #mouseDetail: number | null = null;
  #lastKey = Number.NEGATIVE_INFINITY;
  readonly #presses: JudgedPress[] = [];

  constructor(limits: Thresholds) {
    this.#limits = limits;
  }

  /** The presses since a time, oldest first. */
  since(at: number): readonly JudgedPress[] {
    return this.#presses.filter((press) => press.at >= at);
  }

  /** Notes one event; a click ends a press. Untrusted ones are no pointer's. */
  saw(event: InputSeen): void {
    if (event.type === 'click') return this.#click(event);
    if (!event.isTrusted) return;
    switch (event.type) {
      case 'pointermove':
        this.#moves.push(spotOf(event));
        if (this.#moves.length > MOST_MOVES) this.#from = this.#moves.shift() ?? this.#from;
        return;
      case 'pointerdown':
        this.#down = { spot: spotOf(event), pressure: event.pressure ?? 0.5, type: event.pointerType ?? '' };
        this.#mouseDetail = null;
        return;
      case 'mousedown':
        this.#mouseDetail = event.detail ?? 1;
        return;
      case 'pointerup':
        this.#upAt = event.timeStamp;
        return;
      case 'keydown':
        if (event.key === 'Enter' || event.key === ' ') this.#lastKey = event.timeStamp;
    }
  }

  #click(event: InputSeen): void {
    const by = this.#activation(event);
    const press = by === 'mouse' ? this.#press() : null;
    if (by === 'untrusted') return;
    this.#presses.push({
      at: event.timeStamp,
      by,
      jumped: press !== null && jumped(press, this.#limits),
      byHand: by === 'keyboard' || (press !== null && broughtByHand(press, this.#limits)),
      weightless: by === 'mouse' && this.#down?.pressure === 0,
    });
    if (this.#presses.length > MOST_PRESSES) this.#presses.shift();
    this.#from = this.#down?.spot ?? this.#moves.at(-1) ?? this.#from;
    this.#moves = [];
    this.#down = null;
    this.#mouseDetail = null;
  }

  /** Of a screen reader Chromium tells by a mousedown that counts nothing, Firefox by a click without any pointer. */
  #activation(event: InputSeen): Activation {
    if (!event.isTrusted) return 'untrusted';
    const sinceKey = event.timeStamp - this.#lastKey;
    const device = event.pointerType || this.#down?.type || '';
    if (!this.#isPointers(event)) return sinceKey >= 0 && sinceKey <= KEY_TO_CLICK_MS ? 'keyboard' : 'assistive';
    if (this.#mouseDetail === 0) return 'assistive';
    return device === 'touch' || device === 'pen' ? device : 'mouse';
  }

  #isPointers(click: InputSeen): boolean {
    return this.#down !== null && Math.abs(click.timeStamp - this.#upAt) <= UP_TO_CLICK_MS;
  }

  #press(): Press | null {
    const down = this.#down?.spot;
    if (down === undefined) return null;
    const moves = this.#moves.filter(({ at }) => at <= down.at && down.at - at <= this.#limits.approachMs);
    const earlier = this.#moves.filter(({ at }) => down.at - at > this.#limits.approachMs).at(-1);
    return { from: earlier ?? this.#from, moves, down, heldMs: Math.max(0, this.#upAt - down.at) };
  }
}

function spotOf(event: InputSeen): Spot {
  return { at: event.timeStamp, x: event.clientX ?? 0, y: event.clientY ?? 0 };
}
