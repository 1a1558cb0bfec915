/**
 * The administrator's own patterns for what is sensitive ("PRJ-\d{5}"), in RE2's syntax. They run in time linear to the
 * text whatever they are: nobody has reviewed them, and the text comes from whoever wants to get past. So they are
 * compiled by re2js and never by RegExp, and only here (46 kB are too much for every page).
 */
import { RE2JS } from 're2js';
import { type Finding, TEXT_MAX } from '../core/sensitive.ts';

export interface CompiledPattern {
  readonly id: string;
  readonly regex: RE2JS;
}

export interface Patterns {
  readonly ok: readonly CompiledPattern[];
  /** What is wrong with the others, for whoever wrote the policy. */
  readonly faults: readonly { readonly id: string; readonly message: string }[];
}

/**
 * Instructions a pattern may have ("\d{500}" has 502). The time is this times the text at worst: 0.3 s for 300 of them
 * on 100 kB where nothing in the pattern is literal (measured, node 20; mostly it is a hundredth of that).
 */
const PROGRAM_MAX = 500;

/** Places that one pattern reports. Each is a search of its own, and the label is the same with more. */
const PLACES_MAX = 20;

/** All patterns that can be used, and a fault for each that cannot. */
export function compilePatterns(patterns: readonly { readonly id: string; readonly pattern: string }[]): Patterns {
  const ok: CompiledPattern[] = [];
  const faults: { id: string; message: string }[] = [];
  for (const { id, pattern } of patterns) {
    const regex = ok.some((each) => each.id === id) ? 'another pattern has the same id' : compile(pattern);
    if (typeof regex === 'string') faults.push({ id, message: regex });
    else ok.push({ id, regex });
  }
  return { ok, faults };
}

/** Where the patterns match, in the order of the text; throws when that is longer than TEXT_MAX. */
export function findPatterns(text: string, compiled: readonly CompiledPattern[]): readonly Finding[] {
  if (text.length > TEXT_MAX) throw new RangeError(`a text of ${text.length} units is not searched in one go`);
  const found = compiled.flatMap(({ id, regex }) => {
    const places: Finding[] = [];
    const matcher = regex.matcher(text);
    while (places.length < PLACES_MAX && matcher.find()) {
      const span = { from: matcher.start(), to: matcher.end() };
      if (span.from < span.to) places.push({ detector: 'pattern', rule: id, span });
    }
    return places;
  });
  return found.sort((a, b) => a.span.from - b.span.from || a.span.to - b.span.to);
}

/** The pattern, or what is wrong with it. */
function compile(pattern: string): RE2JS | string {
  try {
    const regex = RE2JS.compile(pattern);
    if (regex.test('')) return 'it matches even an empty text, and so every one';
    return regex.programSize() > PROGRAM_MAX ? 'it is too large: repeat less, or make several of it' : regex;
  } catch (error) {
    return faultOf(pattern, error instanceof Error ? error.message : String(error));
  }
}

/** What cannot be done in linear time, by how it is written; RE2 itself only calls it invalid. */
const UNSUPPORTED: readonly { readonly written: RegExp; readonly name: string }[] = [
  { written: /\(\?<[=!]/, name: 'lookbehind, "(?<=…)" or "(?<!…)",' },
  { written: /\(\?[=!]/, name: 'lookahead, "(?=…)" or "(?!…)",' },
  { written: /\\[1-9]|\\k<|\(\?P=/, name: 'a backreference, "\\1" or "\\k<…>",' },
  { written: /\(\?>|[*+?}]\+/, name: 'an atomic group or possessive repetition, "(?>…)" or "a++",' },
  { written: /\\u/, name: '"\\u" (a character is written "\\x{20AC}")' },
];

function faultOf(pattern: string, message: string): string {
  const unsupported = UNSUPPORTED.find((each) => each.written.test(pattern));
  if (unsupported !== undefined)
    return `${unsupported.name} is not supported: patterns are RE2, without anything that may take for ever`;
  return message.replace(/^error parsing regexp: /, '');
}
