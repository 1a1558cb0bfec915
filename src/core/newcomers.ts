/**
 * Who of some people is not among others, and how many that are. What policy lists is counted by name and each person
 * once; what it only gives a size is a range, and the number told is never too small: "up to" where it is not exact.
 */
import { keptWithBoth } from './kept-with.ts';
import {
  type Directory,
  expandGroups,
  type Group,
  grouped,
  groupsOf,
  hidePeople,
  isGroupWithin,
  isListed,
  outermost,
  sizeOf,
} from './membership.ts';

/** A number of people, exact, or at most that many where policy gives no member lists; null when nobody can tell. */
export interface HeadCount {
  readonly count: number | null;
  readonly exact: boolean;
}

/** Some people, by name and by group. */
export interface Circle {
  readonly people: readonly string[];
  readonly groups: readonly string[];
}

/** How many people they are. */
export function headCountOf(circle: Circle, directory: Directory): HeadCount {
  const crowd = crowdOf(circle, directory);
  return crowd === null ? { count: null, exact: false } : { count: crowd.most, exact: crowd.least === crowd.most };
}

/** Who of an audience is not among the readers: their number, and whom to name. */
export function newcomersTo(
  readers: Circle,
  audience: Circle,
  directory: Directory,
): { readonly newcomers: HeadCount; readonly names: readonly string[] } {
  const people = audience.people.filter((person) => !isReader(person, readers, directory));
  const groups = audience.groups.filter((id) => !isWithin(id, readers, directory));
  const names = [...people, ...groups.map((id) => directory.get(id)?.name ?? id)];
  if (names.length === 0) return { newcomers: { count: 0, exact: true }, names };
  // Mostly no group of the audience is within the readers, and then it has been counted already.
  const added = groups.length === audience.groups.length ? audience : { people, groups };
  return { newcomers: countNewcomers(readers, added, directory), names };
}

/** Whether a person is one of them. */
export function isReader(person: string, { people, groups }: Circle, directory: Directory): boolean {
  if (people.includes(person)) return true;
  if (groups.length === 0) return false;
  const memberOf = groupsOf(person, directory);
  return groups.some((id) => memberOf.has(id));
}

/** Whether everybody in a group is known to be one of them. A group that policy does not define is only ever itself. */
export function isWithin(id: string, readers: Circle, directory: Directory): boolean {
  const seen = new Set<string>();
  const open = [id];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (seen.has(next) || isGroupWithin(next, readers.groups, directory)) continue;
    seen.add(next);
    const group = directory.get(next);
    if (group === undefined || !isListed(group)) return false;
    if (!group.members.every((member) => isReader(member, readers, directory))) return false;
    open.push(...group.includes);
  }
  return true;
}

/** A crowd of people: by name, and in groups of which only the size is known. */
interface Crowd extends Extent {
  readonly named: ReadonlySet<string>;
  readonly sized: readonly Group[];
}

/** How many some people by name and some groups by size are together. */
interface Extent {
  /** How many of those named are in one of the groups, and how many are not as far as policy says. */
  readonly inside: number;
  readonly apart: number;
  /** Fewest and most that all can be. */
  readonly least: number;
  readonly most: number;
}

/** An act's audience is counted for each thing that was read, and whose readers those are for each act. */
const crowdOf = keptWithBoth(findCrowd);

/** Null when policy says nothing of how many are in a group among them, or in one of them. */
function findCrowd({ people, groups }: Circle, directory: Directory): Crowd | null {
  const named = new Set(people);
  const sized = new Map<string, Group>();
  const seen = new Set<string>();
  const open = [...outermost(groups, directory)];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (seen.has(id)) continue;
    seen.add(id);
    const group = directory.get(id);
    if (group === undefined || (!isListed(group) && sizeOf(group) === null)) return null;
    // A size counts all who are in it; a list counts those it names, and what it includes comes on top.
    if (isListed(group)) {
      for (const member of group.members) named.add(member);
      open.push(...group.includes);
    } else sized.set(id, group);
  }
  const outer = outermost([...sized.keys()], directory).flatMap((id) => sized.get(id) ?? []);
  return { named, sized: outer, ...extentOf([...named], outer, directory) };
}

function extentOf(named: readonly string[], sized: readonly Group[], directory: Directory): Extent {
  const groups: Circle = { people: [], groups: idsOf(sized) };
  const inside = named.filter((person) => isReader(person, groups, directory)).length;
  const apart = named.length - inside;
  const sizes = sized.map(({ size }) => size);
  // Who stands in no group by policy's word may be in one that does not say who is in it.
  const surelyApart = hidePeople(groups.groups, directory) ? 0 : apart;
  return {
    inside,
    apart,
    least: Math.max(named.length, surelyApart + Math.max(0, ...sizes)),
    most: apart + Math.max(total(sizes), inside),
  };
}

/** The audience less the readers that surely lie in its sized groups; `added` holds no group of readers. */
function countNewcomers(readers: Circle, added: Circle, directory: Directory): HeadCount {
  const crowd = crowdOf(added, directory);
  if (crowd === null) return { count: null, exact: false };
  const { sized } = crowd;
  const alreadyReaders = readersAmong(crowd, readers, directory);
  const named = crowd.named.size - alreadyReaders.size;
  const { inside, apart, least, most } =
    alreadyReaders.size === 0
      ? crowd
      : extentOf(
          [...crowd.named].filter((person) => !alreadyReaders.has(person)),
          sized,
          directory,
        );
  const old = readersIn(sized, readers, directory);
  const size = total(sized.map((group) => group.size));
  // Who is a reader in a group that does not say who is in it cannot be told from who is none.
  const told = named === 0 || !hidePeople(readers.groups, directory);
  return { count: apart + Math.max(size - old.least, inside), exact: told && least === most && old.exact };
}

/** How many readers surely lie in these groups, and whether that is all of them who can lie there. */
function readersIn(
  sized: readonly Group[],
  readers: Circle,
  directory: Directory,
): { readonly least: number; readonly exact: boolean } {
  if (sized.length === 0) return { least: 0, exact: true };
  const all = crowdOf(readers, directory);
  const inside = insideOf(all, idsOf(sized), readers, directory);
  if (inside === null) return { least: 0, exact: false };
  const counted = all !== null && all.least === all.most && inside.least === inside.most;
  const othersElsewhere =
    all?.most === inside.most || (all?.sized.length === 0 && !hidePeople(idsOf(sized), directory));
  return { least: inside.least, exact: counted && othersElsewhere };
}

/** The readers, of whom `all` is the crowd, as far as they are surely in these groups. */
function insideOf(
  all: Crowd | null,
  ids: readonly string[],
  readers: Circle,
  directory: Directory,
): Pick<Extent, 'least' | 'most'> | null {
  const within: Circle = { people: [], groups: ids };
  const people =
    all === null
      ? new Set(readers.people.filter((person) => isReader(person, within, directory)))
      : readersAmong(all, within, directory);
  const isInside = (id: string) => isGroupWithin(id, ids, directory);
  // Mostly they are all in there: the whole company is written to, and the readers are in the company.
  if (all?.named.size === people.size && readers.groups.every(isInside)) return all;
  const groups = expandGroups(readers.groups, directory).filter(isInside);
  return groups.length === 0
    ? { least: people.size, most: people.size }
    : findCrowd({ people: [...people], groups }, directory);
}

/** Who of those named is one of some others. */
function readersAmong(crowd: Crowd, { people, groups }: Circle, directory: Directory): ReadonlySet<string> {
  const found = new Set(people.filter((person) => crowd.named.has(person)));
  if (groups.length === 0) return found;
  const standing = standingOf(crowd, directory);
  for (const id of groups) for (const person of standing.get(id) ?? []) found.add(person);
  return found;
}

/** Those named by the groups that they are in: an audience is asked about for the readers of each thing that was read. */
const standingOf = keptWithBoth((crowd: Crowd, directory: Directory) =>
  grouped([...crowd.named].flatMap((person) => [...groupsOf(person, directory)].map((id) => [id, person] as const))),
);

function idsOf(groups: readonly Group[]): readonly string[] {
  return groups.map((group) => group.id);
}

function total(numbers: readonly number[]): number {
  return numbers.reduce((sum, each) => sum + each, 0);
}
