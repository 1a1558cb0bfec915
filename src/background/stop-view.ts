/** The safety stops as people are shown them. */
import type { AgentAct, Stop } from '../core/breaker.ts';
import { siteById } from '../core/policy.ts';
import type { DoneView, StopView } from '../messages/stop-view.ts';
import { doneLink } from '../sites/done-links.ts';
import type { GuardState } from './state.ts';

/** Newest first, those that stop before those that ask. */
export function stopViews(state: GuardState): readonly StopView[] {
  const inOrder = [...state.breakers.stops].sort((a, b) => b.at - a.at);
  return ['open', 'half-open']
    .flatMap((word) => inOrder.filter((stop) => stop.state === word))
    .map((stop) => stopView(state, stop));
}

function stopView(state: GuardState, { id, state: word, at, measure, scope, tried, done }: Stop): StopView {
  return {
    id,
    state: word,
    at,
    measure,
    scope: scope.kind,
    siteName: scope.kind === 'site' ? (siteById(state.policy, scope.site)?.name ?? scope.site) : '',
    tried: tried && doneView(state, tried),
    done: done.map((act) => doneView(state, act)),
  };
}

function doneView(state: GuardState, { at, kind, items, place, site: id, thread }: AgentAct): DoneView {
  const site = siteById(state.policy, id);
  const link = site === undefined ? null : doneLink(site.kind, kind, thread);
  const host = site?.match[0]?.replace(/\/\*$/, '');
  return {
    at,
    kind,
    items,
    place,
    siteName: site?.name ?? id,
    link: link === null || host === undefined ? null : { where: link.where, url: `${host}${link.path}` },
  };
}
