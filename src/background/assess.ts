/** From a described act to a verdict and its digest, with what this browser knows at this moment. Synchronous and without effects. */
import { type Action, digestOf } from '../core/action.ts';
import type { Attribution } from '../core/actor.ts';
import { decide, type Verdict } from '../core/decide.ts';
import { matchReadings } from '../core/exposure.ts';
import type { PolicySite } from '../core/policy.ts';
import type { Described, DescribedAct } from '../sites/site.ts';
import { audienceOf, knownFacts, labelFromMarks, markIds } from './places.ts';
import { attributionOf, taintsOf } from './sessions.ts';
import { type GuardState, killed } from './state.ts';

export type Act = DescribedAct | { readonly unreadable: string };

export interface Assessment {
  readonly act: Act;
  readonly action: Action;
  readonly attribution: Attribution;
  readonly verdict: Verdict;
  readonly digest: string;
}

/** What the guard thinks of an act in a tab. Facts of the thread that were never asked for make its audience unknown. */
export function assess(state: GuardState, site: PolicySite, tab: number, act: Act): Assessment {
  const action = 'unreadable' in act ? unreadableAction(site, act.unreadable) : readableAction(state, site, act);
  const attribution = attributionOf(state, tab);
  const verdict = decide({
    action,
    attribution,
    ownLabel: labelFromMarks(
      state.policy,
      markIds(state.policy, { title: '', tags: [], head: action.text.slice(0, 2_000) }),
    ),
    matches: matchReadings(action.text, state.readings, state.fingerprintKey),
    tainted: taintsOf(state, tab),
    mandate: site.mandate,
    killed: killed(state) !== 'no',
    policyDamaged: state.policyState === 'damaged',
    policy: state.policy,
  });
  return { act, action, attribution, verdict, digest: digestOf(action, verdict.labelIds) };
}

/** Whether a verdict lets the act pass without a question. */
export function permits(verdict: Verdict): boolean {
  return verdict.level === 'ALLOW' || verdict.level === 'REPORT';
}

/** The act in a site's description; null when it is none that the guard must judge for this actor. */
export function actOf(described: Described, agent: boolean): Act | null {
  switch (described.kind) {
    case 'act':
      return described.act;
    case 'unreadable-act':
      return { unreadable: described.why };
    case 'unknown':
      // A write that no pattern knows is a person's business, and an agent's only by mandate.
      return agent ? { unreadable: 'a kind of change that Countersign does not know' } : null;
    case 'not-an-act':
      return null;
  }
}

function readableAction(state: GuardState, site: PolicySite, act: DescribedAct): Action {
  const facts = knownFacts(state, site, act.thread);
  return { ...act, site: site.id, place: facts?.title ?? '', audience: audienceOf(state.policy, site, facts) };
}

function unreadableAction(site: PolicySite, why: string): Action {
  const audience = { kind: 'unknown', name: site.name, why: 'what is sent cannot be read' } as const;
  return {
    kind: 'unreadable',
    site: site.id,
    thread: 'unknown',
    place: site.name,
    audience,
    text: why,
    attachments: 'unknown',
  };
}
