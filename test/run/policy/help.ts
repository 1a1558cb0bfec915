/** What `--help` says, for all commands together and for each. */
import { CASE_HELP } from './case.ts';

const ENDS =
  'Ends with 0 when all is well, 1 when something is wrong with what was given, 2 when it cannot be read or makes no sense.';

/** Without any command. */
export const HELP = `npm run policy -- COMMAND
  check FILE [--json]                     every fault with its place, or what the policy does in plain words
  explain FILE --case CASE.json [--json]  what would happen to one imagined act, and why
  explain "CODE" [--policy FILE] [--json] what a help code says, and what can be done
  reference                               all keys, in Markdown
  examples [FILE] --out DIR [--id ID]     one policy as each browser and platform takes it
  schema                                  the managed schema, as Chrome gets it
  COMMAND --help                          more about each
${ENDS}`;

/** By command. */
export const HELP_OF: Readonly<Record<string, string>> = {
  check: `npm run policy -- check FILE [--json]
Checks a policy: the values alone, or inside a file for Chrome on Linux, for Firefox or for the Google Admin console.
It is checked as a browser hands it out, so it must name its keys. Each fault is one line, "FILE:LINE: path: message". A
good policy is told in plain words: what is guarded, what agents may do, labels, groups, rules, exceptions with their ends,
and what is on by default; and what is worth a second look.
--json: one object with kind, version, policy (as help codes print it), faults and hints.
${ENDS}`,
  explain: `npm run policy -- explain FILE --case CASE.json [--json]
npm run policy -- explain "CODE" [--policy FILE] [--json]
With --case: what would happen to one imagined act under the policy in FILE, which rule decides, and every reason in the
words that people would read.
With a code, as people read it from the screen ("CS-7F3K · rule agent-leak · 1.4.2 · policy 9a1c"; case, separators and
confusions of O and 0, I, L and 1 do not matter): which rule decided, what can be done, and whether it was this policy.

${CASE_HELP}

${ENDS}`,
  schema: `npm run policy -- schema
Prints the managed schema, the same as managed-schema.json in the built extension. It says types only: the strict check is
"npm run policy -- check".`,
  reference: `npm run policy -- reference
Prints all keys of the policy in Markdown: type, meaning, limits, what holds when one is absent, an example; and the
presets, what agents may do, who must say yes, and the rules that help codes name.`,
  examples: `npm run policy -- examples [FILE] --out DIR [--id ID]
Writes the policy in FILE (default: a sample that uses every key) into DIR as Chrome takes it on Linux, Windows and macOS
and in the Google Admin console, and as Firefox takes it, with a README.txt that says where each belongs.
--id: the id of the extension in Chrome.
${ENDS}`,
};
