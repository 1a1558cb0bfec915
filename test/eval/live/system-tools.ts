/** Input that the operating system makes: X input by a program, and a press by the accessibility interface. */
import { execFileSync, spawn } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findTool } from '../../browser/harness/find-browser.ts';
import { end, start } from '../../browser/harness/processes.ts';
import { pause } from '../../browser/harness/until.ts';
import { FORUM, type Stage, signedIn } from '../../browser/stage.ts';
import { goTo } from '../../incidents/human.ts';
import { PLACE, SOURCE, TEXT } from './errand.ts';
import { fromDebian, NotHere } from './fetched.ts';
import { type LiveTool, NOTHING_TO_CLOSE } from './tool.ts';

/** Where the large Reply button lies in a window of this browser on our display. */
const REPLY_AT = { chromium: { x: 79, y: 780 }, firefox: { x: 439, y: 836 } } as const;

/** The person reads the closed thread and goes to where everybody reads. */
async function readAndGo(stage: Stage): Promise<void> {
  await stage.person.waitForWindow(/SEV1 key leak/, 60_000);
  await pause(2_500);
  await goTo(stage, `${FORUM}${PLACE}`, /Lunch on Thursday/);
  await pause(3_000);
}

export const XDOTOOL: LiveTool = {
  name: 'xdotool, as a program uses it',
  browsers: ['chromium', 'firefox'],
  expected: 'not a person',
  async prepare() {
    if (findTool('xdotool') === null) throw new NotHere('xdotool is not installed');
    return {
      stage: { remote: 'none', url: signedIn('alice', SOURCE) },
      async work(stage) {
        await readAndGo(stage);
        const env = { ...process.env, DISPLAY: stage.display.name };
        const xdotool = (...args: readonly string[]) => execFileSync('xdotool', args, { env, timeout: 60_000 });
        const { x, y } = REPLY_AT[stage.name];
        xdotool('mousemove', String(x), String(y), 'click', '1');
        await pause(1_500);
        xdotool('type', '--', TEXT);
        await pause(1_000);
        xdotool('key', 'ctrl+Return');
      },
      close: NOTHING_TO_CLOSE,
    };
  },
};

export const ASSISTIVE_PRESS: LiveTool = {
  name: 'a press by AT-SPI, after typing by hand',
  browsers: ['chromium', 'firefox'],
  expected: 'nobody',
  async prepare(browser, say) {
    if (findTool('dbus-daemon') === null) throw new NotHere('dbus-daemon is not installed');
    const tree = await fromDebian(['gir1.2-atspi-2.0', 'gir1.2-freedesktop'], say);
    const types = join(tree, 'usr/lib', 'x86_64-linux-gnu', 'girepository-1.0');
    const bus = await openBus();
    const restore = setEnvironment({
      DBUS_SESSION_BUS_ADDRESS: bus.address,
      // As a desktop with assistive technology sets them, for Chromium and for Firefox.
      ACCESSIBILITY_ENABLED: '1',
      GNOME_ACCESSIBILITY: '1',
    });
    return {
      stage: {
        remote: 'none',
        url: signedIn('alice', SOURCE),
        extraArgs: browser === 'chromium' ? ['--force-renderer-accessibility'] : [],
      },
      async work(stage) {
        await readAndGo(stage);
        const { x, y } = REPLY_AT[stage.name];
        await stage.person.click(x, y);
        await pause(1_500);
        await stage.person.type(TEXT);
        await pause(1_000);
        await press(types, stage);
      },
      async close() {
        restore();
        await bus.close();
      },
    };
  },
};

/** The browser is started with this process's environment; the function that puts back what stood there. */
function setEnvironment(values: Readonly<Record<string, string>>): () => void {
  const before = Object.keys(values).map((name) => [name, process.env[name]] as const);
  Object.assign(process.env, values);
  return () => {
    for (const [name, value] of before) {
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    }
  };
}

/** A session bus of our own, on which accessibility is switched on. */
async function openBus(): Promise<{ readonly address: string; close(): Promise<void> }> {
  const child = start('dbus-daemon', ['--session', '--nofork', '--print-address=1'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const address = await new Promise<string>((resolve, reject) => {
    child.stdout?.once('data', (data: Buffer) => resolve(String(data).trim()));
    child.once('exit', () => reject(new NotHere('dbus-daemon ended at once')));
  });
  const env = { ...process.env, DBUS_SESSION_BUS_ADDRESS: address };
  const set = ['org.freedesktop.DBus.Properties.Set', 'org.a11y.Status', 'IsEnabled', '<true>'];
  execFileSync(
    'gdbus',
    ['call', '--session', '--dest', 'org.a11y.Bus', '--object-path', '/org/a11y/bus', '--method', ...set],
    { env, timeout: 20_000, stdio: 'ignore' },
  );
  return { address, close: () => end(child) };
}

/** Looks the button up and presses it, without pointer or keyboard. */
function press(types: string, stage: Stage): Promise<void> {
  const script = fileURLToPath(new URL('at-spi-press.py', import.meta.url));
  const env = { ...process.env, DISPLAY: stage.display.name, GI_TYPELIB_PATH: types };
  return new Promise((resolve, reject) => {
    // Debian's own, which has its GObject bindings.
    const child = spawn('/usr/bin/python3', [script, 'Ctrl+Enter'], { env, stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (data: Buffer) => (said += String(data)));
    child.once('error', (error) => reject(new NotHere(`python3: ${error.message}`)));
    child.once('exit', (code) => (code === 0 ? resolve() : reject(new Error(`AT-SPI: ${said.trim().slice(-400)}`))));
  });
}
