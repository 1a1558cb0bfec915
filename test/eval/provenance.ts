/** How much of what was read is found again in a draft, and what is found by mistake, on real texts that are not ours. */
import type { Evaluation, Measured } from './evaluation.ts';
import { type Corpus, dictionaryCorpus, folderCorpus, japaneseCorpus, mailCorpus } from './provenance/corpus.ts';
import { CHANGES, type Change, measureProvenance, type Provenance } from './provenance/measure.ts';

/** What the design asks of writings with blanks between words. */
const LEAST: Readonly<Partial<Record<Change, number>>> = {
  '30 % of the words changed': 0.97,
  '200 signs in a reply of 3 kB': 0.95,
  '100 signs in a reply of 3 kB': 0.85,
  '500 signs with 20 % of the words changed, in a reply of 3 kB': 0.85,
};
const MOST_FALSE = 0.005;
const LEAST_SPANS_RIGHT = 0.95;

/** Documents that are looked for, each in nine ways. */
const QUERIES = 1_000;

interface Named extends Provenance {
  readonly corpus: string;
}

export const PROVENANCE: Evaluation = {
  about:
    'how much of what was read is found again after changes, and what is found by mistake (--corpus DIR: .txt files)',
  measure({ corpus }): Measured {
    const corpora: readonly (() => Corpus)[] =
      corpus === undefined ? [dictionaryCorpus, japaneseCorpus, mailCorpus] : [() => folderCorpus(corpus)];
    const measured = corpora.map((load, i): Named => {
      console.error(`Reading corpus ${i + 1} of ${corpora.length} …`);
      const loaded = load();
      console.error(`${loaded.about}; looking for them …`);
      return { corpus: loaded.about, ...measureProvenance(loaded, QUERIES) };
    });
    return {
      figures: measured.map((each) => ({ ...each })),
      lines: measured.flatMap(report),
      passed: measured.every(reaches),
    };
  },
};

function reaches({ found, falseMatches, spansRight }: Provenance): boolean {
  const enough = CHANGES.every((change) => found[change] >= (LEAST[change] ?? 0));
  return enough && falseMatches <= MOST_FALSE && spansRight >= LEAST_SPANS_RIGHT;
}

function report({ corpus, documents, queries, found, falseMatches, spansRight, examples }: Named): readonly string[] {
  return [
    `${corpus}: ${documents} of them read, ${queries} looked for`,
    ...CHANGES.map((change) => `  ${percent(found[change]).padStart(7)}  ${change}`),
    `  ${percent(spansRight).padStart(7)}  of the excerpts found are marked right`,
    `  ${percent(falseMatches).padStart(7)}  of the texts about something else match${examples.length > 0 ? `, for example ${examples[0]}` : ''}`,
  ];
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`;
}
