/**
 * The keys that were pressed lately: which of them write a character, when they went down and up, and capitals that no
 * Shift explains (protocols and tools that make key events press none). Soft keyboards, which have no key codes, are
 * left out: their honest typing breaks every rule here.
 */
import type { InputSeen } from './input-seen.ts';
import type { Stroke } from './key-rhythm.ts';

/** Keys that are down at once, and a little more: keys that are never released are forgotten. */
const MOST_DOWN = 32;

/** A key press that may yet write its character. */
export interface KeyPress {
  readonly stroke: Stroke;
  /** Writes again because it is still down: no hand's rhythm. */
  readonly repeats: boolean;
  readonly capital: boolean;
  /** A capital letter for which neither Shift nor Caps Lock was pressed. */
  readonly bare: boolean;
}

export class KeyRecord {
  readonly #down = new Map<string, Stroke>();
  #pending: KeyPress | null = null;
  #shift = false;

  /** Notes one event of a key. */
  saw(event: InputSeen): void {
    if (!event.isTrusted) return;
    if (event.key === 'Shift') this.#shift = event.type === 'keydown';
    else if (event.type === 'keydown') this.#onDown(event);
    else this.#onUp(event);
  }

  /** The key that wrote a character at this time, once; null when no key did. */
  take(at: number, withinMs: number): KeyPress | null {
    const press = this.#pending;
    this.#pending = null;
    const late = press === null ? Number.NaN : at - press.stroke.down;
    return late >= 0 && late <= withinMs ? press : null;
  }

  #onDown(event: InputSeen): void {
    this.#pending = null;
    if (!writes(event)) return;
    const stroke: Stroke = { down: event.timeStamp, up: null };
    const capital = isCapital(event);
    const explained = this.#shift || event.getModifierState?.('CapsLock') === true;
    this.#pending = { stroke, repeats: event.repeat === true, capital, bare: capital && !explained };
    if (event.repeat) return;
    const { code = '' } = event;
    this.#down.delete(code);
    this.#down.set(code, stroke);
    for (const oldest of this.#down.keys()) {
      if (this.#down.size <= MOST_DOWN) break;
      this.#down.delete(oldest);
    }
  }

  #onUp(event: InputSeen): void {
    const stroke = this.#down.get(event.code ?? '');
    if (stroke === undefined) return;
    stroke.up = event.timeStamp;
    this.#down.delete(event.code ?? '');
  }
}

function isCapital({ key = '', code = '' }: InputSeen): boolean {
  return /^\p{Lu}$/u.test(key) && code.startsWith('Key');
}

/** Whether a key press can write: a character or a new line, with no chord, of a keyboard that names its keys. */
function writes(event: InputSeen): boolean {
  const { key = '', code = '' } = event;
  if (code === '' || code === 'Unidentified' || event.isComposing) return false;
  // AltGr is reported as Control and Alt on Windows.
  const chord = (event.ctrlKey || event.metaKey || event.altKey) && event.getModifierState?.('AltGraph') !== true;
  return !chord && ([...key].length === 1 || key === 'Enter');
}
