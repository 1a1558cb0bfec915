/**
 * Who belongs to the organisation, by policy alone: its domains, its groups, and who only looks like one of it. Nobody
 * belongs to it because nothing is known of him.
 */
import type { Audience, LookAlike } from '../core/audience.ts';
import { lookAlikeOf } from '../core/look-alike.ts';
import { groupsOf, inDomains } from '../core/membership.ts';
import type { Circle } from '../core/newcomers.ts';
import type { Policy } from '../core/policy.ts';

/** People and groups with what policy says of them. */
export function knownAudience(
  policy: Policy,
  name: string,
  people: readonly string[],
  groups: readonly string[],
): Audience & { readonly kind: 'known' } {
  const own = policy.organization?.domains ?? [];
  const outsiders = people.filter((person) => isOutsider(policy, person));
  const lookAlikes = outsiders.flatMap((person): LookAlike[] => {
    const imitated = person.includes('@') ? lookAlikeOf(domainOf(person), own) : null;
    return imitated === null ? [] : [{ person, own: imitated }];
  });
  return { kind: 'known', name, people, outsiders, groups, lookAlikes };
}

/** Addresses as policy knows them: a group's is the group. */
export function circleOf(policy: Policy, addresses: readonly string[]): Circle {
  return {
    people: addresses.filter((address) => !policy.groupOfAddress.has(address)),
    groups: [...new Set(addresses.flatMap((address) => policy.groupOfAddress.get(address) ?? []))],
  };
}

/**
 * Whether a person does not belong to the organisation: by the domain of the address, or as a member of a group that
 * policy calls outside, whatever the address is. Who has only a name here has an account here, and that is the company's.
 */
function isOutsider(policy: Policy, person: string): boolean {
  if (person.includes('@') && isOutside(policy, person)) return true;
  return [...groupsOf(person, policy.groups)].some((id) => policy.groups.get(id)?.outside === true);
}

/** Whether an address belongs to none of the organisation's domains; with none named in policy, every address does. */
export function isOutside(policy: Policy, address: string): boolean {
  return !inDomains(domainOf(address), policy.organization?.domains ?? []);
}

function domainOf(address: string): string {
  return address.slice(address.lastIndexOf('@') + 1).toLowerCase();
}
