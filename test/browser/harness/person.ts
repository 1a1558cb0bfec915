/** The person's hand: X input on our own display, with the timing of a hand, and no remote protocol at all. */
import { execFileSync } from 'node:child_process';
import { pause, until } from './until.ts';

export interface Person {
  /** Titles and ids of the windows that can be seen. */
  windows(): readonly { readonly id: string; readonly title: string }[];
  /** Waits for a window by its title and gives it the focus. */
  turnTo(title: RegExp, timeoutMs?: number): Promise<string>;
  /** Presses keys one after another, by X name ("Tab", "space", "ctrl+Return"). */
  press(...keys: readonly string[]): Promise<void>;
  /** Types text key by key, with Shift where it is needed. */
  type(text: string): Promise<void>;
  /** Moves the pointer along a path and presses the button. Screen coordinates in pixels. */
  click(x: number, y: number): Promise<void>;
  closeWindow(id: string): void;
}

/** How long a key or button is down, and the time to the next, in milliseconds: medians of real typing (human-input, section 4). */
const DWELL_MS = 90;
const GAP_MS = 80;

export function personAt(display: string): Person {
  const env = { ...process.env, DISPLAY: display };
  const xdotool = (...args: readonly string[]) =>
    execFileSync('xdotool', [...args], {
      env,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
      timeout: 20_000,
    }).trim();
  const quietly = (...args: readonly string[]) => {
    try {
      return xdotool(...args);
    } catch {
      // A window may close between being listed and being asked.
      return '';
    }
  };
  const windows = () =>
    quietly('search', '--onlyvisible', '--name', '.+')
      .split('\n')
      .filter((id) => id !== '')
      .map((id) => ({ id, title: quietly('getwindowname', id) }));
  let at = { x: 600, y: 500 };

  async function press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) {
      const parts = key.split('+');
      for (const part of parts) xdotool('keydown', part);
      await pause(DWELL_MS * (0.8 + Math.random() * 0.5));
      for (const part of [...parts].reverse()) xdotool('keyup', part);
      await pause(GAP_MS * (0.6 + Math.random()));
    }
  }
  async function moveTo(x: number, y: number): Promise<void> {
    const from = at;
    for (let step = 1; step <= 24; step++) {
      const done = step / 24;
      const eased = done * done * (3 - 2 * done);
      const bow = Math.sin(done * Math.PI) * 8;
      xdotool(
        'mousemove',
        String(Math.round(from.x + (x - from.x) * eased + bow)),
        String(Math.round(from.y + (y - from.y) * eased)),
      );
      await pause(6 + Math.random() * 8);
    }
    at = { x, y };
  }
  return {
    windows,
    async turnTo(title, timeoutMs = 30_000) {
      const found = await until(
        `a window called ${title}`,
        () => windows().find((window) => title.test(window.title)),
        timeoutMs,
      );
      xdotool('windowactivate', '--sync', found.id);
      return found.id;
    },
    press,
    async type(text) {
      for (const character of text) await press(keyOf(character));
    },
    async click(x, y) {
      await moveTo(x, y);
      await pause(120);
      xdotool('mousedown', '1');
      await pause(DWELL_MS);
      xdotool('mouseup', '1');
      await pause(GAP_MS);
    },
    closeWindow: (id) => void quietly('windowclose', id),
  };
}

/** The key, with its modifier, that writes a character on the display's own (US) keyboard. */
function keyOf(character: string): string {
  const names: Readonly<Record<string, string>> = {
    ' ': 'space',
    '\n': 'Return',
    '.': 'period',
    ',': 'comma',
    '-': 'minus',
    "'": 'apostrophe',
    '/': 'slash',
    '?': 'shift+slash',
    ':': 'shift+semicolon',
    '!': 'shift+1',
  };
  return names[character] ?? (/[A-Z]/.test(character) ? `shift+${character.toLowerCase()}` : character);
}
