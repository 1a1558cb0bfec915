/** Which of many readings stand again in a text, and where. */
import type { Actor } from '../actor.ts';
import type { Label } from '../label.ts';
import { type Fingerprints, printed, type Written } from './fingerprint.ts';
import { ReadingIndex } from './reading-index.ts';
import { covered, mergeSpans, type Span, wholeWords } from './spans.ts';

export interface Reading {
  readonly id: string;
  readonly site: string;
  readonly thread: string;
  /** What people call the source; shown in the page only to a session that has read it. */
  readonly title: string;
  readonly label: Label;
  /** Milliseconds since the epoch, the last time it was seen. */
  readonly at: number;
  readonly actor: Actor;
  /** The agent session or tab that read it. */
  readonly session: string;
  /** How deep in a chain of agent posts. */
  readonly depth: number;
  readonly prints: Fingerprints;
}

export interface Match {
  readonly reading: Reading;
  /** Stretches of the draft that the source explains, in UTF-16 positions of the draft's canonical text. */
  readonly spans: readonly Span[];
}

/** Compares texts with readings; keeps an index between two questions, since few readings have come or gone by then. */
export class Matcher {
  #readings: readonly Reading[] = [];
  #index = new ReadingIndex();

  /** Which readings stand again in a draft, most of it first, and where. */
  find(draft: Written, readings: readonly Reading[], key: Uint8Array): readonly Match[] {
    if (readings.length === 0) return [];
    const { text, prints } = printed(draft, key);
    return this.#indexOf(readings)
      .find(prints)
      .map(({ reading, spans }) => ({ reading, spans: wholeWords(mergeSpans(spans), text) }))
      .sort((a, b) => covered(b.spans) - covered(a.spans) || (a.reading.id < b.reading.id ? -1 : 1));
  }

  #indexOf(readings: readonly Reading[]): ReadingIndex {
    if (this.#readings !== readings) this.#index = this.#index.with(readings);
    this.#readings = readings;
    return this.#index;
  }
}
