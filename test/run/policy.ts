/** `npm run policy -- COMMAND`: checks, explains and documents policies, for those who write them. */
import { managedSchema } from '../../src/core/policy/managed-schema.ts';
import { fail, readOptions } from './command-line.ts';
import { check } from './policy/check.ts';
import { examples } from './policy/examples.ts';
import { explainCase } from './policy/explain-case.ts';
import { explainCode } from './policy/explain-code.ts';
import { HELP, HELP_OF } from './policy/help.ts';
import { type Outcome, refused } from './policy/outcome.ts';
import { reference } from './policy/reference.ts';

const command = process.argv[2] ?? '';
const help = Object.hasOwn(HELP_OF, command) ? (HELP_OF[command] ?? HELP) : HELP;
const { values, rest } = readOptions(help, {
  json: { type: 'boolean' },
  case: { type: 'string' },
  policy: { type: 'string' },
  out: { type: 'string' },
  id: { type: 'string' },
});
const text = (name: string) => (typeof values[name] === 'string' ? values[name] : null);
const outcome = run(rest.slice(1), values.json === true);
if (outcome.code === 2) fail(outcome.text, 2);
console.log(outcome.text);
process.exitCode = outcome.code;

function run(named: readonly string[], json: boolean): Outcome {
  const [first, second] = named;
  const now = Date.now();
  switch (command) {
    case 'check':
      return first === undefined || second !== undefined ? refused(help) : check(first, now, json);
    case 'schema':
      return first === undefined ? { code: 0, text: JSON.stringify(managedSchema(), null, 2) } : refused(help);
    case 'explain':
      return explain(named, now, json);
    case 'reference':
      return first === undefined ? { code: 0, text: reference(now) } : refused(help);
    case 'examples': {
      const out = text('out');
      if (out === null || second !== undefined) return refused(help);
      return examples({ path: first ?? null, out, id: text('id'), now });
    }
    default:
      return refused(HELP);
  }
}

function explain(named: readonly string[], now: number, json: boolean): Outcome {
  const [first] = named;
  const casePath = text('case');
  if (first === undefined || (casePath !== null && named.length > 1)) return refused(help);
  // A code has blanks in it, and nobody thinks of quotation marks.
  return casePath === null
    ? explainCode(named.join(' '), text('policy'), now, json)
    : explainCase(first, casePath, now, json);
}
