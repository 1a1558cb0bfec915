/**
 * Who will be able to read the result of an act, and what would leak to them.
 * Unknown is never empty: an audience that cannot be told counts as outside the organisation.
 */
import type { Label, ReaderSet, Readers } from './label.ts';
import { type Directory, expandGroups, type Group, groupsOf, isGroupWithin, outermost } from './membership.ts';

/** Everyone who will be able to read; `everyone` is the open internet; `unknown` says why it cannot be told. */
export type Audience =
  | {
      readonly kind: 'known';
      readonly name: string;
      readonly people: readonly string[];
      /** Those of the people who do not belong to the organisation. */
      readonly outsiders: readonly string[];
      readonly groups: readonly string[];
    }
  | { readonly kind: 'everyone'; readonly name: string }
  | { readonly kind: 'unknown'; readonly name: string; readonly why: string };

/** A number of people, exact, or at most that many where policy gives no member lists; null when nobody can tell. */
export interface HeadCount {
  readonly count: number | null;
  readonly exact: boolean;
}

/** Why a label must not flow to an audience. None means that it may. */
export type Leak =
  | {
      readonly kind: 'readers';
      readonly newcomers: HeadCount;
      readonly audience: HeadCount;
      readonly names: readonly string[];
    }
  | { readonly kind: 'clearance'; readonly group: string; readonly rank: number }
  | { readonly kind: 'category'; readonly group: string; readonly categories: readonly string[] }
  | { readonly kind: 'outside'; readonly who: readonly string[] }
  | { readonly kind: 'unknown-audience'; readonly why: string }
  | { readonly kind: 'unknown-readers'; readonly why: string };

/** How many people an audience is. */
export function headCount(audience: Audience, directory: Directory): HeadCount {
  if (audience.kind !== 'known') return { count: null, exact: false };
  return countUnion(audience.people, outermost(audience.groups, directory), directory);
}

/** Every reason why things with this label must not reach this audience. */
export function leaks(label: Label, audience: Audience, directory: Directory): readonly Leak[] {
  if (label.rank === 0 && label.categories.length === 0 && label.readers.kind === 'everyone') return [];
  if (audience.kind === 'unknown') return [{ kind: 'unknown-audience', why: audience.why }];
  if (audience.kind === 'everyone') return [{ kind: 'outside', who: [audience.name] }];
  const found: Leak[] = [];
  const outsiders = audience.outsiders.filter((person) => !hasItAlready(person, label, directory));
  if (outsiders.length > 0) found.push({ kind: 'outside', who: outsiders });
  for (const id of audience.groups) {
    const group = directory.get(id);
    if (group === undefined) found.push({ kind: 'unknown-audience', why: `group ${id}` });
    else if (group.outside) found.push({ kind: 'outside', who: [group.name] });
    else if (label.rank > group.clearance) found.push({ kind: 'clearance', group: group.name, rank: label.rank });
    const unmet = categoriesNotMet(label, group);
    if (unmet.length > 0) found.push({ kind: 'category', group: group?.name ?? id, categories: unmet });
  }
  return [...found, ...readerLeaks(label.readers, audience, directory)];
}

/** Whether somebody outside is a reader of it as it is. What carries a mark is asked about each time it goes outside. */
function hasItAlready(person: string, { rank, categories, readers }: Label, directory: Directory): boolean {
  return (
    rank === 0 &&
    categories.length === 0 &&
    readers.kind === 'allOf' &&
    readers.sets.every((set) => set.kind === 'set' && isReader(person, set, directory))
  );
}

/** The label's need-to-know categories that a group is not cleared for; none where policy does not restrict the group. */
function categoriesNotMet(label: Label, group: Group | undefined): readonly string[] {
  const cleared = group?.categories ?? null;
  return cleared === null ? [] : label.categories.filter((each) => !cleared.includes(each));
}

function readerLeaks(readers: Readers, audience: Audience & { kind: 'known' }, directory: Directory): readonly Leak[] {
  if (readers.kind === 'everyone') return [];
  const found: Leak[] = [];
  for (const set of readers.sets) {
    if (set.kind === 'unknown') {
      found.push({ kind: 'unknown-readers', why: set.why });
      continue;
    }
    const newcomers = newcomersTo(set, audience, directory);
    if (newcomers.names.length === 0) continue;
    found.push({ kind: 'readers', ...newcomers, audience: headCount(audience, directory) });
  }
  return found;
}

/** Whether somebody in the audience is known to be outside one of the sets of readers. */
export function addsReaders(readers: Readers, audience: Audience & { kind: 'known' }, directory: Directory): boolean {
  if (readers.kind === 'everyone') return false;
  return readers.sets.some((set) => set.kind === 'set' && newcomersTo(set, audience, directory).names.length > 0);
}

/** Who in the audience is outside one set of readers: their number, and whom to name. */
export function newcomersTo(
  set: ReaderSet & { kind: 'set' },
  audience: Audience & { kind: 'known' },
  directory: Directory,
): { readonly newcomers: HeadCount; readonly names: readonly string[] } {
  const people = audience.people.filter((person) => !isReader(person, set, directory));
  const groups = audience.groups.filter(
    (id) => !isGroupWithin(id, set.groups, directory) && !groupWithin(id, set, directory),
  );
  const names = [...people, ...groups.map((id) => directory.get(id)?.name ?? id)];
  return { newcomers: countNewcomers(set, people, outermost(groups, directory), directory), names };
}

/** People by name, members of listed groups by name, and of other groups their size without the readers that lie in them. */
function countNewcomers(
  set: ReaderSet & { kind: 'set' },
  people: readonly string[],
  groups: readonly string[],
  directory: Directory,
): HeadCount {
  if (groups.some((id) => !directory.has(id))) return { count: null, exact: false };
  const named = new Set(people);
  const sized: Group[] = [];
  for (const id of groups) {
    const group = directory.get(id);
    if (group?.members) for (const member of group.members) if (!isReader(member, set, directory)) named.add(member);
    if (group?.members === null) sized.push(group);
  }
  const inside = readersInside(
    set,
    sized.map((group) => group.id),
    directory,
  );
  const size = sized.reduce((sum, group) => sum + group.size, 0);
  const allReaders = () => countUnion(set.people, outermost(set.groups, directory), directory).count;
  const exact = sized.length === 0 || (sized.length === 1 && named.size === 0 && inside === allReaders());
  return { count: named.size + Math.max(0, size - inside), exact };
}

function isReader(person: string, set: ReaderSet & { kind: 'set' }, directory: Directory): boolean {
  if (set.people.includes(person)) return true;
  if (set.groups.length === 0) return false;
  const groups = groupsOf(person, directory);
  return set.groups.some((id) => groups.has(id));
}

/** Whether every member of a group is known to be a reader. */
function groupWithin(id: string, set: ReaderSet & { kind: 'set' }, directory: Directory): boolean {
  const members = directory.get(id)?.members;
  return (
    members !== null && members !== undefined && members.length > 0 && members.every((m) => isReader(m, set, directory))
  );
}

/** How many of the readers are surely inside these groups already, of which only the size is known. */
function readersInside(set: ReaderSet & { kind: 'set' }, sized: readonly string[], directory: Directory): number {
  if (sized.length === 0) return 0;
  const inside = expandGroups(set.groups, directory).filter((id) => isGroupWithin(id, sized, directory));
  return countUnion([], outermost(inside, directory), directory).count ?? 0;
}

function countUnion(people: readonly string[], groups: readonly string[], directory: Directory): HeadCount {
  const known = groups.map((id) => directory.get(id));
  if (known.some((group) => group === undefined)) return { count: null, exact: false };
  const named = new Set(people);
  let unnamed = 0;
  for (const group of known) {
    if (group?.members) for (const member of group.members) named.add(member);
    else unnamed += group?.size ?? 0;
  }
  const sized = known.filter((group) => group?.members === null).length;
  return { count: named.size + unnamed, exact: sized === 0 || (sized === 1 && named.size === 0) };
}
