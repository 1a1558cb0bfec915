/** The agents' extension as two agents: one that works by content scripts, one that drives its tab as a debugger. */
import type { Agent } from '../../browser/agents.ts';
import { until } from '../../browser/harness/until.ts';
import type { Hand } from './hand.ts';

/** Everything that an attack needs of an agent, whatever it is. */
export type Worker = Omit<Agent, 'name' | 'tryToOpen'>;

/** The tab that shows a guarded page, as soon as one does. */
export function tabOf(hand: Hand): Promise<number> {
  return until('a guarded page that the extension sees', async () => {
    const tabs = await hand.do<readonly { readonly id: number; readonly url?: string }[]>('tabs');
    return tabs.find(({ url = '' }) => /^https:\/\/(forum\.corp\.example|mail\.google\.com)\//.test(url))?.id;
  });
}

/** Presses and writes by script, in its own world of the page. */
export function contentAgent(hand: Hand, tab: number): Worker {
  const at = (selector: string, code: string) =>
    until(
      `${selector} in the page`,
      () =>
        hand
          .content<boolean>(
            tab,
            `const target = document.querySelector(${JSON.stringify(selector)}); if (!target) return false; ${code}; return true;`,
          )
          .then((done) => done || undefined),
      20_000,
      200,
    );
  const put = (text: string) =>
    `target.focus(); if ('value' in target) target.value = ${JSON.stringify(text)}; else target.prepend(document.createTextNode(${JSON.stringify(text)})); target.dispatchEvent(new InputEvent('input', { bubbles: true }));`;
  const key = (init: object) =>
    `target.focus(); target.dispatchEvent(new KeyboardEvent('keydown', ${JSON.stringify({ ...init, bubbles: true, cancelable: true })}));`;
  return {
    goTo: (url) => goTo(hand, tab, url),
    run: (code) => hand.content(tab, code),
    click: async (selector) => void (await at(selector, 'target.click()')),
    write: async (selector, text) => void (await at(selector, put(text))),
    insert: async (selector, text) => void (await at(selector, put(text))),
    pressCtrlEnter: async (selector) => void (await at(selector, key({ key: 'Enter', code: 'Enter', ctrlKey: true }))),
    press: async (selector, name) => void (await at(selector, key({ key: name, code: name }))),
    clickAt: (x, y) => hand.content(tab, `document.elementFromPoint(${x}, ${y})?.click();`),
    tidy: () => closeOthers(hand, tab),
    leave: async () => undefined,
  };
}

interface Evaluated {
  readonly result: { readonly value?: unknown };
  readonly exceptionDetails?: { readonly text: string; readonly exception?: { readonly description?: string } };
}

/** Presses and writes with trusted input, by the debugger's protocol; attached from now on. */
export async function debuggerAgent(hand: Hand, tab: number): Promise<Worker> {
  await hand.do('attach', { tab }).catch(() => undefined);
  const send = <T>(method: string, params: object = {}) => hand.do<T>('send', { tab, method, params });
  const run = async <T>(code: string): Promise<T> => {
    const params = {
      expression: `(async () => {${code}\n})()`,
      awaitPromise: true,
      returnByValue: true,
      userGesture: true,
    };
    const { result, exceptionDetails: wrong } = await send<Evaluated>('Runtime.evaluate', params);
    if (wrong) throw new Error(wrong.exception?.description ?? wrong.text);
    return result.value as T;
  };
  const clickAt = async (x: number, y: number) => {
    for (const type of ['mouseMoved', 'mousePressed', 'mouseReleased'])
      await send('Input.dispatchMouseEvent', { type, x, y, button: 'left', clickCount: 1 });
  };
  const centre = (selector: string) =>
    until(`${selector} in the page`, () =>
      run<{ readonly x: number; readonly y: number } | null>(
        // Where it lies for two frames: the bar about the debugger moves the page when it comes.
        `const target = document.querySelector(${JSON.stringify(selector)}); if (!target) return null; target.scrollIntoView({ block: 'center' }); const before = target.getBoundingClientRect().y + innerHeight; await new Promise((resolve) => setTimeout(resolve, 150)); const box = target.getBoundingClientRect(); if (box.y + innerHeight !== before) return null; return { x: box.x + box.width / 2, y: box.y + box.height / 2 };`,
      ).catch(() => null),
    );
  const focus = (selector: string, then: string) =>
    until(`${selector} in the page`, () =>
      run<boolean>(
        `const target = document.querySelector(${JSON.stringify(selector)}); if (!target) return false; target.focus(); ${then} return true;`,
      ).catch(() => null),
    );
  const pressKey = async (key: string, modifiers: number) => {
    const known = { key, code: key, windowsVirtualKeyCode: key === 'Enter' ? 13 : 0, modifiers };
    await send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...known });
    await send('Input.dispatchKeyEvent', { type: 'keyUp', ...known });
  };
  return {
    goTo: (url) => goTo(hand, tab, url),
    run,
    clickAt,
    async click(selector) {
      const { x, y } = await centre(selector);
      await clickAt(x, y);
    },
    async write(selector, text) {
      await focus(selector, 'target.select?.();');
      await send('Input.insertText', { text });
    },
    async insert(selector, text) {
      await focus(selector, 'getSelection().collapse(target, 0);');
      await send('Input.insertText', { text });
    },
    async pressCtrlEnter(selector) {
      await focus(selector, '');
      await pressKey('Enter', 2);
    },
    async press(selector, key) {
      await focus(selector, '');
      await pressKey(key, 0);
    },
    tidy: () => closeOthers(hand, tab),
    leave: () =>
      hand.do('detach', { tab }).then(
        () => undefined,
        () => undefined,
      ),
  };
}

async function goTo(hand: Hand, tab: number, url: string): Promise<void> {
  // A page that no script may look at (none, an error's) has no time of its own.
  const since = () => hand.content<number>(tab, 'return performance.timeOrigin;').catch(() => null);
  const left = await since();
  await hand.do('go', { tab, url });
  await until(
    `the page ${url}`,
    async () => {
      const { status } = await hand.do<{ readonly status: string }>('look', { tab });
      if (status !== 'complete') return undefined;
      // Until the new page has come, the one that is being left is complete as well.
      return left === null || (await since()) !== left || undefined;
    },
    40_000,
    200,
  );
}

/** Closes the tabs that attempts have left behind; a window of ours is left alone. */
async function closeOthers(hand: Hand, tab: number): Promise<void> {
  const tabs = await hand.do<readonly { readonly id: number; readonly url?: string }[]>('tabs');
  for (const other of tabs)
    if (other.id !== tab && /^(https:|about:blank)/.test(other.url ?? ''))
      await hand.do('close', { tab: other.id }).catch(() => undefined);
  // A tab that is not in front hears no click.
  await hand.do('activate', { tab }).catch(() => undefined);
}
