/** Tries a description on an open tab: what the page would be read as, and what policy makes of that. Nothing changes by it. */
import browser from 'webextension-polyfill';
import { descriptionOf } from '../core/policy/description.ts';
import type { PolicyFault } from '../core/policy/faults.ts';
import { labelById, type PolicySite } from '../core/policy.ts';
import { type GuardedTab, type PagePreview, parsePagePreview, type SitePreview } from '../messages/site-preview.ts';
import type { ToContent } from '../messages.ts';
import { siteFor } from '../sites/all.ts';
import { checkedPolicy } from './check-policy.ts';
import { audienceOf, labelOfSource, recipientsAudience } from './places.ts';
import { siteOf } from './policy-source.ts';
import type { GuardState } from './state.ts';
import { audienceView } from './view.ts';

/** The tabs that show a guarded page, with the description that policy has of it. */
export async function guardedTabs(state: GuardState): Promise<readonly GuardedTab[]> {
  const url = state.policy.sites.flatMap((site) => site.match);
  const tabs = url.length === 0 ? [] : await browser.tabs.query({ url });
  return tabs.flatMap(({ id, title, url: at = '' }) => {
    const site = siteOf(state, at);
    if (id === undefined || site === undefined) return [];
    return [{ tab: id, title: title ?? '', host: new URL(at).hostname, description: writtenDescription(state, site) }];
  });
}

/** What this description makes of that tab, or all that is wrong with it. */
export async function previewSite(state: GuardState, tab: number, text: string): Promise<SitePreview> {
  const { url = '' } = await browser.tabs.get(tab).catch(() => ({ url: '' }));
  const inForce = siteOf(state, url);
  if (inForce === undefined) return { kind: 'no-answer' };
  const read = described(inForce, text);
  if ('faults' in read) return { kind: 'faults', faults: read.faults };
  const message: ToContent = { type: 'preview', site: { kind: read.site.kind, description: read.site.description } };
  const answer: unknown = await browser.tabs.sendMessage(tab, message, { frameId: 0 }).catch(() => null);
  const page = parsePagePreview(answer);
  return page === null ? { kind: 'no-answer' } : shown(state, read.site, page, read.policy);
}

/** The site as it would be with this description, after the very checks that a policy goes through. */
function described(
  inForce: PolicySite,
  text: string,
): { readonly site: PolicySite; readonly policy: string } | { readonly faults: readonly PolicyFault[] } {
  const description = parsed(text);
  if (typeof description === 'string') return { faults: [{ path: '', message: description }] };
  const { id, name, match } = inForce;
  const site = { id, name, kind: 'generic', match: [...match], description: description.value };
  const reading = checkedPolicy({ policyVersion: 1, sites: [site] }, 'file');
  if (reading.kind === 'damaged')
    return {
      faults: reading.faults.map(({ path, message }) => ({
        path: path.replace(/^sites\[0\]\.description\.?/, ''),
        message,
      })),
    };
  const raw = description.value as Parameters<typeof descriptionOf>[1];
  return {
    site: { ...inForce, kind: 'generic', description: descriptionOf('generic', raw, undefined) },
    policy: JSON.stringify({ sites: [site] }, null, 2),
  };
}

function shown(state: GuardState, site: PolicySite, page: PagePreview, policy: string): SitePreview {
  const reader = siteFor(site);
  const facts = page.seen === null ? null : reader.plainFacts(page.seen.thread);
  const seen = page.seen && { ...page.seen, documents: [{ author: null, text: page.seen.text }] };
  const label = seen === null ? null : labelOfSource(state.policy, site, facts, seen);
  const audiences = page.composers.map(({ thread, people }) =>
    people === null
      ? audienceOf(state.policy, site, reader.plainFacts(thread))
      : recipientsAudience(state.policy, { to: people, cc: [], bcc: [] }),
  );
  const readers = page.seen === null ? null : audienceOf(state.policy, site, facts);
  return {
    kind: 'read',
    page,
    labels: (label?.marks ?? []).map((id) => labelById(state.policy, id)?.name ?? id),
    readers: readers === null ? null : readersOf(state, readers),
    audiences: audiences.map((audience) => readersOf(state, audience)),
    policy,
  };
}

function readersOf(state: GuardState, audience: ReturnType<typeof audienceOf>) {
  const { name, size, groups } = audienceView(state, audience);
  const named = groups.map((group) => group.name).join(', ');
  return { name: named === '' ? name : named, size: size.count, why: audience.kind === 'unknown' ? audience.why : '' };
}

/** As policy has it: of a generic site its own words, so that they can be changed and tried. */
function writtenDescription({ policyValues }: GuardState, { id, kind }: PolicySite): string {
  const values = policyValues as { readonly policyJson?: unknown; readonly sites?: unknown } | null;
  const whole = typeof values?.policyJson === 'string' ? parsed(values.policyJson) : { value: values };
  if (kind !== 'generic' || typeof whole === 'string') return '';
  const { sites } = whole.value as {
    readonly sites?: readonly { readonly id?: string; readonly description?: unknown }[];
  };
  const own = sites?.find((site) => site.id === id)?.description;
  return own === undefined ? '' : JSON.stringify(own, null, 2);
}

function parsed(text: string): string | { readonly value: unknown } {
  try {
    return { value: JSON.parse(text) as unknown };
  } catch (error) {
    return `is no JSON: ${error instanceof Error ? error.message : 'it cannot be read'}`;
  }
}
