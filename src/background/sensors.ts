/** What the browser itself shows of agents: attached debuggers in Chrome, a driven browser in Firefox. */
import { type DebugTarget, debuggedTabs, ownPageDebugged } from '../agents/debugger.ts';
import { webdriver } from '../agents/webdriver.ts';
import { seal } from './boundary.ts';
import { noteSigns } from './sightings.ts';
import type { GuardState } from './state.ts';

/** How often tabs are looked at while a guarded page is open; attachments shorter than this are caught at request time. */
const LOOK_EVERY_MS = 1_000;

/** Looks who is attached now and seals tabs that have become an agent's; resolves when the seal stands. */
export async function lookAtDebuggers(state: GuardState): Promise<void> {
  const driven = webdriver(navigator) !== null;
  let changed = driven !== state.browserDriven;
  state.browserDriven = driven;
  const { attached, devtools } = debuggedTabs(await targets());
  state.devtools = new Set(devtools ? attached : []);
  for (const tab of attached) changed = noteSigns(state, tab, ['debugger'], 'browser', 'remote') || changed;
  if (changed) await seal(state);
}

/** Keeps looking for as long as this worker lives. */
export function keepLooking(state: GuardState): void {
  const look = () => void lookAtDebuggers(state).catch(() => undefined);
  look();
  setInterval(look, LOOK_EVERY_MS);
}

/** Whether somebody drives a page of ours, so that nothing it says may approve. */
export async function ownPagesDriven(): Promise<boolean> {
  return ownPageDebugged(await targets(), chrome.runtime.getURL(''));
}

/** Firefox has no debugger interface; there the driven browser is the sign. */
async function targets(): Promise<readonly DebugTarget[]> {
  return chrome.debugger ? ((await chrome.debugger.getTargets()) as DebugTarget[]) : [];
}
