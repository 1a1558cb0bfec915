/**
 * A regular expression of Go (RE2) as one of JavaScript. It is read and written anew: what looks alike and means
 * something else ("[^]]", "(?i)" in the middle) is resolved, and what is not known here throws instead of passing.
 * No flag groups remain: node 20 cannot compile them, and the rules shall be tested there too.
 */

export interface JsRegex {
  readonly source: string;
  readonly flags: '' | 'i';
  /** UTF-16 units that a match can have at most; Infinity when some repetition has no end. */
  readonly longest: number;
}

/** A piece of the expression, in both ways of writing it. */
interface Part {
  /** As if there were no flags. */
  readonly plain: string;
  /** So that case is ignored where it is to be, without any flag: "[aA]" for "a". */
  readonly folded: string;
  /** For each place where case would matter, whether it is ignored there. */
  readonly ignored: readonly boolean[];
  readonly length: number;
}

/** Flags hold until their group ends. */
interface Cursor {
  readonly go: string;
  at: number;
  ignoreCase: boolean;
  dotAll: boolean;
}

/** Classes that Go names inside brackets. */
const NAMED_CLASSES: Readonly<Record<string, string>> = {
  alnum: '0-9A-Za-z',
  alpha: 'A-Za-z',
  digit: '0-9',
  xdigit: '0-9A-Fa-f',
  space: '\\s',
};

/** Throws when the expression uses something that is not known here. */
export function jsRegex(go: string): JsRegex {
  const cursor: Cursor = { go, at: 0, ignoreCase: false, dotAll: false };
  const whole = alternatives(cursor);
  if (cursor.at < go.length) unknown(cursor);
  const mixed = whole.ignored.includes(true) && whole.ignored.includes(false);
  const flags = whole.ignored.includes(true) && !mixed ? 'i' : '';
  const source = mixed ? whole.folded : whole.plain;
  new RegExp(source, flags);
  return { source, flags, longest: whole.length };
}

function alternatives(cursor: Cursor): Part {
  const all = [sequence(cursor)];
  while (take(cursor, '|')) all.push(sequence(cursor));
  return {
    plain: all.map((each) => each.plain).join('|'),
    folded: all.map((each) => each.folded).join('|'),
    ignored: all.flatMap((each) => each.ignored),
    length: Math.max(...all.map((each) => each.length)),
  };
}

function sequence(cursor: Cursor): Part {
  const parts: Part[] = [];
  while (cursor.at < cursor.go.length && !/[|)]/.test(cursor.go.charAt(cursor.at))) {
    const flags = takeMatch(cursor, /\(\?([is]+|-[is]+)\)/y);
    if (flags) setFlags(cursor, flags[1] ?? '');
    else parts.push(repeated(cursor, atom(cursor)));
  }
  return {
    plain: parts.map((each) => each.plain).join(''),
    folded: parts.map((each) => each.folded).join(''),
    ignored: parts.flatMap((each) => each.ignored),
    length: parts.reduce((sum, each) => sum + each.length, 0),
  };
}

function repeated(cursor: Cursor, part: Part): Part {
  const found = takeMatch(cursor, /(?:([*+])|(\?)|\{(\d+)(,?)(\d*)\})\??/y);
  if (found === null) return part;
  const [written, endless, maybe, least, comma, most] = found;
  const times = endless ? Infinity : maybe ? 1 : comma ? (most ? Number(most) : Infinity) : Number(least);
  return {
    ...part,
    plain: part.plain + written,
    folded: part.folded + written,
    length: part.length === 0 ? 0 : part.length * times,
  };
}

function atom(cursor: Cursor): Part {
  const next = cursor.go.charAt(cursor.at);
  if (next === '(') return group(cursor);
  if (next === '[') return bracketed(cursor);
  cursor.at += 1;
  if (next === '\\') return escaped(cursor);
  if (next === '^' || next === '$') return fixed(next, 0);
  if (next === '.') return fixed(cursor.dotAll ? '[\\s\\S]' : '.', 1);
  if (/[*+?]/.test(next) || next > '~') unknown(cursor);
  // Go takes a brace that repeats nothing, and a closing bracket alone, as they stand.
  if (/[{}\]]/.test(next)) return fixed(`\\${next}`, 1);
  if (!/[a-z]/i.test(next)) return fixed(next, 1);
  const folded = cursor.ignoreCase ? `[${next.toLowerCase()}${next.toUpperCase()}]` : next;
  return { plain: next, folded, ignored: [cursor.ignoreCase], length: 1 };
}

function group(cursor: Cursor): Part {
  const { ignoreCase, dotAll } = cursor;
  const found = takeMatch(cursor, /\((?:\?(?:P?<(\w+)>|([is]*|-[is]+):))?/y) ?? unknown(cursor);
  const [, name, flags] = found;
  if (cursor.go.charAt(cursor.at) === '?') unknown(cursor);
  if (flags) setFlags(cursor, flags);
  const inner = alternatives(cursor);
  if (!take(cursor, ')')) unknown(cursor);
  cursor.ignoreCase = ignoreCase;
  cursor.dotAll = dotAll;
  const open = name !== undefined ? `(?<${name}>` : flags !== undefined ? '(?:' : '(';
  return { ...inner, plain: `${open}${inner.plain})`, folded: `${open}${inner.folded})` };
}

function escaped(cursor: Cursor): Part {
  const found = takeMatch(cursor, /x[0-9a-fA-F]{2}|[dDwWsSbBnrtzA]|[^A-Za-z0-9]/y) ?? unknown(cursor);
  const [written] = found;
  if (written === 'z') return fixed('$', 0);
  if (written === 'A') return fixed('^', 0);
  return fixed(`\\${written}`, /^[bB]$/.test(written) ? 0 : 1);
}

/** A class in brackets. A closing bracket that stands first is a member in Go and the end in JavaScript. */
function bracketed(cursor: Cursor): Part {
  const negated = takeMatch(cursor, /\[(\^?)/y)?.[1] ?? '';
  let plain = '';
  while (plain === '' || cursor.go.charAt(cursor.at) !== ']') {
    const found = takeMatch(cursor, /\[:(\w+):\]|\\(?:x[0-9a-fA-F]{2}|[^xzA])|[^\\]/y) ?? unknown(cursor);
    const [written, name] = found;
    if (name !== undefined) plain += NAMED_CLASSES[name] ?? unknown(cursor);
    else plain += /^[[\]]$/.test(written) ? `\\${written}` : written;
  }
  cursor.at += 1;
  const other = swappedCase(plain);
  const ignored = isSameClass(plain, other + plain) ? [] : [cursor.ignoreCase];
  const folded = ignored.includes(true) ? other + plain : plain;
  return { plain: `[${negated}${plain}]`, folded: `[${negated}${folded}]`, ignored, length: 1 };
}

/** The letters and ranges of letters of a class, in the other case. */
function swappedCase(members: string): string {
  const found = members.match(/\\.|[a-z]-[a-z]|[A-Z]-[A-Z]|[A-Za-z]/g) ?? [];
  return found
    .filter((each) => !each.startsWith('\\'))
    .map((each) => (each === each.toLowerCase() ? each.toUpperCase() : each.toLowerCase()))
    .join('');
}

function isSameClass(a: string, b: string): boolean {
  const ascii = Array.from({ length: 128 }, (_, code) => String.fromCharCode(code));
  return ascii.every((each) => new RegExp(`[${a}]`).test(each) === new RegExp(`[${b}]`).test(each));
}

function fixed(written: string, length: number): Part {
  return { plain: written, folded: written, ignored: [], length };
}

function setFlags(cursor: Cursor, flags: string): void {
  const on = !flags.startsWith('-');
  if (flags.includes('i')) cursor.ignoreCase = on;
  if (flags.includes('s')) cursor.dotAll = on;
}

function take(cursor: Cursor, wanted: string): boolean {
  if (!cursor.go.startsWith(wanted, cursor.at)) return false;
  cursor.at += wanted.length;
  return true;
}

function takeMatch(cursor: Cursor, sticky: RegExp): RegExpExecArray | null {
  sticky.lastIndex = cursor.at;
  const found = sticky.exec(cursor.go);
  if (found !== null) cursor.at += found[0].length;
  return found;
}

function unknown(cursor: Cursor): never {
  throw new Error(`not known to the converter, at ${cursor.at}: ${cursor.go}`);
}
