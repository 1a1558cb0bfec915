/**
 * Which documents have a print, found in time that grows with the logarithm of how many there are: sorted segments,
 * each about twice as long as the next, as in a log-structured merge tree (O'Neil et al. 1996). Six bytes a print.
 */

/** One print of one owner. */
interface Segment {
  /** Sorted. */
  readonly values: Uint32Array;
  /** The owner of each. */
  readonly owners: Uint16Array | Uint32Array;
}

/** Prints that are collected before they are sorted in. */
const SMALLEST_SEGMENT = 4_096;

/** The highest owner number that takes two bytes. */
const TWO_BYTES = 0xffff;

/** An index of one kind of prints. Owners (documents) are numbers from 0 on. */
export class PrintIndex {
  #segments: readonly Segment[] = [];
  #newValues: number[] = [];
  #newOwners: number[] = [];

  /** Adds a owner's prints; one that is there already gets these as well. */
  add(owner: number, prints: ArrayLike<number>): void {
    for (let i = 0; i < prints.length; i++) {
      this.#newValues.push(prints[i] ?? 0);
      this.#newOwners.push(owner);
    }
    if (this.#newValues.length >= SMALLEST_SEGMENT) this.#settle();
  }

  /** Calls back with each owner that has this print. */
  find(print: number, found: (owner: number) => void): void {
    if (this.#newValues.length > 0) this.#settle();
    for (const { values, owners } of this.#segments)
      for (let i = firstOf(values, print); values[i] === print; i++) found(owners[i] ?? 0);
  }

  /** Memory that it takes, in bytes. */
  get bytes(): number {
    return this.#segments.reduce((sum, { values, owners }) => sum + values.byteLength + owners.byteLength, 0);
  }

  /** Takes up what is new, and merges segments until each is at least twice as long as the one after it. */
  #settle(): void {
    const segments = [...this.#segments, sorted(this.#newValues, this.#newOwners)];
    this.#newValues = [];
    this.#newOwners = [];
    for (;;) {
      const [last, before] = [segments.at(-1), segments.at(-2)];
      if (last === undefined || before === undefined || before.values.length >= 2 * last.values.length) break;
      segments.splice(-2, 2, merged(before, last));
    }
    this.#segments = segments;
  }
}

function sorted(values: readonly number[], owners: readonly number[]): Segment {
  const order = Uint32Array.from(values.keys()).sort((a, b) => (values[a] ?? 0) - (values[b] ?? 0));
  return {
    values: Uint32Array.from(order, (i) => values[i] ?? 0),
    owners: roomFor(owners, order.length).map((_, i) => owners[order[i] ?? 0] ?? 0),
  };
}

function merged(a: Segment, b: Segment): Segment {
  const length = a.values.length + b.values.length;
  const values = new Uint32Array(length);
  const wide = a.owners instanceof Uint32Array || b.owners instanceof Uint32Array;
  const owners = wide ? new Uint32Array(length) : new Uint16Array(length);
  for (let i = 0, j = 0, at = 0; at < length; at++) {
    const fromA = j >= b.values.length || (i < a.values.length && (a.values[i] ?? 0) <= (b.values[j] ?? 0));
    values[at] = (fromA ? a.values[i] : b.values[j]) ?? 0;
    owners[at] = (fromA ? a.owners[i] : b.owners[j]) ?? 0;
    if (fromA) i += 1;
    else j += 1;
  }
  return { values, owners };
}

function roomFor(owners: readonly number[], length: number): Uint16Array | Uint32Array {
  return owners.some((each) => each > TWO_BYTES) ? new Uint32Array(length) : new Uint16Array(length);
}

/** The position of the first value that is not smaller. */
function firstOf(values: Uint32Array, print: number): number {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((values[middle] ?? 0) < print) low = middle + 1;
    else high = middle;
  }
  return low;
}
