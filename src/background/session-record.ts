/**
 * What the record says of agents at work. What has begun there and not ended is kept on the disk, written together with
 * each entry, so that a session whose browser went gets its end at the next start, and each has exactly one.
 */
import { type AgentSession, seenBy, wayOf } from '../core/agent-session.ts';
import type { Json } from '../core/canonical.ts';
import { readDurable, writeDurable } from './database.ts';
import { evidenceBody } from './entry-body.ts';
import { record } from './record.ts';
import type { GuardState } from './state.ts';

/**
 * Nothing was seen of it any more; its last tab was closed or taken back; it turned out to be another session, which
 * goes on; more were at work than are kept; the browser, or what it had in memory of it, has gone.
 */
export type SessionEnd = 'quiet' | 'left' | 'joined' | 'too-many' | 'restart';

/** A session as its entries tell of it. */
export type SessionBody = { readonly session: string; readonly begun: number; readonly [key: string]: Json };

/** Sessions of a former life that have no end in the record yet. */
let forgotten: readonly SessionBody[] = [];

/** A session as the record tells of it: no text, and no times of keys. */
export function sessionBody(session: AgentSession): SessionBody {
  return {
    session: session.id,
    agent: session.name ?? wayOf(session.evidence),
    // A mark in a page is the page's word, whoever was seen to be there.
    namedBy: session.name === null ? null : 'page',
    seenBy: seenBy(session),
    evidence: evidenceBody(session.evidence),
    begun: session.begun,
    seenAt: session.seenAt,
    tabs: session.tabs.length,
    acts: session.acts,
  };
}

/** What is kept of the sessions that have begun: all that are at work, and what a former life had left open. */
export function openSessions(state: GuardState): readonly SessionBody[] {
  return [...forgotten, ...[...state.sessions.values()].map(sessionBody)];
}

/** Of what was kept, the sessions that this life knows nothing of; one that began anew under its old name is another. */
export function forgottenIn(kept: unknown, sessions: GuardState['sessions']): readonly SessionBody[] {
  if (!Array.isArray(kept)) return [];
  return kept.filter(isBody).filter(({ session, begun }) => sessions.get(session)?.begun !== begun);
}

function isBody(value: unknown): value is SessionBody {
  if (typeof value !== 'object' || value === null) return false;
  const { session, begun } = value as Readonly<Record<string, unknown>>;
  return typeof session === 'string' && typeof begun === 'number';
}

/** An agent has begun or got a name. What is only told must not fail what is guarded. */
export function tellSession(state: GuardState, kind: 'session-begun' | 'session-named', session: AgentSession): void {
  void record(kind, sessionBody(session), { openSessions: openSessions(state) }).catch(() => undefined);
}

/** An agent's session is over, and no longer among the state's. */
export function tellEnd(state: GuardState, session: AgentSession, why: SessionEnd): void {
  void writeEnd(state, sessionBody(session), why).catch(() => undefined);
}

/** What an end would say changes as a session goes on. */
export function keepOpenSessions(state: GuardState): void {
  void writeDurable('openSessions', openSessions(state)).catch(() => undefined);
}

/** Finds what a former life left open; before anything is seen in this one. */
export async function loadOpenSessions(state: GuardState): Promise<void> {
  forgotten = forgottenIn(await readDurable('openSessions'), state.sessions);
}

/** Writes the ends that a former life could not write any more. */
export async function endForgottenSessions(state: GuardState): Promise<void> {
  for (const each of [...forgotten]) {
    forgotten = forgotten.filter((other) => other !== each);
    await writeEnd(state, each, 'restart').catch(() => {
      forgotten = [each, ...forgotten];
    });
  }
}

async function writeEnd(state: GuardState, body: SessionBody, why: SessionEnd): Promise<void> {
  await record('session-ended', { ...body, why }, { openSessions: openSessions(state) });
}
