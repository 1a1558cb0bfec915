/** Events as a browser makes them, in few words, for one composer. */
import type { InputSeen } from '../../src/agents/input-seen.ts';
import { InputWatch } from '../../src/agents/input-watch.ts';
import type { PageSign } from '../../src/core/actor.ts';

/** One composer and whoever acts in it. Times go on by themselves. */
export class Scene {
  readonly watch = new InputWatch();
  readonly root = {};
  /** Signs that showed in single events. */
  readonly seen: PageSign[] = [];
  text: string;
  now = 10_000;
  #last: InputSeen = { type: 'submit', timeStamp: 0, isTrusted: true };

  constructor(text = '') {
    this.text = text;
    this.watch.looked({ root: this.root, text }, this.now);
  }

  /** A person types: uneven, keys down for about a tenth of a second, Shift for capitals. */
  type(text: string, how: { readonly dwellMs?: number; readonly gapMs?: number; readonly shift?: boolean } = {}): this {
    const { dwellMs = 95, gapMs = 160, shift = true } = how;
    [...text].forEach((letter, index) => {
      const capital = /\p{Lu}/u.test(letter);
      const even = how.gapMs !== undefined;
      this.now += even ? gapMs : gapMs + ((index * 37) % 190) - 60;
      const down = this.now;
      if (capital && shift) this.key('keydown', 'Shift', 'ShiftLeft', down - 30);
      const code = letter === ' ' ? 'Space' : letter === '\n' ? 'Enter' : `Key${letter.toUpperCase()}`;
      this.key('keydown', letter === '\n' ? 'Enter' : letter, code, down);
      this.insert(letter, { inputType: letter === '\n' ? 'insertLineBreak' : 'insertText' });
      const up = down + dwellMs + (even ? 0 : (index * 13) % 40);
      this.key('keyup', letter, code, up);
      if (capital && shift) this.key('keyup', 'Shift', 'ShiftLeft', up + 5);
    });
    return this;
  }

  /** Text comes in by one input event. */
  insert(text: string, event: Partial<InputSeen> = {}): this {
    this.text += text;
    return this.input({ inputType: 'insertText', data: text, ...event });
  }

  input(event: Partial<InputSeen> = {}): this {
    const seen = { type: 'input', timeStamp: this.now, isTrusted: true, ...event };
    const sign = this.watch.wrote(seen, { root: this.root, text: this.text }, false);
    if (sign !== null) this.seen.push(sign);
    return this;
  }

  paste(text: string, isTrusted = true): this {
    this.now += 500;
    this.watch.pasted({ type: 'paste', timeStamp: this.now, isTrusted }, text.length);
    return this.insert(text, { inputType: 'insertFromPaste', data: null });
  }

  key(type: string, key: string, code: string, at = this.now, more: Partial<InputSeen> = {}): this {
    return this.device({ type, key, code, timeStamp: at, ...more });
  }

  device(event: Partial<InputSeen> & { readonly type: string }, shown = true): this {
    this.#last = { timeStamp: this.now, isTrusted: true, ...event };
    this.watch.saw(this.#last, shown);
    return this;
  }

  /** The pointer goes along a curve, rests, presses. */
  click(x: number, y: number, how: Partial<InputSeen> = {}): this {
    for (let step = 1; step <= 20; step++) {
      this.now += 12 + (step % 4);
      const part = (step / 20) ** 2;
      this.device({
        type: 'pointermove',
        clientX: x - 300 * (1 - part),
        clientY: y + 40 * Math.sin(3 * part) * (1 - part),
      });
    }
    return this.press(x, y, 110, how);
  }

  /** The pointer is there at once. */
  jump(x: number, y: number, heldMs = 1, how: Partial<InputSeen> = {}): this {
    this.now += 400;
    return this.device({ type: 'pointermove', clientX: x, clientY: y, ...how }).press(x, y, heldMs, how);
  }

  press(x: number, y: number, heldMs: number, how: Partial<InputSeen> = {}): this {
    this.now += 90;
    const spot = { clientX: x, clientY: y, pointerType: 'mouse', pressure: 0.5, ...how };
    this.device({ type: 'pointerdown', ...spot }).device({ type: 'mousedown', detail: 1, ...how });
    this.now += heldMs;
    return this.device({ type: 'pointerup', ...spot }).device({ type: 'click', ...spot, detail: 1 });
  }

  /** All signs of this composition, with those of the last event as the gesture that sends. */
  signs(quoted = 0): readonly PageSign[] {
    this.now += 50;
    const written = { root: this.root, text: this.text };
    return [...this.seen, ...this.watch.signs(written, quoted, this.now), ...this.watch.gesture(this.#last)];
  }
}
