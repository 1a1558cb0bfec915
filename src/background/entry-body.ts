/** An act in the ledger's words. */
import { isChange } from '../core/action.ts';
import type { Stop } from '../core/breaker.ts';
import type { Json } from '../core/canonical.ts';
import type { Hold } from '../core/hold.ts';

/** What the ledger keeps of an act: who, where, why, and the digest; never its text. */
export function entryBody(of: Pick<Hold, 'id' | 'digest' | 'action' | 'verdict' | 'attribution' | 'channel'>): {
  readonly [key: string]: Json;
} {
  return {
    hold: of.id,
    digest: of.digest,
    act: of.action.kind,
    ...(isChange(of.action.kind) ? { items: of.action.items } : {}),
    site: of.action.site,
    thread: of.action.thread,
    actor: of.attribution.actor,
    seenBy: of.attribution.source,
    signs: of.attribution.evidence.map((e) => e.sign),
    level: of.verdict.level,
    review: of.verdict.review,
    labels: of.verdict.labelIds,
    reasons: of.verdict.reasons.map((reason) => reason.kind),
    sources: of.verdict.reasons.flatMap((reason) =>
      reason.kind === 'leak' ? [`${reason.source.site} ${reason.source.thread}`] : [],
    ),
    channel: of.channel,
  };
}

/** What the ledger keeps of a safety stop: whom it stops, what filled it, the act that was not let through, what was done before. */
export function stopBody({ id, scope, measure, count, tried, done }: Stop): { readonly [key: string]: Json } {
  return {
    stop: id,
    scope: scope.kind,
    ...(scope.kind === 'session' ? { session: scope.session } : {}),
    ...(tried === null ? {} : { site: tried.site, act: tried.kind, thread: tried.thread, items: tried.items }),
    measure,
    count,
    done: done.length,
    itemsDone: done.reduce((sum, { items }) => sum + items, 0),
  };
}
