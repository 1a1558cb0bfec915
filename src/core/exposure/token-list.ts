/** Lists of tokens that grow. */

/** Tokens with where they stand, in UTF-16 positions of the text. All lists are equally long. */
export interface Tokens {
  readonly hashes: Int32Array;
  readonly from: Int32Array;
  readonly to: Int32Array;
}

/** Grows as needed: a ligature is more signs than it is long. */
export class Collector {
  hashes: Int32Array;
  from: Int32Array;
  to: Int32Array;
  count = 0;

  constructor(expected: number) {
    this.hashes = new Int32Array(expected);
    this.from = new Int32Array(expected);
    this.to = new Int32Array(expected);
  }

  add(hash: number, from: number, to: number): void {
    if (this.count === this.hashes.length) this.#grow();
    this.hashes[this.count] = hash;
    this.from[this.count] = from;
    this.to[this.count] = to;
    this.count += 1;
  }

  /** Room for so many more; the lists may be other ones afterwards. */
  makeRoom(more: number): void {
    while (this.count + more > this.hashes.length) this.#grow();
  }

  tokens(): Tokens {
    const end = this.count;
    return {
      hashes: this.hashes.subarray(0, end),
      from: this.from.subarray(0, end),
      to: this.to.subarray(0, end),
    };
  }

  #grow(): void {
    const room = this.hashes.length * 2 + 16;
    const larger = (list: Int32Array) => {
      const grown = new Int32Array(room);
      grown.set(list);
      return grown;
    };
    this.hashes = larger(this.hashes);
    this.from = larger(this.from);
    this.to = larger(this.to);
  }
}
