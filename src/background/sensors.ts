/** What the browser itself shows of agents: attached debuggers in Chrome, a driven browser in Firefox. */
import { type DebugTarget, debuggedTabs, ownPageDebugged } from '../agents/debugger.ts';
import { webdriver } from '../agents/webdriver.ts';
import { endQuietSessions, noteStillDriven } from './agent-sessions.ts';
import { seal } from './boundary.ts';
import { noteSigns } from './sightings.ts';
import { type GuardState, killed } from './state.ts';

/**
 * How often tabs are looked at; attachments shorter than this are caught at request time. The shield goes up in a tab
 * once an agent is seen there, so while agents are stopped somebody looks more often.
 */
const LOOK_EVERY_MS = 1_000;
const LOOK_WHILE_STOPPED_MS = 200;

/** The frame that sends debuggers away: in a sandbox, without script, unable to speak to us. */
const EVICTION_PAGE = 'src/ui/eviction.html';

/** Looks who is attached now and seals tabs that have become an agent's; resolves when the seal stands. */
export async function lookAtDebuggers(state: GuardState): Promise<void> {
  const driven = webdriver(navigator) !== null;
  let changed = driven !== state.browserDriven;
  state.browserDriven = driven;
  if (driven) noteStillDriven(state);
  const { attached, devtools } = debuggedTabs(await targets());
  state.devtools = new Set(devtools ? attached : []);
  for (const tab of attached) changed = noteSigns(state, tab, ['debugger'], 'browser', 'remote') || changed;
  if (changed) await seal(state);
}

/** Keeps looking for as long as this worker lives. */
export function keepLooking(state: GuardState): void {
  let last = 0;
  const look = () => {
    const stopped = killed(state) !== 'no' || state.stoppedSites.size > 0;
    if (Date.now() - last < (stopped ? LOOK_WHILE_STOPPED_MS : LOOK_EVERY_MS) - 50) return;
    last = Date.now();
    void lookAtDebuggers(state).catch(() => undefined);
    endQuietSessions(state);
  };
  look();
  setInterval(look, LOOK_WHILE_STOPPED_MS);
}

/** The tabs that a debugger is attached to at this moment; none in Firefox, which has no such interface. */
export async function attachedTabs(): Promise<readonly number[]> {
  return debuggedTabs(await targets()).attached;
}

/** Whether somebody drives a page of ours, so that nothing it says may approve. */
export async function ownPagesDriven(): Promise<boolean> {
  return ownPageDebugged(await targets(), chrome.runtime.getURL(''), EVICTION_PAGE);
}

/** Firefox has no debugger interface; there the driven browser is the sign. */
async function targets(): Promise<readonly DebugTarget[]> {
  return chrome.debugger ? ((await chrome.debugger.getTargets()) as DebugTarget[]) : [];
}
