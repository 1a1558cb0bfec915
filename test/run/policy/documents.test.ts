/** What is generated from the schema says everything that is in it; every example is a policy that the guard takes. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { policyPrint } from '../../../src/core/policy/print.ts';
import { readPolicy } from '../../../src/core/policy/read.ts';
import { POLICY_JSON, POLICY_KEYS } from '../../../src/core/policy/schema.ts';
import { NOW } from '../../core/facts.ts';
import { check } from './check.ts';
import { DEFAULTS } from './defaults.ts';
import { exampleFiles } from './example-formats.ts';
import { examples } from './examples.ts';
import { HELP, HELP_OF } from './help.ts';
import { reference, valuesAt } from './reference.ts';
import { samplePolicy } from './sample.ts';
import { schemaKeys } from './schema-keys.ts';

const directory = mkdtempSync(join(tmpdir(), 'countersign-documents-'));
afterAll(() => rmSync(directory, { recursive: true, force: true }));

const keys = schemaKeys();
const sample = samplePolicy(NOW);

describe('the schema', () => {
  it('says of every key what it is for', () => {
    expect(keys.filter(({ meaning }) => meaning === '').map(({ path }) => path)).toEqual([]);
    expect(keys.filter(({ path }) => !/[.[]/.test(path)).map(({ path }) => path)).toEqual(Object.keys(POLICY_KEYS));
    expect(keys.length).toBeGreaterThan(80);
  });

  it('has a sample that uses every key, and is a good policy', () => {
    expect(keys.filter(({ path }) => valuesAt(sample, path.split('.')).length === 0).map(({ path }) => path)).toEqual(
      [],
    );
    expect(readPolicy(sample, NOW, 'browser').kind).toBe('good');
  });

  it('has a default for every key that may be left out, and for no other', () => {
    expect(Object.keys(DEFAULTS).sort()).toEqual(
      keys
        .filter(({ required }) => !required)
        .map(({ path }) => path)
        .sort(),
    );
  });

  it('calls required what must be there: without it the sample is damaged, without any other one it is not by this key', () => {
    const without = (value: unknown, [part = '', ...rest]: readonly string[]): unknown => {
      const key = part.replace('[]', '');
      const inner = (value as Readonly<Record<string, unknown>>)[key];
      if (rest.length === 0)
        return Object.fromEntries(Object.entries(value as object).filter(([each]) => each !== key));
      const cut = Array.isArray(inner)
        ? inner.map((each) => (valuesAt(each, rest).length > 0 ? without(each, rest) : each))
        : without(inner, rest);
      return { ...(value as object), [key]: cut };
    };
    for (const { path, required } of keys) {
      const reading = readPolicy(without(sample, path.split('.')), NOW, 'browser');
      const missing =
        reading.kind === 'damaged' && reading.faults.some(({ message }) => message.startsWith('is missing'));
      expect([path, missing]).toEqual([path, required]);
    }
  });
});

describe('the reference', () => {
  const text = reference(NOW);
  it('names every key with type, meaning, limits, default and example', () => {
    for (const { path, type, meaning } of keys) {
      const row = text.split('\n').find((line) => line.startsWith(`| \`${path}\``)) ?? '';
      expect(row).toContain(`| ${type} | ${meaning.replaceAll('|', '\\|')} |`);
    }
    expect(text).toContain(
      '| `sites[].mandate` | word | What agents may do there: only read, write drafts, check with the person, or send alone. | `observe`, `draft`, `ask`, `flow` | the preset’s for this kind | `"ask"` |',
    );
    expect(text).toContain('| `approval.agent.leak` | `grave` | `block` | `grave` |');
    expect(text).toContain('| `top-label` |');
  });

  it('is Markdown whose tables are whole', () => {
    for (const part of text.split('\n\n').filter((each) => each.startsWith('|'))) {
      const columns = part
        .trimEnd()
        .split('\n')
        .map((line) => line.replaceAll('\\|', '').split('|').length);
      expect(new Set(columns).size).toBe(1);
    }
  });
});

describe('the examples', () => {
  const id = 'abcdefghijklmnopabcdefghijklmnop';
  const out = join(directory, 'out');
  const outcome = examples({ path: null, out, id, now: NOW });
  const content = (name: string) => readFileSync(join(out, name), 'utf8');

  it('are all written', () => {
    expect(outcome.code).toBe(0);
    expect(readdirSync(out).sort()).toEqual([
      'README.txt',
      'chrome-admin-console.json',
      'chrome-linux.json',
      'chrome-windows.reg',
      `com.google.Chrome.extensions.${id}.plist`,
      'firefox-policies.json',
      'policy.json',
    ]);
  });

  it.each(['policy.json', 'chrome-linux.json', 'chrome-admin-console.json', 'firefox-policies.json'])(
    '%s is the same good policy',
    (name) => {
      expect(JSON.parse(check(join(out, name), NOW, true).text)).toMatchObject({
        kind: 'good',
        policy: policyPrint(sample),
      });
    },
  );

  it('hand the registry one string of ASCII that is the same policy', () => {
    const values = { ...sample, organization: { name: 'Größe "quoted" \\ 😀', domains: [] } };
    const registry = exampleFiles(values, id).find(({ name }) => name.endsWith('.reg'))?.text ?? '';
    expect(registry).toMatch(/^[\x20-\x7e\r\n]+$/);
    const [, version] = /"policyVersion"=dword:([0-9a-f]{8})\r\n/.exec(registry) ?? [];
    const [, quoted = ''] = /"policyJson"="(.*)"\r\n/.exec(registry) ?? [];
    const given = { policyVersion: Number.parseInt(version ?? '', 16), policyJson: quoted.replace(/\\(.)/g, '$1') };
    expect(JSON.parse(given.policyJson)).toEqual(values);
    expect(readPolicy(given, NOW, 'browser').kind).toBe('good');
  });

  it('hand macOS the same values', () => {
    const plist = content(`com.google.Chrome.extensions.${id}.plist`);
    expect(plist).toContain('  <key>policyVersion</key>\n  <integer>1</integer>\n');
    expect(plist).toContain('  <key>killSwitch</key>\n  <false/>\n');
    expect(plist).toContain('<string>https://forum.corp.example/*</string>');
    const names = [...plist.matchAll(/^ {2}<key>(.*)<\/key>$/gm)].map(([, key]) => key);
    expect(names).toEqual(Object.keys(sample));
    const [odd] = exampleFiles({ support: { name: 'R&D <desk>\u0007' } }, id).filter(({ name }) =>
      name.endsWith('.plist'),
    );
    expect(odd?.text).toContain('<string>R&amp;D &lt;desk&gt;\ufffd</string>');
  });

  it('come with a page that says where each belongs and what its keys say', () => {
    const page = content('README.txt');
    for (const name of readdirSync(out).filter((each) => each !== 'README.txt')) expect(page).toContain(`\n${name}\n`);
    for (const key of Object.keys(sample)) expect(page).toContain(`\n${key}\n`);
  });

  it('are made of any good policy, also of one in a browser’s file, and of no other', () => {
    const again = join(directory, 'again');
    expect(examples({ path: join(out, 'firefox-policies.json'), out: again, id: null, now: NOW }).code).toBe(0);
    expect(readFileSync(join(again, 'policy.json'), 'utf8')).toBe(content('policy.json'));
    writeFileSync(join(directory, 'bad.json'), '{}');
    expect(examples({ path: join(directory, 'bad.json'), out: again, id: null, now: NOW }).code).toBe(1);
    expect(examples({ path: join(directory, 'none'), out: again, id: null, now: NOW }).code).toBe(2);
    expect(examples({ path: null, out: again, id: 'my-extension', now: NOW }).code).toBe(2);
    expect(examples({ path: null, out: join(directory, 'bad.json', 'x'), id: null, now: NOW }).code).toBe(2);
  });
});

describe('the README', () => {
  const [, section = ''] = /\n## Configuration\n([\s\S]*?)\n## /.exec(readFileSync('README.md', 'utf8')) ?? [];

  it('shows a good policy, with nothing worth a second look', () => {
    const path = join(directory, 'readme.json');
    writeFileSync(path, /```json\n([\s\S]*?)```/.exec(section)?.[1] ?? '');
    expect(JSON.parse(check(path, NOW, true).text)).toMatchObject({ kind: 'good', faults: [], hints: [] });
  });

  it('names every key, in their order', () => {
    const [keyTable = ''] = section.split('\n\n').filter((part) => part.startsWith('| key '));
    expect([...keyTable.matchAll(/^\| `(\w+)`/gm)].map(([, key]) => key)).toEqual([
      ...Object.keys(POLICY_KEYS),
      POLICY_JSON,
    ]);
  });
});

it('has help for every command', () => {
  for (const command of Object.keys(HELP_OF)) expect(HELP).toContain(`  ${command} `);
  for (const text of [HELP, ...Object.values(HELP_OF)])
    expect(text.split('\n').every((line) => line.length <= 130)).toBe(true);
});
