/** `npm run eval -- NAME`: measures the guard against a yardstick of the design. */
import { DAY } from '../eval/day.ts';
import type { Evaluation, EvaluationOptions, Measured } from '../eval/evaluation.ts';
import { KILL } from '../eval/kill.ts';
import { SITES } from '../eval/sites.ts';
import { fail, messageOf, readOptions } from './command-line.ts';

const EVALUATIONS: ReadonlyMap<string, Evaluation> = new Map([
  ['day', DAY],
  ['sites', SITES],
  ['kill', KILL],
]);

const HELP = `npm run eval -- NAME [--fixtures DIR] [--browser chrome|firefox] [--trials N] [--json]
${[...EVALUATIONS].map(([name, { about }]) => `  ${name}  ${about}`).join('\n')}
Ends with 0 when the guard is as good as the design asks, 1 when it is not, 2 when the name is none of these.`;

const { values, rest } = readOptions(HELP, {
  json: { type: 'boolean' },
  fixtures: { type: 'string' },
  browser: { type: 'string' },
  trials: { type: 'string' },
});
const [name] = rest;
const evaluation = EVALUATIONS.get(name ?? '');
if (evaluation === undefined || rest.length > 1) fail(HELP, 2);

const fixtures = typeof values.fixtures === 'string' ? values.fixtures : undefined;
const { figures, lines, passed } = await measured(evaluation);
const listed = Array.isArray(figures) ? figures : [figures];
console.log(values.json ? listed.map((each) => JSON.stringify(each)).join('\n') : lines.join('\n'));
process.exit(passed ? 0 : 1);

async function measured(which: Evaluation): Promise<Measured> {
  try {
    return await which.measure({ fixtures, browser: browserOf(values.browser), trials: numberOf(values.trials) });
  } catch (error) {
    fail(messageOf(error), 2);
  }
}

function browserOf(value: unknown): EvaluationOptions['browser'] {
  if (value === undefined || value === 'firefox') return value;
  if (value === 'chrome' || value === 'chromium') return 'chromium';
  fail('--browser is "chrome" or "firefox".', 2);
}

function numberOf(value: unknown): number | undefined {
  if (value === undefined) return undefined;
  const number = Number(value);
  if (!Number.isInteger(number) || number < 1) fail('--trials is a number of 1 or more.', 2);
  return number;
}
