/**
 * The person presses "Stop all agents" in the toolbar popup while an agent sends; the servers' own record says when the
 * last request was accepted, the guard's own record when it had acknowledged the stop. All of it on one clock.
 */
import { openPopup } from '../../browser/alice.ts';
import { stopWorker } from '../../browser/harness/remote.ts';
import { pause, until } from '../../browser/harness/until.ts';
import { openStage, type Stage } from '../../browser/stage.ts';
import { entriesOf } from '../../incidents/story.ts';
import { CHANNELS, type Channel, channelOf, openSender, type Sender } from './sender.ts';

/** An arrival later than this after the acknowledgement is one too many, in milliseconds. */
export const LATE_MS = 250;

/** An agent is stopped by itself at 60 acts a minute, whatever policy says; here it is the person who stops it. */
const OPEN_WIDE = { actsPerMinute: 60, audiences: 500, newReaders: 100_000 };
/** From one trial's beginning to the next, so that no more are counted in a minute, in milliseconds. */
const PACE_MS = 25_000;

/** How long the agent goes on sending after the stop, in milliseconds. */
const GOES_ON_MS = 1_500;

export interface Trial {
  /** Requests that the server accepted before the stop. */
  readonly before: number;
  /** From the acknowledgement to the last accepted request, in milliseconds; below 0 when it came before. */
  readonly lastMs: number;
  /** From the finger on the key to the last accepted request, in milliseconds. */
  readonly pressedMs: number;
  /** Requests accepted more than LATE_MS after the acknowledgement. */
  readonly late: number;
}

export interface KillRun {
  readonly trials: readonly Trial[];
  /** Accepted while stopped, after the guard's worker or process was killed. */
  readonly afterWorkerKill: number;
  /** Accepted while stopped, after the browser was started again. */
  readonly afterRestart: number;
}

/** `whileStopped` is done while the last stop stands. */
export async function runTrials(
  browser: Stage['name'],
  count: number,
  say: (line: string) => void,
  whileStopped: (stage: Stage, sender: Sender) => Promise<void> = async () => undefined,
): Promise<KillRun> {
  const stage = await openStage({ browser, remote: 'agent', forumMandate: 'flow', breakers: OPEN_WIDE });
  try {
    let sender = await openSender(stage);
    await openPopup(stage);
    const trials: Trial[] = [];
    for (let round = 0; round < count; round += 1) {
      const begun = Date.now();
      trials.push(await trial(stage, sender, round));
      say(`  ${browser} ${round + 1} of ${count}: ${JSON.stringify(trials.at(-1))}`);
      // The last stop stays, for what follows.
      if (round + 1 === count) break;
      await press(stage, 'revived');
      await pause(begun + PACE_MS - Date.now());
    }
    await whileStopped(stage, sender);
    const afterWorkerKill = await acceptedAfter(stage, sender, () => killGuard(stage));
    await sender.leave();
    await stage.restart();
    sender = await openSender(stage);
    const afterRestart = await acceptedAfter(stage, sender, async () => undefined);
    await sender.leave();
    return { trials, afterWorkerKill, afterRestart };
  } catch (error) {
    stage.display.shot(`screenshots/eval-kill-${browser}.png`);
    for (const { kind, body } of stage.collector.entries.slice(-12))
      say(`  ${kind} ${JSON.stringify(body).slice(0, 260)}`);
    say(`  ${JSON.stringify(stage.forum.arrivals.slice(-5).map(({ path, raw }) => [path, raw]))}`);
    throw error;
  } finally {
    await stage.close();
  }
}

async function trial(stage: Stage, sender: Sender, round: number): Promise<Trial> {
  stage.forum.reset();
  for (const channel of CHANNELS) {
    sender.send(round, channel);
    await until(`the agent to be accepted by ${channel}`, () => accepted(stage, channel), 30_000);
  }
  const stop = sender.start(round);
  try {
    const before = stage.forum.published().length;
    const pressedAt = await press(stage, 'killed');
    const acknowledgedAt = Number(stage.collector.entries.filter(({ kind }) => kind === 'killed').at(-1)?.at);
    await pause(GOES_ON_MS);
    const arrived = stage.forum.published().map(({ at }) => at);
    const last = Math.max(...arrived);
    return {
      before,
      lastMs: last - acknowledgedAt,
      pressedMs: last - pressedAt,
      late: arrived.filter((at) => at - acknowledgedAt > LATE_MS).length,
    };
  } finally {
    stop();
    await pause(500);
  }
}

function accepted(stage: Stage, channel: Channel): boolean {
  return stage.forum.published().some(({ raw }) => channelOf(raw) === channel);
}

/** The first stop of the open popup's keyboard: what stops agents, or lets them work again. When the key went down. */
async function press(stage: Stage, what: 'killed' | 'revived'): Promise<number> {
  const before = entriesOf(stage, what);
  await stage.person.press('Tab');
  const pressedAt = Date.now();
  await stage.person.press('space');
  await until(`"${what}" in the record`, () => entriesOf(stage, what) > before || undefined, 20_000);
  return pressedAt;
}

async function acceptedAfter(stage: Stage, sender: Sender, blow: () => Promise<void>): Promise<number> {
  stage.forum.reset();
  const stop = sender.start(-1);
  await pause(500);
  await blow();
  await pause(4_000);
  stop();
  await pause(500);
  return stage.forum.published().length;
}

/** As a client of the remote protocol stops the worker, and as a crash ends the process. */
async function killGuard(stage: Stage): Promise<void> {
  const { remoteUrl, guardOrigin } = stage.launched();
  if (stage.name === 'chromium') await stopWorker(remoteUrl ?? '', guardOrigin);
  // A worker that was stopped has no process until a request wakes it.
  await until('a process of the guard to be killed', () => stage.launched().killExtensionProcesses() > 0, 20_000);
}
