/** Other extensions in this browser that could act in guarded pages, for the options page. Naming only. */
import browser from 'webextension-polyfill';
import { capableOf } from '../agents/capable-extension.ts';
import { agentByExtension } from '../agents/known-agents.ts';
import type { CapableExtensionView } from '../messages/agent-view.ts';
import type { GuardState } from './state.ts';

/** The capable ones, known agents first; null when the browser does not say. */
export async function capableExtensions(state: GuardState): Promise<readonly CapableExtensionView[] | null> {
  const all = await browser.management?.getAll?.().catch(() => null);
  if (!all) return null;
  const hosts = state.policy.sites.flatMap(({ match }) => match.map(hostIn));
  const capable = all.flatMap((each): readonly CapableExtensionView[] => {
    const could = each.id === browser.runtime.id ? null : capableOf(each, hosts);
    return could === null ? [] : [{ name: each.name, known: agentByExtension(each.id) !== null, ...could }];
  });
  const rank = (each: CapableExtensionView) => (each.known ? 0 : each.debugs ? 1 : 2);
  return capable.sort((a, b) => rank(a) - rank(b) || a.name.localeCompare(b.name));
}

/** Policy's patterns name one host each, or all below one. */
function hostIn(match: string): string {
  return (match.split('/')[2] ?? '').replace(/^\*\./, '');
}
