/**
 * "I'm driving": a person takes a tab back for ten minutes. Other extensions' debuggers are sent away by a frame of ours,
 * and what is done in the tab counts as the person's. Whoever cannot be sent away (a client of the remote protocol) is
 * still there, so then it does not count. It ends by itself, by "Hand back", and when an agent is seen again, there or
 * in a tab that can script this one.
 */
import browser, { type Runtime } from 'webextension-polyfill';
import type { DrivingAnswer, FromOwnPage } from '../messages/from-own-page.ts';
import { leaveTab } from './agent-sessions.ts';
import { seal } from './boundary.ts';
import { sendToCollector } from './deliver.ts';
import { siteOf } from './policy-source.ts';
import { record } from './record.ts';
import { attachedTabs } from './sensors.ts';
import { saveSession } from './session-store.ts';
import { forgetSigns } from './sessions.ts';
import { staysDriven } from './shield.ts';
import { DRIVE_MS, type Drive, type GuardState, isDriveOver } from './state.ts';
import { isPersonsPopup } from './surface.ts';
import { tellOwnPages } from './talk-own.ts';
import { tellTab } from './tell-pages.ts';

/** A debugger that is still there after this time does not go, in milliseconds. */
const EVICTION_MS = 2_500;
const LOOK_EVERY_MS = 100;

export type DriveEnd = 'handed-back' | 'time' | 'agent' | 'closed';

/** What the popup asks about a tab. */
export async function answerDriving(
  state: GuardState,
  message: FromOwnPage & { readonly type: 'take-over' | 'hand-back' },
  sender: Runtime.MessageSender,
): Promise<DrivingAnswer> {
  if (message.type === 'hand-back') {
    await endDrive(state, message.tab, 'handed-back');
    return { kind: 'handed-back' };
  }
  if (!(await isPersonsPopup(sender))) return { kind: 'refused', why: 'elsewhere' };
  return takeOver(state, message.tab);
}

async function takeOver(state: GuardState, tab: number): Promise<DrivingAnswer> {
  const { url } = await browser.tabs.get(tab).catch(() => ({ url: undefined }));
  if (siteOf(state, url ?? '') === undefined) return { kind: 'refused', why: 'not-guarded' };
  if (staysDriven(state, tab)) return { kind: 'refused', why: 'remote' };
  const drive: Drive = { tab, until: Date.now() + DRIVE_MS, state: 'evicting' };
  state.drives.set(tab, drive);
  await tellTab(state, tab);
  if (!(await isLeftAlone(tab)) || staysDriven(state, tab)) {
    state.drives.delete(tab);
    await record('taken-over', { tab, counts: false });
    await tellTab(state, tab);
    return { kind: 'refused', why: 'remote' };
  }
  // Recorded before it counts.
  await record('taken-over', { tab, counts: true, until: drive.until });
  state.drives.set(tab, { ...drive, state: 'driving' });
  forgetSigns(tab);
  leaveTab(state, tab);
  await browser.alarms.create(`drive-${tab}`, { when: drive.until });
  await followDrive(state, tab);
  return { kind: 'driving' };
}

/** Whether no debugger is attached any more, once our frame has had time to load. */
async function isLeftAlone(tab: number): Promise<boolean> {
  const latest = Date.now() + EVICTION_MS;
  for (;;) {
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
    if (!(await attachedTabs()).includes(tab)) return true;
    if (Date.now() > latest) return false;
  }
}

/** Ends it: the tab is again what it was before. */
export async function endDrive(state: GuardState, tab: number, why: DriveEnd): Promise<void> {
  if (state.drives.get(tab)?.state !== 'driving') return;
  state.drives.delete(tab);
  await browser.alarms.clear(`drive-${tab}`);
  await followDrive(state, tab);
  await record('handed-back', { tab, why });
}

/** Ends what time has ended. */
export async function endOldDrives(state: GuardState): Promise<void> {
  for (const drive of [...state.drives.values()])
    if (isDriveOver(drive, Date.now())) await endDrive(state, drive.tab, 'time');
}

/** Rules, page and people follow at once. */
async function followDrive(state: GuardState, tab: number): Promise<void> {
  await Promise.all([saveSession(state, 'drives'), seal(state)]);
  await Promise.all([tellTab(state, tab), tellOwnPages(state)]);
  void sendToCollector(state.policy.collector);
}
