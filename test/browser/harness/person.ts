/** The person's hand: X input on our own display, with the timing of a hand, and no remote protocol at all. */
import { execFileSync } from 'node:child_process';
import { pause, until } from './until.ts';

export interface SeenWindow {
  /** As xdotool takes it. */
  readonly id: string;
  readonly title: string;
}

export interface Person {
  /** Titles and ids of the windows that can be seen. */
  windows(): readonly SeenWindow[];
  /** Waits for a window by its title; throws, naming the title, when none comes. */
  waitForWindow(title: RegExp, timeoutMs?: number): Promise<SeenWindow>;
  /** Gives a window the keyboard and waits until it has it. */
  focus(id: string): Promise<void>;
  /** Waits for a window by its title and gives it the focus; its id. */
  turnTo(title: RegExp, timeoutMs?: number): Promise<string>;
  /** Presses keys one after another, by X name ("Tab", "space", "ctrl+Return"). */
  press(...keys: readonly string[]): Promise<void>;
  /** Types text key by key, with Shift where it is needed; throws at a character that a US keyboard has not. */
  type(text: string): Promise<void>;
  /** Types at a speed that no hand has: for the browser's own address bar, where nobody watches how. */
  typeAtOnce(text: string): void;
  /** Moves the pointer along a curve. Screen coordinates in pixels. */
  moveTo(x: number, y: number): Promise<void>;
  /** Moves the pointer along a curve and presses the button. Screen coordinates in pixels. */
  click(x: number, y: number): Promise<void>;
  /** Closes a window by Alt+F4; one that is gone already is left alone. */
  closeWindow(id: string): void;
}

/**
 * How long a key or button is down, and the time to the next, in milliseconds: medians of real typing. Hands are uneven:
 * of 20,600 typed bursts the times from key to key spread by .24 of their mean at the lowest in a thousand.
 */
const DWELL_MS = 90;
const GAP_MS = 70;

const STEPS = 24;
/** How far the path bends from the straight line, in pixels. */
const BOW = 8;

/** The person at this display (the value of DISPLAY); the display must have a window manager. */
export function personAt(display: string): Person {
  const xdotool = xdotoolAt(display);
  const { windows, waitForWindow, focus } = eyes(xdotool);
  const moveTo = pointer(xdotool);
  const press = keyboard(xdotool);
  return {
    windows,
    waitForWindow,
    focus,
    async turnTo(title, timeoutMs) {
      const { id } = await waitForWindow(title, timeoutMs);
      await focus(id);
      return id;
    },
    press,
    typeAtOnce: (text) => void xdotool('type', '--delay', '2', text),
    async type(text) {
      for (const key of [...text].map(keyOf)) await press(key);
    },
    moveTo,
    async click(x, y) {
      await moveTo(x, y);
      await pause(120);
      xdotool('mousedown', '1');
      await pause(DWELL_MS);
      xdotool('mouseup', '1');
      await pause(GAP_MS);
    },
    // By the window manager's key: Chromium does not hear when X takes its window away (xdotool's windowclose).
    closeWindow: (id) => void quietly(xdotool, 'windowactivate', '--sync', id, 'key', 'alt+F4'),
  };
}

type Xdotool = (...args: readonly string[]) => string;

function xdotoolAt(display: string): Xdotool {
  const env = { ...process.env, DISPLAY: display };
  return (...args) =>
    execFileSync('xdotool', [...args], {
      env,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
      timeout: 20_000,
    }).trim();
}

/** A window may close between being listed and being asked; then there is no answer. */
function quietly(xdotool: Xdotool, ...args: readonly string[]): string {
  try {
    return xdotool(...args);
  } catch {
    return '';
  }
}

function eyes(xdotool: Xdotool): Pick<Person, 'windows' | 'waitForWindow' | 'focus'> {
  const windows = () =>
    quietly(xdotool, 'search', '--onlyvisible', '--name', '.+')
      .split('\n')
      .filter((id) => id !== '')
      .map((id) => ({ id, title: quietly(xdotool, 'getwindowname', id) }));
  return {
    windows,
    waitForWindow: (title, timeoutMs = 30_000) =>
      until(`a window called ${title}`, () => windows().find((window) => title.test(window.title)), timeoutMs),
    async focus(id) {
      // Without xdotool's own --sync, which would stop the servers of this process while it waits.
      quietly(xdotool, 'windowactivate', id);
      await until(`window ${id} to have the focus`, () => quietly(xdotool, 'getactivewindow') === id, 30_000);
    },
  };
}

function keyboard(xdotool: Xdotool): Person['press'] {
  return async (...keys) => {
    for (const key of keys) {
      const parts = key.split('+');
      for (const part of parts) xdotool('keydown', part);
      await pause(DWELL_MS * uneven(0.25));
      for (const part of [...parts].reverse()) xdotool('keyup', part);
      await pause(GAP_MS * uneven(0.7));
    }
  };
}

/** A factor whose logarithm is normal with this deviation, as times of keys are; 1 in the median, at most 4. */
function uneven(deviation: number): number {
  const normal = Math.sqrt(-2 * Math.log(1 - Math.random())) * Math.cos(2 * Math.PI * Math.random());
  return Math.min(4, Math.exp(deviation * normal));
}

function pointer(xdotool: Xdotool): Person['moveTo'] {
  let at = { x: 600, y: 500 };
  return async (x, y) => {
    const from = at;
    for (let step = 1; step <= STEPS; step++) {
      const done = step / STEPS;
      const eased = done * done * (3 - 2 * done);
      const bow = Math.sin(done * Math.PI) * BOW;
      xdotool(
        'mousemove',
        String(Math.round(from.x + (x - from.x) * eased + bow)),
        String(Math.round(from.y + (y - from.y) * eased)),
      );
      await pause(6 + Math.random() * 8);
    }
    at = { x, y };
  };
}

/** The X names of the US keyboard's signs, plain and with Shift. */
const PLAIN: Readonly<Record<string, string>> = {
  ' ': 'space',
  '\n': 'Return',
  '\t': 'Tab',
  '.': 'period',
  ',': 'comma',
  '-': 'minus',
  '=': 'equal',
  "'": 'apostrophe',
  '`': 'grave',
  '/': 'slash',
  '\\': 'backslash',
  ';': 'semicolon',
  '[': 'bracketleft',
  ']': 'bracketright',
};
const SHIFTED: Readonly<Record<string, string>> = {
  ...Object.fromEntries([...'!@#$%^&*()'].map((sign, index) => [sign, String((index + 1) % 10)])),
  '?': 'slash',
  ':': 'semicolon',
  _: 'minus',
  '+': 'equal',
  '"': 'apostrophe',
  '~': 'grave',
  '<': 'comma',
  '>': 'period',
  '|': 'backslash',
  '{': 'bracketleft',
  '}': 'bracketright',
};

/** The key, with its modifier, that writes a character on the display's own (US) keyboard. */
export function keyOf(character: string): string {
  if (/^[a-z0-9]$/.test(character)) return character;
  if (/^[A-Z]$/.test(character)) return `shift+${character.toLowerCase()}`;
  const plain = PLAIN[character];
  if (plain !== undefined) return plain;
  const shifted = SHIFTED[character];
  if (shifted !== undefined) return `shift+${shifted}`;
  throw new Error(`The person's US keyboard has no key for ${JSON.stringify(character)}.`);
}
