/** The evaluation's end of the line: tells the guard's background what is to fail, and hears what was reached. */
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { until } from '../../browser/harness/until.ts';

export interface Switchboard {
  readonly url: string;
  /** From now on this fails in the background ("" for nothing); resolves when the background has heard it. */
  set(fault: string): Promise<void>;
  /** How often the failing module was called in the background since it was set, and what stands on the toolbar button. */
  report(): Promise<{ readonly reached: number; readonly badge: string }>;
  /** Starts the extension anew; resolves when its background asks again. */
  reload(): Promise<void>;
  /** Resolves when a background is there. */
  connected(): Promise<void>;
  close(): Promise<void>;
}

/** A poll is answered at the latest after this time, so that what was reached is heard, in milliseconds. */
const POLL_MS = 150;

interface Poll {
  readonly answer: ServerResponse;
  readonly late: ReturnType<typeof setTimeout>;
}

export async function openSwitchboard(): Promise<Switchboard> {
  let poll: Poll | null = null;
  let heard = { life: '', now: '', reached: 0, badge: '', count: 0 };
  const reply = (order: string) => {
    if (poll === null) return;
    clearTimeout(poll.late);
    poll.answer.end(order);
    poll = null;
  };
  const server = createServer((request, answer) => {
    const { searchParams } = new URL(request.url ?? '/', 'http://127.0.0.1');
    const word = (name: string) => searchParams.get(name) ?? '';
    const reached = Number(word('reached'));
    heard = { life: word('life'), now: word('now'), reached, badge: word('badge'), count: heard.count + 1 };
    reply('again');
    poll = { answer, late: setTimeout(() => reply('again'), POLL_MS) };
    answer.setHeader('access-control-allow-origin', '*');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const order = async (what: string, words: string, heeded: () => boolean) => {
    await until('the background to ask', () => poll !== null, 60_000, 20);
    reply(words);
    await until(what, heeded, 60_000, 20);
  };
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    set: (fault) =>
      heard.now === fault ? Promise.resolve() : order(`"${fault}" to be set`, fault, () => heard.now === fault),
    async report() {
      const { count } = heard;
      await until('the background to ask', () => heard.count > count + 1, 20_000, 20);
      return heard;
    },
    reload() {
      const { life } = heard;
      return order('the extension to start anew', 'reload', () => heard.life !== life);
    },
    connected: async () => void (await until('the background to ask', () => heard.count > 0, 60_000, 20)),
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
