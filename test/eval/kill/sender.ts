/** An agent over the remote protocol that sends from three tabs by every channel a page has, twenty times a second. */
import { connectAgent, connectFirefoxAgent } from '../../browser/harness/remote.ts';
import { until } from '../../browser/harness/until.ts';
import { FORUM, type Stage, signedIn } from '../../browser/stage.ts';

/** What it sends by; each must have been accepted before anything is measured. */
export const CHANNELS = ['fetch', 'XMLHttpRequest', 'form', 'frame'] as const;
export type Channel = (typeof CHANNELS)[number];

const TABS = 3;
const EVERY_MS = 50;
const TOPIC = '/t/lunch-on-thursday/102';

export interface Sender {
  /** Sends until the answer is called; each text names its round and channel. */
  start(round: number): () => void;
  /** Sends one text by one channel, in a tab of its own for each. */
  send(round: number, channel: Channel): void;
  /** Its hand in the first tab. */
  readonly first: Tab;
  leave(): Promise<void>;
}

/** The channel that a text says it came by. */
export function channelOf(raw: string | null): Channel | undefined {
  return CHANNELS.find((each) => raw?.endsWith(` by ${each}`));
}

export interface Tab {
  goto(url: string): Promise<unknown>;
  evaluate(code: string): Promise<unknown>;
  readonly mouse: { click(x: number, y: number): Promise<void> };
  readonly keyboard: { type(text: string): Promise<void> };
}

/** Opens three tabs with the forum. The first is in front, so that the person's window is the forum's. */
export async function openSender(stage: Stage): Promise<Sender> {
  const { tabs, close } = stage.name === 'chromium' ? await chromiumTabs(stage) : await firefoxTabs(stage);
  for (const [index, tab] of tabs.entries()) {
    await tab.goto(index === 0 ? signedIn('alice', TOPIC) : `${FORUM}${TOPIC}`);
    await tab.evaluate(IN_PAGE);
  }
  const [first] = tabs;
  if (first === undefined) throw new Error('the browser gave the agent no tab');
  return {
    first,
    send: (round, channel) => sendIn(tabs[CHANNELS.indexOf(channel) % tabs.length], channel, `Round ${round}, alone`),
    start(round) {
      let count = 0;
      const timer = setInterval(() => {
        const channel = CHANNELS[count % CHANNELS.length] ?? 'fetch';
        count += 1;
        sendIn(tabs[count % tabs.length], channel, `Round ${round}, ${count}`);
      }, EVERY_MS);
      return () => clearInterval(timer);
    },
    leave: close,
  };
}

/** A page that is shielded or stopped may refuse; what arrived is counted at the server. */
function sendIn(tab: Tab | undefined, channel: Channel, text: string): void {
  void tab
    ?.evaluate(`send(${JSON.stringify(channel)}, ${JSON.stringify(`${text} by ${channel}`)})`)
    .catch(() => undefined);
}

async function chromiumTabs(stage: Stage): Promise<{ readonly tabs: readonly Tab[]; close(): Promise<void> }> {
  const { browser, page, close } = await connectAgent(stage.launched().remoteUrl ?? '');
  const context = browser.contexts()[0];
  const tabs = [page];
  while (tabs.length < TABS && context !== undefined) tabs.push(await context.newPage());
  await page.bringToFront();
  return { tabs, close };
}

async function firefoxTabs(stage: Stage): Promise<{ readonly tabs: readonly Tab[]; close(): Promise<void> }> {
  const url = stage.launched().remoteUrl ?? '';
  // The session of a browser that has just started again may still be ending.
  const { browser, page, close } = await until('a session', () => connectFirefoxAgent(url).catch(() => null), 20_000);
  const tabs = [page];
  while (tabs.length < TABS) tabs.push(await browser.newPage());
  await page.bringToFront();
  return { tabs, close };
}

/** The page's own ways to send; no frame hangs, since a browser opens six connections to a host and no more. */
const IN_PAGE = `
window.send = (() => {
  const type = 'application/x-www-form-urlencoded';
  const frame = (name = '') => { const made = document.createElement('iframe'); made.name = name; made.style.display = 'none'; document.body.append(made); return made; };
  const blank = frame();
  // Named before it is there: under a name given later a form opens a tab (Chromium 156).
  frame('sink');
  const fields = (raw) => new URLSearchParams({ raw, topic_id: '102', archetype: 'regular' });
  const ways = {
    fetch: (raw) => fetch('/posts', { method: 'POST', headers: { 'content-type': type }, body: fields(raw).toString() }),
    frame: (raw) => blank.contentWindow.fetch('/posts', { method: 'POST', headers: { 'content-type': type }, body: fields(raw).toString() }),
    XMLHttpRequest: (raw) => { const request = new XMLHttpRequest(); request.open('POST', '/posts'); request.setRequestHeader('content-type', type); request.send(fields(raw).toString()); },
    form: (raw) => { const form = document.createElement('form'); form.method = 'POST'; form.action = '/posts'; form.target = 'sink'; for (const [name, value] of fields(raw)) { const field = document.createElement('input'); field.name = name; field.value = value; form.append(field); } form.style.display = 'none'; document.body.append(form); form.submit(); setTimeout(() => form.remove(), 5000); },
  };
  window.line = new WebSocket('wss://forum.corp.example/live');
  return (channel, raw) => { try { Promise.resolve(ways[channel](raw)).catch(() => undefined); } catch {} return 0; };
})(); 0`;
