/**
 * How sensitive a thing is and who may read it, as a lattice: labels join, and joining only makes stricter.
 * Field's term: information-flow label (Denning's lattice; the decentralised label model's readers).
 */

/** Some readers. Empty lists mean nobody; not knowing is a member of its own and is treated as the worst case. */
export type ReaderSet =
  | { readonly kind: 'set'; readonly people: readonly string[]; readonly groups: readonly string[] }
  | { readonly kind: 'unknown'; readonly why: string };

/** Who may read: everyone, or only those who are in every one of the sets. */
export type Readers =
  | { readonly kind: 'everyone' }
  | { readonly kind: 'allOf'; readonly sets: readonly [ReaderSet, ...ReaderSet[]] };

export interface Label {
  /** Higher is stricter; 0 is unmarked. */
  readonly rank: number;
  /** Ids of the policy labels joined in here, sorted. */
  readonly marks: readonly string[];
  /** Need-to-know categories, sorted: whoever reads must be cleared for each of them. */
  readonly categories: readonly string[];
  readonly readers: Readers;
}

/** The label of a thing that nothing is known to restrict: the identity of `joinLabels`. */
export const UNMARKED: Label = { rank: 0, marks: [], categories: [], readers: { kind: 'everyone' } };

/** The strictest of both: commutative, associative, idempotent, never looser than either. */
export function joinLabels(a: Label, b: Label): Label {
  return {
    rank: Math.max(a.rank, b.rank),
    marks: sortedUnion(a.marks, b.marks),
    categories: sortedUnion(a.categories, b.categories),
    readers: joinReaders(a.readers, b.readers),
  };
}

/** Only who may read both. */
export function joinReaders(a: Readers, b: Readers): Readers {
  if (a.kind === 'everyone') return b;
  if (b.kind === 'everyone') return a;
  const byKey = new Map([...a.sets, ...b.sets].map((set) => [readerSetKey(set), set] as const));
  const [first, ...rest] = [...byKey.entries()].sort(([x], [y]) => (x < y ? -1 : 1)).map(([, set]) => set);
  return first === undefined ? a : { kind: 'allOf', sets: [first, ...rest] };
}

/** Readers restricted to one set, in canonical order. */
export function only(people: readonly string[], groups: readonly string[]): Readers {
  return { kind: 'allOf', sets: [{ kind: 'set', people: sortedUnion(people, []), groups: sortedUnion(groups, []) }] };
}

/** Both lists without repetition, sorted by code units. */
export function sortedUnion(a: readonly string[], b: readonly string[]): readonly string[] {
  return [...new Set([...a, ...b])].sort();
}

function readerSetKey(set: ReaderSet): string {
  return set.kind === 'unknown' ? JSON.stringify(set.why) : JSON.stringify([set.people, set.groups]);
}
