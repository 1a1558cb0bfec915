/** Grants at work: what can be granted in a tab, giving, each use and the end, all of it in the record. */
import { audienceKeys } from '../core/action.ts';
import { headCount } from '../core/audience.ts';
import { canonicalJson, sha256Hex } from '../core/canonical.ts';
import { GRANT_MS, type Grant, isOver, MOST_TIMES, parseGrants, withGrant, withUse } from '../core/grant.ts';
import { siteById } from '../core/policy.ts';
import type { Reason } from '../core/reason.ts';
import type { GrantableView, GrantView } from '../messages/grant-view.ts';
import { standingIn } from './breaker-facts.ts';
import { readDurable, writeDurable } from './database.ts';
import { audienceOf, knownFacts } from './places.ts';
import { siteOf } from './policy-source.ts';
import { record } from './record.ts';
import type { Used } from './releases.ts';
import { type GuardState, isTrial, killed } from './state.ts';

/** Fills the state with the grants that still run. */
export async function loadGrants(state: GuardState): Promise<void> {
  state.grants = parseGrants(await readDurable('grants')).filter((each) => !isOver(each, Date.now()));
}

/** What a person could let agents do in the thread that a tab shows; null where there is nothing to be granted. */
export function grantableIn(state: GuardState, tab: number, url: string): GrantableView | null {
  const found = offered(state, tab, url);
  if (found === null) return null;
  const { site, thread, place, audience } = found;
  return {
    site: site.id,
    thread,
    place,
    readers: headCount(audience, state.policy.groups),
    times: MOST_TIMES,
    shown: shownAs(found),
  };
}

/** The grants that run. */
export function grantViews(state: GuardState): readonly GrantView[] {
  return running(state).map(({ id, thread, place, times, used, from, until, site }) => ({
    id,
    thread,
    from,
    place,
    siteName: siteById(state.policy, site)?.name ?? site,
    left: times - used,
    until,
  }));
}

/** Gives exactly what was shown; false when that is not what stands there now. */
export async function giveGrant(
  state: GuardState,
  tab: { readonly id: number; readonly url: string },
  asked: { readonly shown: string; readonly times: number },
): Promise<boolean> {
  const found = offered(state, tab.id, tab.url);
  if (found === null || shownAs(found) !== asked.shown || asked.times > MOST_TIMES) return false;
  const now = Date.now();
  const { site, thread, place, highestRank } = found;
  const given: Grant = {
    id: now,
    site: site.id,
    thread,
    place,
    audience: audienceKeys(found.audience),
    highestRank,
    times: asked.times,
    used: 0,
    from: now,
    until: now + GRANT_MS,
  };
  // Its entry comes before its effect.
  await record('grant-given', {
    grant: given.id,
    site: given.site,
    thread,
    readers: given.audience.length,
    highestRank,
    times: given.times,
    until: given.until,
  });
  await keep(state, withGrant(running(state), given));
  return true;
}

/** A person takes a grant back. */
export async function takeBackGrant(state: GuardState, id: number): Promise<void> {
  if (!state.grants.some((each) => each.id === id)) return;
  await keep(
    state,
    state.grants.filter((each) => each.id !== id),
  );
  await record('grant-ended', { grant: id, why: 'person' });
}

/** The acts of a request with the grants that they take, here and now; null when nothing is left for one of them. */
export function takeGrants(state: GuardState, acts: readonly Used[]): readonly Used[] | null {
  const taken: Used[] = [];
  for (const each of acts) {
    const grant = each.release === null ? grantOf(state, each.assessment.verdict.reasons) : null;
    if (grant !== null && !useGrant(state, grant.id)) return null;
    taken.push({ ...each, grant });
  }
  return taken;
}

/** The grant that a verdict rests on; null when it rests on none. */
function grantOf(state: GuardState, reasons: readonly Reason[]): Grant | null {
  const id = reasons.flatMap((reason) => (reason.kind === 'grant' ? [reason.grant] : []))[0];
  return state.grants.find((each) => each.id === id) ?? null;
}

/** Takes one use of a grant; false when nothing of it is left. */
function useGrant(state: GuardState, id: number): boolean {
  const found = state.grants.find((each) => each.id === id);
  if (found === undefined || isOver(found, Date.now())) return false;
  state.grants = withUse(state.grants, id);
  void writeDurable('grants', state.grants).catch(() => undefined);
  return true;
}

/** Records the end of grants that are over, used or not. */
export async function endGrants(state: GuardState): Promise<void> {
  const over = state.grants.filter((each) => isOver(each, Date.now()));
  if (over.length === 0) return;
  await keep(state, running(state));
  for (const { id, used, times } of over)
    await record('grant-ended', { grant: id, why: used >= times ? 'used' : 'time', used });
}

function running(state: GuardState): readonly Grant[] {
  return state.grants.filter((each) => !isOver(each, Date.now()));
}

async function keep(state: GuardState, grants: readonly Grant[]): Promise<void> {
  state.grants = grants;
  await writeDurable('grants', grants);
}

function offered(state: GuardState, tab: number, url: string) {
  const site = siteOf(state, url);
  if (site?.mandate !== 'ask' || site.kind === 'gmail' || !state.policy.userMay.includes('grant')) return null;
  if (killed(state) !== 'no' || state.policyState === 'damaged' || isTrial(state)) return null;
  if (standingIn(state, tab, site.id) !== null) return null;
  const seen = state.readings.filter((each) => each.session === `tab:${tab}` && each.site === site.id);
  const reading = seen.reduce((last, each) => (last === null || each.at >= last.at ? each : last), seen[0] ?? null);
  const facts = reading === null ? null : knownFacts(state, site, reading.thread);
  if (reading === null || !facts) return null;
  const audience = audienceOf(state.policy, site, facts);
  if (audience.kind !== 'known') return null;
  return { site, thread: reading.thread, place: facts.title, audience, highestRank: reading.label.rank };
}

/** What was shown, as one string: a grant is given for that and nothing else. */
function shownAs({ site, thread, audience, highestRank }: NonNullable<ReturnType<typeof offered>>): string {
  return sha256Hex(canonicalJson([site.id, thread, [...audienceKeys(audience)], highestRank]));
}
