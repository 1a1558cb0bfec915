/**
 * An agent at work, from its first sighting until nothing has been seen of it for a while: in which tabs, by what name,
 * and how often it tried to do something. For people and the record; who acts is judged by the latch, which lasts longer.
 */
import type { Evidence } from './actor.ts';
import { type AgentId, saysMore } from './agent-name.ts';

/** Tabs kept for one session; the one seen longest ago goes first. */
const MOST_TABS = 50;

/** Evidence kept for one session: the latest of each sign, of each source. */
const MOST_EVIDENCE = 20;

export interface AgentSession {
  /** `remote` for a client that drives the whole browser, else the tab's: "tab:7". */
  readonly id: string;
  /** Milliseconds since the epoch, as all times here. */
  readonly begun: number;
  readonly seenAt: number;
  readonly tabs: readonly { readonly tab: number; readonly at: number }[];
  /** How often it tried to send or change something. */
  readonly acts: number;
  /** Null while no mark of a known agent was found. */
  readonly name: AgentId | null;
  readonly evidence: readonly Evidence[];
}

/** What an agent is called as long as nobody knows its name: by how it works. */
export const WAYS_OF_WORKING = ['debugger', 'webdriver', 'script', 'input'] as const;
export type WayOfWorking = (typeof WAYS_OF_WORKING)[number];

/** A session in which an agent was seen just now; a new one where there was none, or it is over after `quietMs`. */
export function seen(
  before: AgentSession | undefined,
  sighting: { readonly id: string; readonly tab: number; readonly evidence: readonly Evidence[]; readonly at: number },
  quietMs: number,
): AgentSession {
  const { id, tab, at } = sighting;
  const going = before !== undefined && !isOver(before, at, quietMs) ? before : null;
  const fresh = sighting.evidence.filter((each) => each.direction === 'agent');
  const older = (going?.evidence ?? []).filter(
    (each) => !fresh.some((other) => other.sign === each.sign && other.source === each.source),
  );
  return {
    id,
    begun: going?.begun ?? at,
    seenAt: at,
    tabs: [...(going?.tabs ?? []).filter((each) => each.tab !== tab), { tab, at }].slice(-MOST_TABS),
    acts: going?.acts ?? 0,
    name: going?.name ?? null,
    evidence: [...older, ...fresh].slice(-MOST_EVIDENCE),
  };
}

/** The session with a name that was found; the one that says more stays. */
export function named(session: AgentSession, name: AgentId): AgentSession {
  return session.name === null || saysMore(name, session.name) ? { ...session, name } : session;
}

/** The session after one more act. */
export function acted(session: AgentSession): AgentSession {
  return { ...session, acts: session.acts + 1 };
}

/** Whether nothing has been seen of it for so long (`quietMs`) that it has ended. A clock that was set back ends nothing. */
export function isOver(session: AgentSession, now: number, quietMs: number): boolean {
  return now - session.seenAt >= quietMs;
}

/** Whether it was seen in this tab within `quietMs`. */
export function isIn(session: AgentSession, tab: number, now: number, quietMs: number): boolean {
  return session.tabs.some((each) => each.tab === tab && now - each.at < quietMs);
}

/** How it works, by the strongest sign. */
export function wayOf(evidence: readonly Pick<Evidence, 'sign'>[]): WayOfWorking {
  const has = (...signs: readonly Evidence['sign'][]) => evidence.some(({ sign }) => signs.includes(sign));
  if (has('debugger')) return 'debugger';
  if (has('webdriver')) return 'webdriver';
  return has('untrusted-event', 'text-by-program') ? 'script' : 'input';
}

/** Where the word comes from that an agent is there: seen by the browser if anything was, else claimed by a page. */
export function seenBy({ evidence }: Pick<AgentSession, 'evidence'>): Evidence['source'] {
  return evidence.some(({ source }) => source === 'browser') ? 'browser' : 'page';
}
