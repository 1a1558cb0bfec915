/** JSON is read as strictly as `JSON.parse` does, and what is wrong is said with its line. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pathOf } from '../../../src/core/policy/faults.ts';
import { readJson } from './json-text.ts';
import { policyIn } from './policy-file.ts';
import { decode } from './text-file.ts';

const broken = (text: string) => {
  const read = readJson(text);
  return read.kind === 'broken' ? `${read.fault.line}: ${read.fault.message}` : 'is JSON';
};

/** The line of every value, as a program would put them one beneath the other. */
function placesOf(value: unknown, path: readonly (string | number)[] = []): readonly (readonly (string | number)[])[] {
  if (typeof value !== 'object' || value === null) return [path];
  return [
    path,
    ...Object.entries(value).flatMap(([key, each]) =>
      placesOf(each, [...path, Array.isArray(value) ? Number(key) : key]),
    ),
  ];
}

describe('JSON', () => {
  it('is what JSON.parse takes, and nothing else', () => {
    const texts = fc.oneof(
      fc.json(),
      fc.stringMatching(/^[[\]{}:,"\\/ \n\-+.0-9eEtrufalsn']{0,40}$/),
      fc.tuple(fc.json(), fc.nat(), fc.string({ maxLength: 2 })).map(([text, at, more]) => {
        const place = at % (text.length + 1);
        return text.slice(0, place) + more + text.slice(place + 1);
      }),
    );
    const parsed = (text: string) => {
      try {
        return { value: JSON.parse(text) as unknown };
      } catch {
        return null;
      }
    };
    fc.assert(
      fc.property(texts, (text) => {
        const read = readJson(text);
        expect(read.kind === 'json' ? { value: read.value } : null).toEqual(parsed(text));
      }),
      { numRuns: 3_000 },
    );
  });

  it('knows the line of every value', () => {
    const keys = fc.stringMatching(/^[a-z][a-zA-Z]{0,8}$/);
    const { tree } = fc.letrec((tie) => ({
      tree: fc.oneof(
        { depthSize: 'small' },
        fc.integer(),
        fc.array(tie('tree'), { maxLength: 4 }),
        fc.dictionary(keys, tie('tree'), { maxKeys: 4 }),
      ),
    }));
    fc.assert(
      fc.property(tree, (value) => {
        const text = JSON.stringify(value, null, 1);
        const read = readJson(text);
        if (read.kind !== 'json') return false;
        const lines = text.split('\n');
        return placesOf(value).every((path) => {
          const line = lines[read.lineOf(pathOf(path)) - 1] ?? '';
          const key = path.at(-1);
          return line.startsWith(' '.repeat(path.length)) && (typeof key !== 'string' || line.includes(`"${key}":`));
        });
      }),
      { numRuns: 500 },
    );
  });

  it('says of a missing value the line of what is around it', () => {
    const read = readJson('{\n "sites": [\n  { "id": "a",\n    "name": "A" } ]\n}');
    const lineOf = read.kind === 'json' ? read.lineOf : () => 0;
    expect(['sites[0].kind', 'sites[0].name', 'sites[1]', 'policyVersion', ''].map(lineOf)).toEqual([3, 4, 2, 1, 1]);
  });

  it('says which key stands twice: only the last one counts', () => {
    const read = readJson('{\n "a": 1,\n "b": { "c": 1,\n "c": 2 },\n "a": 2 }');
    expect(read.kind === 'json' && read.twice.map(({ line, path }) => `${line} ${path}`)).toEqual(['4 b.c', '5 a']);
  });

  it.each<[string, string]>([
    ['{\n "a": 1, // one\n "b": 2\n}', '2: JSON has no comments'],
    ['{\n /* one */ "a": 1 }', '2: JSON has no comments'],
    ['# one\n{}', '1: JSON has no comments'],
    ['{\n "a": 1,\n}', '2: JSON has no comma after the last entry'],
    ['[1,\n 2,\n]', '2: JSON has no comma after the last entry'],
    ['{\n "a": 1\n "b": 2\n}', '3: a comma or "}" is missing'],
    ['[1\n 2]', '2: a comma or "]" is missing'],
    ["{\n 'a': 1 }", '2: JSON has double quotation marks only'],
    ['{\n a: 1 }', '2: a key must stand in double quotes'],
    ['{ "a" 1 }', '1: a colon is missing after "a"'],
    ['{ "a": }', '1: a value is missing'],
    ['{ "a": True }', '1: True is no value of JSON'],
    ['{ "a": 01 }', '1: 01 is no value of JSON'],
    ['{ "a": NaN }', '1: NaN is no value of JSON'],
    ['{\n "a": "x\n" }', '2: a text has no closing quotation mark on its line'],
    ['{ "a": "\\d+" }', '1: "\\d+" is no text: a backslash is written twice, and a tab as \\t'],
    ['{ "a": "\t" }', '1: "\t" is no text: a backslash is written twice, and a tab as \\t'],
    ['{\n "a": 1\n', '3: the file ends in the middle'],
    ['', '1: the file ends in the middle'],
    ['{}\n{}', '2: something stands after the end'],
    ['['.repeat(100_000), '1: is nested deeper than 200 times'],
  ])('is not %j', (text, said) => {
    expect(broken(text)).toBe(said);
  });
});

describe('a file', () => {
  const bytes = (...values: readonly number[]) => decode(Uint8Array.from(values));
  it.each<[string, ReturnType<typeof decode>, string]>([
    [
      'with a byte order mark',
      bytes(0xef, 0xbb, 0xbf, 0x7b, 0x7d),
      'begins with a byte order mark: save it as UTF-8 without one ("BOM")',
    ],
    ['of Windows’ Unicode', bytes(0xff, 0xfe, 0x7b, 0), 'is UTF-16: save it as UTF-8'],
    ['of the other UTF-16', bytes(0xfe, 0xff, 0, 0x7b), 'is UTF-16: save it as UTF-8'],
    ['in Latin-1', bytes(0x22, 0xe9, 0x22), 'is not UTF-8: save it as UTF-8'],
    ['of a program', bytes(0x7f, 0x45, 0x4c, 0x46, 0), 'is not a text file'],
  ])('%s is no text', (_name, file, why) => {
    expect(file).toEqual({ kind: 'no-text', why });
  });
});

describe('a policy', () => {
  const policy = { policyVersion: 1, sites: [{ kind: 'x' }] };
  const asText = (value: unknown) => JSON.stringify(value, null, 1);
  it.each<[string, unknown, string | null]>([
    ['alone', policy, null],
    ['under one more key', { policy }, null],
    ['for Chrome on Linux', { '3rdparty': { extensions: { other: { x: 1 }, abc: policy } } }, 'Chrome'],
    ['for Firefox', { policies: { '3rdparty': { Extensions: { 'a@b': policy } } } }, 'Firefox'],
    ['for the Admin console', { policyVersion: { Value: 1 }, sites: { Value: policy.sites } }, 'Google Admin console'],
    ['for Chrome, under one more key', { '3rdparty': { extensions: { abc: { policy } } } }, 'Chrome'],
  ])('is found %s, and its lines', (_name, value, inside) => {
    const text = asText(value);
    const file = policyIn(text);
    expect(file).toMatchObject({ kind: 'policy', inside });
    const line = file.kind === 'policy' ? text.split('\n')[file.lineOf('sites[0].kind') - 1] : '';
    expect(line).toContain('"kind": "x"');
  });

  it('in one string stands on the line of the string', () => {
    const file = policyIn(asText({ policyVersion: 1, policyJson: JSON.stringify(policy) }));
    expect(file.kind === 'policy' && file.lineOf('sites[0].kind')).toBe(3);
  });

  it('of another extension alone is judged as if it were ours', () => {
    expect(policyIn(asText({ '3rdparty': { extensions: { other: { x: 1 } } } }))).toMatchObject({ values: { x: 1 } });
  });
});
