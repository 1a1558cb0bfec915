/**
 * The labels that are in force: the organisation's own, or the four corporate levels, and the levels of the marking
 * systems that are read, each under a rank of the organisation's own scale.
 */
import { UNKNOWN_MARK, type VocabularyId, type VocabularyLevel } from '../marking.ts';
import type { PolicyLabel } from '../policy.ts';
import { VOCABULARIES } from '../vocabularies/all.ts';
import type { RawPolicy } from './schema.ts';

/** The marking systems that are read: those that policy lists, else those that can be mistaken for nothing else. */
export function vocabulariesOf(raw: RawPolicy): readonly VocabularyId[] {
  if (raw.vocabularies !== undefined) return raw.vocabularies.map((each) => each.id);
  // An organisation with labels of its own calls them by its own names.
  return VOCABULARIES.filter((each) => each.byDefault && (each.id !== 'corporate' || raw.labels === undefined)).map(
    (each) => each.id,
  );
}

/**
 * All labels with their ranks, own ones first; a mark that names no known level counts as the highest. An own label with
 * the id of a level is that level, and answers to its names too.
 */
export function labelsOf(raw: RawPolicy): readonly PolicyLabel[] {
  const own = ownLabels(raw);
  const levels = vocabulariesOf(raw).flatMap((id) => levelsOf(id, own, raw));
  const top = Math.max(1, ...own.map((label) => label.rank), ...levels.map((label) => label.rank));
  const others = levels.filter((level) => own.every((label) => label.id !== level.id));
  const named = own.map((label) => {
    const same = levels.filter((level) => level.id === label.id).flatMap((level) => [level.name, ...level.aliases]);
    return { ...label, aliases: [...label.aliases, ...same] };
  });
  return [...named, ...others, { ...plain(UNKNOWN_MARK, 'A mark that nobody knows', top), system: 'own' }];
}

function ownLabels(raw: RawPolicy): readonly PolicyLabel[] {
  return (raw.labels ?? []).map((label) => ({
    ...label,
    aliases: label.aliases ?? [],
    patterns: label.patterns ?? [],
    selectors: label.selectors ?? [],
    categories: inCapitals(label.categories ?? []),
    system: 'own',
  }));
}

/** Ids of all labels that a policy with these values has. */
export function labelIds(raw: RawPolicy): ReadonlySet<string> {
  return new Set(labelsOf(raw).map((label) => label.id));
}

/** Ids of all levels of a marking system. */
export function levelIds(id: VocabularyId): readonly string[] {
  return levelsIn(id).map((level) => level.id);
}

function levelsIn(id: VocabularyId): readonly VocabularyLevel[] {
  return VOCABULARIES.filter((each) => each.id === id).flatMap((each) => each.levels);
}

/** Own label → the levels that policy says mean it: whoever speaks of the label means them too. */
export function meanings(raw: RawPolicy): ReadonlyMap<string, readonly string[]> {
  const pairs = meantLevels(raw);
  return new Map(
    pairs.map(({ label }) => [label, pairs.filter((each) => each.label === label).map((each) => each.level)]),
  );
}

/** What policy says of levels; no two marking systems have a level of one id. */
function meantLevels(raw: RawPolicy): readonly { readonly level: string; readonly label: string }[] {
  return (raw.vocabularies ?? []).flatMap((vocabulary) => vocabulary.levels ?? []);
}

function levelsOf(id: VocabularyId, own: readonly PolicyLabel[], raw: RawPolicy): readonly PolicyLabel[] {
  const meant = new Map(meantLevels(raw).map((each) => [each.level, each.label]));
  return levelsIn(id).map(({ id: level, name, aliases, position }) => {
    const same = own.find((label) => label.id === meant.get(level));
    const { rank, categories } = same ?? { rank: rankAt(position, own), categories: [] };
    return { ...plain(level, name, rank, aliases), categories, system: id };
  });
}

/** Caveats are marked in capitals, so that is how categories are compared, however policy writes them. */
export function inCapitals(categories: readonly string[]): readonly string[] {
  return [...new Set(categories.map((each) => each.toUpperCase()))];
}

function plain(id: string, name: string, rank: number, aliases: readonly string[] = []): Omit<PolicyLabel, 'system'> {
  return { id, name, rank, aliases, patterns: [], selectors: [], categories: [] };
}

/**
 * The rank of a corporate position (0 public, 1 internal, 2 confidential, 3 restricted) on the organisation's scale:
 * the lowest above public, the stricter middle, the highest. Without own labels the position is the rank.
 */
export function rankAt(position: VocabularyLevel['position'], own: readonly Pick<PolicyLabel, 'rank'>[]): number {
  const ranks = [...new Set(own.map((label) => label.rank).filter((rank) => rank > 0))].sort((a, b) => a - b);
  if (position === 0) return 0;
  const at = position === 1 ? 0 : position === 3 ? ranks.length - 1 : Math.floor(ranks.length / 2);
  return ranks[at] ?? position;
}
