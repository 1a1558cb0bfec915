/** `npm run policy -- reference`: all keys of the policy in Markdown, from the schema, with the tables they refer to. */

import { HELP_TEXTS } from '../../../src/core/help-text.ts';
import { PRESETS } from '../../../src/core/policy/presets.ts';
import { POLICY_JSON } from '../../../src/core/policy/schema.ts';
import { CELLS } from '../../../src/core/policy/table.ts';
import { MANDATES } from '../../../src/core/policy.ts';
import { DEFAULT_RULES } from '../../../src/core/rule-that-decided.ts';
import { DEFAULTS } from './defaults.ts';
import { samplePolicy } from './sample.ts';
import { type SchemaKey, schemaKeys } from './schema-keys.ts';
import { CELL_WORDS, MANDATE_WORDS, PRESET_WORDS, SITE_WORDS } from './words.ts';

/** Longest example in a table. */
const LONGEST_EXAMPLE = 90;

/** The reference; `now` in milliseconds since the epoch, for the date in an example. */
export function reference(now: number): string {
  const keys = schemaKeys();
  const sample = samplePolicy(now);
  const top = keys.filter(({ path }) => !/[.[]/.test(path));
  return [
    '# Policy reference',
    '',
    'Made from the schema by `npm run policy -- reference`. Only addresses and domains may be written in any case.',
    `Instead of all keys, \`${POLICY_JSON}\` may hold the whole policy as one string of JSON; then \`policyKeys\` is not needed.`,
    '',
    ...top.flatMap((key) => section(key, keys, sample)),
    ...presets(),
    ...mandates(),
    ...cells(),
    ...ruleIds(),
  ].join('\n');
}

function section(key: SchemaKey, keys: readonly SchemaKey[], sample: unknown): readonly string[] {
  const inside = keys.filter(({ path }) => path.startsWith(`${key.path}.`) || path.startsWith(`${key.path}[`));
  const rows = [key, ...inside].map((each) => [
    `\`${each.path}\`${each.required ? ' **required**' : ''}`,
    each.type,
    each.meaning,
    each.limits,
    each.required ? '' : (DEFAULTS[each.path] ?? ''),
    exampleOf(each.path, sample),
  ]);
  return [`## ${key.path}`, '', ...table(['key', 'type', 'meaning', 'limits', 'when absent', 'example'], rows), ''];
}

/** The first value at a place of the sample, when it is short enough for a table. */
function exampleOf(path: string, sample: unknown): string {
  const [found] = valuesAt(sample, path.split('.'));
  const text = found === undefined ? '' : JSON.stringify(found);
  return text === '' || text.length > LONGEST_EXAMPLE ? '' : `\`${text}\``;
}

/** All values at a place: "sites[]" stands for every entry of the list. */
export function valuesAt(value: unknown, [part, ...rest]: readonly string[]): readonly unknown[] {
  if (part === undefined) return [value];
  const key = part.replace('[]', '');
  const inner =
    typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>)[key] : undefined;
  if (inner === undefined) return [];
  const each = part.endsWith('[]') && Array.isArray(inner) ? inner : [inner];
  return each.flatMap((one) => valuesAt(one, rest));
}

function presets(): readonly string[] {
  const rows = Object.entries(PRESETS).map(([id, { enforcement, mandates }]) => [
    `\`${id}\``,
    PRESET_WORDS[id as keyof typeof PRESETS],
    `\`${enforcement}\``,
    Object.entries(mandates)
      .map(([kind, mandate]) => `${SITE_WORDS[kind as keyof typeof SITE_WORDS]}: \`${mandate}\``)
      .join(', '),
  ]);
  return ['## Presets', '', ...table(['preset', 'in short', 'enforcement', 'what agents may do'], rows), ''];
}

function mandates(): readonly string[] {
  const rows = MANDATES.map((mandate) => [`\`${mandate}\``, MANDATE_WORDS[mandate]]);
  return ['## What agents may do', '', ...table(['mandate', 'meaning'], rows), ''];
}

function cells(): readonly string[] {
  const columns = Object.keys(PRESETS);
  const paths = [
    'human.readersDiffer',
    'human.leak',
    'unknown.readersDiffer',
    'unknown.askFromNewReaders',
    'unknown.leak',
  ];
  const rows = [...paths, 'agent.readersDiffer', 'agent.leak', 'agent.topLabel'].map((path) => [
    `\`approval.${path}\``,
    ...Object.values(PRESETS).map(({ table: cellsOf }) => `\`${valuesAt(cellsOf, path.split('.')).join()}\``),
  ]);
  return [
    '## Who must say yes',
    '',
    'An act of an agent without any leak goes by what agents may do on its site. No cell may be looser than the one for a',
    'lesser leak, nor a leak by `unknown` looser than by `human`, or by `agent` than by `unknown`; an agent’s leak is never',
    'looser than `light`, its strictest label never looser than `grave`, and every other leak is at least recorded.',
    '',
    ...table(['cell', ...columns.map((each) => `\`${each}\``)], rows),
    '',
    ...table(
      ['value', 'meaning'],
      CELLS.map((cell) => [`\`${cell}\``, CELL_WORDS[cell]]),
    ),
    '',
  ];
}

function ruleIds(): readonly string[] {
  const rows = DEFAULT_RULES.map((id) => [`\`${id}\``, HELP_TEXTS[id].happened, HELP_TEXTS[id].remedy]);
  return ['## Rules that help codes name', '', ...table(['rule', 'what happened', 'what can be done'], rows), ''];
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): readonly string[] {
  const line = (cellTexts: readonly string[]) =>
    `| ${cellTexts.map((text) => text.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)];
}
