/** How fast "Stop all agents" works, and whether it holds: in real browsers, by the servers' own record. */
import type { Evaluation, Measured } from './evaluation.ts';
import { CHANNELS } from './kill/sender.ts';
import { type KillRun, LATE_MS, runTrials } from './kill/trials.ts';

/** As many as the design asks for. */
const TRIALS = 50;

export const KILL: Evaluation = {
  about: '"Stop all agents" while an agent sends 20 times a second from three tabs: [--browser NAME] [--trials 50]',
  async measure({ browsers, trials }): Promise<Measured> {
    const count = trials ?? TRIALS;
    const figures = [];
    for (const name of browsers)
      figures.push({ browser: name, ...figuresOf(await runTrials(name, count, (line) => console.error(line))) });
    return {
      figures,
      lines: figures.map((each) => `${each.browser}: ${lineOf(each)}`),
      passed: figures.every(({ late, afterWorkerKill, afterRestart }) => late + afterWorkerKill + afterRestart === 0),
    };
  },
};

type Figures = ReturnType<typeof figuresOf>;

/** What a run comes to. */
export function figuresOf({ trials, afterWorkerKill, afterRestart }: KillRun) {
  const last = trials.map(({ lastMs }) => lastMs);
  const pressed = trials.map(({ pressedMs }) => pressedMs);
  return {
    trials: trials.length,
    channels: CHANNELS,
    acceptedBefore: trials.reduce((sum, { before }) => sum + before, 0),
    fromAcknowledgementMs: { median: median(last), max: Math.max(...last) },
    fromPressMs: { median: median(pressed), max: Math.max(...pressed) },
    late: trials.reduce((sum, { late }) => sum + late, 0),
    afterWorkerKill,
    afterRestart,
  };
}

function lineOf(each: Figures): string {
  const { fromAcknowledgementMs: told, fromPressMs: pressed } = each;
  return [
    `${each.trials} stops, ${each.acceptedBefore} requests accepted before them`,
    `last accepted request ${told.median} ms after the acknowledgement (median; at most ${told.max}), ${pressed.median} ms after the key (at most ${pressed.max})`,
    `${each.late} later than ${LATE_MS} ms, ${each.afterWorkerKill} after the guard was killed, ${each.afterRestart} after a restart`,
  ].join('; ');
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? upper)) / 2;
}
