/** What safety stops measure, and for whom: numbers over the acts of the last minutes, whatever their order in the list. */
import type { AgentAct } from './breaker.ts';
import { LATELY_MS } from './change.ts';

/**
 * `acts`: different acts within a minute, tried or done. Within ten minutes, of what went without a question: `audiences`,
 * different circles that were written to; `newReaders`, people who newly got to read something; `items`, things put
 * away, deleted, shared or redirected, one by one, with those of the act at hand. `declined`: a person's noes in a row.
 */
export const MEASURES = ['items', 'newReaders', 'audiences', 'acts', 'declined'] as const;
export type Measure = (typeof MEASURES)[number];

/** Whom a stop stops: one session of an agent, all agents on one site, or all agents. */
export type Scope =
  | { readonly kind: 'session'; readonly session: string }
  | { readonly kind: 'site'; readonly site: string }
  | { readonly kind: 'all' };

/** All agents of this browser. */
export const ALL_AGENTS: Scope = { kind: 'all' };

const MINUTE_MS = 60_000;
/** The time over which most is measured: the ten minutes of the limit on items. */
export const SPELL_MS = LATELY_MS;

/** The circles that an act counts in, the narrowest first. */
export function scopesOf({ session, site }: Pick<AgentAct, 'session' | 'site'>): readonly Scope[] {
  return [{ kind: 'session', session }, { kind: 'site', site }, ALL_AGENTS];
}

/** Whether an act lies within a circle. */
export function within(scope: Scope, { session, site }: Pick<AgentAct, 'session' | 'site'>): boolean {
  switch (scope.kind) {
    case 'session':
      return scope.session === session;
    case 'site':
      return scope.site === site;
    case 'all':
      return true;
  }
}

/** What the acts of a circle come to, with the act at hand. A clock that was set back makes none of them older. */
export function measured(
  acts: readonly AgentAct[],
  act: AgentAct,
  scope: Scope,
  now: number,
): Readonly<Record<Measure, number>> {
  const others = acts.filter(
    (each) => within(scope, each) && !(each.session === act.session && each.name === act.name),
  );
  const spell = others.filter((each) => now - each.at < SPELL_MS);
  const went = [...spell, act].filter(({ outcome }) => outcome === 'went');
  return {
    acts:
      timesOf(act, acts) + sum(others.filter((each) => now - each.at < MINUTE_MS).map(({ sent }) => Math.max(1, sent))),
    audiences: byAudience(went).size,
    newReaders: sum([...byAudience(went).values()]),
    items: act.items === 0 ? 0 : act.items + sum(spell.filter(isGone).map(({ items }) => items)),
    declined: declinedInARow([...others, act]),
  };
}

/** An act counts once for being tried, and once for each time that it has gone out: the same words may be sent again and again. */
function timesOf(act: AgentAct, acts: readonly AgentAct[]): number {
  const before = acts.find((each) => each.session === act.session && each.name === act.name);
  return Math.max(1, act.sent + (before?.sent ?? 0));
}

/** What changed things without a question; what a person has said yes to is the person's. */
function isGone({ outcome }: AgentAct): boolean {
  return outcome === 'went';
}

/** Each circle of readers once, with the most people who newly read something there. */
function byAudience(acts: readonly AgentAct[]): ReadonlyMap<string, number> {
  const most = new Map<string, number>();
  for (const { audience, newReaders } of acts)
    if (audience !== null) most.set(audience, Math.max(most.get(audience) ?? 0, newReaders));
  return most;
}

/** Noes since the last yes. */
function declinedInARow(acts: readonly AgentAct[]): number {
  const lastYes = acts.reduce(
    (last, { outcome, at }) => (outcome === 'confirmed' ? Math.max(last, at) : last),
    Number.NEGATIVE_INFINITY,
  );
  return acts.filter(({ outcome, at }) => outcome === 'declined' && at > lastYes).length;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}
