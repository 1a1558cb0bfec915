/** A page is about to send something: go, wait for a person, or wait until the way is free. */

import { isChange } from '../core/action.ts';
import type { PolicySite } from '../core/policy.ts';
import type { Answer, FromContent } from '../messages.ts';
import { siteFor } from '../sites/all.ts';
import { describePageRequest } from '../sites/page-request.ts';
import { matchesAny } from '../sites/patterns.ts';
import type { Described, DescribedAct } from '../sites/site.ts';
import { keepAgentDraft } from './agent-texts-kept.ts';
import { type Act, type Assessment, actsOf, assess, permits } from './assess.ts';
import { isSealed, openPass } from './boundary.ts';
import { mayAgentsAct } from './breaker-facts.ts';
import { noteAct } from './breakers.ts';
import { makeWay, type Place, waitForTheWay } from './harmless-way.ts';
import { hold } from './holds.ts';
import { isAgentsLiveLine } from './live-line.ts';
import { learnNamedSources } from './named-sources.ts';
import { askFacts } from './places.ts';
import { siteOf } from './policy-source.ts';
import { readingsNoted } from './readings.ts';
import { countChanges, wasRefusedMessage } from './releases.ts';
import { lookAtDebuggers } from './sensors.ts';
import { isLatched } from './sessions.ts';
import { noteDraft, withDraftIn } from './site-changes.ts';
import type { GuardState } from './state.ts';
import { isStoppedAttempt } from './stopped-attempts.ts';
import { holdViewForPage } from './view.ts';

/** While somebody composes: asks the site who reads there, and says whether the draft would pass as it stands. */
export async function assessDraft(state: GuardState, { site, tab }: Place, act: DescribedAct): Promise<Answer> {
  noteDraft(state, tab, act.text);
  await readingsNoted(tab);
  await learnPlace(state, site, act);
  const assessment = assess(state, site, tab, act);
  await keepAgentDraft(state, tab, assessment);
  // In a sealed tab a permitted act needs an opening made for it at the moment of sending.
  return permits(assessment.verdict) && !isSealed(state, tab, site.id)
    ? { kind: 'go', digest: assessment.digest }
    : { kind: 'would-hold' };
}

/** A gesture that sends: the draft as the page shows it. */
export async function attemptDraft(state: GuardState, place: Place, act: DescribedAct): Promise<Answer> {
  await readingsNoted(place.tab);
  await lookAtDebuggers(state);
  const [assessment, answer] = await judged(state, place, act, null);
  if (answer !== null) return answer;
  if (isStoppedAttempt(state, place.site, place.tab, assessment)) return { kind: 'stop' };
  return held(state, place, assessment, null);
}

/** A request that the page's world keeps back until it is told. */
export async function attemptRequest(
  state: GuardState,
  place: Place,
  message: FromContent & { readonly type: 'attempt-request' },
): Promise<Answer> {
  const { site, tab } = place;
  if (siteOf(state, message.request.url)?.id !== site.id) return { kind: 'go', digest: '' };
  const { described: itself, body } = describePageRequest(siteFor(site), message.request);
  const described = withDraftIn(state, site, tab, itself, body);
  await readingsNoted(tab);
  await lookAtDebuggers(state);
  if (isAgentsLiveLine(state, site, tab, new URL(message.request.url).pathname)) return { kind: 'stop' };
  const acts = actsOf(described, isLatched(state, tab));
  if (acts === null) return quietRequest(state, place, described, message);
  const answers: Answer[] = [];
  for (const act of acts) {
    const [assessment, answer] = await judged(state, place, act, message.attempt);
    if (answer !== null) answers.push(answer);
    else if (isStoppedAttempt(state, site, tab, assessment) || wasRefusedMessage(state, assessment))
      answers.push({ kind: 'stop' });
    else answers.push(await held(state, place, assessment, message.attempt));
  }
  return strictest(answers);
}

/** A write that nobody else sees. In a sealed tab it may need an opening, and that may have to wait. */
async function quietRequest(
  state: GuardState,
  place: Place,
  described: Described,
  message: FromContent & { readonly type: 'attempt-request' },
): Promise<Answer> {
  const path = new URL(message.request.url).pathname;
  if (
    described.kind !== 'not-an-act' ||
    !isSealed(state, place.tab, place.site.id) ||
    matchesAny(siteFor(place.site).harmlessPaths, path)
  )
    return { kind: 'go', digest: '' };
  const { method, url } = message.request;
  const write = { method, url };
  return (await makeWay(state, place, write))
    ? { kind: 'go', digest: '' }
    : waitForTheWay(place, write, message.attempt);
}

/** The assessment of one act at this moment, and the answer where it may go. */
async function judged(
  state: GuardState,
  place: Place,
  act: Act,
  attempt: string | null,
): Promise<readonly [Assessment, Answer | null]> {
  const { site, tab } = place;
  if (!('unreadable' in act)) await learnPlace(state, site, act);
  const assessment = assess(state, site, tab, act);
  await keepAgentDraft(state, tab, assessment);
  const { digest } = assessment;
  const released = [...state.holds.values()].some(
    (each) => each.state.kind === 'released' && each.digest === digest && each.tab === tab,
  );
  if (released && mayAgentsAct(state, tab, site.id)) return [assessment, { kind: 'go', digest }];
  noteAct(state, tab, assessment, 'gate');
  if (!permits(assessment.verdict)) return [assessment, null];
  countChanges(state, [{ assessment, release: null, grant: null }]);
  // What is put away by a click has no editor to stay in: while its address is closed it waits, as drafts do.
  if (attempt !== null && isChange(assessment.action.kind))
    return [
      assessment,
      (await makeWay(state, place, assessment.action))
        ? { kind: 'go', digest }
        : waitForTheWay(place, assessment.action, attempt),
    ];
  if (isSealed(state, tab, site.id)) await openPass(state, site.id, tab, assessment.action);
  return [assessment, { kind: 'go', digest }];
}

async function held(state: GuardState, place: Place, assessment: Assessment, attempt: string | null): Promise<Answer> {
  const blocked = assessment.verdict.level === 'BLOCK';
  const waiting = await hold(state, assessment, {
    ...place,
    channel: attempt === null ? 'gesture' : 'request',
    request: attempt,
    replayable: true,
  });
  const view = holdViewForPage(state, waiting);
  return blocked ? { kind: 'refused', hold: view } : { kind: 'held', hold: view };
}

/** In mail the act itself says whom it reaches; a forum must be asked who reads there. */
export async function learnPlace(state: GuardState, site: PolicySite, act: DescribedAct): Promise<void> {
  if (act.recipients !== null) return;
  await Promise.all([askFacts(state, site, act.thread), learnNamedSources(state, site, act)]);
}

/** One answer for a request with several acts: the one that keeps it back longest. */
function strictest(answers: readonly Answer[]): Answer {
  const order = ['stop', 'refused', 'held', 'later', 'would-hold'] as const;
  const found = order.flatMap((kind) => answers.find((answer) => answer.kind === kind) ?? [])[0];
  return found ?? answers[0] ?? { kind: 'would-hold' };
}
