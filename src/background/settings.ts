/**
 * What a person sets in our own pages. Making it stricter takes effect at once; making it looser again, or taking in a
 * policy file, is refused while an agent is at work in this browser: it might be the agent that asks.
 */
import {
  isTightening,
  MOST_OWN_SITES,
  NO_SETTINGS,
  parseSettings,
  type UserSettings,
} from '../core/policy/user-settings.ts';
import type { PolicyCheck, SettingsAnswer } from '../messages/from-own-page.ts';
import { checkedPolicy } from './check-policy.ts';
import { readDurable, writeDurable } from './database.ts';
import { sendToCollector } from './deliver.ts';
import { isManaged, putInForce } from './policy-source.ts';
import { record } from './record.ts';
import { lookAtDebuggers, ownPagesDriven } from './sensors.ts';
import { agentTabs } from './sessions.ts';
import type { GuardState } from './state.ts';
import { enforceAgain, takeUpPolicy } from './take-up-policy.ts';
import { tellOwnPages } from './talk-own.ts';

/** Fills the state with what the person has set. */
export async function loadSettings(state: GuardState): Promise<void> {
  state.settings = parseSettings(await readDurable('userSettings').catch(() => null)) ?? NO_SETTINGS;
  putInForce(state);
}

/** Whether an agent is at work, or what is attached to a tab may be one: open DevTools look the same and are no excuse. */
export function isAgentAtWork(state: GuardState): boolean {
  return state.browserDriven || state.devtools.size > 0 || agentTabs(state).length > 0;
}

/** Whether nothing may be made looser now, as nobody can tell who asks. */
async function isLocked(state: GuardState): Promise<boolean> {
  await lookAtDebuggers(state);
  return isAgentAtWork(state) || (await ownPagesDriven());
}

/** Takes the person's settings; effective in all tabs when this resolves. */
export async function saveSettings(state: GuardState, settings: UserSettings): Promise<SettingsAnswer> {
  if ((await isLocked(state)) && !isTightening(state.settings, settings))
    return { kind: 'refused', why: 'agent-at-work' };
  if (settings.sites.length > MOST_OWN_SITES) return { kind: 'refused', why: 'too-many-sites' };
  state.settings = settings;
  putInForce(state);
  await writeDurable('userSettings', settings);
  await record('settings-changed', {
    mandates: settings.mandates.map(({ site, mandate }) => `${site} ${mandate}`),
    sites: settings.sites.length,
    review: settings.review,
  });
  await enforceAgain(state);
  await tellOwnPages(state);
  void sendToCollector(state.policy.collector);
  return { kind: 'saved' };
}

/** Reads a policy file and says all that is wrong with it; changes nothing. */
export function checkPolicyFile(text: string): PolicyCheck {
  const reading = checkedPolicy({ policyJson: text }, 'browser');
  if (reading.kind === 'good') return { kind: 'good', version: reading.policy.version };
  return { kind: 'damaged', faults: reading.kind === 'damaged' ? reading.faults : [{ path: '', message: 'is empty' }] };
}

/** Takes a policy file for this browser, where no organisation has set anything; an empty text takes it away again. */
export async function importPolicy(state: GuardState, text: string): Promise<SettingsAnswer> {
  if (await isLocked(state)) return { kind: 'refused', why: 'agent-at-work' };
  if (await isManaged()) return { kind: 'refused', why: 'managed' };
  if (text !== '' && checkPolicyFile(text).kind !== 'good') return { kind: 'refused', why: 'damaged' };
  await writeDurable('importedPolicy', text === '' ? null : (JSON.parse(text) as unknown));
  if (text === '') await writeDurable('lastGoodPolicy', null);
  await takeUpPolicy(state);
  return { kind: 'saved' };
}
