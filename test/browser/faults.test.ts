/**
 * A module of ours fails while an agent sends: nothing arrives, nothing is lost, somebody is told. Here those at which
 * something once got out, or was not told; `npm run eval -- faults` makes every module fail in turn.
 */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { buildFaulty } from '../eval/faults/build.ts';
import { type Fault, openTrials, type Trials } from '../eval/faults/trial.ts';
import { wantedBrowsers } from './stage.ts';
import { showFailure } from './when-it-fails.ts';

const FAULTS: readonly (readonly [string, Fault, 'everywhere' | 'forum'])[] = [
  ['what tells a write from a read throws', { module: 'background/request-details', how: 'throw' }, 'everywhere'],
  ['what was read cannot be noted', { module: 'background/with-reading', how: 'throw' }, 'forum'],
  ['the disk is full', { module: 'background/record', how: 'throw' }, 'forum'],
  ['the background never answers the page', { module: 'background/talk-content', how: 'never' }, 'forum'],
];

describe.each(wantedBrowsers())('a module of the guard fails (%s)', (browser) => {
  let trials: Trials;

  beforeAll(async () => {
    trials = await openTrials(browser, buildFaulty(browser === 'chromium' ? 'chrome' : 'firefox'));
  }, 120_000);

  afterAll(() => trials?.close());

  afterEach((context) => showFailure(context, trials?.stage, `faults-${browser}`));

  it.each(FAULTS)('%s', async (_name, fault, where) => {
    const outcome = await trials.run(fault, where);
    if (process.env.COUNTERSIGN_SHOTS)
      await trials.stage.display.shot(
        `${process.env.COUNTERSIGN_SHOTS}/fault-${browser}-${fault.module.replace('/', '-')}.png`,
      );
    expect(outcome).toMatchObject({ arrived: 0, textKept: true, reached: true });
    expect(outcome.told).not.toEqual([]);
  });
});
