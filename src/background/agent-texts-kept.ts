/** What agents have written, over restarts of the browser: labels and fingerprints in the database, never text. */
import { type AgentText, afterRestart } from '../core/exposure/agent-text.ts';
import { noteAgentDraft, noteSentText } from './agent-texts.ts';
import type { Assessment } from './assess.ts';
import { readDurable, writeDurable } from './database.ts';
import type { Used } from './releases.ts';
import type { GuardState } from './state.ts';

/** Fills the state with what is kept. We wrote it ourselves into a store that only our own pages reach. */
export async function loadAgentTexts(state: GuardState, newLife: boolean): Promise<void> {
  const stored = await readDurable('agentTexts');
  const texts = Array.isArray(stored) ? (stored as readonly AgentText[]) : [];
  state.agentTexts = newLife ? afterRestart(texts) : texts;
}

/** An agent's draft has settled in a tab. */
export async function keepAgentDraft(state: GuardState, tab: number, assessment: Assessment): Promise<void> {
  if (noteAgentDraft(state, tab, assessment, Date.now())) await writeDurable('agentTexts', state.agentTexts);
}

/** Acts of a tab have gone out. */
export async function keepSentTexts(state: GuardState, tab: number, used: readonly Used[]): Promise<void> {
  const now = Date.now();
  const changed = used.map(({ assessment, release }) => noteSentText(state, tab, assessment, release !== null, now));
  if (changed.some((each) => each)) await writeDurable('agentTexts', state.agentTexts);
}
