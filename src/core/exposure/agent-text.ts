/**
 * What agents have written. A draft keeps what its session had read, whoever sends it in the end and however often the
 * browser was started anew; once it is sent it is known again when another agent reads it, one step further in a chain of
 * agents that answer each other. Kept as labels and fingerprints, never text.
 */
import { joinLabels, UNMARKED } from '../label.ts';
import { type Fingerprints, joinPrints, NO_PRINTS, type Written } from './fingerprint.ts';
import { type Match, Matcher, type Reading } from './match.ts';

export interface AgentText {
  /** The same for one composition of one session in one place. */
  readonly id: string;
  readonly site: string;
  readonly thread: string;
  /** The site's own name of the draft; null where it has none. */
  readonly messageId: string | null;
  readonly session: string;
  /** Milliseconds since the epoch, the last time it was written or sent. */
  readonly at: number;
  readonly state: 'draft' | 'sent';
  /** How many agents had written before it, each in answer to the one before; 0 for the first. */
  readonly depth: number;
  /** What its session had read and it may rest on, without fingerprints; [] once it is sent. */
  readonly sources: readonly Reading[];
  readonly prints: Fingerprints;
}

/** Texts that are kept: of a long day's work the drafts that lie about, and what was sent last. */
export const MOST_TEXTS = 200;

/** Sources of one text, the most sensitive first; and prints of each kind of all its versions together. */
const MOST_SOURCES = 50;
const MOST_PRINTS = 4_000;

/** All texts with this one as it is written now; what was known of it before only adds to it. */
export function withDraft(texts: readonly AgentText[], draft: AgentText): readonly AgentText[] {
  const before = texts.find(({ id, state }) => id === draft.id && state === 'draft');
  const joined = before === undefined ? draft : joinTexts(before, draft);
  const bounded = { ...joined, sources: strictest(joined.sources) };
  return bound([...texts.filter((each) => each !== before), bounded]);
}

/** The drafts that this text is, or that stand in it: by the site's name of them, or by their words. */
export function draftsIn(
  texts: readonly AgentText[],
  act: { readonly site: string; readonly messageId: string | null; readonly text: string },
  matcher: TextMatcher,
): readonly AgentText[] {
  const drafts = texts.filter(({ state }) => state === 'draft');
  const named = drafts.filter(
    ({ site, messageId }) => site === act.site && messageId !== null && messageId === act.messageId,
  );
  return [...new Set([...named, ...matcher.in(act, drafts)])];
}

/**
 * All texts once this one is sent: what it rests on is no longer kept, only that it is an agent's. What the same session
 * has sent into the same place before stays known with it.
 */
export function withSent(texts: readonly AgentText[], text: AgentText): readonly AgentText[] {
  const id = `${text.id} sent`;
  const before = texts.find((each) => each.id === id);
  const sent: AgentText = { ...text, id, state: 'sent', sources: [] };
  return bound([...texts.filter((each) => each !== before), before === undefined ? sent : joinTexts(before, sent)]);
}

/** All texts without these. */
export function without(texts: readonly AgentText[], gone: readonly AgentText[]): readonly AgentText[] {
  const ids = new Set(gone.map(({ id }) => id));
  return ids.size === 0 ? texts : texts.filter(({ id }) => !ids.has(id));
}

/** Those that are not older than this; the same list when all are younger. */
export function youngerThan(texts: readonly AgentText[], ageMs: number, now: number): readonly AgentText[] {
  return texts.every(({ at }) => now - at < ageMs) ? texts : texts.filter(({ at }) => now - at < ageMs);
}

/** After the browser was started anew nobody knows which session is which, so each that wrote is another one now. */
export function afterRestart(texts: readonly AgentText[]): readonly AgentText[] {
  return texts.map((text) => ({ ...text, session: '' }));
}

/** How deep in a chain of agents a thread is that this session reads: one deeper than what another agent has sent into it. */
export function depthOfReading(
  texts: readonly AgentText[],
  read: { readonly text: string; readonly session: string },
  matcher: TextMatcher,
): number {
  const sent = texts.filter(({ state }) => state === 'sent');
  const found = matcher.in(read, sent).map(({ session, depth }) => (session === read.session ? depth : depth + 1));
  return Math.max(0, ...found);
}

/** Finds agents' texts again; keeps an index between two questions. */
export class TextMatcher {
  readonly #matcher = new Matcher();
  readonly #key: Uint8Array;

  constructor(key: Uint8Array) {
    this.#key = key;
  }

  in(text: Written, texts: readonly AgentText[]): readonly AgentText[] {
    const byId = new Map(texts.map((each) => [each.id, each]));
    const found: readonly Match[] = this.#matcher.find(text, texts.map(asReading), this.#key);
    return found.flatMap(({ reading }) => byId.get(reading.id) ?? []);
  }
}

/** An index knows a reading by its identity. */
const readings = new WeakMap<AgentText, Reading>();

function asReading(text: AgentText): Reading {
  const known = readings.get(text);
  if (known !== undefined) return known;
  const { id, site, session, at, depth, prints, sources } = text;
  const label = sources.map((each) => each.label).reduce(joinLabels, UNMARKED);
  // All are one thread, so that three drafts of one text are no footer.
  const reading: Reading = { id, site, thread: '', title: '', label, at, actor: 'agent', session, depth, prints };
  readings.set(text, reading);
  return reading;
}

function joinTexts(before: AgentText, now: AgentText): AgentText {
  return {
    ...now,
    messageId: now.messageId ?? before.messageId,
    depth: Math.max(before.depth, now.depth),
    sources: joinSources(before.sources, now.sources),
    prints: joinPrints(before.prints, now.prints, MOST_PRINTS),
  };
}

/** Each source once, under the stricter of its labels. */
function joinSources(a: readonly Reading[], b: readonly Reading[]): readonly Reading[] {
  const byId = new Map<string, Reading>();
  for (const source of [...a, ...b]) {
    const before = byId.get(source.id);
    const label = before === undefined ? source.label : joinLabels(before.label, source.label);
    byId.set(source.id, { ...source, label, prints: NO_PRINTS });
  }
  return [...byId.values()];
}

function strictest(sources: readonly Reading[]): readonly Reading[] {
  return [...joinSources([], sources)]
    .sort((a, b) => b.label.rank - a.label.rank || b.at - a.at)
    .slice(0, MOST_SOURCES);
}

/** Sent ones go first, then drafts by what they rest on, the oldest of each. */
function bound(texts: readonly AgentText[]): readonly AgentText[] {
  if (texts.length <= MOST_TEXTS) return texts;
  const rank = ({ state, sources }: AgentText) =>
    state === 'sent' ? -1 : Math.max(0, ...sources.map((source) => source.label.rank));
  const keep = new Set([...texts].sort((a, b) => rank(b) - rank(a) || b.at - a.at).slice(0, MOST_TEXTS));
  return texts.filter((each) => keep.has(each));
}
