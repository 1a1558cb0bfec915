/** The toolbar popup as a person sees it: a window without a name that comes, is drawn, and then lies still. */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { pause, until } from './until.ts';

/** Smaller windows are shadows, tooltips and the pieces that a window manager draws, in pixels. */
const LEAST = { width: 250, height: 100 } as const;

/** A popup that has not changed for so long is drawn, its buttons armed (they are 800 ms after the last change), in milliseconds. */
const STILL_MS = 1_300;

/**
 * Does what opens the popup and waits until it lies on the screen and is still; its window's id.
 * `before` closes whatever popup is open; throws when none comes. Firefox's popup is a window; Chromium's is drawn within its own.
 */
export async function openPanel(
  display: string,
  before: () => Promise<void>,
  gesture: () => Promise<void>,
): Promise<string> {
  await before();
  const known = await settled(display);
  await gesture();
  const panel = await until('a popup', () => [...sizeable(display)].find((id) => !known.has(id)), 30_000);
  await lieStill(display, panel);
  return panel;
}

/** A part of a window, in pixels from its own corner, as ImageMagick writes it. */
type Part = `${number}x${number}+${number}+${number}`;

/**
 * Does what opens a popup that is drawn inside a window (Chromium's), and waits until it is there and lies still. Only
 * the part of the window where it opens is looked at: a caret may be blinking elsewhere.
 */
export async function openWithin(
  display: string,
  window: string,
  part: Part,
  gesture: () => Promise<void>,
): Promise<void> {
  const without = await lieStill(display, window, part);
  await gesture();
  await until('the popup to be drawn', () => pictureOf(display, window, part) !== without, 30_000, 200);
  await lieStill(display, window, part);
}

/** Waits until a window's picture stays the same for a considered look; that picture. */
export async function lieStill(display: string, window: string, part?: Part): Promise<string> {
  let last = '';
  let since = Date.now();
  return until(
    'the window to lie still',
    () => {
      const now = pictureOf(display, window, part);
      if (now !== last) since = Date.now();
      last = now;
      return now !== '' && Date.now() - since >= STILL_MS ? now : null;
    },
    30_000,
    200,
  );
}

/** The windows on the screen once none comes or goes. */
async function settled(display: string): Promise<ReadonlySet<string>> {
  let last = sizeable(display);
  await until('the windows to stay', async () => {
    await pause(300);
    const now = sizeable(display);
    const same = now.size === last.size && [...now].every((id) => last.has(id));
    last = now;
    return same;
  });
  return last;
}

function sizeable(display: string): ReadonlySet<string> {
  const ids = xdotool(display, 'search', '--onlyvisible', '--class', '.*').split('\n').filter(Boolean);
  return new Set(ids.filter((id) => isSizeable(xdotool(display, 'getwindowgeometry', '--shell', id))));
}

function isSizeable(geometry: string): boolean {
  const number = (key: string) => Number(new RegExp(`${key}=(\\d+)`).exec(geometry)?.[1] ?? 0);
  return number('WIDTH') >= LEAST.width && number('HEIGHT') >= LEAST.height;
}

/** A window may go while it is asked; then there is no answer. */
function xdotool(display: string, ...args: readonly string[]): string {
  try {
    const env = { ...process.env, DISPLAY: display };
    return execFileSync('xdotool', [...args], {
      env,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
      timeout: 20_000,
    });
  } catch {
    return '';
  }
}

function pictureOf(display: string, window: string, part?: Part): string {
  try {
    const crop = part === undefined ? [] : ['-crop', part];
    const pixels = execFileSync('import', ['-display', display, '-window', window, ...crop, 'rgb:-'], {
      stdio: ['ignore', 'pipe', 'ignore'],
      maxBuffer: 64 * 1024 * 1024,
      timeout: 60_000,
    });
    return createHash('sha256').update(pixels).digest('hex');
  } catch {
    return '';
  }
}
