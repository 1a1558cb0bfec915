/** What Go's expressions mean, in JavaScript: the places where both look alike and differ. */
import { describe, expect, it } from 'vitest';
import { SECRET_RULES } from '../../../src/core/sensitive/secret-rules.ts';
import { jsRegex } from '../../run/go-regex.ts';
import { tomlTables } from '../../run/toml-tables.ts';

describe('a regular expression of Go becomes', () => {
  it.each<[go: string, source: string, flags: string, longest: number]>([
    ['(?i)ab[a-f]', 'ab[a-f]', 'i', 3],
    ['a(?i)b', 'a[bB]', '', 2],
    // The flag holds for what follows in its group, also beyond a bar.
    ['a(?i)b|c', 'a[bB]|[cC]', '', 2],
    ['(a(?i)b)c', '(a[bB])c', '', 3],
    ['(?i)key-(?-i:API)', '[kK][eE][yY]-(?:API)', '', 7],
    ['x(?i:[^a-c]y)', 'x(?:[^A-Ca-c][yY])', '', 3],
    // Where case makes no difference, none is asked for.
    ['(?i)[A-Za-z]{2}-\\d', '[A-Za-z]{2}-\\d', '', 4],
    ['(?i:sk)[0-9]', '(?:sk)[0-9]', 'i', 3],
    // In JavaScript "[^]" is any character and ends there.
    ['[^]]+', '[^\\]]+', '', Number.POSITIVE_INFINITY],
    ['[]a]', '[\\]a]', '', 1],
    ['a{2}{x}', 'a{2}\\{x\\}', '', 5],
    ['(?P<a>x)(?s:.){0,3}.\\z', '(?<a>x)(?:[\\s\\S]){0,3}.$', '', 5],
    ['\\A[[:alnum:]_]{2,}?', '^[0-9A-Za-z_]{2,}?', '', Number.POSITIVE_INFINITY],
    ['(?:\\b|a){9}', '(?:\\b|a){9}', '', 9],
  ])('%s', (go, source, flags, longest) => {
    expect(jsRegex(go)).toEqual({ source, flags, longest });
  });

  it.each([['(?=a)'], ['(?<!a)b'], ['(a)\\1'], ['\\pL'], ['\\Qa\\E'], ['(?U)a*'], ['a**'], ['(a'], ['a)'], ['é']])(
    'nothing, where it is not known here: %s',
    (go) => expect(() => jsRegex(go)).toThrow('not known to the converter'),
  );
});

describe('the little TOML', () => {
  it('reads what gitleaks writes', () => {
    const tables = tomlTables(
      `# c\ntitle = "t"\n[[rules]]\nid = "a"\nregex = '''[']\\d'''\nentropy = 3.5\nkeywords = [\n  "x", # y\n  'z',\n]\n[[rules.allowlists]]\nregexes = ['''a''','''b''']`,
    );
    expect(tables.map((table) => [table.name, Object.fromEntries(table.values)])).toEqual([
      ['', { title: 't' }],
      ['rules', { id: 'a', regex: "[']\\d", entropy: 3.5, keywords: ['x', 'z'] }],
      ['rules.allowlists', { regexes: ['a', 'b'] }],
    ]);
  });

  it('throws, and names the line, at anything else', () => {
    expect(() => tomlTables('a = 1\nb = { c = 2 }')).toThrow('line 2');
  });
});

it('the converted rules have no flag groups left', () => {
  for (const rule of SECRET_RULES) expect(rule.regex, rule.id).not.toMatch(/\(\?-?[ims]+[:)-]/);
});
