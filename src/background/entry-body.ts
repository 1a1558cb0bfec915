/** An act in the ledger's words. */
import { isChange } from '../core/action.ts';
import type { Evidence, InputFacts, SignId } from '../core/actor.ts';
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
    signs: of.attribution.evidence.map((e) => withoutAids(e.sign)),
    evidence: evidenceBody(of.attribution.evidence),
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

/** That somebody works with a screen reader or by voice stands in no record. */
export function withoutAids(sign: SignId): SignId {
  return sign === 'assistive-press' ? 'press-unclear' : sign;
}

/** Facts of which nothing was counted. */
export const NO_FACTS: Readonly<Record<Exclude<keyof InputFacts, 'pace'>, number>> = {
  characters: 0,
  typed: 0,
  unexplained: 0,
  atOnce: 0,
  keys: 0,
  capitals: 0,
  bareCapitals: 0,
  presses: 0,
  jumps: 0,
};

/**
 * Why an agent is believed to be there, with numbers: seen by the browser, or claimed by the page. Nothing of a person,
 * and no times of keys, which stay in memory.
 */
export function evidenceBody(evidence: readonly Evidence[]): { readonly [key: string]: Json }[] {
  return evidence
    .filter(({ direction }) => direction === 'agent')
    .map(({ sign, source, facts }) => {
      const { pace: _inMemoryOnly, ...numbers } = facts ?? { pace: null };
      return { sign, seenBy: source, ...numbers };
    });
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
