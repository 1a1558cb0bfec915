/**
 * Fault injection: each module of the guard throws, or never answers, while an agent tries to send. Nothing may arrive,
 * nothing that was written may be lost, and somebody must be told.
 */

import type { BrowserName } from '../browser/harness/find-browser.ts';
import { messageOf, say } from '../run/command-line.ts';
import { atOnce } from './at-once.ts';
import type { Evaluation, Measured } from './evaluation.ts';
import { buildFaulty, ROOT } from './faults/build.ts';
import { modulesOf } from './faults/instrument.ts';
import { type Fault, type Outcome, openTrials, type Trials } from './faults/trial.ts';

export const FAULTS: Evaluation = {
  about: 'each module fails in turn while an agent sends: what arrives (--only NAME: modules whose name begins so)',
  async measure({ browsers, only }): Promise<Measured> {
    const faults = faultsOf(only);
    if (faults.length === 0) throw new Error(`No module that can fail is called "${only}".`);
    const outcomes: Outcome[] = [];
    for (const browser of browsers) outcomes.push(...(await tryAll(browser, faults)));
    return {
      figures: outcomes.map((each) => ({ ...each })),
      lines: [...outcomes.map(lineOf), summaryOf(outcomes)],
      passed: outcomes.every(isFine),
    };
  },
};

/** Every way in which a module can fail, of those whose name begins so. */
export function faultsOf(only = ''): readonly Fault[] {
  return modulesOf(ROOT)
    .filter(({ name }) => name.startsWith(only))
    .flatMap(({ name, failures }) => failures.map((how) => ({ module: name, how })));
}

async function tryAll(browser: BrowserName, faults: readonly Fault[]): Promise<readonly Outcome[]> {
  say(`Building for ${browser} …`);
  const dist = buildFaulty(browser === 'chromium' ? 'chrome' : 'firefox');
  return atOnce(faults, (left) => tryEach(browser, dist, left));
}

/** One browser, and in it one fault after the other, as long as any are left. */
async function tryEach(browser: BrowserName, dist: string, left: Iterable<Fault>): Promise<readonly Outcome[]> {
  const outcomes: Outcome[] = [];
  let trials: Trials | null = null;
  const close = async () => {
    const open = trials;
    trials = null;
    await open?.close();
  };
  try {
    for (const fault of left) {
      const outcome = await (async () => {
        trials ??= await openTrials(browser, dist);
        return trials.run(fault);
      })().catch((error: unknown) => brokenOff(browser, fault, error));
      say(lineOf(outcome));
      outcomes.push(outcome);
      if (outcome.brokenOff === undefined) continue;
      // Whatever hangs must not hang the rest.
      await close();
    }
    return outcomes;
  } finally {
    await close();
  }
}

function brokenOff(browser: BrowserName, fault: Fault, error: unknown): Outcome {
  const nothing = { attempts: 0, arrived: 0, what: [], textKept: false, told: [], reached: true };
  return { ...fault, browser, ...nothing, brokenOff: messageOf(error) };
}

/** Nothing arrived, nothing was lost, and whoever had something to do with it was told. */
export function isFine({ arrived, textKept, told, reached }: Outcome): boolean {
  return arrived === 0 && textKept && (told.length > 0 || !reached);
}

function lineOf(outcome: Outcome): string {
  const { browser, module, how, attempts, arrived, what, textKept, told, reached } = outcome;
  if (outcome.brokenOff !== undefined) return `BAD  ${browser}: ${module} ${how}: ${outcome.brokenOff}`;
  const words = [
    `${arrived} of ${attempts} arrived${what.map((each) => ` (${each})`).join('')}`,
    textKept ? 'text kept' : 'TEXT LOST',
    told.length > 0 ? `told by ${told.join(', ')}` : 'NOBODY TOLD',
    ...(reached ? [] : ['not called here']),
  ];
  return `${isFine(outcome) ? 'ok  ' : 'BAD '} ${browser}: ${module} ${how === 'never' ? 'never answers' : 'throws'}: ${words.join(', ')}`;
}

function summaryOf(outcomes: readonly Outcome[]): string {
  const sum = (key: 'attempts' | 'arrived') => outcomes.reduce((total, each) => total + each[key], 0);
  const bad = outcomes.filter((each) => !isFine(each)).length;
  return `${outcomes.length} faults, ${sum('attempts')} attempts, ${sum('arrived')} arrived; ${bad} not as they should be`;
}
