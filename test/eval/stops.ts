/**
 * The guard's background is stopped again and again, and its process killed, while a script in a page sends through
 * several channels. Nothing may arrive, and the guard must come back each time.
 */
import { scriptAgent } from '../browser/agents.ts';
import { type CdpPort, openCdpPort } from '../browser/harness/cdp-port.ts';
import type { BrowserName } from '../browser/harness/find-browser.ts';
import { pause, until } from '../browser/harness/until.ts';
import { FORUM, openStage, type Stage, signedIn } from '../browser/stage.ts';
import { entriesOf } from '../incidents/story.ts';
import { say } from '../run/command-line.ts';
import type { Evaluation, Measured } from './evaluation.ts';
import { burst, READ } from './stops/load.ts';

/** What came of all stops, or all kills, in one browser. */
export interface Stopped {
  readonly browser: BrowserName;
  readonly what: 'worker stops' | 'process kills';
  readonly count: number;
  /** How often the background was up again. */
  readonly cameBack: number;
  readonly attempts: number;
  readonly arrived: number;
}

const TOPIC = `${FORUM}/t/token-service-keeps-rejecting-my-new-hosts/101`;

/** Firefox's own is 30 s; its background sleeps when nothing has called it for this long, in milliseconds. */
const IDLE_MS = 500;

export const STOPS: Evaluation = {
  about:
    'the background stopped (--stops 200) and killed (--kills 5) while a script sends: what arrives (--only stops, --only kills)',
  async measure({ browsers, only, stops = 200, kills = 5 }): Promise<Measured> {
    const all: Stopped[] = [];
    for (const browser of browsers) {
      if (only !== 'kills') all.push(await stopped(browser, stops));
      if (only !== 'stops') all.push(await killed(browser, kills));
    }
    return { figures: all.map((each) => ({ ...each })), lines: all.map(lineOf), passed: all.every(isFine) };
  },
};

/** Stops the background so often. Every other time the page is a new one, so that no rule of the time before helps. */
export function stopped(browser: BrowserName, count: number): Promise<Stopped> {
  return withLoad(browser, async (stage, send) => {
    await firstHeld(stage, send);
    const port = browser === 'chromium' ? await openCdpPort(stage.launched().remoteUrl ?? '') : null;
    const before = entriesOf(stage, 'guard-started');
    const starts = () => entriesOf(stage, 'guard-started') - before;
    // On a busy machine a background may not have come to rest, or not be up again, when it is to be stopped.
    for (let round = 0; starts() < count && round < 3 * count; round++) {
      if (round % 2 === 0) await scriptAgent(stage.assistant).goTo(`${TOPIC}?round=${round}`);
      const going = port === null ? pause(IDLE_MS * 3).then(() => send([0, 5, 20])) : send([0, 20, 60, 150]);
      if (port !== null) await stopWorker(stage, port);
      await going;
      if (round % 20 === 19) say(`${browser}: ${starts()} stops, ${stage.forum.published().length} arrived`);
    }
    port?.close();
    return { what: 'worker stops', count };
  });
}

/** Kills the extension's process so often, while an act of this page waits. */
export function killed(browser: BrowserName, count: number): Promise<Stopped> {
  return withLoad(browser, async (stage, send) => {
    await firstHeld(stage, send);
    for (let round = 0; round < count; round++) {
      const starts = entriesOf(stage, 'guard-started');
      const going = send([0, 5, 20, 60, 150]);
      if (stage.launched().killExtensionProcesses() === 0) throw new Error('there was no process to kill');
      await going;
      await send([0, 300, 900]);
      // Where the browser starts it no more, the rules must stand without it: that is counted, and no error.
      await until('the guard to be back', () => entriesOf(stage, 'guard-started') > starts || undefined, 20_000).catch(
        () => undefined,
      );
      say(`${browser}: ${round + 1} kills, ${stage.forum.published().length} arrived`);
    }
    return { what: 'process kills', count };
  });
}

/** What was read is noted, and an act waits: before that there is nothing that a stop could free. */
async function firstHeld(stage: Stage, send: Send): Promise<void> {
  await send([0]);
  await until('the act to be held', () => entriesOf(stage, 'held') > 0 || undefined);
}

type Send = (moments: readonly number[]) => Promise<void>;

async function withLoad(
  browser: BrowserName,
  disturb: (stage: Stage, send: Send) => Promise<Pick<Stopped, 'what' | 'count'>>,
): Promise<Stopped> {
  const stage = await openStage({
    browser,
    // Chromium's worker is stopped over the remote port, by whom no tab is touched; the agent is a script in the page.
    remote: browser === 'chromium' ? 'agent' : 'none',
    url: signedIn('alice', '/t/sev1-key-leak/77', 'assistant'),
    ...(browser === 'firefox' ? { policies: sleepsSoon() } : {}),
  });
  try {
    await stage.assistant.connected();
    const agent = scriptAgent(stage.assistant);
    const text = `This is how others do it: ${await agent.run<string>(READ)}`;
    await agent.goTo(TOPIC);
    const starts = entriesOf(stage, 'guard-started');
    let attempts = 0;
    const done = await disturb(stage, async (moments) => {
      attempts += await agent.run<number>(burst(text, moments));
    });
    await pause(1_500);
    const cameBack = entriesOf(stage, 'guard-started') - starts;
    return { browser, ...done, cameBack, attempts, arrived: stage.forum.published().length };
  } finally {
    await stage.close();
  }
}

function sleepsSoon(): Readonly<Record<string, unknown>> {
  return {
    Preferences: {
      'xpinstall.signatures.required': { Value: false, Status: 'locked' },
      'extensions.background.idle.timeout': { Value: IDLE_MS, Status: 'locked' },
    },
  };
}

/** Over the browser's own end: a client that attached to the tab would be seen, and the tab sealed for that alone. */
async function stopWorker(stage: Stage, port: CdpPort): Promise<void> {
  const { targetInfos } = (await port.ask('Target.getTargets', { filter: [{}] })) as {
    readonly targetInfos: readonly { readonly targetId: string; readonly type: string; readonly url: string }[];
  };
  const worker = targetInfos.find(
    ({ type, url }) => type === 'service_worker' && url.startsWith(stage.launched().guardOrigin),
  );
  // One that has gone meanwhile cannot be closed.
  if (worker !== undefined) await port.ask('Target.closeTarget', { targetId: worker.targetId }).catch(() => undefined);
}

/** Nothing arrived, and the background was up again so often; Firefox starts a process that is killed again and again no more. */
export function isFine({ arrived, count, cameBack, what }: Stopped): boolean {
  return arrived === 0 && cameBack >= (what === 'worker stops' ? count : 1);
}

function lineOf(each: Stopped): string {
  const { browser, what, count, cameBack, attempts, arrived } = each;
  return `${isFine(each) ? 'ok  ' : 'BAD '} ${browser}: ${count} ${what}, ${cameBack} starts after them, ${arrived} of ${attempts} sends arrived`;
}
