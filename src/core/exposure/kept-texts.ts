/** What agents have written as it lies in the database: each text by itself, so that one draft more writes one text. */
import type { AgentText } from './agent-text.ts';

/** What must be written and taken away so that these are kept instead of those. */
export interface TextChanges {
  readonly put: readonly AgentText[];
  /** Names (`id`) of texts that are kept no more. */
  readonly gone: readonly string[];
}

/** The difference between what is kept, by name, and what is to be; a text that is the same object is the same. */
export function textChanges(kept: ReadonlyMap<string, AgentText>, texts: readonly AgentText[]): TextChanges {
  const ids = new Set(texts.map(({ id }) => id));
  return {
    put: texts.filter((text) => kept.get(text.id) !== text),
    gone: [...kept.keys()].filter((id) => !ids.has(id)),
  };
}

/** The texts among what was read from the database, and how many things there are none. */
export function textsAmong(stored: readonly unknown[]): {
  readonly texts: readonly AgentText[];
  readonly damaged: number;
} {
  const texts = stored.filter(isAgentText);
  return { texts, damaged: stored.length - texts.length };
}

function isAgentText(value: unknown): value is AgentText {
  if (typeof value !== 'object' || value === null) return false;
  const { id, site, thread, session, at, state, depth, sources, prints } = value as Partial<
    Record<keyof AgentText, unknown>
  >;
  return (
    [id, site, thread, session].every((each) => typeof each === 'string') &&
    [at, depth].every(Number.isFinite) &&
    (state === 'draft' || state === 'sent') &&
    Array.isArray(sources) &&
    sources.every(hasLabel) &&
    arePrints(prints)
  );
}

function hasLabel(source: unknown): boolean {
  const label = (source as { readonly label?: { readonly rank?: unknown; readonly categories?: unknown } } | null)
    ?.label;
  return typeof label?.rank === 'number' && Array.isArray(label.categories);
}

function arePrints(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const { words, signs, rare } = value as Readonly<Record<string, unknown>>;
  return [words, signs, rare].every((each) => Array.isArray(each) || each instanceof Uint32Array);
}
