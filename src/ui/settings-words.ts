/** The settings in force and what they allow, in one line and in sentences. Pure: the moment comes in. */
import type { Mandate } from '../core/policy.ts';
import type { SettingsAnswer } from '../messages/from-own-page.ts';
import type { GuardView } from '../messages.ts';
import { nameOf, type Say } from './words.ts';

type PolicyView = GuardView['policy'];

/** What agents may do on a site, in a word or two. */
export const DOINGS: Readonly<Record<Mandate, string>> = {
  observe: 'doObserve',
  draft: 'doDraft',
  ask: 'doAsk',
  flow: 'doFlow',
};

/** From the strictest on, each with the sentence that explains it. */
export const DOINGS_EXPLAINED: readonly (readonly [string, string])[] = [
  ['doObserve', 'meansObserve'],
  ['doDraft', 'meansDraft'],
  ['doAsk', 'meansAsk'],
  ['doFlow', 'meansFlow'],
];

const STATES = { good: 'partComplete', damaged: 'partDamaged', absent: 'partMissing' } as const;

/** "Managed by Corp · settings 42 · 09:14 · complete". */
export function policyLine(policy: PolicyView, now: number, say: Say): string {
  if (policy.source === 'built-in') return say(policy.state === 'damaged' ? 'lineDamagedBuiltIn' : 'lineBuiltIn');
  return [
    originText(policy, say),
    say('settingsNumber', String(policy.version)),
    ...(policy.since === null ? [] : [whenText(policy.since, now)]),
    say(STATES[policy.state]),
  ].join(' · ');
}

/** Who has set them. */
export function originText(policy: PolicyView, say: Say): string {
  const name = nameOf(policy.organization ?? '');
  if (policy.source === 'built-in') return say('builtIn');
  if (policy.source === 'imported') return say('importedByYou');
  if (policy.source === 'packaged') return name === '' ? say('packagedAlone') : say('packagedFor', name);
  return name === '' ? say('managedByYours') : say('managedBy', name);
}

/** Who has set a part of it, and whether the person may make that part stricter here. */
export function setByLine(policy: PolicyView, may: 'make stricter' | 'not change', say: Say): string {
  return say(may === 'make stricter' ? 'onlyStricter' : 'notToBeChanged', setBy(policy, say));
}

function setBy({ source, organization }: PolicyView, say: Say): string {
  const name = nameOf(organization ?? '');
  switch (source) {
    case 'managed':
    case 'last-good':
      return name === '' ? say('setByYours') : say('setByName', name);
    case 'packaged':
      return say('setByBuild');
    case 'imported':
      return say('setByFile');
    case 'built-in':
      return say('setByBuiltIn');
  }
}

const REFUSED_BECAUSE = {
  'agent-at-work': 'onlyStricterNow',
  'too-many-sites': 'tooManySites',
  managed: 'organisationDecides',
  damaged: 'fileDamaged',
} as const;

/** Why a change was not taken; "" when it was. No answer is no change. */
export function refusalText(answer: SettingsAnswer | null, say: Say): string {
  if (answer === null) return say('notSavedNoAnswer');
  return answer.kind === 'saved' ? '' : say('notSaved', say(REFUSED_BECAUSE[answer.why]));
}

/** What it means that they come from there. */
export function originMeaning(policy: PolicyView, say: Say): string {
  switch (policy.source) {
    case 'managed':
      return say('meansManaged');
    case 'packaged':
      return say('meansPackaged');
    case 'imported':
      return say('meansImported');
    case 'last-good':
      return say('meansLastGood');
    case 'built-in':
      return say('meansBuiltIn');
  }
}

/** Whether all parts of them apply. */
export function stateMeaning(policy: PolicyView, say: Say): string {
  switch (policy.state) {
    case 'good':
      return say('meansComplete');
    case 'damaged':
      return say('meansDamaged');
    case 'absent':
      return say('meansAbsent');
  }
}

/** Codes of countries in the ids of detectors, where they are not those of the world's list. */
const COUNTRIES: Readonly<Record<string, string>> = { uk: 'GB' };

/** The country whose numbers a detector finds ("us-ssn"), by its name; null when it is of none. */
export function countryOf(detector: string): string | null {
  const code = /^([a-z]{2})-/.exec(detector)?.[1];
  if (code === undefined) return null;
  return new Intl.DisplayNames(undefined, { type: 'region' }).of(COUNTRIES[code] ?? code.toUpperCase()) ?? null;
}

/** The time alone if it is today, else the date. */
export function whenText(at: number, now: number): string {
  const then = new Date(at);
  return isSameDay(then, new Date(now))
    ? then.toLocaleTimeString(undefined, { hour: '2-digit', minute: '2-digit' })
    : then.toLocaleDateString(undefined, { dateStyle: 'medium' });
}

export function isSameDay(a: Date, b: Date): boolean {
  return a.toDateString() === b.toDateString();
}
