/**
 * The boundary that decides: every write to a guarded site is described from the request itself and passes only with
 * ALLOW or with a release. The listener is a plain function inside try → cancel, because a throw, a rejected promise
 * or a killed asynchronous answer all send (measured); only what is permitted already may wait for the ledger.
 */
import browser, { type WebRequest } from 'webextension-polyfill';
import type { Hold } from '../core/hold.ts';
import type { PolicySite } from '../core/policy.ts';
import { SITES } from '../sites/all.ts';
import { readBrowserBody } from '../sites/read-body.ts';
import type { Described } from '../sites/site.ts';
import { type Assessment, actOf, assess, permits } from './assess.ts';
import { seal } from './boundary.ts';
import { entryBody, giveBack, hold, sent, takeRelease } from './holds.ts';
import { askFacts } from './places.ts';
import { siteOf } from './policy-source.ts';
import { noteReading } from './readings.ts';
import { record, sendToCollector } from './record.ts';
import { lookAtDebuggers } from './sensors.ts';
import { forgetComposition, isLatched } from './sessions.ts';
import type { GuardState } from './state.ts';

type Details = WebRequest.OnBeforeRequestDetailsType;
type Answer = WebRequest.BlockingResponse;

const CANCEL: Answer = { cancel: true };
const PASS: Answer = {};

/** A permitted request waits at most this long for its ledger entry and the last look at the sensors. */
const ANSWER_MS = 2_000;

/** Requests on their way with what they used, until the site has answered. */
const onTheirWay = new Map<string, { readonly used: Hold | null; readonly assessment: Assessment }>();

/** One verdict for each request: pages under a service worker are reported twice with one id (Firefox, measured). */
const answered = new Map<string, Answer | Promise<Answer>>();

/** Registers the listeners; must be called in the worker's first turn. `state()` is null until everything is loaded. */
export function guardNetwork(state: () => GuardState | null, loaded: Promise<GuardState>): void {
  const urls = ['<all_urls>'];
  const listener = (details: Details) => {
    try {
      return judgeOnce(details, state(), loaded);
    } catch {
      return isWrite(details) ? CANCEL : PASS;
    }
  };
  browser.webRequest.onBeforeRequest.addListener(listener, { urls }, ['blocking', 'requestBody']);
  void browser.permissions.getAll().then(({ permissions }) => {
    if (!permissions?.includes('webRequestBlocking')) watchOnly(loaded, urls);
  });
  browser.webRequest.onCompleted.addListener(
    (details) => void loaded.then((s) => finished(s, details, details.statusCode)),
    { urls },
  );
  browser.webRequest.onErrorOccurred.addListener((details) => void loaded.then((s) => failed(s, details)), { urls });
}

/**
 * Loaded by hand, Chrome drops the right to refuse without a word and never calls a blocking listener (measured, 156).
 * Then the rules alone refuse, by address; a release is used up when its request is seen.
 */
function watchOnly(loaded: Promise<GuardState>, urls: string[]): void {
  const see = (details: Details) => {
    if (!isWrite(details) || isOurs(details)) return;
    void loaded.then(async (state) => {
      const site = siteOf(state, details.url);
      const act = site === undefined ? null : actOf(describe(site, details), isLatched(state, details.tabId));
      if (site === undefined || act === null) return;
      const assessment = assess(state, site, details.tabId, act);
      const used = takeRelease(state, assessment.digest, details.tabId) ?? null;
      if (used === null) return;
      onTheirWay.set(details.requestId, { used, assessment });
      await record('released', { ...entryBody({ ...used, ...assessment }), url: details.url, by: 'rule' });
      await seal(state);
    });
  };
  browser.webRequest.onBeforeRequest.addListener(see, { urls }, ['requestBody']);
}

function judgeOnce(details: Details, state: GuardState | null, loaded: Promise<GuardState>): Answer | Promise<Answer> {
  if (isOurs(details)) return PASS;
  const key = `${details.requestId} ${details.method} ${details.url}`;
  const before = answered.get(key);
  if (before !== undefined) return before;
  const answer = state === null ? whenLoaded(details, loaded) : judge(details, state);
  if (isWrite(details)) {
    answered.set(key, answer);
    for (const oldest of answered.keys()) {
      if (answered.size <= 500) break;
      answered.delete(oldest);
    }
  }
  return answer;
}

/**
 * Before the state is loaded nobody knows which hosts are guarded. A write waits for it, at most two seconds, and is
 * refused if it does not come; in agents' tabs a rule refuses it whatever happens to this promise.
 */
function whenLoaded(details: Details, loaded: Promise<GuardState>): Answer | Promise<Answer> {
  if (!isWrite(details)) return PASS;
  return within(loaded.then((state) => judge(details, state)));
}

function judge(details: Details, state: GuardState): Answer | Promise<Answer> {
  const site = siteOf(state, details.url);
  if (site === undefined) return PASS;
  const url = new URL(details.url);
  if (!isWrite(details)) {
    const thread = SITES[site.kind].threadOfRead(decodePath(url));
    if (thread !== null && details.tabId >= 0)
      void noteReading(state, site, details.tabId, thread, null).catch(() => undefined);
    return PASS;
  }
  const described = describe(site, details);
  const act = actOf(described, isLatched(state, details.tabId));
  if (act === null) return PASS;
  return judgeAct(details, state, site, assess(state, site, details.tabId, act));
}

/** What the request itself says. What a web socket will carry is known to nobody. */
function describe(site: PolicySite, details: Details): Described {
  if (details.type === 'websocket') return { kind: 'unknown' };
  const url = new URL(details.url);
  return SITES[site.kind].describeRequest({
    method: details.method.toUpperCase(),
    path: decodePath(url),
    body: readBrowserBody(details.requestBody as Parameters<typeof readBrowserBody>[0], url.searchParams),
  });
}

function judgeAct(
  details: Details,
  state: GuardState,
  site: PolicySite,
  assessment: Assessment,
): Answer | Promise<Answer> {
  const used = takeRelease(state, assessment.digest, details.tabId) ?? null;
  if (used === null && !permits(assessment.verdict)) {
    void refused(details, state, site, assessment).catch(() => undefined);
    return CANCEL;
  }
  onTheirWay.set(details.requestId, { used, assessment });
  return within(lastLook(details, state, site, assessment, used));
}

/** The ledger entry before the effect, and one more look at who is driving: attaching, clicking and leaving takes less than a second. */
async function lastLook(
  details: Details,
  state: GuardState,
  site: PolicySite,
  assessment: Assessment,
  used: Hold | null,
): Promise<Answer> {
  try {
    await lookAtDebuggers(state);
    if (used === null) {
      const again = assess(state, site, details.tabId, assessment.act);
      if (!permits(again.verdict)) {
        await refused(details, state, site, again);
        return CANCEL;
      }
    }
    // A person's permitted act is nobody's business but the person's: only agents' acts and releases are recorded.
    if (used !== null) await record('released', { ...entryBody({ ...used, ...assessment }), url: details.url });
    else if (assessment.attribution.actor === 'agent')
      await record('assessed', entryBody({ ...assessment, id: '', channel: 'request' }));
    void seal(state).catch(() => undefined);
    return PASS;
  } catch {
    return CANCEL;
  }
}

/** A refused write: counted where an act waits already, else held so that a person can see it. */
async function refused(details: Details, state: GuardState, site: PolicySite, assessment: Assessment): Promise<void> {
  // The first refusal may only have come because nobody had asked the forum about this thread yet.
  await askFacts(state, site, assessment.action.thread).catch(() => null);
  const again = assess(state, site, details.tabId, assessment.act);
  await record('refused', {
    ...entryBody({ ...again, id: '', channel: 'request' }),
    url: details.url,
    type: details.type,
  });
  void sendToCollector(state.policy.collector);
  // A whole page that posts itself, or a worker, has no editor to go back to: such a try is refused and that is all.
  if (details.tabId < 0 || details.type === 'main_frame') return;
  await hold(state, again, { site, tab: details.tabId, frame: 0, channel: 'gesture', replayable: false });
}

async function finished(
  state: GuardState,
  details: { requestId: string; tabId: number },
  status: number,
): Promise<void> {
  const way = onTheirWay.get(details.requestId);
  if (way === undefined) return;
  onTheirWay.delete(details.requestId);
  forgetComposition(details.tabId);
  if (way.used === null) return;
  await record('answered', { hold: way.used.id, status });
  await sent(state, way.used.id);
  void sendToCollector(state.policy.collector);
}

/** A network error frees the release again; a rule's refusal in a sealed tab is recorded. */
async function failed(state: GuardState, details: WebRequest.OnErrorOccurredDetailsType): Promise<void> {
  const way = onTheirWay.get(details.requestId);
  onTheirWay.delete(details.requestId);
  if (way?.used) {
    await giveBack(state, way.used);
    await record('failed', { hold: way.used.id, error: details.error });
    await seal(state);
    return;
  }
  const byRule =
    details.error === 'net::ERR_BLOCKED_BY_CLIENT' &&
    !answered.has(`${details.requestId} ${details.method} ${details.url}`);
  if (byRule && siteOf(state, details.url) !== undefined && details.method !== 'GET') {
    await record('refused', { url: details.url, type: details.type, tab: details.tabId, by: 'rule' });
    void sendToCollector(state.policy.collector);
  }
}

function isWrite(details: Details): boolean {
  return details.type === 'websocket' || !['GET', 'HEAD', 'OPTIONS'].includes(details.method.toUpperCase());
}

/** Our own questions to the site and reports to the collector. */
function isOurs(details: Details): boolean {
  const from = (details as { initiator?: string }).initiator ?? details.originUrl ?? '';
  return details.tabId < 0 && browser.runtime.getURL('').startsWith(`${from.replace(/\/$/, '')}/`) && from !== '';
}

function decodePath(url: URL): string {
  try {
    return decodeURIComponent(url.pathname);
  } catch {
    return url.pathname;
  }
}

/** An answer that does not come in time is a refusal. */
function within(answer: Promise<Answer>): Promise<Answer> {
  const late = new Promise<Answer>((resolve) => setTimeout(() => resolve(CANCEL), ANSWER_MS));
  return Promise.race([answer.catch(() => CANCEL), late]);
}
