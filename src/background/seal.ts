/**
 * The boundary that stands when our process falls: declarativeNetRequest rules that refuse writes to guarded hosts from
 * agents' tabs, from tabs with a waiting act and, while killed, from everywhere. A release is one narrow allow rule.
 */
import type { PolicySite } from '../core/policy.ts';
import { siteFor } from '../sites/all.ts';
import type { SendMethod } from '../sites/site.ts';

export type Rule = chrome.declarativeNetRequest.Rule;

export interface SealInput {
  readonly sites: readonly PolicySite[];
  /** Tabs whose writes are refused. */
  readonly tabs: readonly number[];
  /** Tabs that are known to show a guarded page; those of them that are not sealed may post whole pages. */
  readonly known: readonly number[];
  /** Refuse every tab's writes. */
  readonly everywhere: boolean;
  /** What may pass nevertheless: one path in one tab. */
  readonly openings: readonly {
    readonly tab: number;
    readonly site: string;
    readonly method: SendMethod;
    readonly path: string;
  }[];
}

const WRITES = ['post', 'put', 'patch', 'delete', 'other'] as const;

/** Every kind of request; without the list, a rule leaves out main_frame and a form posts through it (measured). */
const ALL_TYPES = [
  'main_frame',
  'sub_frame',
  'stylesheet',
  'script',
  'image',
  'font',
  'object',
  'xmlhttprequest',
  'ping',
  'csp_report',
  'media',
  'websocket',
  'other',
] as const;

const PRIORITY = { seal: 10, harmless: 20, release: 30 } as const;

/** The rules for this moment; empty when nothing is to be sealed. Firefox knows neither "other" methods nor webtransport. */
export function sealRules(input: SealInput, methods: readonly string[] = WRITES): readonly Rule[] {
  const hosts = input.sites.flatMap(hostsOf);
  if (hosts.length === 0 || (!input.everywhere && input.tabs.length === 0)) return [];
  const where = { requestDomains: [...new Set(hosts)].sort() };
  const tabs = input.everywhere ? {} : { tabIds: [...new Set(input.tabs), -1].sort((a, b) => a - b) };
  const others = input.everywhere ? [] : input.known.filter((tab) => !input.tabs.includes(tab));
  const free = others.length === 0 ? {} : { excludedTabIds: [...new Set(others)].sort((a, b) => a - b) };
  const rules: Omit<Rule, 'id'>[] = [
    block({ ...where, ...tabs, requestMethods: methods, resourceTypes: ALL_TYPES }),
    block({ ...where, ...tabs, resourceTypes: ['websocket'] }),
    // A form can be sent into a new tab, whose id no rule knows yet.
    block({ ...where, ...free, requestMethods: methods, resourceTypes: ['main_frame'] }),
    ...input.sites.flatMap((site) => hostsOf(site).flatMap((host) => writingGets(site, host, tabs))),
    ...input.sites.flatMap((site) => hostsOf(site).flatMap((host) => harmless(site, host, methods))),
    ...input.openings.flatMap((opening) => openingRules(input.sites, opening)),
  ];
  return rules.map((rule, index) => ({ ...rule, id: index + 1 }));
}

function hostsOf(site: PolicySite): readonly string[] {
  return site.match.map((pattern) => pattern.slice('https://'.length, -'/*'.length));
}

/** Addresses that a site might take for a write when they are only fetched, by whichever method that reads. */
function writingGets(site: PolicySite, host: string, tabs: Condition): readonly Omit<Rule, 'id'>[] {
  return siteFor(site).writingGets.map((address) =>
    block({
      regexFilter: `^https://${escapeHost(host)}${address}$`,
      ...tabs,
      requestMethods: ['get', 'head', 'options'],
      resourceTypes: ALL_TYPES,
    }),
  );
}

/** One rule a path: a browser refuses a regular expression that grows past 2 kB. */
function harmless(site: PolicySite, host: string, methods: readonly string[]): readonly Omit<Rule, 'id'>[] {
  return siteFor(site).harmlessPaths.map((path) =>
    allow(PRIORITY.harmless, {
      regexFilter: `^https://${escapeHost(host)}${path}([?#].*)?$`,
      requestMethods: methods,
      resourceTypes: ALL_TYPES,
    }),
  );
}

function openingRules(
  sites: readonly PolicySite[],
  opening: SealInput['openings'][number],
): readonly Omit<Rule, 'id'>[] {
  const site = sites.find((each) => each.id === opening.site);
  return (site ? hostsOf(site) : []).map((host) =>
    allow(PRIORITY.release, {
      regexFilter: `^https://${escapeHost(host)}${opening.path}$`,
      tabIds: [opening.tab],
      requestMethods: [opening.method],
      resourceTypes: ALL_TYPES,
    }),
  );
}

type Condition = { readonly [K in keyof chrome.declarativeNetRequest.RuleCondition]?: unknown };

function block(condition: Condition): Omit<Rule, 'id'> {
  return {
    priority: PRIORITY.seal,
    action: { type: 'block' as chrome.declarativeNetRequest.RuleActionType },
    condition: condition as chrome.declarativeNetRequest.RuleCondition,
  };
}

function allow(priority: number, condition: Condition): Omit<Rule, 'id'> {
  return {
    priority,
    action: { type: 'allow' as chrome.declarativeNetRequest.RuleActionType },
    condition: condition as chrome.declarativeNetRequest.RuleCondition,
  };
}

function escapeHost(host: string): string {
  return host.replace(/[.\\]/g, '\\$&');
}
