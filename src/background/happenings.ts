/** The entries of the record that tell a person something, with the place and the agent that they speak of. */
import { type InputFacts, SIGN_IDS } from '../core/actor.ts';
import { AGENT_IDS } from '../core/agent-name.ts';
import { WAYS_OF_WORKING } from '../core/agent-session.ts';
import type { Json } from '../core/canonical.ts';
import type { Entry } from '../core/ledger.ts';
import type { AgentView, EvidenceView, HappeningView } from '../messages/agent-view.ts';
import { NO_FACTS } from './entry-body.ts';
import { evidenceView } from './evidence-view.ts';
import { siteOf } from './policy-source.ts';
import type { GuardState } from './state.ts';

const TOLD: ReadonlySet<string> = new Set([
  'held',
  'approved',
  'denied',
  'released',
  'answered',
  'refused',
  'killed',
  'safety-stop',
  'safety-stop-answered',
  'grant-given',
  'grant-used',
  'grant-ended',
  'revived',
  'killed-on-site',
  'revived-on-site',
  'taken-over',
  'handed-back',
  'shield-broken',
  'session-begun',
  'session-named',
  'session-ended',
  'expired',
  'policy-damaged',
  'policy-loaded',
  'settings-changed',
  'site-changed',
  'drafts-lost',
  'trial-report',
  'failed',
]);

/** One entry as a line of what has happened; none for what says nothing to people. */
export function happeningsOf(state: GuardState, entry: Entry): readonly HappeningView[] {
  if (!TOLD.has(entry.kind)) return [];
  const { at, kind, body } = entry;
  return [{ at, what: kind, place: placeName(state, entry), agent: agentOf(body.agent), evidence: evidenceOf(body) }];
}

/** The site as people call it; the record's own names of threads say nothing to anybody. */
function placeName(state: GuardState, { body }: Entry): string {
  const site = state.policy.sites.find((each) => each.id === body.site);
  if (site !== undefined) return site.name;
  return typeof body.url === 'string' ? (siteOf(state, body.url)?.name ?? '') : '';
}

function agentOf(value: Json | undefined): AgentView | null {
  const name = AGENT_IDS.find((each) => each === value);
  if (name !== undefined) return { kind: 'named', name };
  const way = WAYS_OF_WORKING.find((each) => each === value);
  return way === undefined ? null : { kind: 'unnamed', way };
}

/** Re-made field by field; an entry of an older guard has none. */
function evidenceOf({ evidence }: Entry['body']): readonly EvidenceView[] {
  if (!Array.isArray(evidence)) return [];
  return evidence.flatMap((each: Json) => {
    if (typeof each !== 'object' || each === null || Array.isArray(each)) return [];
    const kept = each as { readonly [key: string]: Json };
    const sign = SIGN_IDS.find((id) => id === kept.sign);
    if (sign === undefined) return [];
    const source = kept.seenBy === 'browser' ? 'browser' : 'page';
    return [evidenceView({ sign, source, facts: factsOf(kept) })];
  });
}

function factsOf(kept: { readonly [key: string]: Json }): InputFacts | undefined {
  if (typeof kept.characters !== 'number') return undefined;
  const count = (key: keyof InputFacts) => (typeof kept[key] === 'number' ? (kept[key] as number) : 0);
  const names = Object.keys(NO_FACTS) as (keyof typeof NO_FACTS)[];
  return { ...NO_FACTS, ...Object.fromEntries(names.map((name) => [name, count(name)])), pace: null };
}
