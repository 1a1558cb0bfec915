/**
 * Who is in which group. Asked from the person upwards, through an index that is made once for each directory: a company
 * has thousands of groups and each person is in a few of them.
 */
import { keptWith, keptWithBoth } from './kept-with.ts';
import type { Reach } from './reach.ts';
import { Remembered } from './remembered.ts';

/** A group as the organisation's policy knows it. */
export interface Group {
  readonly id: string;
  /** What people call it. */
  readonly name: string;
  /** Those in it whom policy lists; null when only its size is known. */
  readonly members: readonly string[] | null;
  readonly size: number;
  /** Groups whose members are all in this one too. */
  readonly includes: readonly string[];
  /** Mail addresses that reach the whole group. */
  readonly addresses: readonly string[];
  /**
   * Everybody with an address in one of these domains is in it, and beside a mere size nobody else of those with an
   * address; "*.x" stands for x and everything below it.
   */
  readonly domains: readonly string[];
  /** The highest label rank its members may read. */
  readonly clearance: number;
  /** The need-to-know categories that its members are cleared for; null when policy does not restrict them. */
  readonly categories: readonly string[] | null;
  readonly outside: boolean;
  /** Policy lists a member or a domain in it that is none of the organisation's own; absent: none. */
  readonly hasOutsiders?: boolean;
}

export type Directory = ReadonlyMap<string, Group>;

/** Whether a domain is one of these; "*.x" stands for x and everything below it. Both in small letters. */
export function inDomains(domain: string, patterns: readonly string[]): boolean {
  return patterns.some((pattern) => isInDomain(domain, pattern));
}

function isInDomain(domain: string, pattern: string): boolean {
  if (!pattern.startsWith('*.')) return domain === pattern;
  return domain === pattern.slice(2) || domain.endsWith(pattern.slice(1));
}

/** Whether everybody with an address that fits a domain or a pattern of domains has one that fits these. */
export function areInDomains(pattern: string, patterns: readonly string[]): boolean {
  const wide = pattern.startsWith('*.');
  return inDomains(widest(pattern), wide ? patterns.filter((each) => each.startsWith('*.')) : patterns);
}

/** Whether a group is known by name: its list and those of what it includes are everybody in it. */
export function isListed(group: Group): group is Group & { readonly members: readonly string[] } {
  const { members, size, includes, domains } = group;
  // A list shorter than the size, beside a domain, or of nobody is not everybody.
  return members !== null && size <= members.length && domains.length === 0 && members.length + includes.length > 0;
}

/** How many people a group is by its size alone; null where policy does not say more than it lists. */
export function sizeOf({ members, size }: Group): number | null {
  return size > (members?.length ?? 0) ? size : null;
}

/** Whether somebody may be in one of these groups without policy saying so. */
export function hidePeople(groups: readonly string[], directory: Directory): boolean {
  return groups.some((id) => insideOf(id, directory).hidesPeople);
}

/** Groups that lie in these, or are them, and are outside, have somebody outside in them, or are not defined by policy. */
export const strangersAmong = keptWithBoth((groups: readonly string[], directory: Directory): readonly string[] => [
  ...new Set(groups.flatMap((id) => insideOf(id, directory).strangers)),
]);

/** The groups that a person is in: by list, by domain, and all that include one of these. */
export function groupsOf(person: string, directory: Directory): ReadonlySet<string> {
  const { ofPerson } = indexOf(directory);
  const known = ofPerson.get(person);
  if (known !== undefined) return known;
  const found = findGroupsOf(person, directory);
  return ofPerson.keep(person, found, found.size);
}

function findGroupsOf(person: string, directory: Directory): ReadonlySet<string> {
  const { ofMember, ofDomain, bySuffix } = indexOf(directory);
  const domain = domainOf(person);
  if (domain === null) return upwards(ofMember.get(person) ?? [], directory);
  const suffixed = bySuffix.filter(({ pattern }) => isInDomain(domain, pattern)).map(({ id }) => id);
  return upwards([...(ofMember.get(person) ?? []), ...(ofDomain.get(domain) ?? []), ...suffixed], directory);
}

/** Whether every member of a group is in one of these, because one of them is it or includes it. */
export function isGroupWithin(id: string, groups: readonly string[], directory: Directory): boolean {
  const above = aboveOf(id, directory);
  return groups.some((each) => above.has(each));
}

/** What stands behind the "@" of an address; null for a forum's user, who may be called "corp.example" too. */
export function domainOf(person: string): string | null {
  return person.includes('@') ? person.slice(person.lastIndexOf('@') + 1) : null;
}

/** Whether some domain fits both patterns. */
export function domainsMeet(a: string, b: string): boolean {
  return isInDomain(widest(a), b) || isInDomain(widest(b), a);
}

/** The domain under which all lie that fit a pattern. Asked for each domain of thousands of rules. */
function widest(pattern: string): string {
  return pattern.startsWith('*.') ? pattern.slice(2) : pattern;
}

/** The groups themselves and all that they include, each once. */
export function expandGroups(groups: readonly string[], directory: Directory): readonly string[] {
  return [...new Set(groups.flatMap((id) => [...groupsInside(id, directory)]))];
}

/** A group itself and all that it includes. */
export function groupsInside(id: string, directory: Directory): ReadonlySet<string> {
  return insideOf(id, directory).groups;
}

/** What lies in a group: found once, since a post to all employees reaches ten thousand groups. */
interface Inside {
  readonly groups: ReadonlySet<string>;
  readonly hidesPeople: boolean;
  readonly strangers: readonly string[];
}

function insideOf(id: string, directory: Directory): Inside {
  const { inside } = indexOf(directory);
  const known = inside.get(id);
  if (known !== undefined) return known;
  const groups = closure(id, (each) => directory.get(each)?.includes ?? []);
  const named = [...groups].map((each) => [each, directory.get(each)] as const);
  const hidesPeople = named.some(
    ([, group]) => group === undefined || (!isListed(group) && group.domains.length === 0),
  );
  const strangers = named.flatMap(([each, group]) =>
    group === undefined || group.outside || group.hasOutsiders === true ? [each] : [],
  );
  return inside.keep(id, { groups, hidesPeople, strangers }, groups.size);
}

/** The groups without those that another one of them already includes; of two that include each other both stay. */
export function outermost(groups: readonly string[], directory: Directory): readonly string[] {
  const unique = [...new Set(groups)];
  if (unique.length < 2) return unique;
  return unique.filter((id) => {
    const above = aboveOf(id, directory);
    return !unique.some((other) => above.has(other) && !aboveOf(other, directory).has(id));
  });
}

/** The groups themselves and all that include one of them. */
export function upwards(groups: Iterable<string>, directory: Directory): ReadonlySet<string> {
  const found = new Set<string>();
  for (const id of groups) for (const each of aboveOf(id, directory)) found.add(each);
  return found;
}

/** A group itself and all that include it. */
function aboveOf(id: string, directory: Directory): ReadonlySet<string> {
  const { above, includedIn } = indexOf(directory);
  const known = above.get(id);
  if (known !== undefined) return known;
  const found = closure(id, (each) => includedIn.get(each) ?? []);
  return above.keep(id, found, found.size);
}

function closure(start: string, next: (id: string) => readonly string[]): ReadonlySet<string> {
  const seen = new Set<string>();
  const open = [start];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (seen.has(id)) continue;
    seen.add(id);
    open.push(...next(id));
  }
  return seen;
}

export interface Index {
  readonly ofMember: ReadonlyMap<string, readonly string[]>;
  /** Domain of an address → the groups that list a member there, each once. */
  readonly ofMemberDomain: ReadonlyMap<string, readonly string[]>;
  readonly ofDomain: ReadonlyMap<string, readonly string[]>;
  readonly bySuffix: readonly { readonly pattern: string; readonly id: string }[];
  readonly includedIn: ReadonlyMap<string, readonly string[]>;
  /** What was asked for of late: for one act the same people and groups are looked up for each thing that was read. */
  readonly ofPerson: Remembered<ReadonlySet<string>>;
  readonly above: Remembered<ReadonlySet<string>>;
  readonly inside: Remembered<Inside>;
  /** Finding whom 100,000 people reach takes longer than a request may wait (0.15 s, measured). */
  readonly reaches: Remembered<Reach>;
}

/** Names that each of these keeps: some ten megabytes at most. */
const MOST_REMEMBERED = 200_000;

/** The index of a directory, made once. */
export const indexOf = keptWith((directory: Directory): Index => {
  const groups = [...directory.values()];
  const domains = groups.flatMap(({ id, domains: each }) => each.map((pattern) => ({ pattern, id })));
  return {
    ofMember: grouped(groups.flatMap(({ id, members }) => (members ?? []).map((member) => [member, id] as const))),
    ofMemberDomain: grouped(
      groups.flatMap(({ id, members }) =>
        [...new Set((members ?? []).flatMap((member) => domainOf(member) ?? []))].map(
          (domain) => [domain, id] as const,
        ),
      ),
    ),
    ofDomain: grouped(
      domains.filter(({ pattern }) => !pattern.startsWith('*.')).map((d) => [d.pattern, d.id] as const),
    ),
    bySuffix: domains.filter(({ pattern }) => pattern.startsWith('*.')),
    includedIn: grouped(groups.flatMap(({ id, includes }) => includes.map((inner) => [inner, id] as const))),
    ofPerson: new Remembered(MOST_REMEMBERED),
    above: new Remembered(MOST_REMEMBERED),
    inside: new Remembered(MOST_REMEMBERED),
    reaches: new Remembered(MOST_REMEMBERED),
  };
});

/** Values by their keys, in their order. */
export function grouped(pairs: readonly (readonly [string, string])[]): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const [key, value] of pairs) {
    const values = found.get(key);
    if (values === undefined) found.set(key, [value]);
    else values.push(value);
  }
  return found;
}
