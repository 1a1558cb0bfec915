/** `npm run eval -- NAME`: measures the guard against a yardstick of the design. */
import { ATTRIBUTION } from '../eval/attribution.ts';
import { DAY } from '../eval/day.ts';
import type { Evaluation, EvaluationOptions, Measured } from '../eval/evaluation.ts';
import { FAULTS } from '../eval/faults.ts';
import { SITES } from '../eval/sites.ts';
import { fail, messageOf, readOptions } from './command-line.ts';

const EVALUATIONS: ReadonlyMap<string, Evaluation> = new Map([
  ['attribution', ATTRIBUTION],
  ['day', DAY],
  ['sites', SITES],
  ['faults', FAULTS],
]);

const HELP = `npm run eval -- NAME [--fixtures DIR] [--browser chrome|firefox] [--only PART] [--json]
       attribution takes [--agents DIR] [--humans DIR] [--sensitivity]
${[...EVALUATIONS].map(([name, { about }]) => `  ${name}  ${about}`).join('\n')}
Ends with 0 when the guard is as good as the design asks, 1 when it is not, 2 when the name is none of these.`;

const { values, rest } = readOptions(HELP, {
  json: { type: 'boolean' },
  fixtures: { type: 'string' },
  browser: { type: 'string' },
  only: { type: 'string' },
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
  const word = (value: string | boolean | undefined) => (typeof value === 'string' ? value : undefined);
  const count = (value: string | boolean | undefined) => {
    if (value === undefined) return undefined;
    if (!/^\d+$/.test(String(value))) fail(`"${value}" is no number.`, 2);
    return Number(value);
  };
  return {
    fixtures: word(values.fixtures),
    browsers: browsersNamed(word(values.browser)),
    only: word(values.only),
    stops: count(values.stops),
    kills: count(values.kills),
    agents: word(values.agents),
    humans: word(values.humans),
    sensitivity: values.sensitivity === true,
  };
}

function browsersNamed(name: string | undefined): EvaluationOptions['browsers'] {
  if (name === undefined) return ['chromium', 'firefox'];
  if (name === 'chrome' || name === 'chromium') return ['chromium'];
  if (name === 'firefox') return ['firefox'];
  fail('--browser is "chrome" or "firefox".', 2);
}
