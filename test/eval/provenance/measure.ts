/** How much of what was read is found again, after what people and agents do to it, and what is found by mistake. */
import { fingerprint } from '../../../src/core/exposure/fingerprint.ts';
import { type Match, matchReadings, type Reading } from '../../../src/core/exposure.ts';
import { UNMARKED } from '../../../src/core/label.ts';
import { chanceFrom, excerptOf, oneOf, shuffled, withSentencesMoved, withWordsChanged, wordsOf } from './alter.ts';
import type { Corpus, Document } from './corpus.ts';
import { relatedIn } from './related.ts';

const KEY = new Uint8Array(32).fill(7);

/** What is done to a document before it is looked for, as it is called in the figures. */
export const CHANGES = [
  'whole',
  '20 % of the words changed',
  '30 % of the words changed',
  '50 % of the words changed',
  'sentences in another order',
  '100 signs in a reply of 3 kB',
  '200 signs in a reply of 3 kB',
  '500 signs in a reply of 3 kB',
  '500 signs with 20 % of the words changed, in a reply of 3 kB',
] as const;
export type Change = (typeof CHANGES)[number];

export interface Provenance {
  readonly documents: number;
  readonly queries: number;
  /** Share of the documents that are found, by what was done to them. */
  readonly found: Readonly<Record<Change, number>>;
  /** Share of the texts about something else in which a document is found. */
  readonly falseMatches: number;
  /** Share of the excerpts found whose marks cover most of the excerpt and little else. */
  readonly spansRight: number;
  /** Names of pairs that match by mistake, for whoever looks into it. */
  readonly examples: readonly string[];
}

/** A share of the documents is read; the others are only what replies are written around, and what nobody has read. */
const SHARE_READ = 0.8;

/** Measures with at most `most` documents looked for. */
export function measureProvenance(corpus: Corpus, most: number): Provenance {
  const chance = chanceFrom(20_261_130);
  const { documents, writing } = corpus;
  const order = shuffled([...documents.keys()], chance);
  const cut = Math.floor(order.length * SHARE_READ);
  const related = relatedIn(documents, writing);
  const readings = order.slice(0, cut).map((i) => readingOf(i, documents[i]));
  const unread = order.slice(cut);
  const strangers = falseMatches(documents, unread.slice(0, most), readings, related);
  const others = documents.slice(0, 500).flatMap(({ text }) => wordsOf(text, writing));
  const hosts = unread.map((i) => documents[i]?.text ?? '').filter((text) => text.length > 800);
  const asked = order.slice(0, Math.min(cut, most));
  const spans = { right: 0, all: 0 };
  const found = Object.fromEntries(CHANGES.map((change) => [change, shareFound(change)])) as Record<Change, number>;
  return {
    documents: cut,
    queries: asked.length,
    found,
    falseMatches: strangers.share,
    spansRight: spans.right / Math.max(1, spans.all),
    examples: strangers.examples,
  };

  function shareFound(change: Change): number {
    let hits = 0;
    let tries = 0;
    for (const i of asked) {
      const draft = draftOf(documents[i]?.text ?? '', change);
      if (draft === null) continue;
      tries += 1;
      const match = matchReadings(draft.text, readings, KEY).find((each) => isAbout(each, i, related));
      if (match === undefined) continue;
      hits += 1;
      if (draft.excerpt === null) continue;
      spans.all += 1;
      if (isRight(match, draft.text, draft.excerpt)) spans.right += 1;
    }
    return hits / Math.max(1, tries);
  }

  function draftOf(text: string, change: Change): { readonly text: string; readonly excerpt: string | null } | null {
    const changed = (of: string, share: number) => withWordsChanged(of, share, others, writing, chance);
    const share = /^(\d+) % of/.exec(change)?.[1];
    if (change === 'whole') return { text, excerpt: null };
    if (share !== undefined) return { text: changed(text, Number(share) / 100), excerpt: null };
    if (change === 'sentences in another order') return { text: withSentencesMoved(text, chance), excerpt: null };
    const excerpt = excerptOf(text, Number.parseInt(change, 10), chance);
    if (excerpt === null) return null;
    const host = oneOf(hosts, chance).slice(0, 3_000 - excerpt.length);
    const middle = Math.floor(host.length / 2);
    const inserted = change.includes('changed') ? changed(excerpt, 0.2) : excerpt;
    return {
      text: `${host.slice(0, middle)}\n\n${inserted}\n\n${host.slice(middle)}`,
      excerpt: change.includes('changed') ? null : excerpt,
    };
  }
}

function falseMatches(
  documents: readonly Document[],
  unread: readonly number[],
  readings: readonly Reading[],
  related: readonly ReadonlySet<number>[],
) {
  const wrong = unread.flatMap((i) => {
    const match = matchReadings(documents[i]?.text ?? '', readings, KEY).find((each) => !isAbout(each, i, related));
    return match === undefined ? [] : [`${documents[i]?.name} ~ ${match.reading.title}`];
  });
  return { share: wrong.length / Math.max(1, unread.length), examples: wrong.slice(0, 10) };
}

function isAbout({ reading }: Match, number: number, related: readonly ReadonlySet<number>[]): boolean {
  return related[number]?.has(Number(reading.id)) ?? false;
}

/** Most of the excerpt is marked, and little beside it. */
function isRight({ spans }: Match, draft: string, excerpt: string): boolean {
  const from = draft.indexOf(excerpt);
  const to = from + excerpt.length;
  const inside = spans.reduce((sum, span) => sum + Math.max(0, Math.min(span.to, to) - Math.max(span.from, from)), 0);
  const all = spans.reduce((sum, span) => sum + span.to - span.from, 0);
  return inside >= excerpt.length * 0.5 && inside >= all * 0.8;
}

function readingOf(number: number, document: Document | undefined): Reading {
  return {
    id: String(number),
    site: 'corpus',
    thread: String(number),
    title: document?.name ?? '',
    label: UNMARKED,
    at: 0,
    actor: 'agent',
    session: 'tab:1',
    depth: 0,
    prints: fingerprint(document?.text ?? '', KEY),
  };
}
