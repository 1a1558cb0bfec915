/** Finds which of many readings stand again in a text, without looking at each of them. */
import { isEnough } from './enough.ts';
import { KINDS, type PrintKind } from './grams.ts';
import type { Reading } from './match.ts';
import { PrintIndex } from './print-index.ts';
import { mergeSpans, type Span } from './spans.ts';
import type { Prints } from './winnow.ts';

/**
 * Prints that stand in so many threads are a signature, a disclaimer, a template: no sign of one of them. For a labelled
 * source only threads under a lower label count: three labelled copies of one secret make it no less of one.
 */
const BOILERPLATE_FROM = 3;

/**
 * A stretch of such prints that is longer than this is nobody's signature. In UTF-16 units: of 6,046 real mails, none of
 * the footers that mailing lists and companies add is longer.
 */
const LONGEST_BOILERPLATE = 1_500;

/** The stretches of a text that one reading explains. */
export interface Found {
  readonly reading: Reading;
  readonly spans: readonly Span[];
}

interface Tally {
  readonly spans: Span[];
  /** Where the prints begin, by kind. */
  readonly shared: Readonly<Record<PrintKind, number[]>>;
  /** Stretches that stand in many threads. */
  readonly common: Span[];
}

export class ReadingIndex {
  readonly #prints: Readonly<Record<PrintKind, PrintIndex>> = {
    words: new PrintIndex(),
    signs: new PrintIndex(),
    rare: new PrintIndex(),
  };
  readonly #readings: (Reading | null)[] = [];
  readonly #numbers = new Map<Reading, number>();

  /** An index of exactly these readings: this one with what has come and gone, or a new one when most of it has gone. */
  with(readings: readonly Reading[]): ReadingIndex {
    const wanted = new Set(readings);
    for (const [reading, number] of this.#numbers) {
      if (wanted.has(reading)) continue;
      this.#numbers.delete(reading);
      this.#readings[number] = null;
    }
    if (this.#readings.length > 100 && this.#numbers.size < this.#readings.length / 2)
      return new ReadingIndex().with(readings);
    for (const reading of readings) if (!this.#numbers.has(reading)) this.#add(reading);
    return this;
  }

  /** Memory that the prints take, in bytes. */
  get bytes(): number {
    return KINDS.reduce((sum, kind) => sum + this.#prints[kind].bytes, 0);
  }

  /** The readings that stand in a text with these prints, and where. */
  find(prints: Readonly<Record<PrintKind, Prints>>): readonly Found[] {
    const tallies = new Map<Reading, Tally>();
    for (const kind of KINDS) this.#count(kind, prints[kind], tallies);
    return [...tallies].flatMap(([reading, { spans, shared, common }]) => {
      const long = mergeSpans(common).filter(({ from, to }) => to - from > LONGEST_BOILERPLATE);
      const enough = isEnough(shared);
      return enough || long.length > 0 ? [{ reading, spans: [...(enough ? spans : []), ...long] }] : [];
    });
  }

  #add(reading: Reading): void {
    const number = this.#readings.length;
    this.#readings.push(reading);
    this.#numbers.set(reading, number);
    for (const kind of KINDS) this.#prints[kind].add(number, reading.prints[kind]);
  }

  /** Each print of a text counts once, however often it stands there. */
  #count(kind: PrintKind, { values, from, to, at }: Prints, tallies: Map<Reading, Tally>): void {
    const seen = new Set<number>();
    values.forEach((value, i) => {
      if (seen.has(value)) return;
      seen.add(value);
      const span = { from: from[i] ?? 0, to: to[i] ?? 0 };
      const here = this.#readingsWith(kind, value);
      for (const reading of here) {
        const tally = tallyOf(tallies, reading);
        if (isBoilerplate(reading, here)) tally.common.push(span);
        else {
          tally.shared[kind].push(at[i] ?? 0);
          tally.spans.push(span);
        }
      }
    });
  }

  #readingsWith(kind: PrintKind, value: number): readonly Reading[] {
    const here: Reading[] = [];
    this.#prints[kind].find(value, (number) => {
      const reading = this.#readings[number];
      if (reading !== null && reading !== undefined) here.push(reading);
    });
    return here;
  }
}

/** Whether a print of this reading stands in too many others to be a sign of it. One thread in several tabs is one. */
function isBoilerplate({ label }: Reading, here: readonly Reading[]): boolean {
  if (here.length < BOILERPLATE_FROM) return false;
  const others = label.rank === 0 ? here : here.filter((other) => other.label.rank < label.rank);
  return new Set(others.map(({ site, thread }) => `${site} ${thread}`)).size >= BOILERPLATE_FROM;
}

function tallyOf(tallies: Map<Reading, Tally>, reading: Reading): Tally {
  const before = tallies.get(reading);
  if (before !== undefined) return before;
  const fresh: Tally = { spans: [], shared: { words: [], signs: [], rare: [] }, common: [] };
  tallies.set(reading, fresh);
  return fresh;
}
