/** What pages may ask. A content script's word is a claim about its own tab: it can hold and refuse, never approve. */
import type { Runtime } from 'webextension-polyfill';
import type { PageSign } from '../core/actor.ts';
import { loseDraft } from '../core/hold.ts';
import type { PolicySite } from '../core/policy.ts';
import type { Answer, FromContent, PageOrders } from '../messages.ts';
import { nameSession } from './agent-sessions.ts';
import { assessDraft, attemptDraft, attemptRequest } from './attempts.ts';
import { seal } from './boundary.ts';
import { draftIsBack, restoreFor } from './drafts.ts';
import { changeWaiting, refuse } from './holds.ts';
import { siteOf } from './policy-source.ts';
import { noteReading } from './readings.ts';
import { record } from './record.ts';
import { lookAtDebuggers } from './sensors.ts';
import { forgetComposition } from './sessions.ts';
import { noteShieldBroken } from './shield.ts';
import { noteSigns } from './sightings.ts';
import { forgetPage, notePage } from './site-changes.ts';
import { type GuardState, type Latch, stoppedAt } from './state.ts';
import { openSurface } from './surface.ts';
import { ordersFor, tellTab } from './tell-pages.ts';

/** Answers one message of a page; undefined when there is nothing to answer. */
export async function answerContent(
  state: GuardState,
  message: FromContent,
  sender: Runtime.MessageSender,
): Promise<Answer | PageOrders | undefined> {
  const tab = sender.tab?.id;
  const frame = sender.frameId ?? 0;
  const site = siteOf(state, sender.tab?.url ?? '') ?? siteOf(state, sender.url ?? '');
  if (message.type === 'hello') return greet(state, tab, frame, site);
  if (tab === undefined || site === undefined) return undefined;
  const place = { site, tab, frame };
  switch (message.type) {
    case 'seen':
      await noteReading(state, site, tab, message.thread, message);
      return undefined;
    case 'site-parts':
      await notePage(state, site, tab, message.unread);
      return undefined;
    case 'signs':
      if (message.of === 'composition') forgetComposition(tab);
      if (noteSigns(state, tab, message.signs, 'page', reachOf(message.signs), message.facts ?? null))
        await seal(state);
      return undefined;
    case 'agent-named':
      nameSession(state, tab, message.name);
      return undefined;
    case 'shield-broken':
      await noteShieldBroken(state, tab);
      await tellTab(state, tab);
      return undefined;
    case 'assess':
      return assessDraft(state, place, message.draft);
    case 'attempt-draft':
      return attemptDraft(state, place, message.draft);
    case 'attempt-request':
      return attemptRequest(state, place, message);
    default:
      return answerAboutHold(state, tab, message);
  }
}

/** What says that it is driven is driven as a whole. */
function reachOf(signs: readonly PageSign[]): Latch['reach'] {
  return signs.includes('webdriver') ? 'remote' : 'tab';
}

/** A new page in a tab: what waited in the one before has lost its composer, unless this page was opened for it. */
async function greet(
  state: GuardState,
  tab: number | undefined,
  frame: number,
  site: PolicySite | undefined,
): Promise<PageOrders> {
  if (tab !== undefined && frame === 0) forgetPage(state, tab);
  // While agents are stopped, a page that is driven from its first moment is shielded from its first moment.
  if (frame === 0 && site !== undefined && stoppedAt(state, site.id) !== 'no') await lookAtDebuggers(state);
  const restore = tab !== undefined && frame === 0 ? await restoreFor(state, tab) : null;
  // While anything is sealed, a tab that nobody knew could not post a form.
  if (frame === 0 && site !== undefined) void seal(state).catch(() => undefined);
  return { ...ordersFor(state, site, tab), restore };
}

async function answerAboutHold(
  state: GuardState,
  tab: number,
  message: FromContent & { readonly holdId: string },
): Promise<undefined> {
  if (state.holds.get(message.holdId)?.tab !== tab) return undefined;
  if (message.type === 'decline') await refuse(state, message.holdId, 'person');
  if (message.type === 'review') await openSurface(state, message.holdId, true);
  if (message.type === 'overlay-tampered') await record('repeated', { hold: message.holdId, tampered: true });
  if (message.type === 'draft-gone') await changeWaiting(state, message.holdId, loseDraft);
  if (message.type === 'draft-back') await draftIsBack(state, message.holdId, message.draft);
  return undefined;
}
