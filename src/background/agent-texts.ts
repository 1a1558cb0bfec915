/**
 * What agents have written, as it bears on an act: the drafts that stand in it, and how many agents answer each other.
 * Touches no browser interface, so that the same code plays the cases of `npm run eval -- flow`.
 */
import { type Action, isChange } from '../core/action.ts';
import type { Facts } from '../core/decide.ts';
import {
  type AgentText,
  depthOfReading,
  draftsIn,
  TextMatcher,
  withDraft,
  without,
  withSent,
  youngerThan,
} from '../core/exposure/agent-text.ts';
import { fingerprintOf } from '../core/exposure/fingerprint.ts';
import type { Match, Reading } from '../core/exposure.ts';
import type { Assessment } from './assess.ts';
import { readingsOf, sessionOf } from './sessions.ts';
import type { GuardState } from './state.ts';

/** The indexes of drafts and of what was sent, under the key of the installation. */
const matchers = new WeakMap<Uint8Array, { readonly drafts: TextMatcher; readonly sent: TextMatcher }>();

/** What agents' drafts add to the facts about an act: what these had read, and how many agents have answered each other. */
export function agentTextFacts(
  state: GuardState,
  tab: number,
  action: Action,
  matches: readonly Match[],
): Pick<Facts, 'drafted' | 'chain'> {
  const kept = youngerThan(state.agentTexts, state.policy.exposure.draftMs, Date.now());
  const drafts = draftsIn(kept, action, matchersOf(state).drafts);
  const answered = readingsOf(state, tab).filter(
    ({ site, thread }) => site === action.site && thread === action.thread,
  );
  const read = [...matches.map(({ reading }) => reading), ...answered];
  return {
    drafted: drafts.flatMap(({ sources }) => sources),
    chain: Math.max(0, ...[...read, ...drafts].map(({ depth }) => depth)),
  };
}

/** How deep in a chain of agents' texts this is, read by a session. */
export function depthIn(state: GuardState, read: { readonly text: string; readonly session: string }): number {
  return depthOfReading(state.agentTexts, read, matchersOf(state).sent);
}

/** Keeps of an agent's draft what it may rest on; false where it rests on nothing. */
export function noteAgentDraft(state: GuardState, tab: number, assessment: Assessment, now: number): boolean {
  const { attribution, facts, action } = assessment;
  if (attribution.actor !== 'agent' || action.kind === 'unreadable' || isChange(action.kind)) return false;
  const sources = [...facts.matches.map(({ reading }) => reading), ...facts.tainted, ...facts.drafted];
  if (sources.length === 0 && facts.chain === 0) return false;
  const kept = youngerThan(state.agentTexts, state.policy.exposure.draftMs, now);
  state.agentTexts = withDraft(kept, textOf(state, tab, assessment, sources, now));
  return true;
}

/**
 * An act has gone out: drafts that were written for it are drafts no more. An agent's that no person has confirmed is
 * known again when it is read. False when nothing is known of it.
 */
export function noteSentText(
  state: GuardState,
  tab: number,
  assessment: Assessment,
  confirmed: boolean,
  now: number,
): boolean {
  const { action, attribution } = assessment;
  if (action.kind === 'unreadable' || isChange(action.kind)) return false;
  const before = state.agentTexts;
  const left = without(
    before,
    before.filter((each) => isDraftOf(each, action)),
  );
  const isAgents = attribution.actor === 'agent' && !confirmed;
  state.agentTexts = isAgents ? withSent(left, textOf(state, tab, assessment, [], now)) : left;
  return state.agentTexts !== before;
}

function isDraftOf({ state, site, thread, messageId }: AgentText, action: Action): boolean {
  if (state !== 'draft' || site !== action.site) return false;
  return thread === action.thread || (messageId !== null && messageId === action.messageId);
}

function textOf(
  state: GuardState,
  tab: number,
  { action, facts }: Assessment,
  sources: readonly Reading[],
  at: number,
): AgentText {
  const { site, thread, messageId } = action;
  const session = sessionOf(state, tab);
  return {
    id: `${site} ${messageId ?? thread} ${session}`,
    site,
    thread,
    messageId,
    session,
    at,
    state: 'draft',
    depth: facts.chain,
    sources,
    prints: fingerprintOf(action, state.fingerprintKey),
  };
}

function matchersOf({ fingerprintKey }: GuardState) {
  const known = matchers.get(fingerprintKey);
  if (known !== undefined) return known;
  const made = { drafts: new TextMatcher(fingerprintKey), sent: new TextMatcher(fingerprintKey) };
  matchers.set(fingerprintKey, made);
  return made;
}
