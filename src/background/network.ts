/**
 * The boundary that decides: every write to a guarded site is described from the request itself and passes only with
 * ALLOW or with a release. The listener is a plain function inside try → cancel, because a throw, a rejected promise
 * or a killed asynchronous answer all send (measured); only what is permitted already may wait for the ledger.
 */
import browser, { type WebRequest } from 'webextension-polyfill';
import type { PolicySite } from '../core/policy.ts';
import { siteFor } from '../sites/all.ts';
import { decodedPath } from '../sites/decoded-path.ts';
import { ANSWER_MS, within } from './answer-in-time.ts';
import { type Assessment, actsOf, assess, permits } from './assess.ts';
import { seal, usePasses } from './boundary.ts';
import { noteAct } from './breakers.ts';
import { describe, writesByGet } from './described-request.ts';
import { entryBody } from './entry-body.ts';
import { mayWait } from './first-moments.ts';
import { takeGrants } from './grants.ts';
import { isAgentsLiveLine } from './live-line.ts';
import { failed, finished, setOut, turnBack } from './on-their-way.ts';
import { siteOf } from './policy-source.ts';
import { noteReading, readingsNoted } from './readings.ts';
import { record } from './record.ts';
import { refused } from './refused-request.ts';
import { countChanges, keepUse, takeReleases, type Used } from './releases.ts';
import { type Details, isOurs, isWrite, keyOf } from './request-details.ts';
import { sayFault } from './say-fault.ts';
import { lookAtDebuggers } from './sensors.ts';
import { isLatched } from './sessions.ts';
import type { GuardState } from './state.ts';
import { stoppedMeanwhile } from './stopped-attempts.ts';
import { noteTrial } from './trial.ts';
import { watchOnly } from './watch-only.ts';

type Answer = WebRequest.BlockingResponse;

const CANCEL: Answer = { cancel: true };
const PASS: Answer = {};

/** One verdict for each request: pages under a service worker are reported twice with one id (Firefox, measured). */
const answered = new Map<string, Answer | Promise<Answer>>();

/** Registers the listeners; must be called in the worker's first turn. `state()` is null until everything is loaded. */
export function guardNetwork(state: () => GuardState | null, loaded: Promise<GuardState>): void {
  const urls = ['<all_urls>'];
  // On failure it decides on the request alone: what fails may be any module.
  const listener = (details: Details) => {
    const onFailure = /^(GET|HEAD|OPTIONS)$/i.test(details.method) && details.type !== 'websocket' ? PASS : CANCEL;
    try {
      const answer = judgeOnce(details, state(), loaded);
      if (!(answer instanceof Promise)) return answer;
      const late = new Promise<Answer>((resolve) => setTimeout(() => resolve(onFailure), ANSWER_MS + 500));
      return Promise.race([answer.catch(() => onFailure), late]);
    } catch {
      if (onFailure.cancel) sayFault();
      return onFailure;
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
  browser.webRequest.onErrorOccurred.addListener(
    (details) => void loaded.then((s) => failed(s, details, !answered.has(keyOf(details)))),
    { urls },
  );
}

function judgeOnce(details: Details, state: GuardState | null, loaded: Promise<GuardState>): Answer | Promise<Answer> {
  if (isOurs(details)) return PASS;
  const key = keyOf(details);
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

/** Before the state is loaded nobody knows which hosts are guarded: a write waits for it, at most two seconds, or is refused. */
function whenLoaded(details: Details, loaded: Promise<GuardState>): Answer | Promise<Answer> {
  if (!isWrite(details)) return PASS;
  return within(mayWait().then((may) => (may ? loaded.then((state) => judge(details, state)) : CANCEL)));
}

function judge(details: Details, state: GuardState): Answer | Promise<Answer> {
  const site = siteOf(state, details.url);
  if (site === undefined) return PASS;
  const url = new URL(details.url);
  if (!isWrite(details) && !mayWriteByGet(site, url)) {
    const thread = siteFor(site).threadOfRead(decodedPath(url), url.search);
    if (thread !== null && details.tabId >= 0)
      void noteReading(state, site, details.tabId, thread, null).catch(() => undefined);
    return PASS;
  }
  try {
    return judgeWrite(details, state, site, url);
  } catch {
    sayFault();
    return CANCEL;
  }
}

/** Whether a site would take this GET for a write; where that cannot be told, any that carries something may be one. */
function mayWriteByGet(site: PolicySite, url: URL): boolean {
  try {
    return writesByGet(site, url);
  } catch {
    return url.search !== '';
  }
}

function judgeWrite(details: Details, state: GuardState, site: PolicySite, url: URL): Answer | Promise<Answer> {
  if (isAgentsLiveLine(state, site, details.tabId, decodedPath(url))) return CANCEL;
  const described = describe(state, site, details);
  const acts = actsOf(described, isLatched(state, details.tabId));
  // The rules come first in both browsers, so an opening for this request has done its work when we hear of it.
  usePasses(state, details.tabId, site.id, `${url.pathname}${url.search}`);
  if (acts === null) return PASS;
  const assessments = acts.map((act) => assess(state, site, details.tabId, act));
  return judgeActs(details, state, site, assessments);
}

/** All acts of a request, or none: one that may not go keeps the others back. */
function judgeActs(
  details: Details,
  state: GuardState,
  site: PolicySite,
  assessments: readonly Assessment[],
): Answer | Promise<Answer> {
  const used = takeReleases(state, assessments, details.tabId);
  const unreleased = used.filter((each) => each.release === null);
  for (const { assessment } of unreleased) noteAct(state, details.tabId, assessment, 'network');
  const kept = unreleased.filter((each) => !permits(each.assessment.verdict));
  if (kept.length > 0) {
    void refused(details, state, site, used, kept).catch(() => undefined);
    return CANCEL;
  }
  const going = takeGrants(state, used);
  if (going === null) {
    void refused(details, state, site, used, unreleased).catch(() => undefined);
    return CANCEL;
  }
  countChanges(state, going);
  setOut(details.requestId, going);
  return within(lastLook(details, state, site, going));
}

/** The ledger entry before the effect, and one more look at who is driving: attaching, clicking and leaving takes less than a second. */
async function lastLook(details: Details, state: GuardState, site: PolicySite, used: readonly Used[]): Promise<Answer> {
  try {
    // What was fetched a moment ago is noted once its site has said what it is.
    await Promise.all([lookAtDebuggers(state), readingsNoted(details.tabId)]);
    const again = used
      .filter((each) => each.release === null)
      .map((each) => ({ ...each, assessment: assess(state, site, details.tabId, each.assessment.act, each.grant) }));
    for (const { assessment } of again) noteAct(state, details.tabId, assessment, 'gate');
    const kept = again.filter((each) => !permits(each.assessment.verdict));
    if (kept.length > 0) {
      turnBack(details.requestId);
      await refused(details, state, site, used, kept);
      return CANCEL;
    }
    for (const { assessment } of used) noteTrial(state, assessment);
    // A person's permitted act is nobody's business but the person's: only agents' acts and releases are recorded.
    for (const { release, assessment, grant } of used) {
      if (grant !== null) await record('grant-used', { grant: grant.id, digest: assessment.digest });
      if (release !== null) await record('released', { ...entryBody({ ...release, ...assessment }), url: details.url });
      else if (assessment.attribution.actor === 'agent')
        await record('assessed', entryBody({ ...assessment, id: '', channel: 'request' }));
    }
    if (used.some((each) => each.release !== null)) await keepUse(state);
    if (stoppedMeanwhile(state, site, used)) {
      turnBack(details.requestId);
      return CANCEL;
    }
    void seal(state).catch(() => undefined);
    return PASS;
  } catch {
    turnBack(details.requestId);
    for (const { release } of used) if (release !== null) state.holds.set(release.id, release);
    sayFault();
    return CANCEL;
  }
}
