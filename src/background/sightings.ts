/** A sighting of an agent changes what its tab is: latched, saved and recorded. */
import { attribute, type Evidence, type InputFacts, type SignId } from '../core/actor.ts';
import { noteSession } from './agent-sessions.ts';
import { withoutAids } from './entry-body.ts';
import { record } from './record.ts';
import { saveSession } from './session-store.ts';
import { keepSigns, recentOf } from './sessions.ts';
import { type GuardState, isDriven, type Latch } from './state.ts';

/** Who is told that a tab has become an agent's, or is one again: its page and its rules follow. */
type Listener = (tab: number) => void;
const listeners: Listener[] = [];

export function onAgentSeen(listener: Listener): void {
  listeners.push(listener);
}

/** While an agent only goes on its latch is written down at most this often, in milliseconds. */
const SAVE_EVERY_MS = 30_000;

let savedAt = 0;

function save(state: GuardState, now: number): void {
  savedAt = now;
  void saveSession(state, 'latches');
}

/** Notes signs in a tab. Returns true when the tab became an agent's just now, so that it must be sealed. */
export function noteSigns(
  state: GuardState,
  tab: number,
  signs: readonly SignId[],
  source: Evidence['source'],
  reach: Latch['reach'],
  facts: InputFacts | null = null,
): boolean {
  const now = Date.now();
  const kept = recentOf(state, keepSigns(tab, signs, source, facts), now);
  const verdict = attribute(kept, { latched: false, devtools: state.devtools.has(tab) });
  if (verdict.actor !== 'agent') return false;
  // In a tab that a person has taken back, what a script in the page does says nothing of who else is there; only a
  // debugger does (`driving.ts` ends it then).
  const driven = isDriven(state, tab);
  if (driven && source === 'page') return false;
  const before = state.latches.get(tab);
  const widest = before?.reach === 'remote' || reach === 'remote' ? 'remote' : 'tab';
  state.latches.set(tab, { tab, at: now, reach: widest, evidence: kept.filter((e) => e.direction === 'agent') });
  noteSession(state, tab, kept, now);
  const fresh = before !== undefined && now - before.at < state.policy.agents.latchMs;
  const known = !driven && fresh && before.reach === widest;
  if (!known || now - savedAt >= SAVE_EVERY_MS) save(state, now);
  if (known) return false;
  void record('agent-seen', { tab, signs: kept.map((e) => withoutAids(e.sign)), source: verdict.source });
  for (const listener of listeners) listener(tab);
  return true;
}
