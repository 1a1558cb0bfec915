/** "Try it": the places and marks to choose from, the case that they make, and what would happen, in sentences. Pure. */
import type { Actor } from '../core/actor.ts';
import type { TryAnswer, Trying } from '../messages/from-own-page.ts';
import type { SiteView } from '../messages/views.ts';
import { otherReasons, points } from './reason-words.ts';
import { ruleName } from './rule-words.ts';
import { nameOf, type Say } from './words.ts';

/** What is chosen in the form; "" for none. */
export interface Chosen {
  readonly actor: Actor;
  /** A place: the site's id, a space, its area. */
  readonly source: string;
  readonly sourceLabel: string;
  readonly mark: string;
  readonly target: string;
  readonly to: string;
}

export interface PlaceChoice {
  readonly value: string;
  readonly text: string;
}

export interface SiteChoices {
  readonly site: string;
  readonly name: string;
  readonly places: readonly PlaceChoice[];
}

/** The places of all sites: their areas, and whatever is in none. */
export function placeChoices(sites: readonly SiteView[], say: Say): readonly SiteChoices[] {
  return sites.map((site) => {
    const name = nameOf(site.name);
    const rest = site.areas.length === 0 ? name : say('elsewhereOn', name);
    const areas = site.areas.map((area) => ({ value: placeValue(site.id, area.area), text: nameOf(area.name) }));
    return { site: site.id, name, places: [...areas, { value: placeValue(site.id, ''), text: rest }] };
  });
}

/** What the form begins with: an agent, and the first two places. */
export function firstCase(sites: readonly SiteView[]): Chosen {
  const places = sites.flatMap((site) => [
    ...site.areas.map((area) => placeValue(site.id, area.area)),
    placeValue(site.id, ''),
  ]);
  const [target = '', source = ''] = places;
  return { actor: 'agent', source, sourceLabel: '', mark: '', target, to: '' };
}

/** Whether a place is a mailbox, so that addresses say where it goes. */
export function isMail(place: string, sites: readonly SiteView[]): boolean {
  return sites.find((site) => site.id === placeOf(place)?.site)?.kind === 'gmail';
}

/** The case that the form describes; null while it names no target. */
export function caseOf(chosen: Chosen, sites: readonly SiteView[]): Trying | null {
  const target = placeOf(chosen.target);
  const site = sites.find((each) => each.id === target?.site);
  if (target === null || site === undefined) return null;
  const source = placeOf(chosen.source);
  return {
    actor: chosen.actor,
    source: source === null ? null : { ...source, label: chosen.sourceLabel || null },
    mark: chosen.mark || null,
    target:
      site.kind === 'gmail' ? { kind: 'mail', site: site.id, to: addressesIn(chosen.to) } : { kind: 'area', ...target },
  };
}

/** Addresses as people write them: apart by commas, semicolons, spaces or lines; each once, in small letters. */
export function addressesIn(text: string): string[] {
  return [...new Set(text.toLowerCase().split(/[\s,;]+/))].filter((each) => each !== '');
}

/** What would happen, first of all. */
export function outcomeLine({ level, review }: TryAnswer, say: Say): string {
  switch (level) {
    case 'ALLOW':
      return say('wouldPass');
    case 'REPORT':
      return say('wouldPassNoted');
    case 'WARN':
      return say(review === 'grave' ? 'wouldAskGrave' : 'wouldAskLight');
    case 'BLOCK':
      return say('wouldRefuse');
  }
}

/** Why, as the question itself would say it. */
export function whyLines(answer: TryAnswer, say: Say): readonly string[] {
  return [
    ...points({ reasons: answer.reasons, audience: answer }, say).map(({ text, strong }) => `${text} ${strong}`.trim()),
    ...otherReasons(answer, say),
  ];
}

/** What decided: a rule of the organisation by name and id, one of the guard's own by what it is about; "" for nothing. */
export function decidedBy({ rule, reasons }: TryAnswer, say: Say): string {
  if (reasons.length === 0) return '';
  const own = reasons.find((reason) => reason.kind === 'rule' && reason.ruleId === rule);
  return own?.kind === 'rule'
    ? say('decidedByRule', nameOf(own.name), nameOf(own.ruleId))
    : say('decidedBy', ruleName(rule, null, say));
}

function placeValue(site: string, area: string): string {
  return `${site} ${area}`;
}

/** Ids of sites have no space in them. */
function placeOf(value: string): { readonly site: string; readonly area: string | null } | null {
  if (value === '') return null;
  const at = value.indexOf(' ');
  return { site: value.slice(0, at), area: value.slice(at + 1) || null };
}
