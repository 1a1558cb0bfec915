/**
 * Agents at work, as people and the record know them: each from its first sighting to its end, with its name where one
 * is known. Nothing is held or let go by this; who acts is the latch's matter (`sessions.ts`).
 */
import { evidenceOf } from '../agents/evidence.ts';
import type { Evidence } from '../core/actor.ts';
import type { AgentId } from '../core/agent-name.ts';
import { type AgentSession, acted, isIn, isOver, named, seen, wayOf } from '../core/agent-session.ts';
import type { AgentView, SessionView } from '../messages/agent-view.ts';
import { evidenceView } from './evidence-view.ts';
import { lineOf } from './openers.ts';
import { keepOpenSessions, type SessionEnd, tellEnd, tellSession } from './session-record.ts';
import { saveSession } from './session-store.ts';
import { sessionOf } from './sessions.ts';
import { type GuardState, isDriven } from './state.ts';

/** Sessions kept at once; no person has so many agents at work. */
const MOST_SESSIONS = 50;

/** While nothing but time goes on in a session it is written down at most this often, in milliseconds. */
const SAVE_EVERY_MS = 30_000;

/** Who is told that an agent has begun, ended or got a name in these tabs. */
type Listener = (tabs: readonly number[]) => void;
const listeners: Listener[] = [];

export function onSessionChange(listener: Listener): void {
  listeners.push(listener);
}

let savedAt = 0;

/** An agent was seen in a tab just now. */
export function noteSession(state: GuardState, tab: number, evidence: readonly Evidence[], now = Date.now()): void {
  endQuietSessions(state, now);
  const id = sessionOf(state, tab);
  // What was taken for something inside this tab is a client that drives the whole browser.
  const own = id === `tab:${tab}` ? undefined : state.sessions.get(`tab:${tab}`);
  if (own !== undefined) end(state, own, 'joined');
  const driven = state.browserDriven ? [evidenceOf('webdriver', 'browser', now)] : [];
  const before = state.sessions.get(id);
  const all = [...(own?.evidence ?? []), ...evidence, ...driven];
  const after = seen(before, { id, tab, evidence: all, at: now }, state.policy.agents.quietMs);
  const whole = before === undefined && own?.name ? named(after, own.name) : after;
  put(state, whole);
  if (before !== undefined && isThere(state, before, tab, now)) return;
  if (before === undefined) tellSession(state, 'session-begun', whole);
  tell([tab]);
}

/** A remote client drives the whole browser (Firefox says so): its session goes on. */
export function noteStillDriven(state: GuardState, now = Date.now()): void {
  const session = state.sessions.get('remote');
  if (session === undefined || hasEnded(state, session, now)) return;
  put(state, { ...session, seenAt: now, tabs: session.tabs.map(({ tab }) => ({ tab, at: now })) });
}

/** A page has found the mark of a known agent; it counts for an agent that was seen there, and for nobody else. */
export function nameSession(state: GuardState, tab: number, name: AgentId): void {
  const session = sessionIn(state, tab, Date.now());
  if (session === null) return;
  const now = named(session, name);
  if (now === session || now.name === session.name) return;
  put(state, now);
  tellSession(state, 'session-named', now);
  tell(now.tabs.map((each) => each.tab));
}

/** An agent tries something; the same again right away is the same act. */
export function countSessionAct(state: GuardState, tab: number, digest: string): void {
  const session = state.sessions.get(sessionOf(state, tab));
  if (session === undefined || lastAct.get(session.id) === digest) return;
  lastAct.set(session.id, digest);
  put(state, acted(session));
}

/** In memory: after the worker's death an act that is tried again counts once more. */
const lastAct = new Map<string, string>();

/** Ends what nothing was seen of for a while, everywhere or in some of its tabs. */
export function endQuietSessions(state: GuardState, now = Date.now()): void {
  for (const session of [...state.sessions.values()]) {
    if (hasEnded(state, session, now)) end(state, session, 'quiet');
    else leave(state, session, 'quiet', (tab) => !isThere(state, session, tab, now));
  }
}

/** A tab is closed, or a person has taken it back: whoever was at work there alone has ended. */
export function leaveTab(state: GuardState, tab: number): void {
  for (const session of [...state.sessions.values()]) leave(state, session, 'left', (each) => each === tab);
}

function leave(state: GuardState, session: AgentSession, why: SessionEnd, isLeft: (tab: number) => boolean): void {
  const left = session.tabs.filter(({ tab }) => isLeft(tab));
  if (left.length === 0) return;
  if (left.length === session.tabs.length) return end(state, session, why);
  put(state, { ...session, tabs: session.tabs.filter(({ tab }) => !isLeft(tab)) });
  tell(left.map(({ tab }) => tab));
}

/** What the agent that works in a tab now is called; null for none. */
export function agentIn(state: GuardState, tab: number): AgentView | null {
  const session = isDriven(state, tab) ? null : sessionIn(state, tab, Date.now());
  return session === null ? null : agentView(session);
}

/** All that are at work, the latest first. */
export function sessionViews(state: GuardState): readonly SessionView[] {
  const now = Date.now();
  return [...state.sessions.values()]
    .filter((session) => !hasEnded(state, session, now))
    .sort((a, b) => b.begun - a.begun)
    .map((session) => ({
      id: session.id,
      agent: agentView(session),
      begun: session.begun,
      tabs: session.tabs.length,
      acts: session.acts,
      evidence: session.evidence.map(evidenceView),
    }));
}

function agentView({ name, evidence }: AgentSession): AgentView {
  return name === null ? { kind: 'unnamed', way: wayOf(evidence) } : { kind: 'named', name };
}

/** The session that was seen lately in a tab, or in one that it was opened from. */
function sessionIn(state: GuardState, tab: number, now: number): AgentSession | null {
  const session = state.sessions.get(sessionOf(state, tab));
  const there =
    session && !hasEnded(state, session, now) && lineOf(state, tab).some((each) => isThere(state, session, each, now));
  return there ? session : null;
}

/** Whether nothing has been seen of it for as long as policy says. */
function hasEnded({ policy }: GuardState, session: AgentSession, now: number): boolean {
  return isOver(session, now, policy.agents.quietMs);
}

/** Whether it was seen in this tab within that time. */
function isThere({ policy }: GuardState, session: AgentSession, tab: number, now: number): boolean {
  return isIn(session, tab, now, policy.agents.quietMs);
}

function put(state: GuardState, session: AgentSession): void {
  const before = state.sessions.get(session.id);
  state.sessions.set(session.id, session);
  for (const oldest of [...state.sessions.values()].slice(0, -MOST_SESSIONS)) end(state, oldest, 'too-many');
  const onlyTime =
    before !== undefined &&
    before.acts === session.acts &&
    before.name === session.name &&
    before.tabs.length === session.tabs.length &&
    before.evidence.length === session.evidence.length;
  if (onlyTime && Math.abs(session.seenAt - savedAt) < SAVE_EVERY_MS) return;
  save(state, session.seenAt);
  // Of a new one the record tells first.
  if (before !== undefined) keepOpenSessions(state);
}

function end(state: GuardState, session: AgentSession, why: SessionEnd): void {
  state.sessions.delete(session.id);
  lastAct.delete(session.id);
  save(state, session.seenAt);
  tellEnd(state, session, why);
  tell(session.tabs.map((each) => each.tab));
}

function save(state: GuardState, at: number): void {
  savedAt = at;
  void saveSession(state, 'sessions').catch(() => undefined);
}

function tell(tabs: readonly number[]): void {
  for (const listener of listeners) listener(tabs);
}
