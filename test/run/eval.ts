/** `npm run eval -- NAME`: measures the guard against a yardstick of the design. */
import { DAY } from '../eval/day.ts';
import type { Evaluation } from '../eval/evaluation.ts';
import { fail, readOptions } from './command-line.ts';

const EVALUATIONS: ReadonlyMap<string, Evaluation> = new Map([['day', DAY]]);

const HELP = `npm run eval -- NAME [--json]
${[...EVALUATIONS].map(([name, { about }]) => `  ${name}  ${about}`).join('\n')}
Ends with 0 when the guard is as good as the design asks, 1 when it is not, 2 when the name is none of these.`;

const { values, rest } = readOptions(HELP, { json: { type: 'boolean' } });
const [name] = rest;
const evaluation = EVALUATIONS.get(name ?? '');
if (evaluation === undefined || rest.length > 1) fail(HELP, 2);

const { figures, lines, passed } = evaluation.measure();
console.log(values.json ? JSON.stringify(figures) : lines.join('\n'));
process.exit(passed ? 0 : 1);
