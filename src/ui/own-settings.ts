/**
 * What a person changes in their own settings, as whole new settings: the background takes them as one. Pure. What is
 * the same as the organisation's word is not kept, so that it follows the organisation from then on.
 */
import type { OwnSite, UserSettings } from '../core/policy/user-settings.ts';
import { MANDATES, type Mandate } from '../core/policy.ts';
import type { SiteView } from '../messages/views.ts';

/** What agents may do there by what both say; the stricter counts. */
export function mandateOf(site: Pick<SiteView, 'id' | 'atMost'>, mine: UserSettings): Mandate {
  const wanted = mine.mandates.find((each) => each.site === site.id)?.mandate ?? site.atMost;
  return isLooser(wanted, site.atMost) ? site.atMost : wanted;
}

/** The settings with another word for one site. */
export function withMandate(mine: UserSettings, site: Pick<SiteView, 'id' | 'atMost'>, mandate: Mandate): UserSettings {
  const others = mine.mandates.filter((each) => each.site !== site.id);
  const kept = isLooser(site.atMost, mandate) ? [...others, { site: site.id, mandate }] : others;
  return { ...mine, mandates: kept };
}

/** The settings with one more site; the same when it is there already. */
export function withSite(mine: UserSettings, site: OwnSite): UserSettings {
  const there = mine.sites.some((each) => each.host === site.host && each.kind === site.kind);
  return there ? mine : { ...mine, sites: [...mine.sites, site] };
}

/** The settings without a site that the person has added, and without what was said of it. */
export function withoutSite(mine: UserSettings, site: Pick<SiteView, 'id' | 'host' | 'kind'>): UserSettings {
  return {
    ...mine,
    mandates: mine.mandates.filter((each) => each.site !== site.id),
    sites: mine.sites.filter((each) => !isSame(each, site)),
  };
}

/** The settings with another name for a site that the person has added; no name leaves its address. */
export function withName(mine: UserSettings, site: Pick<SiteView, 'host' | 'kind'>, name: string): UserSettings {
  const given = name.trim() === '' ? site.host : name.trim();
  return { ...mine, sites: mine.sites.map((each) => (isSame(each, site) ? { ...each, name: given } : each)) };
}

/** Whether one allows more than another. */
export function isLooser(a: Mandate, b: Mandate): boolean {
  return MANDATES.indexOf(a) > MANDATES.indexOf(b);
}

function isSame(own: OwnSite, site: Pick<SiteView, 'host' | 'kind'>): boolean {
  return own.host === site.host && own.kind === site.kind;
}
