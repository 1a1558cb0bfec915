/**
 * JSON with its line numbers, read strictly as browsers read it, and in plain words where it is none: a comment, a comma
 * too many, a key twice. The values themselves come from `JSON.parse`; this only says where they stand.
 */
import { pathOf } from '../../../src/core/policy/faults.ts';

/** Something wrong in the text itself. */
export interface TextFault {
  readonly line: number;
  readonly message: string;
}

export type JsonText =
  | {
      readonly kind: 'json';
      readonly value: unknown;
      /** The line on which the value at a path begins; of a missing one, that of the nearest thing around it. */
      readonly lineOf: (path: string) => number;
      /** Keys that stand twice in one object: only the last counts, in silence. */
      readonly twice: readonly (TextFault & { readonly path: string })[];
    }
  | { readonly kind: 'broken'; readonly fault: TextFault };

/** Deeper than any policy goes. */
const DEEPEST = 200;

/** Reads a text as JSON. */
export function readJson(text: string): JsonText {
  const scanner: Scanner = { text, at: 0, line: 1, lines: new Map(), twice: [] };
  try {
    scanValue(scanner, [], 0);
    skipBlanks(scanner);
    if (scanner.at < text.length) throw broken(scanner, 'something stands after the end');
    const value = JSON.parse(text) as unknown;
    return { kind: 'json', value, lineOf: (path) => lineOf(path, scanner.lines), twice: scanner.twice };
  } catch (error) {
    const fault = error instanceof BrokenJson ? error.fault : { line: scanner.line, message: String(error) };
    return { kind: 'broken', fault };
  }
}

class BrokenJson extends Error {
  constructor(readonly fault: TextFault) {
    super(fault.message);
  }
}

interface Scanner {
  readonly text: string;
  at: number;
  line: number;
  readonly lines: Map<string, number>;
  readonly twice: (TextFault & { readonly path: string })[];
}

type Path = readonly (string | number)[];

function lineOf(path: string, lines: ReadonlyMap<string, number>): number {
  for (let part = path; part !== ''; part = part.slice(0, Math.max(0, part.lastIndexOf('.'), part.lastIndexOf('[')))) {
    const line = lines.get(part);
    if (line !== undefined) return line;
  }
  return lines.get('') ?? 1;
}

function scanValue(scanner: Scanner, path: Path, depth: number): void {
  skipBlanks(scanner);
  scanner.lines.set(pathOf(path), scanner.line);
  if (depth > DEEPEST) throw broken(scanner, `is nested deeper than ${DEEPEST} times`);
  const next = scanner.text.charAt(scanner.at);
  if (next === '{') scanObject(scanner, path, depth);
  else if (next === '[') scanList(scanner, path, depth);
  else if (next === '"') scanString(scanner);
  else scanWord(scanner);
}

function scanObject(scanner: Scanner, path: Path, depth: number): void {
  const seen = new Set<string>();
  scanEntries(scanner, '}', () => {
    if (scanner.text.charAt(scanner.at) !== '"') throw unexpected(scanner, 'a key must stand in double quotes');
    const { line } = scanner;
    const key = scanString(scanner);
    if (seen.has(key))
      scanner.twice.push({ line, path: pathOf([...path, key]), message: 'stands twice: only the last one counts' });
    seen.add(key);
    skipBlanks(scanner);
    if (scanner.text.charAt(scanner.at) !== ':') throw unexpected(scanner, `a colon is missing after "${key}"`);
    scanner.at += 1;
    scanValue(scanner, [...path, key], depth + 1);
    scanner.lines.set(pathOf([...path, key]), line);
  });
}

function scanList(scanner: Scanner, path: Path, depth: number): void {
  scanEntries(scanner, ']', (index) => scanValue(scanner, [...path, index], depth + 1));
}

/** What stands between an opening bracket and its end, separated by commas. */
function scanEntries(scanner: Scanner, end: '}' | ']', entry: (index: number) => void): void {
  scanner.at += 1;
  skipBlanks(scanner);
  if (scanner.text.charAt(scanner.at) === end) {
    scanner.at += 1;
    return;
  }
  for (let index = 0; ; index += 1) {
    entry(index);
    skipBlanks(scanner);
    const next = scanner.text.charAt(scanner.at);
    if (next !== end && next !== ',') throw unexpected(scanner, `a comma or "${end}" is missing`);
    const { line } = scanner;
    scanner.at += 1;
    if (next === end) return;
    skipBlanks(scanner);
    if (scanner.text.charAt(scanner.at) === end)
      throw new BrokenJson({ line, message: 'JSON has no comma after the last entry' });
  }
}

function scanString(scanner: Scanner): string {
  const end = endOfString(scanner.text, scanner.at);
  if (end === null) throw broken(scanner, 'a text has no closing quotation mark on its line');
  const text = scanner.text.slice(scanner.at, end);
  scanner.at = end;
  try {
    return JSON.parse(text) as string;
  } catch {
    const shown = `${text.slice(0, 40)}${text.length > 40 ? '…' : ''}`;
    throw broken(scanner, `${shown} is no text: a backslash is written twice, and a tab as \\t`);
  }
}

/** Where the text that begins here ends; null when it does not on its line. */
function endOfString(text: string, start: number): number | null {
  for (let at = start + 1; at < text.length; at += 1) {
    const next = text.charAt(at);
    if (next === '"') return at + 1;
    if (next === '\n' || next === '\r') return null;
    if (next === '\\') at += 1;
  }
  return null;
}

function scanWord(scanner: Scanner): void {
  const found = /[^\s,:[\]{}"/]+/y;
  found.lastIndex = scanner.at;
  const word = found.exec(scanner.text)?.[0] ?? '';
  if (!/^(true|false|null|-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?)$/.test(word))
    throw unexpected(scanner, word === '' ? 'a value is missing' : `${word.slice(0, 40)} is no value of JSON`);
  scanner.at += word.length;
}

function skipBlanks(scanner: Scanner): void {
  for (; ; scanner.at += 1) {
    const next = scanner.text.charAt(scanner.at);
    if (next === '\n') scanner.line += 1;
    else if (next !== ' ' && next !== '\t' && next !== '\r') return;
  }
}

/** The fault at this place: often a comment, sometimes the end. */
function unexpected(scanner: Scanner, otherwise: string): BrokenJson {
  const rest = scanner.text.slice(scanner.at, scanner.at + 2);
  if (rest === '') return broken(scanner, 'the file ends in the middle');
  if (rest === '//' || rest === '/*' || rest.startsWith('#')) return broken(scanner, 'JSON has no comments');
  if (rest.startsWith("'")) return broken(scanner, 'JSON has double quotation marks only');
  return broken(scanner, otherwise);
}

function broken(scanner: Scanner, message: string): BrokenJson {
  return new BrokenJson({ line: scanner.line, message });
}
