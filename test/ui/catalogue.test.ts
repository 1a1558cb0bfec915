/** The texts that people read: all there, none left over, and none in the words of the trade. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import manifest from '../../manifest.json' with { type: 'json' };
import { CHANGES, COUNTED } from '../../src/ui/change-words.ts';
import { texts } from './held.ts';

/** Keys put together from two parts. */
const BUILT = ['headAgent', 'headHuman', 'headUnknown']
  .flatMap((actor) => ['Reply', 'Post', 'Message', 'Edit', 'Send', 'Change', 'Unreadable'].map((kind) => actor + kind))
  .concat(Object.values(CHANGES).map((name) => `do${name}`))
  .concat([...COUNTED].map((kind) => `doMany${CHANGES[kind]}`))
  .concat('containsTextUnnamed', 'hasReadUnnamed', 'hadReadUnnamed');

const files = readdirSync('src/ui', { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file))
  .map((file) => readFileSync(`src/ui/${file}`, 'utf8'));
// The background says one thing itself, when nothing else of ours may work.
const others = ['src/content/main.iife.tsx', 'src/background/say-fault.ts'].map((file) => readFileSync(file, 'utf8'));
const sources = [...files, ...others, JSON.stringify(manifest)].join('\n');

/** The texts that a source asks for: in the call itself, or by a table of keys that the call looks into. */
function asked(text: string): readonly string[] {
  return [...text.matchAll(/\bsay\(/g)].flatMap(({ index }) => {
    const first = firstArgument(text, index + 'say('.length);
    if (first.includes('`')) return [];
    const tables = [...first.matchAll(/\b([A-Z][A-Z_]+)\b/g)].map((found) => tableOf(text, found[1] ?? ''));
    // What a condition compares with is no key.
    return keysIn(first.replace(/[!=]== '[^']*'/g, '')).concat(tables.flatMap(keysIn));
  });
}

function firstArgument(text: string, from: number): string {
  let depth = 0;
  for (let at = from; at < text.length; at += 1) {
    const character = text.charAt(at);
    if ('([{'.includes(character)) depth += 1;
    if (depth === 0 && ',)'.includes(character)) return text.slice(from, at);
    if (')]}'.includes(character)) depth -= 1;
  }
  return '';
}

function tableOf(text: string, name: string): string {
  const table = new RegExp(`const ${name}\\b[^=]*= \\{([^}]*)\\}`);
  return (table.exec(text) ?? table.exec(sources))?.[1] ?? '';
}

function keysIn(text: string): readonly string[] {
  return [...text.matchAll(/(?:^|[^'\w-])'(\w+)'(?!:)/g)].map((found) => found[1] ?? '');
}

describe('the catalogue', () => {
  it('speaks to people, never in the words of the trade', () => {
    const words =
      /\b(hold|mandate|ledger|exposure|unknown|taint|verdict|digest|proof|depth|breaker|posture|kill switch|authenticator|attribution|provenance)\b/i;
    expect(
      Object.entries(texts)
        .filter(([, { message }]) => words.test(message))
        .map(([key]) => key),
    ).toEqual([]);
  });

  it('has every text that is asked for', () => {
    const wanted = files.flatMap(asked);
    expect(wanted.length).toBeGreaterThan(100);
    expect([...wanted, ...BUILT].filter((key) => texts[key] === undefined)).toEqual([]);
  });

  it('has no text that nobody asks for', () => {
    const unused = Object.keys(texts).filter(
      (key) => !BUILT.includes(key) && !new RegExp(`['"_]${key}['"_]`).test(sources),
    );
    expect(unused).toEqual([]);
  });

  it('asks in the test as the sources do', () => {
    expect(
      asked("say(a === 'x' ? 'one' : 'two', say('three')) say(TABLE[y]) const TABLE = { u: 'four' } as const;"),
    ).toEqual(['one', 'two', 'three', 'four']);
  });
});
