/**
 * The one reading of text and of records that everything signed or compared goes through.
 * Two worlds that see the same words must get the same characters here, or an approval would not fit its act.
 */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/**
 * The canonical form of a person's text: Unicode NFC, CR and CRLF become LF, a no-break space becomes a space,
 * spaces at line ends and blank lines around the text are removed. Nothing else changes: zero-width and
 * bidirectional characters stay, because they can carry a message.
 */
export function canonicalText(text: string): string {
  const signs = text
    .normalize('NFC')
    .replace(/\r\n?/g, '\n')
    .replace(/\u00a0/g, ' ');
  return (hasBlanksAtEnd(signs) ? signs.replace(BLANKS_AT_END, '') : signs).replace(EMPTY_LINES_AROUND, '');
}

/** What ends a line for `$`, once a carriage return is none. */
const LINE_ENDS = ['\n', '\u2028', '\u2029'];

/** Whether a line ends in a blank. Few texts have such a line, and looking at each blank of a text took longest of all. */
function hasBlanksAtEnd(text: string): boolean {
  const isBlank = (at: number) => text[at] === ' ' || text[at] === '\t';
  if (isBlank(text.length - 1)) return true;
  return LINE_ENDS.some((end) => {
    for (let at = text.indexOf(end); at >= 0; at = text.indexOf(end, at + 1)) if (isBlank(at - 1)) return true;
    return false;
  });
}

/**
 * Looked for only where such a run begins: tried again at each sign of a run that ends in a word, a few hundred thousand
 * blanks would hold up the listener for minutes.
 */
const BLANKS_AT_END = /(?<![ \t])[ \t]+$/gm;
const EMPTY_LINES_AROUND = /^\n+|(?<!\n)\n+$/g;

/**
 * JSON in the one form of RFC 8785: keys sorted by UTF-16 code units, no white space, ECMAScript numbers.
 * A lone surrogate or a number that is not finite has no such form and throws a RangeError.
 */
export function canonicalJson(value: Json): string {
  if (typeof value === 'number' && !Number.isFinite(value))
    throw new RangeError('a number that is not finite has no canonical form');
  if (typeof value === 'string') return canonicalString(value);
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  if (isList(value)) return `[${value.map(canonicalJson).join(',')}]`;
  const members = Object.keys(value)
    .sort()
    .map((key) => `${canonicalString(key)}:${canonicalJson(value[key] ?? null)}`);
  return `{${members.join(',')}}`;
}

/** SHA-256 over the UTF-8 bytes of a text, as 64 lower-case hexadecimal digits. */
export function sha256Hex(text: string): string {
  return bytesToHex(sha256(utf8ToBytes(text)));
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}

function canonicalString(text: string): string {
  if (/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/.test(text)) {
    throw new RangeError('a lone surrogate has no canonical form');
  }
  return JSON.stringify(text);
}
