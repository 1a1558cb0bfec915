/** What people and agents do with a text before they pass it on; the same each time it is run. */

/** A number from 0 up to 1; the next one each time. */
export type Chance = () => number;

/** Mulberry32: small, even, and the same on every machine. */
export function chanceFrom(seed: number): Chance {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** One of these. */
export function oneOf<T>(list: readonly T[], chance: Chance): T {
  const one = list[Math.floor(chance() * list.length)];
  if (one === undefined) throw new Error('one of nothing');
  return one;
}

const SEGMENTER = new Intl.Segmenter('ja', { granularity: 'word' });

/** The words of a text, in their order. */
export function wordsOf(text: string, writing: 'words' | 'signs'): readonly string[] {
  if (writing === 'words') return text.match(/[\p{L}\p{N}_]+/gu) ?? [];
  return [...SEGMENTER.segment(text)].filter(({ isWordLike }) => isWordLike).map(({ segment }) => segment);
}

/** The text with this share of its words, here and there, replaced by others. */
export function withWordsChanged(
  text: string,
  share: number,
  others: readonly string[],
  writing: 'words' | 'signs',
  chance: Chance,
): string {
  const other = (word: string) => (chance() < share ? oneOf(others, chance) : word);
  if (writing === 'words') return text.replace(/[\p{L}\p{N}_]+/gu, other);
  return [...SEGMENTER.segment(text)]
    .map(({ segment, isWordLike }) => (isWordLike ? other(segment) : segment))
    .join('');
}

/** So many signs of a text from anywhere, begun and ended at words where there are blanks. Null when it is too short. */
export function excerptOf(text: string, length: number, chance: Chance): string | null {
  if (text.length < length * 1.2) return null;
  const start = Math.floor(chance() * (text.length - length * 1.1));
  const from = start === 0 ? 0 : start + Math.max(0, text.slice(start, start + 20).search(/\s/));
  return text.slice(from, from + length).trim();
}

/** The sentences of a text in another order. */
export function withSentencesMoved(text: string, chance: Chance): string {
  return shuffled(
    text.split(/(?<=[.!?。])\s*/u).filter((each) => each !== ''),
    chance,
  ).join(' ');
}

/** The same in another order (Fisher and Yates). */
export function shuffled<T>(list: readonly T[], chance: Chance): readonly T[] {
  const moved = [...list];
  for (let i = moved.length - 1; i > 0; i--) {
    const k = Math.floor(chance() * (i + 1));
    [moved[i], moved[k]] = [moved[k] as T, moved[i] as T];
  }
  return moved;
}
