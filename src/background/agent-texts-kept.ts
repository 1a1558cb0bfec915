/** What agents have written, over restarts of the browser: labels and fingerprints in the database, never text. */
import { type AgentText, afterRestart } from '../core/exposure/agent-text.ts';
import { textChanges, textsAmong } from '../core/exposure/kept-texts.ts';
import { noteAgentDraft, noteSentText } from './agent-texts.ts';
import type { Assessment } from './assess.ts';
import { database, readDurable, writeDurable } from './database.ts';
import { record } from './record.ts';
import type { Used } from './releases.ts';
import type { GuardState } from './state.ts';

/** Each text lies under a key of its own: of many, few change. */
const TEXT = 'agentText ';
const ALL_TEXTS = () => IDBKeyRange.bound(TEXT, `${TEXT}\uffff`);

/** The texts that the database has, by their names. */
let kept: ReadonlyMap<string, AgentText> = new Map();

/**
 * Fills the state with what is kept. What cannot be read is never taken for nothing: a draft may rest on it, so acts are
 * asked about for as long as drafts count, and the record says why.
 */
export async function loadAgentTexts(state: GuardState, newLife: boolean): Promise<void> {
  try {
    const { texts, damaged } = textsAmong(await (await database()).getAll('durable', ALL_TEXTS()));
    kept = new Map(texts.map((text) => [text.id, text]));
    state.agentTexts = newLife ? afterRestart(texts) : texts;
    if (damaged > 0) await noteDamage(damaged);
    state.draftsLost = Number(await readDurable('agentTextsLost')) || 0;
  } catch {
    // The next start tries again; until then nobody knows.
    state.draftsLost = Date.now();
    await record('drafts-lost', { texts: null }).catch(() => undefined);
  }
}

/** Texts that nobody can read say nothing any more: that there were some is what is kept of them. */
async function noteDamage(damaged: number): Promise<void> {
  await record('drafts-lost', { texts: damaged });
  await writeDurable('agentTextsLost', Date.now());
  const transaction = (await database()).transaction('durable', 'readwrite', { durability: 'strict' });
  const keys = await transaction.store.getAllKeys(ALL_TEXTS());
  const readable = new Set([...kept.keys()].map(keyOf));
  await Promise.all([
    ...keys.filter((key) => !readable.has(key)).map((key) => transaction.store.delete(key)),
    transaction.done,
  ]);
}

/** An agent's draft has settled in a tab. */
export async function keepAgentDraft(state: GuardState, tab: number, assessment: Assessment): Promise<void> {
  if (noteAgentDraft(state, tab, assessment, Date.now())) await save(state);
}

/** Acts of a tab have gone out. */
export async function keepSentTexts(state: GuardState, tab: number, used: readonly Used[]): Promise<void> {
  const now = Date.now();
  const changed = used.map(({ assessment, release }) => noteSentText(state, tab, assessment, release !== null, now));
  if (changed.some((each) => each)) await save(state);
}

/** Writes what has changed and waits until it is on the disk. */
async function save({ agentTexts }: GuardState): Promise<void> {
  const before = kept;
  const { put, gone } = textChanges(before, agentTexts);
  kept = new Map(agentTexts.map((text) => [text.id, text]));
  try {
    const transaction = (await database()).transaction('durable', 'readwrite', { durability: 'strict' });
    await Promise.all([
      ...put.map((text) => transaction.store.put(text, keyOf(text.id))),
      ...gone.map((id) => transaction.store.delete(keyOf(id))),
      transaction.done,
    ]);
  } catch (error) {
    // What is not there is written with the next one, and what is still there taken away.
    const missing = new Set(put.map(({ id }) => id));
    kept = new Map([
      ...[...before].filter(([id]) => gone.includes(id)),
      ...[...kept].filter(([id]) => !missing.has(id)),
    ]);
    throw error;
  }
}

function keyOf(id: string): string {
  return `${TEXT}${id}`;
}
