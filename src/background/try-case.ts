/** "Try it": the verdict on a made-up act under the policy in force, by the very function that judges real ones. */

import type { Action } from '../core/action.ts';
import { decide } from '../core/decide.ts';
import { NO_PRINTS } from '../core/exposure/fingerprint.ts';
import { joinLabels, type Label } from '../core/label.ts';
import { type Policy, type PolicySite, siteById } from '../core/policy.ts';
import { ruleThatDecided } from '../core/rule-that-decided.ts';
import type { TryAnswer, Trying } from '../messages/from-own-page.ts';
import type { ThreadFacts } from '../sites/site.ts';
import { audienceOf, labelFromMarks, labelOfSource, recipientsAudience } from './places.ts';
import { type GuardState, stoppedAt } from './state.ts';

/** What would happen; null when the case names a site or label that policy does not know. */
export function tryCase(state: GuardState, trying: Trying): TryAnswer | null {
  const { policy } = state;
  const target = siteById(policy, trying.target.site);
  if (target === undefined) return null;
  const source = trying.source === null ? null : sourceLabel(policy, trying.source);
  if (source === undefined) return null;
  const action = actionOf(policy, target, trying.target);
  const verdict = decide({
    action,
    attribution: { actor: trying.actor, evidence: [], source: 'browser' },
    ownLabel: labelFromMarks(policy, trying.mark === null ? [] : [{ label: trying.mark, categories: [] }]),
    found: [],
    matches: source === null ? [] : [{ reading: readingOf(policy, trying.source, source), spans: [] }],
    tainted: [],
    drafted: [],
    chain: 0,
    mandate: target.mandate,
    itemsLately: 0,
    killed: stoppedAt(state, target.id) !== 'no',
    stop: null,
    grant: null,
    policyDamaged: state.policyState === 'damaged',
    siteChanged: [],
    policy,
    now: Date.now(),
  });
  const { level, review, reasons } = verdict;
  const people = action.audience.kind === 'known' ? action.audience.people : [];
  return { level, review, reasons, people, rule: ruleThatDecided(verdict, trying.actor) };
}

/** The label that content of this place has; undefined when there is no such site. */
function sourceLabel(policy: Policy, source: NonNullable<Trying['source']>): Label | undefined {
  const site = siteById(policy, source.site);
  if (site === undefined) return undefined;
  const place = labelOfSource(policy, site, site.kind === 'gmail' ? null : factsOf(source.area), null);
  const marked = labelFromMarks(policy, source.label === null ? [] : [{ label: source.label, categories: [] }]);
  // Who is on a mail thread is not part of the case.
  return site.kind === 'gmail' ? marked : joinLabels(place, marked);
}

/** By the name that people know the place by. */
function readingOf(policy: Policy, source: Trying['source'], label: Label) {
  const site = siteById(policy, source?.site ?? '');
  const area = site?.areas.find((each) => each.area === source?.area);
  return {
    id: 'try',
    site: source?.site ?? '',
    thread: 'try',
    title: area?.name ?? area?.area ?? site?.name ?? '',
    label,
    at: 0,
    actor: 'unknown' as const,
    session: '',
    depth: 0,
    prints: NO_PRINTS,
  };
}

function actionOf(policy: Policy, site: PolicySite, target: Trying['target']): Action {
  const act = { site: site.id, text: '', quoted: '', messageId: null, items: 1, attachments: [] };
  if (target.kind === 'area') {
    const audience = audienceOf(policy, site, factsOf(target.area));
    return { ...act, kind: 'post', thread: 'new', place: audience.name, audience, recipients: null };
  }
  const recipients = { to: target.to, cc: [], bcc: [] };
  const audience = recipientsAudience(policy, recipients);
  return { ...act, kind: 'send', thread: 'new', place: audience.name, audience, recipients };
}

function factsOf(area: string | null): ThreadFacts {
  return { title: '', area: area ?? '', areaName: '', restricted: false, people: [], groups: [], tags: [], text: '' };
}
