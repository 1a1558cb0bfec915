/** What pages may ask and are told. A content script's word is a claim about its own tab: it can hold and refuse, never approve. */
import browser, { type Runtime } from 'webextension-polyfill';
import type { Hold } from '../core/hold.ts';
import type { PolicySite } from '../core/policy.ts';
import type { Answer, FromContent, PageOrders, ToContent } from '../messages.ts';
import { SITES } from '../sites/all.ts';
import { readPageBody } from '../sites/read-body.ts';
import type { DescribedAct } from '../sites/site.ts';
import { type Act, actOf, assess, permits } from './assess.ts';
import { isSealed, openPass, seal } from './boundary.ts';
import { type HoldChange, hold, refuse } from './holds.ts';
import { askFacts } from './places.ts';
import { siteOf } from './policy-source.ts';
import { noteReading } from './readings.ts';
import { record } from './record.ts';
import { lookAtDebuggers } from './sensors.ts';
import { isLatched, noteSigns } from './sessions.ts';
import { type GuardState, killed } from './state.ts';
import { openSurface } from './surface.ts';
import { holdViewForPage } from './view.ts';

/** Page requests that wait for the release of a hold: frame and the page's own name of the attempt. */
const waitingAttempts = new Map<
  string,
  { readonly frame: number; readonly attempt: string; readonly digest: string }[]
>();

/** Attempts remembered for one hold; a page that floods gets refusals instead. */
const MOST_ATTEMPTS = 20;

/** Answers one message of a page; undefined when there is nothing to answer. */
export async function answerContent(
  state: GuardState,
  message: FromContent,
  sender: Runtime.MessageSender,
): Promise<Answer | PageOrders | undefined> {
  const tab = sender.tab?.id;
  const site = siteOf(state, sender.tab?.url ?? '') ?? siteOf(state, sender.url ?? '');
  if (message.type === 'hello') return { kind: site?.kind ?? null, killed: killed(state) !== 'no' };
  if (tab === undefined || site === undefined) return undefined;
  switch (message.type) {
    case 'seen':
      await noteReading(state, site, tab, message.thread, message);
      return undefined;
    case 'signs':
      if (noteSigns(state, tab, message.signs, 'page', message.signs.includes('webdriver') ? 'remote' : 'tab'))
        await seal(state);
      return undefined;
    case 'assess':
      return assessDraft(state, site, tab, draftAct(message.draft));
    case 'attempt-draft':
      return attempt(state, site, tab, sender.frameId ?? 0, draftAct(message.draft), null);
    case 'attempt-request':
      return attemptRequest(state, site, tab, sender.frameId ?? 0, message);
    default:
      return answerAboutHold(state, tab, message);
  }
}

async function answerAboutHold(
  state: GuardState,
  tab: number,
  message: FromContent & { readonly holdId: string },
): Promise<undefined> {
  if (state.holds.get(message.holdId)?.tab !== tab) return undefined;
  if (message.type === 'decline') await refuse(state, message.holdId, 'person');
  if (message.type === 'gone') await refuse(state, message.holdId, 'gone');
  if (message.type === 'review') await openSurface(state, message.holdId, true);
  if (message.type === 'overlay-tampered') await record('repeated', { hold: message.holdId, tampered: true });
  return undefined;
}

/** While somebody composes: asks the site who reads there, and says whether the draft would pass as it stands. */
async function assessDraft(state: GuardState, site: PolicySite, tab: number, act: DescribedAct): Promise<Answer> {
  await askFacts(state, site, act.thread);
  const assessment = assess(state, site, tab, act);
  // In a sealed tab a permitted act needs an opening made for it at the moment of sending.
  return permits(assessment.verdict) && !isSealed(state, tab)
    ? { kind: 'go', digest: assessment.digest }
    : { kind: 'would-hold' };
}

async function attemptRequest(
  state: GuardState,
  site: PolicySite,
  tab: number,
  frame: number,
  message: FromContent & { readonly type: 'attempt-request' },
): Promise<Answer> {
  const url = new URL(message.request.url);
  const target = siteOf(state, message.request.url);
  if (target?.id !== site.id) return { kind: 'go', digest: '' };
  const body = message.request.body === null ? null : readPageBody(message.request.body, url.searchParams);
  const described = SITES[site.kind].describeRequest({
    method: message.request.method.toUpperCase(),
    path: url.pathname,
    body: body ?? { kind: 'unreadable', why: 'the page did not show its text' },
  });
  await lookAtDebuggers(state);
  const act = actOf(described, isLatched(state, tab));
  return act === null ? { kind: 'go', digest: '' } : attempt(state, site, tab, frame, act, message.attempt);
}

/** Something is about to be sent. Permitted: go. Else it waits, and our own surface opens. */
async function attempt(
  state: GuardState,
  site: PolicySite,
  tab: number,
  frame: number,
  act: Act,
  name: string | null,
): Promise<Answer> {
  await lookAtDebuggers(state);
  if (!('unreadable' in act)) await askFacts(state, site, act.thread);
  const assessment = assess(state, site, tab, act);
  const released = [...state.holds.values()].some(
    (each) => each.state.kind === 'released' && each.digest === assessment.digest && each.tab === tab,
  );
  if (released) return { kind: 'go', digest: assessment.digest };
  if (permits(assessment.verdict)) {
    if (isSealed(state, tab)) await openPass(state, site.id, tab, assessment.action);
    return { kind: 'go', digest: assessment.digest };
  }
  const waiting = await hold(state, assessment, {
    site,
    tab,
    frame,
    channel: name === null ? 'gesture' : 'request',
    replayable: true,
  });
  if (name !== null && assessment.verdict.level !== 'BLOCK') remember(waiting, frame, name, assessment.digest);
  const view = holdViewForPage(state, waiting);
  return assessment.verdict.level === 'BLOCK' ? { kind: 'refused', hold: view } : { kind: 'held', hold: view };
}

function remember(waiting: Hold, frame: number, attemptName: string, digest: string): void {
  const list = waitingAttempts.get(waiting.id) ?? [];
  if (list.length < MOST_ATTEMPTS) waitingAttempts.set(waiting.id, [...list, { frame, attempt: attemptName, digest }]);
}

/** Tells the page what became of a hold: once, in the channel in which it was held. */
export async function tellPage(state: GuardState, changed: Hold, change: HoldChange): Promise<void> {
  if (changed.tab < 0) return;
  if (change === 'new' || change === 'noticed' || change === 'repeated')
    return tell(changed.tab, 0, { type: 'show-hold', hold: holdViewForPage(state, changed) });
  const attempts = waitingAttempts.get(changed.id) ?? [];
  if (change === 'released') {
    const request = changed.channel === 'request' ? attempts.find((each) => each.digest === changed.digest) : undefined;
    await tell(changed.tab, request?.frame ?? changed.frame, {
      type: 'released',
      holdId: changed.id,
      digest: changed.digest,
      channel: request ? 'request' : 'gesture',
      attempt: request?.attempt ?? null,
      thread: changed.action.thread,
      text: changed.action.text,
    });
    return tell(changed.tab, 0, { type: 'show-hold', hold: holdViewForPage(state, changed) });
  }
  waitingAttempts.delete(changed.id);
  for (const each of attempts)
    await tell(changed.tab, each.frame, { type: 'ended', holdId: changed.id, attempt: each.attempt });
  await tell(changed.tab, 0, { type: 'show-hold', hold: holdViewForPage(state, changed) });
}

/** Tells every guarded page whether agents are stopped. */
export async function tellAllPages(state: GuardState): Promise<void> {
  const matches = state.policy.sites.flatMap((site) => site.match);
  const tabs = matches.length === 0 ? [] : await browser.tabs.query({ url: matches });
  await Promise.all(tabs.map((tab) => tell(tab.id ?? -1, 0, { type: 'orders', killed: killed(state) !== 'no' })));
}

/** A page that is gone, or not loaded yet, hears nothing: what waits stays waiting. */
async function tell(tab: number, frameId: number, message: ToContent): Promise<void> {
  await browser.tabs.sendMessage(tab, message, { frameId }).catch(() => undefined);
}

function draftAct(draft: (FromContent & { readonly type: 'assess' })['draft']): DescribedAct {
  return { ...draft, attachments: [] };
}
