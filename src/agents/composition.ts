/**
 * Where each character of a text came from. The text is compared before and after each event, so that pages which draw
 * their editor anew, undo, cut and quotations leave the record true; what undo brings back keeps its origin.
 */

/**
 * Typed with a key; pasted; by an input method or correction; put in by the browser without any key (dictation,
 * expanders, and what a protocol inserts, which all look the same); by a program; by the site itself.
 */
export type Origin = 'typed' | 'pasted' | 'assisted' | 'keyless' | 'programmatic' | 'site';

/** Longer texts are not followed character by character; then nothing is known of them. */
const LONGEST = 100_000;

/** Removed passages that are remembered for undo and for moving text. */
const MOST_REMOVED = 20;

export type Counts = Readonly<Record<Origin, number>>;

const MARKS: Readonly<Record<Origin, string>> = {
  typed: 't',
  pasted: 'p',
  assisted: 'a',
  keyless: 'k',
  programmatic: 'x',
  site: 's',
};

/** What one event changed: characters taken out and put in. */
export interface TextChange {
  readonly removed: number;
  readonly added: number;
}

export class Composition {
  #text: string;
  /** One mark for each character. */
  #origins: string;
  #removed: { readonly text: string; readonly origins: string }[] = [];

  /** What stands there already was written by the site, or before we came. */
  constructor(text: string) {
    this.#text = text.slice(0, LONGEST);
    this.#origins = MARKS.site.repeat(this.#text.length);
  }

  get length(): number {
    return this.#text.length;
  }

  /** The text is now this one; what is new in it has an origin by its length, unless it stood there before and was taken out. */
  becomes(text: string, origin: (length: number) => Origin): TextChange {
    const now = text.slice(0, LONGEST);
    const before = this.#text;
    if (now === before) return { removed: 0, added: 0 };
    const start = sameAtStart(before, now);
    const end = sameAtEnd(before, now, start);
    const taken = before.slice(start, before.length - end);
    const put = now.slice(start, now.length - end);
    const origins =
      this.#removed.find((each) => each.text === put)?.origins ?? MARKS[origin(put.length)].repeat(put.length);
    if (taken.length > 1) this.#remember(taken, this.#origins.slice(start, start + taken.length));
    this.#origins = this.#origins.slice(0, start) + origins + this.#origins.slice(before.length - end);
    this.#text = now;
    return { removed: taken.length, added: put.length };
  }

  /** How many characters came from where. */
  counts(): Counts {
    const count = (origin: Origin) => this.#origins.split(MARKS[origin]).length - 1;
    return {
      typed: count('typed'),
      pasted: count('pasted'),
      assisted: count('assisted'),
      keyless: count('keyless'),
      programmatic: count('programmatic'),
      site: count('site'),
    };
  }

  #remember(text: string, origins: string): void {
    this.#removed = [{ text, origins }, ...this.#removed.filter((each) => each.text !== text)].slice(0, MOST_REMOVED);
  }
}

function sameAtStart(a: string, b: string): number {
  const most = Math.min(a.length, b.length);
  let same = 0;
  while (same < most && a.charCodeAt(same) === b.charCodeAt(same)) same += 1;
  return same;
}

function sameAtEnd(a: string, b: string, start: number): number {
  const most = Math.min(a.length, b.length) - start;
  let same = 0;
  while (same < most && a.charCodeAt(a.length - 1 - same) === b.charCodeAt(b.length - 1 - same)) same += 1;
  return same;
}
