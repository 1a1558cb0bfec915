/** What people are shown of the state: holds for page and windows, everything else for the popup. Copies, field by field. */
import browser from 'webextension-polyfill';
import { type Audience, headCount } from '../core/audience.ts';
import type { Hold } from '../core/hold.ts';
import { siteById } from '../core/policy.ts';
import { mostNewcomers, type Reason } from '../core/reason.ts';
import type { GuardView, HoldView } from '../messages.ts';
import { sessionViews } from './agent-sessions.ts';
import { capableExtensions } from './capable-extensions.ts';
import { evidenceView } from './evidence-view.ts';
import { grantableIn, grantViews } from './grants.ts';
import { happeningsOf } from './happenings.ts';
import { holdHelpCode, policyHelpCode } from './help-codes.ts';
import { pending } from './hold-of-attempt.ts';
import { IN_FIREFOX } from './in-firefox.ts';
import { isManaged, siteOf } from './policy-source.ts';
import { recognise } from './recognise.ts';
import { lastEntries, ledgerState } from './record.ts';
import { recordView } from './record-view.ts';
import { attributionOf, isLatched } from './sessions.ts';
import { settingsView, sitesView } from './settings-view.ts';
import { staysDriven } from './shield.ts';
import { type GuardState, isDriven, killed } from './state.ts';
import { stopViews } from './stop-view.ts';

/** A hold for our own surface, which may name everything. */
export function holdView(state: GuardState, hold: Hold): HoldView {
  const { action, verdict } = hold;
  const site = siteById(state.policy, action.site);
  const audience = action.audience;
  return {
    id: hold.id,
    digest: hold.digest,
    state: stateWord(hold),
    at: hold.at,
    actor: hold.attribution.actor,
    evidence: tellingEvidence(hold).map(evidenceView),
    kind: action.kind,
    items: action.items,
    channel: hold.channel,
    draft: hold.draft,
    siteName: site?.name ?? action.site,
    siteKind: site?.kind ?? 'discourse',
    place: action.place,
    audience: audienceView(state, audience),
    text: action.text,
    quoted: action.quoted,
    recipients: action.recipients,
    attachments: action.attachments,
    level: verdict.level,
    review: verdict.review,
    reasons: verdict.reasons,
    newcomers: mostNewcomers(verdict.reasons),
    repeats: hold.repeats,
    helpCode: holdHelpCode(state, hold),
    support: state.policy.support,
  };
}

/** Who will be able to read, as people see it. */
export function audienceView(state: GuardState, audience: Audience): HoldView['audience'] {
  const groups = audience.kind === 'known' ? audience.groups : [];
  return {
    kind: audience.kind,
    name: audience.name,
    size: headCount(audience, state.policy.groups),
    people: audience.kind === 'known' ? audience.people : [],
    outsiders: audience.kind === 'known' ? audience.outsiders : [],
    lookAlikes: audience.kind === 'known' ? audience.lookAlikes.map(({ person, own }) => ({ person, own })) : [],
    groups: groups.map((id) => ({
      name: state.policy.groups.get(id)?.name ?? id,
      size: state.policy.groups.get(id)?.size ?? null,
    })),
  };
}

/** The same for the page: a source that the acting session has not read in this tab is not named there. */
export function holdViewForPage(state: GuardState, hold: Hold): HoldView {
  const view = holdView(state, hold);
  const readHere = new Set(
    state.readings.filter((r) => r.session === `tab:${hold.tab}`).map((r) => `${r.site} ${r.thread}`),
  );
  const reasons = view.reasons.map((reason): Reason => {
    if (reason.kind !== 'leak' || readHere.has(`${reason.source.site} ${reason.source.thread}`)) return reason;
    return { ...reason, source: { ...reason.source, title: '' } };
  });
  return { ...view, reasons };
}

/** Everything the popup and the options page show. */
export async function guardView(state: GuardState): Promise<GuardView> {
  const [tab] = await browser.tabs.query({ active: true, lastFocusedWindow: true });
  const self = await browser.management?.getSelf?.().catch(() => undefined);
  const last = await lastEntries(30);
  return {
    approveIn: IN_FIREFOX ? 'popup' : 'window',
    install: self?.installType === 'admin' ? 'policy' : 'user',
    networkLock: state.network === 'judged' ? 'full' : 'addresses-only',
    policy: {
      state: state.policyState,
      version: state.policy.version,
      source: state.policySource,
      organization: state.policy.organization?.name ?? null,
      faults: state.policyFaults,
      since: state.policySince,
      helpCode: state.policyState === 'damaged' ? policyHelpCode(state) : '',
    },
    killed: killed(state),
    stops: stopViews(state),
    grants: grantViews(state),
    holds: pending(state).map((hold) => holdView(state, hold)),
    sites: sitesView(state),
    tab: await tabView(state, tab),
    settings: settingsView(state, !(await isManaged().catch(() => true))),
    activity: last.flatMap((entry) => happeningsOf(state, entry)),
    agents: sessionViews(state),
    capable: await capableExtensions(state),
    ledgerEntries: (await ledgerState()).seq,
    record: await recordView(state),
    support: state.policy.support,
  };
}

async function tabView(
  state: GuardState,
  tab: { readonly id?: number | undefined; readonly url?: string | undefined } | undefined,
): Promise<GuardView['tab']> {
  if (tab?.id === undefined) return null;
  const signs = attributionOf(state, tab.id)
    .evidence.filter((e) => e.direction === 'agent')
    .map((e) => e.sign);
  const site = siteOf(state, tab.url ?? '')?.name ?? null;
  const guardable = site === null ? await recognise(tab.id, tab.url ?? '') : null;
  const driving = isDriven(state, tab.id) ? (state.drives.get(tab.id)?.until ?? null) : null;
  return {
    id: tab.id,
    site,
    driving,
    staysDriven: staysDriven(state, tab.id),
    agentSeen: isLatched(state, tab.id),
    signs,
    guardable,
    unread: state.changed.get(tab.id) ?? [],
    grantable: grantableIn(state, tab.id, tab.url ?? ''),
  };
}

/** What speaks for the conclusion; where an agent is seen, that somebody also typed says nothing. */
function tellingEvidence(hold: Hold): Hold['attribution']['evidence'] {
  return hold.attribution.actor === 'agent'
    ? hold.attribution.evidence.filter((e) => e.direction === 'agent')
    : hold.attribution.evidence;
}

function stateWord(hold: Hold): HoldView['state'] {
  switch (hold.state.kind) {
    case 'consumed':
      return 'sent';
    case 'denied':
      return hold.state.why === 'person' || hold.state.why === 'killed' ? 'denied' : hold.state.why;
    default:
      return hold.state.kind;
  }
}
