/** The little of TOML that gitleaks' configuration uses: tables, lists of tables, strings, numbers, arrays of strings. The rest throws. */

export type TomlValue = string | number | boolean | readonly string[];

export interface TomlTable {
  /** "allowlist", "rules", "rules.allowlists"; "" for what stands above the first table. */
  readonly name: string;
  readonly values: ReadonlyMap<string, TomlValue>;
}

/** All tables in the order of the file; a "rules.allowlists" belongs to the last "rules" before it. */
export function tomlTables(toml: string): readonly TomlTable[] {
  const cursor = { toml, at: 0 };
  const tables: { name: string; values: Map<string, TomlValue> }[] = [{ name: '', values: new Map() }];
  for (skip(cursor); cursor.at < toml.length; skip(cursor)) {
    const table = takeMatch(cursor, /\[{1,2}([\w.]+)\]{1,2}/y);
    if (table) {
      tables.push({ name: table[1] ?? '', values: new Map() });
      continue;
    }
    const key = takeMatch(cursor, /(\w+)[ \t]*=[ \t]*/y) ?? unknown(cursor);
    tables.at(-1)?.values.set(key[1] ?? '', value(cursor));
  }
  return tables;
}

interface Cursor {
  readonly toml: string;
  at: number;
}

function value(cursor: Cursor): TomlValue {
  const number = takeMatch(cursor, /\d+(?:\.\d+)?/y);
  if (number) return Number(number[0]);
  const truth = takeMatch(cursor, /true|false/y);
  if (truth) return truth[0] === 'true';
  return cursor.toml.charAt(cursor.at) === '[' ? strings(cursor) : string(cursor);
}

function strings(cursor: Cursor): readonly string[] {
  const all: string[] = [];
  cursor.at += 1;
  for (skip(cursor); !takeMatch(cursor, /\]/y); skip(cursor)) {
    all.push(string(cursor));
    skip(cursor);
    takeMatch(cursor, /,/y);
  }
  return all;
}

function string(cursor: Cursor): string {
  const literal = takeMatch(cursor, /'''([\s\S]*?)'''|'([^'\n]*)'/y);
  if (literal) return literal[1] ?? literal[2] ?? '';
  const basic = takeMatch(cursor, /"(?!"")(?:[^"\\\n]|\\["\\nrt])*"/y) ?? unknown(cursor);
  return JSON.parse(basic[0]) as string;
}

function skip(cursor: Cursor): void {
  takeMatch(cursor, /(?:\s|#[^\n]*)*/y);
}

function takeMatch(cursor: Cursor, sticky: RegExp): RegExpExecArray | null {
  sticky.lastIndex = cursor.at;
  const found = sticky.exec(cursor.toml);
  if (found !== null) cursor.at += found[0].length;
  return found;
}

function unknown(cursor: Cursor): never {
  const line = cursor.toml.slice(0, cursor.at).split('\n').length;
  throw new Error(`line ${line} is no TOML that is known here: ${cursor.toml.slice(cursor.at, cursor.at + 60)}`);
}
