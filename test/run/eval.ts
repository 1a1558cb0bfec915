/** `npm run eval -- NAME`: measures the guard against a yardstick of the design. */
import { ATTRIBUTION } from '../eval/attribution.ts';
import { DAY } from '../eval/day.ts';
import type { Evaluation, Measured } from '../eval/evaluation.ts';
import { SITES } from '../eval/sites.ts';
import { fail, messageOf, readOptions } from './command-line.ts';

const EVALUATIONS: ReadonlyMap<string, Evaluation> = new Map([
  ['attribution', ATTRIBUTION],
  ['day', DAY],
  ['sites', SITES],
]);

const HELP = `npm run eval -- NAME [--fixtures DIR] [--agents DIR] [--humans DIR] [--sensitivity] [--json]
${[...EVALUATIONS].map(([name, { about }]) => `  ${name}  ${about}`).join('\n')}
Ends with 0 when the guard is as good as the design asks, 1 when it is not, 2 when the name is none of these.`;

const { values, rest } = readOptions(HELP, {
  json: { type: 'boolean' },
  fixtures: { type: 'string' },
  agents: { type: 'string' },
  humans: { type: 'string' },
  sensitivity: { type: 'boolean' },
});
const [name] = rest;
const evaluation = EVALUATIONS.get(name ?? '');
if (evaluation === undefined || rest.length > 1) fail(HELP, 2);

const folder = (named: string | boolean | undefined) => (typeof named === 'string' ? named : undefined);
const { figures, lines, passed } = await measured(evaluation);
const listed = Array.isArray(figures) ? figures : [figures];
console.log(values.json ? listed.map((each) => JSON.stringify(each)).join('\n') : lines.join('\n'));
process.exit(passed ? 0 : 1);

async function measured(which: Evaluation): Promise<Measured> {
  try {
    return await which.measure({
      fixtures: folder(values.fixtures),
      agents: folder(values.agents),
      humans: folder(values.humans),
      sensitivity: values.sensitivity === true,
    });
  } catch (error) {
    fail(messageOf(error), 2);
  }
}
