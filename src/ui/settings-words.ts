/** The settings in force and what they allow, in one line and in sentences. Pure: the moment comes in. */
import type { Mandate } from '../core/policy.ts';
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
