/**
 * Which texts of a corpus have something to do with each other, found in another way than the guard's: a run of signs
 * that both share letter by letter, and that no third text has. Replies that quote each other are no false matches.
 */
import type { Document } from './corpus.ts';

/** Letters and digits in a row; a line of a mail or more. */
const RUN: Readonly<Record<'words' | 'signs', number>> = { words: 60, signs: 20 };

/** A run that more texts have is a footer or a template. */
const MOST_TEXTS = 8;

/** For each document (by its number) the numbers of those that it is related to, itself among them. */
export function relatedIn(documents: readonly Document[], writing: 'words' | 'signs'): readonly ReadonlySet<number>[] {
  const holders = new Map<string, number | number[]>();
  documents.forEach(({ text }, number) => {
    for (const run of runsOf(text, RUN[writing])) {
      const before = holders.get(run);
      if (before === undefined) holders.set(run, number);
      else if (typeof before === 'number') {
        if (before !== number) holders.set(run, [before, number]);
      } else if (before.at(-1) !== number && before.length <= MOST_TEXTS) before.push(number);
    }
  });
  const related = documents.map((_, number) => new Set([number]));
  for (const numbers of holders.values()) {
    if (typeof numbers === 'number' || numbers.length > MOST_TEXTS) continue;
    for (const a of numbers) for (const b of numbers) related[a]?.add(b);
  }
  return related;
}

/** The runs that begin at some positions, chosen by what they say and not by where they stand. */
function* runsOf(text: string, length: number): Generator<string> {
  const letters = text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
  for (let i = 0; i + length <= letters.length; i++)
    if (letters.charCodeAt(i) % 4 === 1 && letters.charCodeAt(i + 1) % 2 === 1) yield letters.slice(i, i + length);
}
