/**
 * How long it takes to find which of many documents stand in a draft of 5 kB, and what the index of them takes. `npm run
 * bench -- matching` builds this as the extension is built, and draws what it says.
 */
import { sha256Hex } from '../../src/core/canonical.ts';
import { fingerprint, LONGEST_COMPARED } from '../../src/core/exposure/fingerprint.ts';
import { type Match, Matcher, type Reading } from '../../src/core/exposure/match.ts';
import { ReadingIndex } from '../../src/core/exposure/reading-index.ts';
import { UNMARKED } from '../../src/core/label.ts';
import { dice, KEY } from './company.ts';

/** Documents that were read. */
export const SIZES = [100, 1_000, 10_000, 100_000] as const;

const DOCUMENT_SIGNS = 5_000;
const DRAFTS = 400;
const WARM_UP = 50;

export interface MatchCost {
  readonly documents: number;
  readonly medianMs: number;
  readonly p95Ms: number;
  readonly p99Ms: number;
  readonly longestMs: number;
  /** The median as a multiple of that with the fewest documents. */
  readonly ratio: number;
  /** What the index takes, in bytes; and what is kept of the documents beside it. */
  readonly indexBytes: number;
  readonly printBytes: number;
  readonly buildMs: number;
  /** Drafts with a passage of a document in which that document was found, and drafts without one in which any was. */
  readonly found: number;
  readonly foundByMistake: number;
}

export interface MatchingCosts {
  /** By the median document. */
  readonly fingerprintMBs: number;
  /** The same as a multiple of SHA-256 of the same documents in the same run, so that machines can be compared. */
  readonly timesHash: number;
  /** The longest text that is compared, fingerprinted at once; the median of eleven. */
  readonly longestTaskMs: number;
  readonly costs: readonly MatchCost[];
}

/** Measures all; `say` is told what is being done. */
export function measureMatching(say: (line: string) => void, sizes: readonly number[] = SIZES): MatchingCosts {
  const roll = dice(11);
  const vocabulary = words(roll);
  say('Writing documents and taking their fingerprints …');
  const { readings, fingerprintMBs, timesHash } = readAll(Math.max(...sizes), vocabulary);
  const longest = textOf(12, vocabulary, LONGEST_COMPARED);
  const longestTaskMs = median(Array.from({ length: 11 }, () => timeOf(() => fingerprint(longest, KEY))));
  const costs = sizes.map((documents) => {
    say(`Looking among ${documents.toLocaleString('en')} documents …`);
    return costOf(readings.slice(0, documents), vocabulary);
  });
  const fewest = costs[0]?.medianMs ?? 1;
  return {
    fingerprintMBs,
    timesHash,
    longestTaskMs,
    costs: costs.map((each) => ({ ...each, ratio: each.medianMs / fewest })),
  };
}

type Measured = Omit<MatchCost, 'ratio'>;

function costOf(readings: readonly Reading[], vocabulary: readonly string[]): Measured {
  const matcher = new Matcher();
  const before = performance.now();
  matcher.find({ text: '' }, readings, KEY);
  const buildMs = performance.now() - before;
  const times: number[] = [];
  const hits = { found: 0, byMistake: 0 };
  for (let n = -WARM_UP; n < DRAFTS; n++) {
    const { draft, of } = draftOf(n + WARM_UP, readings.length, vocabulary);
    const start = performance.now();
    const matches = matcher.find({ text: draft }, readings, KEY);
    if (n < 0) continue;
    times.push(performance.now() - start);
    if (of !== null && matches.some((match) => isOf(match, of))) hits.found += 1;
    if (of === null && matches.length > 0) hits.byMistake += 1;
  }
  times.sort((a, b) => a - b);
  const at = (share: number) => times[Math.floor((times.length - 1) * share)] ?? 0;
  return {
    documents: readings.length,
    medianMs: at(0.5),
    p95Ms: at(0.95),
    p99Ms: at(0.99),
    longestMs: at(1),
    indexBytes: new ReadingIndex().with(readings).bytes,
    printBytes: readings.reduce(
      (sum, { prints: { words: w, signs, rare } }) => sum + 4 * (w.length + signs.length + rare.length),
      0,
    ),
    buildMs,
    found: hits.found / (DRAFTS / 2),
    foundByMistake: hits.byMistake / (DRAFTS / 2),
  };
}

function isOf({ reading }: Match, document: number): boolean {
  return reading.id === String(document);
}

/** Every second draft holds 500 signs of some document. */
function draftOf(n: number, documents: number, vocabulary: readonly string[]) {
  const own = textOf(1_000_000 + n, vocabulary, DOCUMENT_SIGNS);
  if (n % 2 === 0) return { draft: own, of: null };
  const of = dice(n)(documents);
  return {
    draft: `${own.slice(0, 2_250)} ${textOf(of, vocabulary, DOCUMENT_SIGNS).slice(1_000, 1_500)} ${own.slice(2_750)}`,
    of,
  };
}

function readAll(count: number, vocabulary: readonly string[]) {
  const times: number[] = [];
  const hashTimes: number[] = [];
  const readings = Array.from({ length: count }, (_, n): Reading => {
    const text = textOf(n, vocabulary, DOCUMENT_SIGNS);
    const start = performance.now();
    const prints = fingerprint(text, KEY);
    times.push(performance.now() - start);
    hashTimes.push(timeOf(() => sha256Hex(text)));
    const id = String(n);
    return {
      id,
      site: 'forum',
      thread: id,
      title: '',
      label: UNMARKED,
      at: 0,
      actor: 'agent',
      session: 'tab:1',
      depth: 0,
      prints,
    };
  });
  return {
    readings,
    fingerprintMBs: DOCUMENT_SIGNS / 1_000 / median(times),
    timesHash: median(times) / median(hashTimes),
  };
}

function timeOf(run: () => unknown): number {
  const start = performance.now();
  run();
  return performance.now() - start;
}

function median(times: readonly number[]): number {
  return [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;
}

const VOCABULARY = 20_000;

/** Ranks of words whose frequency falls with their rank: e to an even share of the logarithm of how many there are. */
const RANKS = Uint16Array.from({ length: 0x10000 }, (_, i) =>
  Math.floor(Math.exp((i / 0x10000) * Math.log(VOCABULARY))),
);

/** Words of two to twelve letters. */
function words(roll: (sides: number) => number): readonly string[] {
  const letter = () => String.fromCharCode(97 + Math.floor((roll(26) + roll(26)) / 2));
  return Array.from({ length: VOCABULARY }, (_, i) =>
    Array.from({ length: Math.min(12, 2 + Math.floor(Math.log2(i + 2) / 2) + roll(4)) }, letter).join(''),
  );
}

/** The same text for the same number: frequent words are frequent as in a language (Zipf), and nothing is a phrase. */
function textOf(n: number, vocabulary: readonly string[], length: number): string {
  const roll = dice(n * 2 + 1);
  let text = '';
  while (text.length < length) {
    const rank = RANKS[roll(RANKS.length)] ?? 0;
    text += `${vocabulary[rank] ?? 'a'}${roll(12) === 0 ? '. ' : ' '}`;
  }
  return text.slice(0, length);
}
