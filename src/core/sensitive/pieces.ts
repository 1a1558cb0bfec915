/** One regular expression over a long text in pieces, so that no single search takes long; it sees across their borders. */

/** UTF-16 units a piece; 1 MB of the keywords' search takes 13 ms (formats.md), so a piece takes well under one. */
const PIECE = 32_768;

/** What was found, with its place in the whole text. */
export interface Place {
  readonly at: number;
  readonly text: string;
}

/**
 * All places that match, also overlapping ones. `reach` is how many UTF-16 units a match can have and look around;
 * the expression needs the flag "g".
 */
export function* placesOf(text: string, regex: RegExp, reach: number): Generator<Place | 'pause', void, void> {
  for (let from = 0; from < text.length; from += PIECE) {
    const start = Math.max(0, from - reach);
    const piece = text.slice(start, from + PIECE + reach);
    regex.lastIndex = from - start;
    for (let found = regex.exec(piece); found !== null; found = regex.exec(piece)) {
      const at = start + found.index;
      if (at >= from + PIECE) break;
      regex.lastIndex = found.index + 1;
      yield { at, text: found[0] };
    }
    yield 'pause';
  }
}
