/**
 * Threads that an act itself names as its source (a quotation of another topic, a topic that moves). They count with
 * the readers that they have, whether or not their words are found in the text, and whether or not this browser has
 * read them.
 */
import type { Action } from '../core/action.ts';
import { canonicalText } from '../core/canonical.ts';
import { NO_PRINTS } from '../core/exposure/fingerprint.ts';
import type { Match, Reading } from '../core/exposure.ts';
import type { PolicySite } from '../core/policy.ts';
import { siteFor } from '../sites/all.ts';
import type { DescribedAct, DrawnThread } from '../sites/site.ts';
import { askFacts, knownFacts, labelOfSource } from './places.ts';
import type { GuardState } from './state.ts';

/** Questions to the site about one act's sources. */
const MOST_ASKED = 10;

/** All matches: those found by their words, and those that the act names. */
export function withNamedSources(
  state: GuardState,
  site: PolicySite,
  action: Action,
  found: readonly Match[],
): readonly Match[] {
  const known = new Set(found.map(({ reading }) => reading.id));
  const named = namedBy(site, action).flatMap(({ thread, from, to }) => {
    const reading = readingOf(state, site, thread);
    if (known.has(reading.id)) return [];
    known.add(reading.id);
    return [{ reading, spans: [{ from, to }] }];
  });
  return [...found, ...named];
}

/** Asks the site about those that this browser has not read. */
export async function learnNamedSources(state: GuardState, site: PolicySite, act: DescribedAct): Promise<void> {
  const unread = namedBy(site, act).filter(({ thread }) => read(state, site, thread) === undefined);
  await Promise.all(unread.slice(0, MOST_ASKED).map(({ thread }) => askFacts(state, site, thread)));
}

/** A quotation from the place where it is written has the same readers. */
function namedBy(site: PolicySite, act: Pick<Action, 'kind' | 'thread' | 'text'>): readonly DrawnThread[] {
  if (act.kind === 'unreadable') return [];
  const named = siteFor(site).drawsOn?.({ kind: act.kind, thread: act.thread, text: canonicalText(act.text) }) ?? [];
  return named.filter(({ thread }) => thread !== act.thread);
}

/** The strictest reading of a thread in this browser; else what the site has told, and nobody's readers where it has not. */
function readingOf(state: GuardState, site: PolicySite, thread: string): Reading {
  const before = read(state, site, thread);
  if (before !== undefined) return before;
  const facts = knownFacts(state, site, thread) ?? null;
  return {
    id: `${site.id} ${thread} named`,
    site: site.id,
    thread,
    title: facts?.title || thread,
    label: labelOfSource(state.policy, site, facts, null),
    at: 0,
    actor: 'unknown',
    session: '',
    depth: 0,
    prints: NO_PRINTS,
  };
}

function read(state: GuardState, site: PolicySite, thread: string): Reading | undefined {
  return state.readings
    .filter((reading) => reading.site === site.id && reading.thread === thread)
    .sort((a, b) => b.label.rank - a.label.rank)[0];
}
