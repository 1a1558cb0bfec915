/**
 * An entry's body within bounds, and always with a canonical form. What a page or a server can make long (an address, an
 * error, a list) must neither fill the disk nor keep an entry from being written.
 */
import { toWellFormed } from '../action.ts';
import type { Json } from '../canonical.ts';

/** The longest text, in UTF-16 units: the longest address that browsers and servers agree on is about as long. */
export const LONGEST_TEXT = 2_048;

/** The longest list, and the most members of one object. */
export const LONGEST_LIST = 200;

/** Nothing that the guard writes nests deeper than this. */
const DEEPEST = 8;

/** The largest body: what its texts, names and members come to. What is beyond is left out, and says so. */
export const LARGEST_BODY = 32_768;

type Body = { readonly [key: string]: Json };

/** The body as it is written. What was left out is named: "…" ends a text that was cut, `cut` counts what a list has lost. */
export function boundedBody(body: Body): Body {
  const left = { units: LARGEST_BODY };
  return boundedMembers(body, 0, left);
}

function bounded(value: Json, depth: number, left: { units: number }): Json {
  left.units -= 8;
  if (typeof value === 'string') return boundedText(value, left);
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  if (value === null || typeof value === 'boolean') return value;
  if (depth >= DEEPEST) return null;
  if (!isList(value)) return boundedMembers(value, depth + 1, left);
  const kept: Json[] = [];
  for (const each of value.slice(0, LONGEST_LIST)) {
    if (left.units <= 0) break;
    kept.push(bounded(each, depth + 1, left));
  }
  return kept.length < value.length ? [...kept, { cut: value.length - kept.length }] : kept;
}

function boundedMembers(body: Body, depth: number, left: { units: number }): Body {
  const kept: [string, Json][] = [];
  const members = Object.entries(body);
  for (const [key, each] of members.slice(0, LONGEST_LIST)) {
    if (left.units <= 0) break;
    kept.push([boundedText(key, left), bounded(each ?? null, depth, left)]);
  }
  if (kept.length < members.length) kept.push(['cut', members.length - kept.length]);
  return Object.fromEntries(kept);
}

/**
 * Half a character has no canonical form, and none is made by cutting. DELETE says nothing to anybody, and jq writes it
 * in another form than RFC 8785 asks (1.6), so that nobody could check such an entry with it.
 */
function boundedText(text: string, left: { units: number }): string {
  const most = Math.max(0, Math.min(LONGEST_TEXT, left.units));
  left.units -= Math.min(text.length, most);
  if (text.length <= most) return written(text);
  return `${written(text.slice(0, most)).replace(/\ufffd$/, '')}…`;
}

function written(text: string): string {
  return toWellFormed(text).replace(/\u007f/g, '\ufffd');
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}
