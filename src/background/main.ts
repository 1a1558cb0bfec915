/**
 * The trusted middle. All listeners are registered in the worker's first turn, so that the browser wakes it for every
 * request; until its state is loaded nothing is permitted.
 */
import browser, { type Runtime } from 'webextension-polyfill';
import { parseFromOwnPage } from '../messages/from-own-page.ts';
import { parseFromContent } from '../messages.ts';
import { endQuietSessions, leaveTab, onSessionChange } from './agent-sessions.ts';
import { loadAgentTexts } from './agent-texts-kept.ts';
import { seal } from './boundary.ts';
import { loadBreakers, noteAnswer, onStop } from './breakers.ts';
import { guardForms } from './crafted-forms.ts';
import { sendToCollector } from './deliver.ts';
import { endDrive, endOldDrives } from './driving.ts';
import { stopBody } from './entry-body.ts';
import { fingerprintKey } from './fingerprint-key.ts';
import { endGrants, loadGrants } from './grants.ts';
import { onHoldChange, sweep, wasRefused } from './holds.ts';
import { IN_FIREFOX } from './in-firefox.ts';
import { guardNetwork } from './network.ts';
import { watchOpenedTabs } from './opened-tabs.ts';
import { guardPages, loadPolicy } from './policy-source.ts';
import { keepWithin, record, sayHead } from './record.ts';
import { sayFault } from './say-fault.ts';
import { keepLooking, lookAtDebuggers } from './sensors.ts';
import { endForgottenSessions, loadOpenSessions } from './session-record.ts';
import { loadSession } from './session-store.ts';
import { drivenBeside } from './sessions.ts';
import { loadSettings } from './settings.ts';
import { onAgentSeen } from './sightings.ts';
import { emptyState, type GuardState } from './state.ts';
import { loadStops, stopAgents } from './stop.ts';
import { openSurface, watchSurfaces } from './surface.ts';
import { takeUpPolicy } from './take-up-policy.ts';
import { answerContent } from './talk-content.ts';
import { answerOwnPage, fromOwnPage, tellOwnPages } from './talk-own.ts';
import { tellAllPages, tellFreed, tellPage, tellTab } from './tell-pages.ts';
import { tidyLedger } from './tidy-ledger.ts';
import { loadTrial, reportWhenDue } from './trial.ts';

/** A start takes about a second; what takes longer than this hangs, and until it is over every write is refused. */
const START_MS = 10_000;

let ready: GuardState | null = null;
const loaded = load();
loaded.catch(sayFault);
setTimeout(() => ready ?? sayFault(), START_MS);

guardNetwork(() => ready, loaded);
// In Chromium a blocking look at requests' heads leaves those hanging that are under way when the guard is loaded anew (seen in 156).
if (IN_FIREFOX) guardForms(() => ready);
watchSurfaces(loaded);
watchOpenedTabs(loaded);

browser.runtime.onMessage.addListener((raw: unknown, sender: Runtime.MessageSender) => {
  if (sender.id !== browser.runtime.id) return undefined;
  const own = fromOwnPage(sender) ? parseFromOwnPage(raw) : null;
  if (own !== null) return loaded.then((state) => answerOwnPage(state, own, sender));
  const content = sender.tab !== undefined ? parseFromContent(raw) : null;
  return content === null ? undefined : loaded.then((state) => answerContent(state, content, sender));
});

browser.storage.onChanged.addListener((_changes, area) => {
  if (area === 'managed') void loaded.then(takeUpPolicy);
});

// Being started and installed must wake the worker, so that rules and scripts stand before the first page.
browser.runtime.onStartup.addListener(() => undefined);
browser.runtime.onInstalled.addListener(() => undefined);

browser.alarms.onAlarm.addListener(() => {
  void loaded.then(async (state) => {
    await endOldDrives(state);
    endQuietSessions(state);
    await sweep(state);
    await endGrants(state);
    await reportWhenDue(state);
    await seal(state);
    await sendToCollector(state.policy.collector);
    await tidyLedger(state.policy);
  });
});

// By keyboard agents can only be stopped; letting them work again is a person's word in the popup.
browser.commands.onCommand.addListener((command) => {
  if (command === 'stop-agents') void loaded.then((state) => stopAgents(state, null));
});

// In Firefox alone, where alone it matters: elsewhere no page can take a key from us.
browser.commands.onChanged?.addListener(() => {
  void loaded.then(async (state) => {
    state.keys = await ownKeys();
    await tellAllPages(state);
  });
});

browser.tabs.onRemoved.addListener((tab) => {
  void loaded.then((state) => {
    leaveTab(state, tab);
    return endDrive(state, tab, 'closed');
  });
});

onAgentSeen((tab) => {
  void loaded.then(async (state) => {
    for (const each of drivenBeside(state, tab)) await endDrive(state, each, 'agent');
    await tellTab(state, tab);
  });
});

onSessionChange((tabs) => {
  void loaded.then(async (state) => {
    for (const tab of tabs) await tellTab(state, tab);
    await tellOwnPages(state);
    void sendToCollector(state.policy.collector);
  });
});

onStop(async (stop) => {
  const state = await loaded;
  await seal(state).catch(() => undefined);
  // A record that cannot be written keeps nobody from being told.
  await record('safety-stop', stopBody(stop)).catch(() => undefined);
  await openSurface(state, '', false);
  await tellOwnPages(state);
  void sendToCollector(state.policy.collector, 'at-once');
});

onHoldChange(async (hold, change) => {
  const state = await loaded;
  noteAnswer(state, hold, change);
  await seal(state);
  await tellPage(state, hold, change);
  if (change !== 'new' && change !== 'repeated') await tellFreed(state);
  if (change === 'new' && !wasRefused(state, hold)) await openSurface(state, hold.id, false);
  await tellOwnPages(state);
});

async function load(): Promise<GuardState> {
  const state = emptyState();
  const [key, policyKind] = await Promise.all([
    // What cannot be read is taken for the stricter case: another key matches nothing old, and a lost switch is on.
    fingerprintKey().catch(() => crypto.getRandomValues(new Uint8Array(32))),
    loadPolicy(state),
    loadStops(state),
    loadSession(state).catch(() => {
      state.memory = 'lost';
    }),
    loadTrial(state),
    loadBreakers(state).then((newLife) => loadAgentTexts(state, newLife).catch(() => undefined)),
    // What cannot be read has not been granted.
    loadGrants(state).catch(() => undefined),
  ]);
  // What nothing in memory speaks of any more has ended with the browser.
  await loadOpenSessions(state).catch(() => undefined);
  // After the policy, which it makes stricter.
  await loadSettings(state);
  keepWithin(state.policy.keeping);
  state.network = await networkLock();
  state.keys = await ownKeys().catch(() => []);
  state.fingerprintKey = key;
  await lookAtDebuggers(state);
  await seal(state);
  ready = state;
  void afterStart(state, policyKind);
  return state;
}

/** The keys of our commands; without those that a person has taken away. */
async function ownKeys(): Promise<readonly string[]> {
  const commands = await browser.commands.getAll();
  return commands.flatMap(({ shortcut }) => (shortcut ? [shortcut] : []));
}

/** Loaded by hand, Chrome takes the right to refuse single requests away without a word (measured, 156). */
async function networkLock(): Promise<GuardState['network']> {
  const { permissions } = await browser.permissions.getAll();
  return permissions?.includes('webRequestBlocking') ? 'judged' : 'addresses-only';
}

/** What need not be waited for before the first verdict. */
async function afterStart(state: GuardState, policyKind: 'absent' | 'good' | 'damaged'): Promise<void> {
  await guardPages(state);
  await record('guard-started', {
    version: browser.runtime.getManifest().version,
    policy: policyKind,
    policyVersion: state.policy.version,
    faults: state.policyFaults.map((fault) => fault.path),
  });
  await endForgottenSessions(state);
  await sayHead().catch(() => undefined);
  await browser.alarms.create('sweep', { periodInMinutes: 1 });
  keepLooking(state);
  await tellOwnPages(state);
  // A new start asks a collector that was to be left alone for a while: it may be there again.
  await sendToCollector(state.policy.collector, 'at-once');
}
