/** Whom a group reaches: what a rule says of a person in it, or of a person's domain, it says of the group. */
import { type Directory, domainOf, domainsMeet, groupsInside, inDomains, indexOf, upwards } from './membership.ts';

/** Whom a group reaches. */
export interface Reach {
  /** Groups that somebody in it is in too: those that lie in it, that it lies in, and that share a member or a domain. */
  readonly groups: ReadonlySet<string>;
  /** Domains, and patterns of domains, of everybody in it. */
  readonly domains: readonly string[];
}

/** Whom a group reaches, as far as policy lists members and domains. */
export function reachOf(group: string, directory: Directory): Reach {
  const { reaches } = indexOf(directory);
  const known = reaches.get(group);
  if (known !== undefined) return known;
  const reach = findReach(group, directory);
  return reaches.keep(group, reach, reach.groups.size + reach.domains.length);
}

function findReach(group: string, directory: Directory): Reach {
  const { ofMember, ofMemberDomain, ofDomain, bySuffix } = indexOf(directory);
  const inside = groupsInside(group, directory);
  const members = new Set<string>();
  for (const id of inside) for (const member of directory.get(id)?.members ?? []) members.add(member);
  const own = [...inside].flatMap((id) => directory.get(id)?.domains ?? []);
  const domains = [...new Set([...[...members].flatMap((member) => domainOf(member) ?? []), ...own])];
  const meets = (pattern: string) => domains.some((each) => domainsMeet(each, pattern));
  const neighbours = new Set(inside);
  for (const member of members) for (const id of ofMember.get(member) ?? []) neighbours.add(id);
  for (const [domain, ids] of ofDomain) if (meets(domain)) for (const id of ids) neighbours.add(id);
  for (const { pattern, id } of bySuffix) if (meets(pattern)) neighbours.add(id);
  for (const [domain, ids] of ofMemberDomain) if (inDomains(domain, own)) for (const id of ids) neighbours.add(id);
  return { groups: upwards(neighbours, directory), domains };
}
