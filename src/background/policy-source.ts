/**
 * Policy from the browser's managed storage, and the content scripts of the sites that it names. Damaged: the last good
 * policy stays in force. Empty: not known yet (Chromium hands out `{}` at first, measured), so the last good one, or
 * the strict defaults where there never was one.
 */
import browser from 'webextension-polyfill';
import type { PolicyFault } from '../core/policy/faults.ts';
import { type PolicyReading, readPolicy } from '../core/policy/read.ts';
import type { PolicySite } from '../core/policy.ts';
import { readDurable, writeDurable } from './database.ts';
import type { GuardState } from './state.ts';

/** Reads the managed values into the state; says whether anything changed. */
export async function loadPolicy(state: GuardState): Promise<PolicyReading['kind']> {
  const { raw, source } = await managedValues();
  const reading = readPolicy(raw, Date.now());
  // A database that cannot be read must not keep the present policy from being enforced.
  const last = parseLastGood(await readDurable('lastGoodPolicy').catch(() => null));
  if (reading.kind === 'good') {
    apply(state, reading, [], 'good');
    const since = last !== null && JSON.stringify(last.raw) === JSON.stringify(raw) ? last.at : Date.now();
    state.policySince = since;
    state.policySource = source;
    await writeDurable('lastGoodPolicy', { raw, at: since }).catch(() => undefined);
  } else {
    const lastGood = last === null ? null : readPolicy(last.raw, Date.now());
    if (lastGood?.kind === 'good') state.policy = lastGood.policy;
    state.policySince = last?.at ?? null;
    state.policySource = lastGood?.kind === 'good' ? 'last-good' : 'built-in';
    state.policyFaults = reading.kind === 'damaged' ? reading.faults : [];
    state.policyState = reading.kind;
  }
  return reading.kind;
}

/** The site of policy that an address belongs to; undefined when it is guarded by none. */
export function siteOf(state: GuardState, url: string): PolicySite | undefined {
  const origin = originOf(url);
  return state.policy.sites.find((site) => site.match.some((pattern) => pattern === `${origin}/*`));
}

/** The hosts of all guarded sites. */
export function guardedHosts(state: GuardState): readonly string[] {
  return [
    ...new Set(
      state.policy.sites.flatMap((site) => site.match.map((pattern) => pattern.slice('https://'.length, -'/*'.length))),
    ),
  ].sort();
}

/** Registers the content scripts for the sites of policy and puts them into pages that are open already. */
export async function guardPages(state: GuardState): Promise<void> {
  const matches = [...new Set(state.policy.sites.flatMap((site) => site.match))].sort();
  const wanted = matches.length === 0 ? [] : contentScripts(matches);
  const present = await chrome.scripting.getRegisteredContentScripts();
  const same =
    JSON.stringify(present.map((s) => [s.id, s.matches]).sort()) ===
    JSON.stringify(wanted.map((s) => [s.id, s.matches]).sort());
  if (same) return;
  if (present.length > 0) await chrome.scripting.unregisterContentScripts({ ids: present.map((s) => s.id) });
  if (wanted.length > 0) await chrome.scripting.registerContentScripts(wanted);
  await Promise.all(
    (matches.length > 0 ? await browser.tabs.query({ url: matches }) : []).map((tab) => injectInto(tab.id)),
  );
}

interface GuardScript {
  readonly id: string;
  readonly js: string[];
  readonly matches: string[];
  readonly runAt: 'document_start';
  readonly allFrames: true;
  readonly matchOriginAsFallback: true;
  readonly persistAcrossSessions: true;
  readonly world: 'MAIN' | 'ISOLATED';
}

/** The two scripts of the manifest, page world first, as registration wants them. */
function contentScripts(matches: string[]): GuardScript[] {
  const worlds = ['MAIN', 'ISOLATED'] as const;
  return (browser.runtime.getManifest().content_scripts ?? []).map((script, index) => ({
    id: `guard-${index}`,
    // Firefox reports absolute moz-extension addresses here (measured, ESR 153).
    js: (script.js ?? []).map((path) => new URL(path, browser.runtime.getURL('')).pathname.slice(1)),
    runAt: 'document_start',
    allFrames: true,
    matchOriginAsFallback: true,
    persistAcrossSessions: true,
    matches,
    world: worlds[index] ?? 'ISOLATED',
  }));
}

/** Our own world first: the page's world asks it about each write, and would be answered by nobody. */
async function injectInto(tab: number | undefined): Promise<void> {
  if (tab === undefined) return;
  for (const script of contentScripts([]).reverse()) {
    // A tab that is being closed or shows an error page takes no script; its writes are still judged at the network.
    await chrome.scripting
      .executeScript({
        target: { tabId: tab, allFrames: true },
        files: script.js,
        injectImmediately: true,
        world: script.world,
      })
      .catch(() => undefined);
  }
}

function apply(
  state: GuardState,
  reading: PolicyReading & { kind: 'good' },
  faults: readonly PolicyFault[],
  kind: GuardState['policyState'],
): void {
  state.policy = reading.policy;
  state.policyFaults = faults;
  state.policyState = kind;
}

/**
 * What the browser's policy says. Where it says nothing, an organisation that packs its own build may put its policy
 * into it as policy.json; the shipped build carries none.
 */
async function managedValues(): Promise<{ readonly raw: unknown; readonly source: 'managed' | 'packaged' }> {
  // Firefox rejects when there is neither policy nor native manifest: that is an empty area.
  const managed: unknown = await browser.storage.managed.get().catch(() => ({}));
  const empty = typeof managed === 'object' && managed !== null && Object.keys(managed).length === 0;
  return empty ? { raw: await packagedPolicy(), source: 'packaged' } : { raw: managed, source: 'managed' };
}

async function packagedPolicy(): Promise<unknown> {
  try {
    return (await (await fetch(browser.runtime.getURL('policy.json'))).json()) as unknown;
  } catch {
    return {};
  }
}

function parseLastGood(value: unknown): { readonly raw: unknown; readonly at: number } | null {
  if (typeof value !== 'object' || value === null || !('raw' in value) || !('at' in value)) return null;
  return typeof value.at === 'number' ? { raw: value.raw, at: value.at } : null;
}

function originOf(url: string): string {
  try {
    const { protocol, hostname } = new URL(url.replace(/^wss:/, 'https:'));
    return `${protocol}//${hostname.replace(/\.$/, '')}`;
  } catch {
    return '';
  }
}
