/** What a person says in our own surface about safety stops and about what agents may do for a while. */
import browser, { type Runtime } from 'webextension-polyfill';
import type { FromOwnPage } from '../messages/from-own-page.ts';
import { seal } from './boundary.ts';
import { letGo } from './breakers.ts';
import { giveGrant, takeBackGrant } from './grants.ts';
import { record } from './record.ts';
import type { GuardState } from './state.ts';
import { isInOurHands } from './surface.ts';

type LimitMessage = Extract<FromOwnPage, { type: 'let-go-on' | 'give-grant' | 'take-back-grant' }>;

/** Does what it says, if it comes from where a person's word counts; whether anything has changed. Taking back always does. */
export async function answerLimit(
  state: GuardState,
  message: LimitMessage,
  sender: Runtime.MessageSender,
): Promise<boolean> {
  switch (message.type) {
    case 'let-go-on':
      return (await isInOurHands(state, sender, message.token)) && letGoOn(state, message.stop);
    case 'give-grant':
      return (await isInOurHands(state, sender, null)) && grantHere(state, message);
    case 'take-back-grant':
      await takeBackGrant(state, message.grant);
      return true;
  }
}

/** Lets the agents of a safety stop go on; their next act is asked about. */
async function letGoOn(state: GuardState, stop: number): Promise<boolean> {
  if (!(await letGo(state, stop))) return false;
  await record('safety-stop-answered', { stop, by: 'person' });
  await seal(state);
  return true;
}

/** Lets agents answer in the thread of the tab in front, exactly as the popup has shown it. */
async function grantHere(
  state: GuardState,
  asked: { readonly shown: string; readonly times: number },
): Promise<boolean> {
  const [tab] = await browser.tabs.query({ active: true, lastFocusedWindow: true });
  return tab?.id !== undefined && giveGrant(state, { id: tab.id, url: tab.url ?? '' }, asked);
}
