/** What has happened, as sentences under the day of each. Pure: the moment comes in. */
import type { GuardView } from '../messages.ts';
import { agentName } from './agent-words.ts';
import { isSameDay } from './settings-words.ts';
import { nameOf, type Say } from './words.ts';

type Happening = GuardView['activity'][number];

export interface Day {
  readonly name: string;
  readonly happenings: readonly Happening[];
}

const SENTENCES: Readonly<Record<string, string>> = {
  held: 'didHeld',
  approved: 'didApproved',
  denied: 'didDenied',
  released: 'didReleased',
  answered: 'didAnswered',
  refused: 'didRefused',
  failed: 'didFailed',
  killed: 'didKilled',
  'grant-given': 'didGrantGiven',
  'grant-used': 'didGrantUsed',
  'grant-ended': 'didGrantEnded',
  'safety-stop': 'didSafetyStop',
  'safety-stop-answered': 'didSafetyStopAnswered',
  revived: 'didRevived',
  'killed-on-site': 'didKilledOnSite',
  'revived-on-site': 'didRevivedOnSite',
  'taken-over': 'didTakeOver',
  'handed-back': 'didHandBack',
  'shield-broken': 'didShieldBroken',
  'session-begun': 'didSessionBegin',
  'session-named': 'didSessionName',
  'session-ended': 'didSessionEnd',
  expired: 'didExpired',
  'policy-damaged': 'didPolicyDamaged',
  'policy-loaded': 'didPolicyLoaded',
  'settings-changed': 'didSettingsChanged',
  'site-changed': 'didSiteChanged',
  'drafts-lost': 'didDraftsLost',
  'trial-report': 'didTrialReport',
};

/** What it was, in a sentence; of what has no sentence yet, only that it was. */
export function happeningText(happening: Happening, say: Say): string {
  const sentence = (Object.hasOwn(SENTENCES, happening.what) && SENTENCES[happening.what]) || 'didOther';
  return happening.agent === null ? say(sentence) : say(sentence, agentName(happening.agent, say));
}

/** Where the record goes besides this browser. */
export function recordGoes(collector: string | null, say: Say): string {
  return collector === null ? say('recordStays') : say('recordGoesTo', nameOf(hostOf(collector)));
}

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host : url;
}

/** Newest day and newest happening first. */
export function byDay(activity: readonly Happening[], now: number, say: Say): readonly Day[] {
  const days: { name: string; happenings: Happening[] }[] = [];
  for (const happening of [...activity].sort((a, b) => b.at - a.at)) {
    const name = dayName(happening.at, now, say);
    const last = days.at(-1);
    if (last?.name === name) last.happenings.push(happening);
    else days.push({ name, happenings: [happening] });
  }
  return days;
}

function dayName(at: number, now: number, say: Say): string {
  const day = new Date(at);
  const yesterday = new Date(now);
  yesterday.setDate(yesterday.getDate() - 1);
  if (isSameDay(day, new Date(now))) return say('today');
  return isSameDay(day, yesterday) ? say('yesterday') : day.toLocaleDateString(undefined, { dateStyle: 'full' });
}
