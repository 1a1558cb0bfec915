/**
 * What has been read, and whether it stands again in what is about to be written. Readings keep labels and keyed,
 * truncated fingerprints, never text; the fingerprints are winnowed (Schleimer, Wilkerson, Aiken 2003).
 */
import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';
import type { Actor } from './actor.ts';
import { canonicalText } from './canonical.ts';
import type { Label } from './label.ts';

/** Sorted 48-bit numbers. */
export interface Fingerprints {
  readonly words: readonly number[];
  readonly chars: readonly number[];
}

export interface Reading {
  readonly id: string;
  readonly site: string;
  readonly thread: string;
  /** What people call the source; shown in the page only to a session that has read it. */
  readonly title: string;
  readonly label: Label;
  /** Milliseconds since the epoch, the last time it was seen. */
  readonly at: number;
  readonly actor: Actor;
  /** The agent session or tab that read it. */
  readonly session: string;
  /** How deep in a chain of agent posts. */
  readonly depth: number;
  readonly prints: Fingerprints;
}

/** A stretch of the draft that a source explains, in UTF-16 positions of the draft's canonical text. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

export interface Match {
  readonly reading: Reading;
  readonly spans: readonly Span[];
}

/**
 * Words k=5 w=6 with 3 shared prints: 0.36 % of unrelated texts, 97 % of 200-character excerpts in a 3 kB reply.
 * Characters k=24 w=16 with 4 shared prints: 0.5 % and 92 % of 100-character excerpts. Measured on 8,176 documents.
 */
const WORDS = { k: 5, w: 6, shared: 3 } as const;
const CHARS = { k: 24, w: 16, shared: 4 } as const;

/** Of a longer text only this many UTF-16 units are looked at, so what it carries behind them nobody knows. */
export const LONGEST_COMPARED = 400_000;

interface Token {
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

interface Print extends Span {
  readonly value: number;
}

/** The prints of a text under a key that must not leave the installation. */
export function fingerprint(text: string, key: Uint8Array): Fingerprints {
  const reading = canonicalText(text).slice(0, LONGEST_COMPARED);
  return {
    words: values(winnow(wordTokens(reading), WORDS.k, WORDS.w, key)),
    chars: values(winnow(charTokens(reading), CHARS.k, CHARS.w, key)),
  };
}

/** Which readings stand again in a draft, strongest first, and where. */
export function matchReadings(draft: string, readings: readonly Reading[], key: Uint8Array): readonly Match[] {
  if (readings.length === 0) return [];
  const text = canonicalText(draft).slice(0, LONGEST_COMPARED);
  const words = winnow(wordTokens(text), WORDS.k, WORDS.w, key);
  const chars = winnow(charTokens(text), CHARS.k, CHARS.w, key);
  return readings
    .map((reading) => {
      const sharedWords = shared(words, reading.prints.words);
      const sharedChars = shared(chars, reading.prints.chars);
      const counts = sharedWords.length >= WORDS.shared || sharedChars.length >= CHARS.shared;
      return { reading, spans: counts ? wholeWords(mergeSpans([...sharedWords, ...sharedChars]), text) : [] };
    })
    .filter((match) => match.spans.length > 0)
    .sort((a, b) => covered(b.spans) - covered(a.spans));
}

/** The readings that taint whatever their session writes: those with a label, be it only a category of the lowest one. */
export function taints(readings: readonly Reading[], session: string): readonly Reading[] {
  return readings.filter(({ session: by, label }) => by === session && (label.rank > 0 || label.categories.length > 0));
}

function wordTokens(text: string): readonly Token[] {
  const tokens: Token[] = [];
  for (const found of text.matchAll(/[\p{L}\p{N}_]+/gu)) {
    tokens.push({ text: found[0].toLowerCase(), from: found.index, to: found.index + found[0].length });
  }
  return tokens;
}

function charTokens(text: string): readonly Token[] {
  const tokens: Token[] = [];
  for (const found of text.matchAll(/[\p{L}\p{N}]/gu)) {
    tokens.push({ text: found[0].toLowerCase(), from: found.index, to: found.index + found[0].length });
  }
  return tokens;
}

/** Winnowing: of every window of w neighbouring k-grams, the smallest hash is kept (the rightmost of equals). */
function winnow(tokens: readonly Token[], k: number, w: number, key: Uint8Array): readonly Print[] {
  const hashes = gramHashes(tokens, k);
  const kept: number[] = [];
  // Positions in the window whose hashes rise: the first is always the smallest.
  const rising: number[] = [];
  let first = 0;
  hashes.forEach((hash, i) => {
    while (rising.length > first && (hashes[rising[rising.length - 1] ?? 0] ?? 0) >= hash) rising.pop();
    rising.push(i);
    while ((rising[first] ?? 0) <= i - w) first += 1;
    const least = rising[first] ?? i;
    const full = i >= Math.min(w, hashes.length) - 1;
    if (full && kept[kept.length - 1] !== least) kept.push(least);
  });
  // A text that repeats itself has few different grams. The key is taken in once, which halves the time.
  const known = new Map<string, number>();
  const keyed = hmac.create(sha256, key);
  return kept.map((i) => {
    const gram = tokens.slice(i, i + k);
    const words = gram.map((t) => t.text).join('\u0001');
    const value = known.get(words) ?? keyedHash(words, keyed);
    known.set(words, value);
    return { value, from: gram[0]?.from ?? 0, to: gram[gram.length - 1]?.to ?? 0 };
  });
}

/** A rolling hash of each k-gram: only chooses which grams are kept; what is stored is keyed. */
function gramHashes(tokens: readonly Token[], k: number): Uint32Array {
  const count = Math.max(0, tokens.length - k + 1);
  const hashes = new Uint32Array(count);
  const units = tokens.map((token) => tokenHash(token.text));
  let leaving = 1;
  for (let i = 0; i < k; i++) leaving = Math.imul(leaving, BASE);
  let rolling = 0;
  units.forEach((unit, i) => {
    rolling = (Math.imul(rolling, BASE) + unit) | 0;
    if (i >= k) rolling = (rolling - Math.imul(units[i - k] ?? 0, leaving)) | 0;
    if (i >= k - 1) hashes[i - k + 1] = scramble(rolling);
  });
  return hashes;
}

/** An odd multiplier, so that a power of it never vanishes (the golden ratio in 32 bits). */
const BASE = 0x9e3779b1;

/** FNV-1a of one token. */
function tokenHash(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash | 0;
}

/** Spreads the bits, since a rolling hash orders badly by its high ones. */
function scramble(hash: number): number {
  const mixed = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  return (mixed ^ (mixed >>> 13)) >>> 0;
}

/** HMAC-SHA-256 cut to 48 bits, so that a print is a plain number and no dictionary fits it without the key. */
function keyedHash(text: string, keyed: ReturnType<typeof hmac.create>): number {
  const mac = keyed.clone().update(utf8ToBytes(text)).digest();
  return mac.slice(0, 6).reduce((value, byte) => value * 256 + byte, 0);
}

function values(prints: readonly Print[]): readonly number[] {
  return [...new Set(prints.map((p) => p.value))].sort((a, b) => a - b);
}

function shared(prints: readonly Print[], known: readonly number[]): readonly Print[] {
  const set = new Set(known);
  const seen = new Set<number>();
  return prints.filter((p) => set.has(p.value) && !seen.has(p.value) && seen.add(p.value));
}

/** Overlapping or nearly touching stretches become one. */
function mergeSpans(spans: readonly Span[], gap = 12): readonly Span[] {
  const merged: { from: number; to: number }[] = [];
  for (const span of [...spans].sort((a, b) => a.from - b.from)) {
    const last = merged.at(-1);
    if (last !== undefined && span.from <= last.to + gap) last.to = Math.max(last.to, span.to);
    else merged.push({ from: span.from, to: span.to });
  }
  return merged;
}

/**
 * Stretches in their order widened to whole words: a print may begin in the middle of one. Where no blank stands between
 * two of them they are one, so that no text takes longer than it is long.
 */
function wholeWords(spans: readonly Span[], text: string): readonly Span[] {
  const inWord = (at: number) => /[\p{L}\p{N}_]/u.test(text.charAt(at));
  const widened: { from: number; to: number }[] = [];
  for (const { from, to } of spans) {
    const last = widened.at(-1);
    if (last !== undefined && to <= last.to) continue;
    let start = from;
    let end = to;
    while (start > 0 && inWord(start) && inWord(start - 1)) start -= 1;
    while (end < text.length && inWord(end - 1) && inWord(end)) end += 1;
    if (last !== undefined && start < last.to) last.to = end;
    else widened.push({ from: start, to: end });
  }
  return widened;
}

function covered(spans: readonly Span[]): number {
  return spans.reduce((sum, span) => sum + span.to - span.from, 0);
}
