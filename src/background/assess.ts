/** From a described act to a verdict and its digest, with what this browser knows at this moment. Synchronous and without effects. */
import { type Action, digestOf, isChange, peopleOf } from '../core/action.ts';
import type { Attribution } from '../core/actor.ts';
import { decide, type Facts, stricter, type Verdict } from '../core/decide.ts';
import { LONGEST_COMPARED } from '../core/exposure/fingerprint.ts';
import { matchesOf, readWithin } from '../core/exposure.ts';
import type { Grant } from '../core/grant.ts';
import { type Hold, isOpen } from '../core/hold.ts';
import { type Label, sortedUnion } from '../core/label.ts';
import { UNKNOWN_MARK } from '../core/marking.ts';
import type { PolicySite } from '../core/policy.ts';
import type { Described, DescribedAct } from '../sites/site.ts';
import { agentTextFacts } from './agent-texts.ts';
import { knownAudience } from './belonging.ts';
import { stopFor } from './breaker-facts.ts';
import { changedLately } from './changes.ts';
import { withNamedSources } from './named-sources.ts';
import { audienceOf, knownFacts, labelFromMarks, marksFrom, marksIn, recipientsAudience } from './places.ts';
import { sensitiveIn } from './sensitive.ts';
import { attributionOf, taintsOf } from './sessions.ts';
import { changedParts } from './site-changes.ts';
import { type GuardState, isTrialAt, stoppedAt } from './state.ts';

export type Act = DescribedAct | { readonly unreadable: string };

export interface Assessment {
  readonly act: Act;
  readonly action: Action;
  readonly attribution: Attribution;
  /** What the verdict rests on. */
  readonly facts: Facts;
  /** What is done: in a trial, a question or a refusal becomes a line in the counts. */
  readonly verdict: Verdict;
  /** What would be done without a trial. */
  readonly untried: Verdict;
  readonly digest: string;
}

/** What the guard thinks of an act in a tab; `taken` is a grant that it has used just now. Facts of the thread that were never asked for make its audience unknown. */
export function assess(
  state: GuardState,
  site: PolicySite,
  tab: number,
  act: Act,
  taken: Grant | null = null,
): Assessment {
  const action = 'unreadable' in act ? unreadableAction(site, act.unreadable) : readableAction(state, site, act);
  const attribution = attributionOf(state, tab);
  const now = Date.now();
  // What only names mail by its numbers says nothing that could be sensitive, though a number may look like a card's.
  const sensitive = reachesNobody(action) ? NOTHING_FOUND : sensitiveIn(state.policy, action.text);
  const readings = readWithin(state.readings, state.policy.exposure.readingMs, now);
  const matches = withNamedSources(state, site, action, matchesOf(action, readings, state.fingerprintKey));
  const facts: Facts = {
    action,
    attribution,
    ownLabel: ownLabel(state, action, sensitive.labels),
    found: sensitive.found,
    matches,
    tainted: taintsOf(state, tab),
    ...agentTextFacts(state, tab, action, matches),
    mandate: site.mandate,
    itemsLately: changedLately(state, tab, { action, attribution }, now),
    killed: stoppedAt(state, site.id) !== 'no',
    stop: null,
    grant: taken ?? state.grants.find((each) => each.site === site.id && each.thread === action.thread) ?? null,
    policyDamaged: state.policyState === 'damaged',
    siteChanged: changedParts(state, tab),
    policy: state.policy,
    now,
  };
  const untried = withStops(state, tab, facts);
  const verdict = isTrialAt(state, site.id) ? tried(untried) : untried;
  const digest = digestOf(action, verdict.labelIds);
  const assessment = { act, action, attribution, facts, verdict, untried, digest };
  return asItWaits(state, tab, assessment);
}

/** What an act comes to by itself tells whether it opens a safety stop; only with that is the verdict whole. */
function withStops(state: GuardState, tab: number, facts: Facts): Verdict {
  const verdict = decide(facts);
  const stop = stopFor(state, tab, { ...facts, verdict }, facts.now);
  return stop === null ? verdict : decide({ ...facts, stop });
}

/** A trial holds nothing. */
function tried(verdict: Verdict): Verdict {
  return permits(verdict) ? verdict : { ...verdict, level: 'REPORT', review: 'none', proof: 'window' };
}

/** Whether a verdict lets the act pass without a question. */
export function permits(verdict: Verdict): boolean {
  return verdict.level === 'ALLOW' || verdict.level === 'REPORT';
}

/** The acts in a site's description; null when there is none that the guard must judge for this actor. */
export function actsOf(described: Described, agent: boolean): readonly [Act, ...Act[]] | null {
  switch (described.kind) {
    case 'acts':
      return described.acts;
    case 'unreadable-act':
      return [{ unreadable: described.why }];
    case 'unknown':
      // A write that no pattern knows is a person's business, and an agent's only by mandate.
      return agent ? [{ unreadable: 'a kind of change that Countersign does not know' }] : null;
    case 'not-an-act':
      return null;
  }
}

/**
 * An act that waits in this tab already is that act whoever presses Send now: an agent's draft that was brought back
 * into another tab keeps the labels, the agent and the verdict that it was held with. A label that came since makes
 * another digest, and so another question.
 */
function asItWaits(state: GuardState, tab: number, now: Assessment): Assessment {
  const same = (hold: Hold) =>
    hold.tab === tab &&
    isOpen(hold) &&
    hold.digest === digestOf(now.action, sortedUnion(now.verdict.labelIds, hold.labelIds));
  const waiting = now.action.kind === 'unreadable' ? undefined : [...state.holds.values()].find(same);
  if (waiting === undefined) return now;
  const verdict = stricter(waiting.verdict, now.verdict);
  // Who held it stays who it was held for, unless an agent presses now.
  const attribution = now.attribution.actor === 'agent' ? now.attribution : waiting.attribution;
  return { ...now, attribution, verdict, digest: waiting.digest };
}

/** The label of the text by its own marks (of its title, its first lines and what it quotes) and by sensitive content. */
function ownLabel(state: GuardState, action: Action, found: readonly string[]): Label {
  const [first = '', ...rest] = action.text.split('\n\n');
  const titled = ['post', 'message', 'send'].includes(action.kind) && rest.length > 0;
  const quotedHead = action.quoted.slice(action.quoted.indexOf('\n\n') + 1);
  const places = [
    { title: titled ? first : '', text: titled ? rest.join('\n\n') : action.text },
    { title: '', text: quotedHead },
  ].map(({ title, text }) => ({
    title,
    tags: [],
    head: text.slice(0, MARK_CHARACTERS),
    foot: text.slice(-MARK_CHARACTERS),
  }));
  const marks = places.flatMap((place) => marksIn(state.policy, place));
  const unseen = action.text.length > LONGEST_COMPARED ? [UNKNOWN_MARK] : [];
  return labelFromMarks(state.policy, [...marks, ...marksFrom([...found, ...unseen])]);
}

/** Marks stand in the first lines and the last; no line of a mark is longer than this. */
const MARK_CHARACTERS = 2_000;

function readableAction(state: GuardState, site: PolicySite, act: DescribedAct): Action {
  if (isChange(act.kind) && peopleOf(act.recipients)?.length === 0)
    return { ...act, site: site.id, place: site.name, audience: knownAudience(state.policy, site.name, [], []) };
  if (act.recipients !== null) {
    const audience = recipientsAudience(state.policy, act.recipients);
    return { ...act, site: site.id, place: act.text.split('\n', 1)[0] ?? '', audience };
  }
  const facts = knownFacts(state, site, act.thread);
  // A draft that others read has a subject, and no place whose name could be asked for.
  const subject = site.kind === 'gmail' ? act.text.split('\n', 1)[0] : undefined;
  return {
    ...act,
    site: site.id,
    place: facts?.title ?? subject ?? '',
    audience: audienceOf(state.policy, site, facts),
  };
}

/** A change by which nobody gets to read anything: an audience of nobody, and not one that is unknown. */
function reachesNobody({ kind, audience }: Action): boolean {
  return isChange(kind) && audience.kind === 'known' && audience.people.length + audience.groups.length === 0;
}

const NOTHING_FOUND = { labels: [], found: [] } as const;

function unreadableAction(site: PolicySite, why: string): Action {
  const audience = { kind: 'unknown', name: site.name, why: 'what is sent cannot be read' } as const;
  return {
    kind: 'unreadable',
    site: site.id,
    thread: 'unknown',
    place: site.name,
    audience,
    text: why,
    quoted: '',
    recipients: null,
    messageId: null,
    items: 1,
    attachments: 'unknown',
  };
}
