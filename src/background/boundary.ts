/** Keeps the browser's rules in step with the state. Changes are applied one after another and can be waited for. */

import type { Hold } from '../core/hold.ts';
import { siteById } from '../core/policy.ts';
import { siteFor } from '../sites/all.ts';
import { matchesAny } from '../sites/patterns.ts';
import type { Site } from '../sites/site.ts';
import { isStopped, mayAgentsAct } from './breaker-facts.ts';
import { type Rule, type SealInput, sealRules } from './seal.ts';
import { agentTabs } from './sessions.ts';
import { type GuardState, isTrial, type Pass, stoppedAt } from './state.ts';

/** A permitted act in a sealed tab has this long to go out. */
export const PASS_MS = 15_000;

/** A method and an address (RE2) that may be open. */
type Way = ReturnType<Site['sendPath']>;

let chain: Promise<void> = Promise.resolve();
/** The change that waits for the one at work; it takes the state as it is when it begins. */
let next: Promise<void> | null = null;
let applied = { session: '', dynamic: '' };

/**
 * Brings the rules up to date; resolves when they stand, rejects when the browser refused them. Whoever asks while a
 * change waits shares it: a stop must not stand in a queue behind what an agent has asked for.
 */
export function seal(state: GuardState): Promise<void> {
  next ??= chain.then(() => {
    next = null;
    return apply(state);
  });
  chain = next.catch(() => undefined);
  return next;
}

/** Whether a tab's writes are refused by rule at this moment, so that a permitted one needs an opening. */
export function isSealed(state: GuardState, tab: number, site: string): boolean {
  return stoppedAt(state, site) !== 'no' || isSealedEverywhere(state) || sealedTabs(state).includes(tab);
}

/** Whether every tab may be an agent's. */
function isSealedEverywhere(state: GuardState): boolean {
  return (state.browserDriven || state.memory === 'lost') && !isTrial(state);
}

/** Opens a sealed tab for one permitted act. */
export async function openPass(
  state: GuardState,
  site: string,
  tab: number,
  hold: Pick<Hold['action'], 'kind' | 'thread'>,
): Promise<void> {
  const path = pathOf(state, site, hold);
  if (path !== null) await openOnce(state, site, tab, path);
}

/** A clock that was set back makes no opening last longer. */
function lasts(pass: Pass, now: number): boolean {
  return pass.until > now && pass.until - now <= PASS_MS;
}

async function openOnce(state: GuardState, site: string, tab: number, path: Way): Promise<void> {
  const now = Date.now();
  state.passes = [...state.passes.filter((pass) => lasts(pass, now)), { tab, site, ...path, until: now + PASS_MS }];
  // An opening that nothing has used closes by itself.
  setTimeout(() => void seal(state).catch(() => undefined), PASS_MS);
  await seal(state);
}

/** What a page is about to write, by method and address. */
export interface PageWrite {
  readonly method: string;
  readonly url: string;
}

/** What goes by the address of mail sends. */
const SENDS = { kind: 'send', thread: '' } as const;

/** The longest address that becomes a rule of its own: browsers take no pattern that grows past 2 kB. */
const LONGEST_ADDRESS = 200;

/** Opens a sealed tab for one harmless write: Gmail's by the address of all its sends, any other by just its own. */
export async function openWay(state: GuardState, site: string, tab: number, { method, url }: PageWrite): Promise<void> {
  const { pathname, search } = new URL(url);
  const path = `${pathname}${search}`;
  const sends = pathOf(state, site, SENDS);
  if (sends !== null && matchesAny([sends.path], path)) return openOnce(state, site, tab, sends);
  const known = (['post', 'put', 'patch', 'delete'] as const).find((each) => each === method.toLowerCase());
  // What has no rule stays closed.
  if (known === undefined || path.length > LONGEST_ADDRESS) return;
  await openOnce(state, site, tab, { method: known, path: path.replace(/[^A-Za-z0-9/=&_-]/g, '\\$&') });
}

/**
 * Whether a harmless write may pass a sealed tab by an address that carries sends too (Gmail's drafts). Not while an
 * act waits there or agents are stopped: then only what was released may find that address open.
 */
export function mayOpenForDrafts(state: GuardState, tab: number, site: string): boolean {
  if (!mayAgentsAct(state, tab, site)) return false;
  // Where bodies are not judged, an address that is open for a draft is open for a send.
  return state.network === 'judged' && !waitingTabs(state).includes(tab);
}

/** Whether the address that sends go by is open in a tab at this moment, for a released act that has not gone yet. */
export function isOpenByRelease(state: GuardState, tab: number, site: string): boolean {
  return [...state.holds.values()].some(
    (hold) => hold.state.kind === 'released' && hold.tab === tab && hold.action.site === site,
  );
}

/** A write of this tab to this path and query has passed the rules: the opening that it used has done its work. */
export function usePasses(state: GuardState, tab: number, site: string, address: string): void {
  const used = state.passes.find((pass) => pass.tab === tab && pass.site === site && matchesAny([pass.path], address));
  const left = state.passes.filter((pass) => pass !== used);
  if (left.length === state.passes.length) return;
  state.passes = left;
  void seal(state).catch(() => undefined);
}

async function apply(state: GuardState): Promise<void> {
  const input = { ...sealInput(state), known: await guardedTabs(state) };
  try {
    await putUp(state, input);
  } catch (error) {
    if (input.openings.length === 0) throw error;
    // An address that browsers take no rule for (too long, by a thread that anybody may have named) stays closed, and
    // keeps no other rule back.
    await putUp(state, { ...input, openings: [] });
  }
}

async function putUp(state: GuardState, input: SealInput): Promise<void> {
  const stopped = input.sites.filter((site) => stoppedAt(state, site.id) !== 'no');
  const others = input.sites.filter((site) => !stopped.includes(site));
  const there = { ...input, sites: stopped, everywhere: true };
  const session = [...sealRules({ ...input, sites: others }, METHODS), ...sealRules(there, METHODS)];
  // A stop must stand over a restart of the browser, so its rules are dynamic; openings stay with the session.
  const dynamic = sealRules({ ...there, tabs: [], openings: [] }, METHODS);
  await Promise.all([
    replace(
      'session',
      session.map((rule, index) => ({ ...rule, id: index + 1 })),
    ),
    replace('dynamic', dynamic),
  ]);
}

async function replace(kind: 'session' | 'dynamic', rules: readonly Rule[]): Promise<void> {
  const text = JSON.stringify(rules);
  if (applied[kind] === text) return;
  const api = chrome.declarativeNetRequest;
  const present = kind === 'session' ? await api.getSessionRules() : await api.getDynamicRules();
  const change = { removeRuleIds: present.map((rule) => rule.id), addRules: [...rules] };
  await (kind === 'session' ? api.updateSessionRules(change) : api.updateDynamicRules(change));
  applied = { ...applied, [kind]: text };
}

/** Tabs that show a guarded page now. Asked of the browser each time: a list of our own would not survive us. */
async function guardedTabs(state: GuardState): Promise<readonly number[]> {
  const url = state.policy.sites.flatMap((site) => site.match);
  const tabs = url.length === 0 ? [] : await chrome.tabs.query({ url });
  return tabs.flatMap(({ id }) => (id === undefined || id < 0 ? [] : [id]));
}

function sealInput(state: GuardState): Omit<SealInput, 'known'> {
  const now = Date.now();
  const releases = [...state.holds.values()].flatMap((hold) => {
    const mayGo = hold.state.kind === 'released' && !isStopped(state, hold.tab, hold.action.site);
    const path = mayGo ? pathOf(state, hold.action.site, hold.action) : null;
    return path === null ? [] : [{ tab: hold.tab, site: hold.action.site, ...path }];
  });
  return {
    sites: state.policy.sites,
    tabs: sealedTabs(state),
    everywhere: isSealedEverywhere(state),
    openings: [...releases, ...openPasses(state, now)],
  };
}

/** While an act waits in a tab, or agents are stopped, only what was released may find the address of sends open there. */
function openPasses(state: GuardState, now: number): readonly Pass[] {
  const waiting = waitingTabs(state);
  return state.passes.filter(
    (pass) => lasts(pass, now) && !waiting.includes(pass.tab) && mayAgentsAct(state, pass.tab, pass.site),
  );
}

/** Tabs of agents, and tabs in which an act waits or is on its way. */
function sealedTabs(state: GuardState): readonly number[] {
  // A trial holds nothing, so there is nothing to seal; what waited when it began still waits.
  if (isTrial(state)) return waitingTabs(state).filter((tab) => tab >= 0);
  return [...new Set([...agentTabs(state), ...waitingTabs(state)])].filter((tab) => tab >= 0);
}

/**
 * Tabs in which an act waits or is on its way. One whose text is no longer in its page has nothing there to send. What
 * nobody can read has no address that a rule could open: once a person has confirmed it (an agent's is always refused),
 * the tab is open to it, and the network alone decides.
 */
function waitingTabs(state: GuardState): readonly number[] {
  return [...state.holds.values()]
    .filter(
      (hold) =>
        (hold.state.kind === 'released' && hold.action.kind !== 'unreadable') ||
        (hold.state.kind === 'pending' && hold.draft !== 'gone'),
    )
    .map((hold) => hold.tab);
}

function pathOf(state: GuardState, siteId: string, act: Pick<Hold['action'], 'kind' | 'thread'>): Way | null {
  const site = siteById(state.policy, siteId);
  if (site === undefined || act.kind === 'unreadable') return null;
  return siteFor(site).sendPath({ kind: act.kind, thread: act.thread });
}

/** Firefox's rules know no "other" methods. */
const METHODS: readonly string[] = chrome.runtime.getURL('').startsWith('moz-extension:')
  ? ['post', 'put', 'patch', 'delete']
  : ['post', 'put', 'patch', 'delete', 'other'];
