/**
 * Who can read a place, from what nobody in the page can change: policy, and the site's own answer to the guard. The
 * page may only add marks.
 */
import type { Recipients } from '../core/action.ts';
import type { Audience } from '../core/audience.ts';
import { joinLabels, type Label, only, type Readers, sortedUnion, UNMARKED } from '../core/label.ts';
import { type Mark, type Marked, marksOf, UNKNOWN_MARK } from '../core/marking.ts';
import { strangersAmong } from '../core/membership.ts';
import { type Area, areaNamed, labelById, type Policy, type PolicySite } from '../core/policy.ts';
import { parseAddress } from '../sites/addresses.ts';
import { siteFor } from '../sites/all.ts';
import type { SeenThread, ThreadFacts } from '../sites/site.ts';
import { circleOf, knownAudience } from './belonging.ts';
import { sensitiveIn } from './sensitive.ts';
import type { GuardState } from './state.ts';

/** How long the site has to answer about a thread. */
const ASK_TIMEOUT_MS = 4_000;

/** Facts kept in memory; beyond this the oldest go. */
const MOST_FACTS = 1_000;

/** Facts of a thread that are known without asking now: undefined when it has not been asked, null when it cannot tell. */
export function knownFacts(state: GuardState, site: PolicySite, thread: string): ThreadFacts | null | undefined {
  const plain = siteFor(site).plainFacts(thread);
  if (plain) return plain;
  const facts = state.facts.get(key(site, thread));
  return facts;
}

/** Asks the site about a thread unless it has told; null when it cannot tell or does not answer in time. */
export async function askFacts(state: GuardState, site: PolicySite, thread: string): Promise<ThreadFacts | null> {
  const known = knownFacts(state, site, thread);
  if (known) return known;
  const facts = await fetchFacts(site, thread, 2);
  state.facts.delete(key(site, thread));
  state.facts.set(key(site, thread), facts);
  for (const oldest of state.facts.keys()) {
    if (state.facts.size <= MOST_FACTS) break;
    state.facts.delete(oldest);
  }
  return facts;
}

async function fetchFacts(site: PolicySite, thread: string, hops: number): Promise<ThreadFacts | null> {
  const path = siteFor(site).factsPath(thread);
  const origin = site.match[0]?.slice(0, -'/*'.length);
  if (path === null || origin === undefined || hops === 0) return null;
  const answer = await askJson(`${origin}${path}`);
  const facts = answer === null ? null : siteFor(site).readFacts(thread, answer);
  if (facts === null) return null;
  return 'instead' in facts ? fetchFacts(site, facts.instead, hops - 1) : withLock(site, origin, facts);
}

/** Whether the site itself calls an area closed about which policy says nothing; where it does not answer, it may be. */
async function withLock(site: PolicySite, origin: string, facts: ThreadFacts): Promise<ThreadFacts> {
  const kind = siteFor(site);
  const path = areaOf(site, facts) === undefined ? (kind.areaPath?.(facts) ?? null) : null;
  if (path === null) return facts;
  const answer = await askJson(`${origin}${path}`);
  return { ...facts, restricted: kind.isClosedArea?.(answer) ?? true };
}

async function askJson(url: string): Promise<unknown> {
  try {
    const answer = await fetch(url, {
      credentials: 'include',
      headers: { accept: 'application/json' },
      signal: AbortSignal.timeout(ASK_TIMEOUT_MS),
    });
    return answer.ok ? ((await answer.json()) as unknown) : null;
  } catch {
    return null;
  }
}

/** Everyone who will be able to read what is written there. */
export function audienceOf(policy: Policy, site: PolicySite, facts: ThreadFacts | null | undefined): Audience {
  if (!facts) return { kind: 'unknown', name: site.name, why: 'the forum did not say where this goes' };
  if (facts.area === 'people') return peopleAudience(policy, site, facts);
  const area = areaOf(site, facts);
  const name = area?.name ?? (facts.areaName || site.name);
  const groups = area?.readers ?? (facts.restricted ? [closedCircle(site, facts)] : site.readers);
  return groups === null
    ? { kind: 'unknown', name, why: 'the policy does not say who reads here' }
    : knownAudience(policy, name, [], groups);
}

/** How sensitive a thread is and who may read it: policy first, the site's own lock, then marks in page and text. */
export function labelOfSource(
  policy: Policy,
  site: PolicySite,
  facts: ThreadFacts | null,
  seen: SeenThread | null,
): Label {
  const area = facts === null ? undefined : areaOf(site, facts);
  const texts = [...(facts ? [facts.text] : []), ...(seen?.documents ?? []).map((each) => each.text)];
  const places = [
    ...[facts, seen].flatMap((each) => (each ? [{ title: each.title, tags: each.tags, head: '', foot: '' }] : [])),
    ...texts.map((text) => ({ title: '', tags: [], head: text.slice(0, 2_000), foot: text.slice(-2_000) })),
  ];
  const marks = places.flatMap((place) => marksIn(policy, place));
  const found = texts.flatMap((text) => sensitiveIn(policy, text).labels);
  const byPolicy = area?.label ?? site.label ?? (area?.readers ? impliedLabel(policy, area.readers) : null);
  const given = marksFrom(byPolicy === null ? found : [...found, byPolicy]);
  return labelFromMarks(policy, [...marks, ...given], readersOf(policy, site, area, facts, seen));
}

/** The label that marks alone give. */
export function labelFromMarks(policy: Policy, marks: readonly Mark[], readers: Readers = { kind: 'everyone' }): Label {
  return marks.map((mark) => labelOfMark(policy, mark)).reduce<Label>(joinLabels, { ...UNMARKED, readers });
}

function labelOfMark(policy: Policy, mark: Mark): Label {
  const label = labelById(policy, mark.label);
  const categories = sortedUnion(mark.categories, label?.categories ?? []);
  return { rank: label?.rank ?? 0, marks: [mark.label], categories, readers: UNMARKED.readers };
}

/** Labels that follow from something else than a mark. */
export function marksFrom(labels: readonly string[]): readonly Mark[] {
  return labels.map((label) => ({ label, categories: [] }));
}

/** The marks that a text or page carries. */
export function marksIn(policy: Policy, page: Marked | null): readonly Mark[] {
  const own = policy.labels.filter((label) => label.system === 'own' && label.id !== UNKNOWN_MARK);
  return page === null ? [] : marksOf(page, own, policy.vocabularies);
}

function readersOf(
  policy: Policy,
  site: PolicySite,
  area: Area | undefined,
  facts: ThreadFacts | null,
  seen: SeenThread | null,
): Readers {
  // Where the page alone can tell (mail), naming few readers is the stricter word, so the page may say it.
  if (facts === null && seen !== null && seen.people !== null) {
    const { people, groups } = circleOf(policy, seen.people);
    return only(people, groups);
  }
  if (facts === null)
    return { kind: 'allOf', sets: [{ kind: 'unknown', why: 'the forum did not say who reads there' }] };
  if (facts.area === 'people')
    return only(
      facts.people.map((name) => personOf(site, name)),
      facts.groups.map((group) => group.id),
    );
  if (area?.readers) return only([], area.readers);
  if (facts.restricted) return only([], [closedCircle(site, facts)]);
  if (site.readers !== null) return only([], site.readers);
  // A forum says itself what is closed; of a described site nobody has said that it is open.
  return site.kind === 'generic'
    ? { kind: 'allOf', sets: [{ kind: 'unknown', why: 'the policy does not say who reads there' }] }
    : { kind: 'everyone' };
}

/**
 * Those who read a place that the site calls closed, where policy does not say who they are: a group that nobody knows,
 * which is only ever itself. What is quoted within that place goes to nobody new; anybody else is.
 */
function closedCircle(site: PolicySite, facts: ThreadFacts): string {
  return `${facts.areaName || facts.area} (${site.name}, ${facts.area})`;
}

/** Names in a private message are people, or groups where policy knows a group of that name. */
function peopleAudience(policy: Policy, site: PolicySite, facts: ThreadFacts): Audience {
  const groups = [...facts.groups.map((group) => group.id), ...facts.people.filter((name) => policy.groups.has(name))];
  const people = facts.people.filter((name) => !policy.groups.has(name)).map((name) => personOf(site, name));
  return people.length + groups.length === 0
    ? { kind: 'unknown', name: facts.title, why: 'no recipient can be read' }
    : knownAudience(policy, facts.title, people, groups);
}

/** Everyone whom a mail names, in whatever field; an address of a group is the group. One that is no address is anybody. */
export function recipientsAudience(policy: Policy, recipients: Recipients): Audience {
  const addresses = [...new Set([...recipients.to, ...recipients.cc, ...recipients.bcc])];
  const [first] = addresses;
  if (first === undefined) return { kind: 'unknown', name: '', why: 'it names no recipient' };
  const name = addresses.length === 1 ? first : `${first} +${addresses.length - 1}`;
  if (addresses.some((each) => parseAddress(each) !== each))
    return { kind: 'unknown', name, why: 'a recipient cannot be read' };
  const { people, groups } = circleOf(policy, addresses);
  return knownAudience(policy, name, people, groups);
}

/** One name for one person on all sites: the address, where policy says how user names become addresses. */
function personOf(site: PolicySite, name: string): string {
  return site.userDomain === null || name.includes('@') ? name : `${name}@${site.userDomain}`;
}

/**
 * A restricted area without a label of its own carries the lowest one: its readers alone say that it matters. Not one
 * that outsiders read: what stands there was written for them, and no label of the organisation's lets it flow to them.
 */
function impliedLabel(policy: Policy, readers: readonly string[]): string | null {
  if (strangersAmong(readers, policy.groups).length > 0) return null;
  const ranked = policy.labels.filter((label) => label.rank > 0).sort((a, b) => a.rank - b.rank);
  return ranked[0]?.id ?? null;
}

function areaOf(site: PolicySite, facts: ThreadFacts): Area | undefined {
  return areaNamed(site, facts.area);
}

function key(site: PolicySite, thread: string): string {
  return `${site.id} ${thread}`;
}
