/**
 * Policy from the browser's managed storage, and the content scripts of the sites that it names. Damaged: the last good
 * policy stays in force. Empty: not known yet (Chromium hands out `{}` at first, measured), so the last good one, or
 * the strict defaults where there never was one.
 */
import browser from 'webextension-polyfill';
import { type PolicyReading, STRICT_DEFAULTS } from '../core/policy/read.ts';
import { tighten } from '../core/policy/user-settings.ts';
import type { PolicySite } from '../core/policy.ts';
import { checkedPolicy } from './check-policy.ts';
import { readDurable, writeDurable } from './database.ts';
import { type LastGood, lastGoodPolicy, type PolicyOrigin, parseLastGood } from './last-good.ts';
import type { GuardState } from './state.ts';

/** Reads the policy into the state, from wherever it is; says what was found. */
export async function loadPolicy(state: GuardState): Promise<PolicyReading['kind']> {
  // A database that cannot be read must not keep the present policy from being enforced.
  const last = parseLastGood(await readDurable('lastGoodPolicy').catch(() => null));
  const { raw, source } = await policyValues(last);
  const reading = checkedPolicy(raw, source === 'managed' ? 'browser' : 'file');
  if (reading.kind === 'good') {
    const since = last !== null && JSON.stringify(last.raw) === JSON.stringify(raw) ? last.at : Date.now();
    takeUp(state, { policy: reading.policy, values: raw, source, since });
    await writeDurable('lastGoodPolicy', { raw, at: since, source }).catch(() => undefined);
  } else {
    const lastGood = lastGoodPolicy(last);
    if (last !== null && lastGood !== null)
      takeUp(state, { policy: lastGood, values: last.raw, source: 'last-good', since: last.at });
    else takeUp(state, { policy: STRICT_DEFAULTS, values: null, source: 'built-in', since: null });
  }
  state.policyFaults = reading.kind === 'damaged' ? reading.faults : [];
  state.policyState = reading.kind;
  return reading.kind;
}

/** The policy in force again, after the organisation's or the person's part has changed. */
export function putInForce(state: GuardState): void {
  state.policy = tighten(state.organisationPolicy, state.settings);
}

function takeUp(
  state: GuardState,
  found: Pick<GuardState, 'policy'> & {
    readonly values: unknown;
    readonly source: GuardState['policySource'];
    readonly since: number | null;
  },
): void {
  state.organisationPolicy = found.policy;
  state.policyValues = found.values;
  state.policySource = found.source;
  state.policySince = found.since;
  putInForce(state);
}

/** The site of policy that an address belongs to; undefined when it is guarded by none. */
export function siteOf(state: GuardState, url: string): PolicySite | undefined {
  const origin = originOf(url);
  return state.policy.sites.find((site) => site.match.some((pattern) => pattern === `${origin}/*`));
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

/**
 * What the browser's policy says. Where it says nothing, an organisation that packs its own build may put its policy
 * into it as policy.json (the shipped build carries none), and a person without an organisation may import a file.
 */
async function policyValues(last: LastGood | null): Promise<{
  readonly raw: unknown;
  readonly source: PolicyOrigin;
}> {
  const managed = await managedValues();
  if (!isEmpty(managed)) return { raw: managed, source: 'managed' };
  const packaged = await packagedPolicy();
  if (!isEmpty(packaged)) return { raw: packaged, source: 'packaged' };
  // An organisation's settings come late at a start (Chromium, measured): they are waited for, not replaced.
  const imported =
    last === null || last.source === 'imported' ? await readDurable('importedPolicy').catch(() => null) : null;
  return { raw: imported ?? {}, source: 'imported' };
}

/** Whether an organisation has set anything here, now or before, so that nobody else may. */
export async function isManaged(): Promise<boolean> {
  const last = parseLastGood(await readDurable('lastGoodPolicy'));
  if (last !== null && last.source !== 'imported') return true;
  return !isEmpty(await managedValues()) || !isEmpty(await packagedPolicy());
}

/** Firefox rejects when there is neither policy nor native manifest: that is an empty area. */
function managedValues(): Promise<unknown> {
  return browser.storage.managed.get().catch(() => ({}));
}

function isEmpty(values: unknown): boolean {
  return typeof values === 'object' && values !== null && Object.keys(values).length === 0;
}

async function packagedPolicy(): Promise<unknown> {
  try {
    return (await (await fetch(browser.runtime.getURL('policy.json'))).json()) as unknown;
  } catch {
    return {};
  }
}

function originOf(url: string): string {
  try {
    const { protocol, hostname } = new URL(url.replace(/^wss:/, 'https:'));
    return `${protocol}//${hostname.replace(/\.$/, '')}`;
  } catch {
    return '';
  }
}
