/** `npm run policy -- examples [FILE] --out DIR [--id ID]`: one policy as each browser and platform takes it. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { givenValues } from '../../../src/core/policy/given.ts';
import { POLICY_KEYS } from '../../../src/core/policy/schema.ts';
import { messageOf } from '../command-line.ts';
import { checkFile, faultLines } from './check.ts';
import { type ExampleFile, exampleFiles } from './example-formats.ts';
import { type Outcome, refused } from './outcome.ts';
import { readPolicyFile } from './policy-file.ts';
import { samplePolicy } from './sample.ts';
import { schemaKeys } from './schema-keys.ts';

export interface ExamplesAsked {
  /** The policy file; null for the built-in sample. */
  readonly path: string | null;
  readonly out: string;
  /** The extension's id in Chrome; null when it is not known yet. */
  readonly id: string | null;
  /** Milliseconds since the epoch. */
  readonly now: number;
}

/** What stands for the extension's id until it is known. */
const NO_ID = 'EXTENSION_ID';

/** Writes the examples. */
export function examples({ path, out, id, now }: ExamplesAsked): Outcome {
  if (id !== null && !/^[a-p]{32}$/.test(id))
    return refused('--id is the id of the extension in Chrome: 32 letters from a to p.');
  const values = path === null ? samplePolicy(now) : valuesIn(path, now);
  if (isOutcome(values)) return values;
  const files = exampleFiles(values, id ?? NO_ID);
  const all = [...files, { name: 'README.txt', text: readme(files, values, id), place: '' }];
  try {
    mkdirSync(out, { recursive: true });
    for (const file of all) writeFileSync(join(out, file.name), file.text);
  } catch (error) {
    return refused(messageOf(error));
  }
  return { code: 0, text: all.map((file) => join(out, file.name)).join('\n') };
}

type Values = Readonly<Record<string, unknown>>;

function valuesIn(path: string, now: number): Values | Outcome {
  const file = readPolicyFile(path);
  if (file.kind === 'no-file') return refused(`${path} ${file.why}.`);
  const checked = checkFile(file, now);
  const given = file.kind === 'policy' ? givenValues(file.values) : null;
  return checked.policy === null || given?.kind !== 'values'
    ? { code: 1, text: faultLines(path, checked).join('\n') }
    : given.values;
}

function isOutcome(value: Values | Outcome): value is Outcome {
  return typeof value.code === 'number' && typeof value.text === 'string';
}

function readme(files: readonly ExampleFile[], values: Values, id: string | null): string {
  const meanings = new Map(schemaKeys().map(({ path, meaning }) => [path, meaning]));
  const keys = Object.keys(POLICY_KEYS).filter((key) => Object.hasOwn(values, key));
  return [
    'One Countersign policy in the form of each browser and platform. Edit policy.json, check it with',
    '"npm run policy -- check policy.json", and make the others again with "npm run policy -- examples policy.json --out DIR".',
    ...(id === null
      ? [`Put the extension's id in Chrome for ${NO_ID}, also in file names, or give it with --id.`]
      : []),
    'The settings that install the extension by force stand beside these: see the README of Countersign.',
    '',
    ...files.flatMap(({ name, place }) => [name, `    ${place}`]),
    '',
    'What the keys in it say:',
    ...keys.flatMap((key) => [key, `    ${meanings.get(key) ?? ''}`]),
    '',
  ].join('\n');
}
