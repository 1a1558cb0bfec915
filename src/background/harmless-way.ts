/**
 * Harmless writes that go by the address that sends go by (Gmail's drafts, and a few mails put away): in a sealed tab
 * each needs an opening of its own, and while an act waits there, or agents are stopped, it waits too.
 */
import type { Action } from '../core/action.ts';
import type { PolicySite } from '../core/policy.ts';
import type { Answer } from '../messages.ts';
import { isOpenByRelease, isSealed, mayOpenForDrafts, openPass, openWay, type PageWrite } from './boundary.ts';
import type { GuardState } from './state.ts';

/** Who speaks: a frame of a tab on a guarded site. */
export interface Place {
  readonly site: PolicySite;
  readonly tab: number;
  readonly frame: number;
}

export interface WaitingForTheWay {
  readonly place: Place;
  readonly what: Way;
  readonly attempt: string;
}

/** What tells the address that must be open: a write itself, or an act that its site knows the address of. */
export type Way = PageWrite | Pick<Action, 'kind' | 'thread'>;

let waiting: readonly WaitingForTheWay[] = [];

/** Harmless requests that wait at once; of a page that floods the newest count, and the site tries the others again. */
const MOST_WAITING = 20;

/** Opens the address for one harmless write, or one permitted change, of this tab; false when it must wait. */
export async function makeWay(state: GuardState, { tab, site }: Place, what: Way): Promise<boolean> {
  // A site that sends one request after the other must get its waiting draft off before a released act can follow.
  if (!isSealed(state, tab, site.id) || isOpenByRelease(state, tab, site.id)) return true;
  if (!mayOpenForDrafts(state, tab, site.id)) return false;
  if ('url' in what) await openWay(state, site.id, tab, what);
  else await openPass(state, site.id, tab, what);
  return true;
}

/** Lets a harmless write wait until its address may be open again. */
export function waitForTheWay(place: Place, what: Way, attempt: string): Answer {
  waiting = [...waiting, { place, what, attempt }].slice(-MOST_WAITING);
  return { kind: 'later' };
}

/** The harmless writes that may go now; the address is open for them. */
export async function freeTheWay(state: GuardState): Promise<readonly WaitingForTheWay[]> {
  const asked = waiting;
  waiting = [];
  const free: WaitingForTheWay[] = [];
  for (const each of asked) {
    if (await makeWay(state, each.place, each.what)) free.push(each);
    else waiting = [...waiting, each];
  }
  return free;
}
