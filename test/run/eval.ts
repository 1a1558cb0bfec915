/** `npm run eval -- NAME`: measures the guard against a yardstick of the design. */

import type { BrowserName } from '../browser/harness/find-browser.ts';
import { ATTRIBUTION } from '../eval/attribution.ts';
import { DAY } from '../eval/day.ts';
import type { Evaluation, EvaluationOptions, Measured } from '../eval/evaluation.ts';
import { FAULTS } from '../eval/faults.ts';
import { FLOW } from '../eval/flow.ts';
import { GATES } from '../eval/gates.ts';
import { KILL } from '../eval/kill.ts';
import { LEDGER } from '../eval/ledger.ts';
import { LIVE } from '../eval/live.ts';
import { PROVENANCE } from '../eval/provenance.ts';
import { SITES } from '../eval/sites.ts';
import { STOPS } from '../eval/stops.ts';
import { fail, messageOf, readOptions } from './command-line.ts';

const EVALUATIONS: ReadonlyMap<string, Evaluation> = new Map([
  ['attribution', ATTRIBUTION],
  ['day', DAY],
  ['sites', SITES],
  ['provenance', PROVENANCE],
  ['flow', FLOW],
  ['gates', GATES],
  ['faults', FAULTS],
  ['kill', KILL],
  ['ledger', LEDGER],
  ['stops', STOPS],
  ['live', LIVE],
]);

const HELP = `npm run eval -- NAME [options] [--json]
${[...EVALUATIONS].map(([name, { about }]) => `  ${name}  ${about}`).join('\n')}
Those that run browsers need the build (npm run build) and take:
  --browser chrome|firefox   one of them only
  --install policy|user|temporary   how the guard comes into the browser (policy; user is Chrome's, temporary Firefox's)
  --only PART, of live also --tool PART   a part of a name; of gates also: approvals, pages, bodies, tabs, presses, surfaces,
                                          hostile, undisturbed
  --repeat N, --trials N, --stops N, --kills N   how often (gates: --repeat 3)
Those that read recordings take --fixtures DIR; attribution takes --agents DIR, --humans DIR and --sensitivity.
Ends with 0 when the guard is as good as the design asks, 1 when it is not, 2 when the name is none of these.`;

const { values, rest } = readOptions(HELP, {
  json: { type: 'boolean' },
  fixtures: { type: 'string' },
  corpus: { type: 'string' },
  cases: { type: 'string' },
  browser: { type: 'string' },
  install: { type: 'string' },
  only: { type: 'string' },
  tool: { type: 'string' },
  repeat: { type: 'string' },
  trials: { type: 'string' },
  stops: { type: 'string' },
  kills: { type: 'string' },
  agents: { type: 'string' },
  humans: { type: 'string' },
  sensitivity: { type: 'boolean' },
});
const [name] = rest;
const evaluation = EVALUATIONS.get(name ?? '');
if (evaluation === undefined || rest.length > 1) fail(HELP, 2);

const { figures, lines, passed } = await measured(evaluation);
const listed = Array.isArray(figures) ? figures : [figures];
console.log(values.json ? listed.map((each) => JSON.stringify(each)).join('\n') : lines.join('\n'));
process.exit(passed ? 0 : 1);

async function measured(which: Evaluation): Promise<Measured> {
  try {
    return await which.measure(asked());
  } catch (error) {
    fail(messageOf(error), 2);
  }
}

function asked(): EvaluationOptions {
  const install = oneOf('install', text('install') ?? 'policy', ['policy', 'user', 'temporary'] as const);
  return {
    fixtures: text('fixtures'),
    corpus: text('corpus'),
    cases: text('cases'),
    browsers: browsers(text('browser'), install),
    install,
    only: text('only') ?? text('tool'),
    repeat: count('repeat'),
    trials: count('trials'),
    stops: count('stops'),
    kills: count('kills'),
    agents: text('agents'),
    humans: text('humans'),
    sensitivity: values.sensitivity === true,
  };
}

function text(key: string): string | undefined {
  const value = values[key];
  return typeof value === 'string' ? value : undefined;
}

function count(key: string): number | undefined {
  const given = text(key);
  if (given === undefined) return undefined;
  return /^[1-9]\d*$/.test(given) ? Number(given) : fail(`--${key} takes a whole number from 1`, 2);
}

/** A person installs for good only in Chrome, and for one run only in Firefox. */
function browsers(named: string | undefined, install: EvaluationOptions['install']): readonly BrowserName[] {
  const possible = { policy: ['chromium', 'firefox'], user: ['chromium'], temporary: ['firefox'] } as const;
  if (named === undefined) return possible[install];
  const wanted = oneOf('browser', named, ['chrome', 'chromium', 'firefox'] as const);
  const browser = wanted === 'firefox' ? 'firefox' : 'chromium';
  if (!possible[install].some((each) => each === browser)) fail(`--install ${install} is not for ${wanted}`, 2);
  return [browser];
}

function oneOf<T extends string>(option: string, given: string, allowed: readonly T[]): T {
  const found = allowed.find((each) => each === given);
  return found ?? fail(`--${option} takes ${allowed.join(', ')}`, 2);
}
