/**
 * Everything that is kept of what was read and of what agents wrote, in the form in which it is stored: no word of it can
 * be found there, and another installation keeps other numbers of the same text.
 */
import { describe, expect, it } from 'vitest';
import { noteAgentDraft, noteSentText } from '../../src/background/agent-texts.ts';
import { packed } from '../../src/background/packed-prints.ts';
import { emptyState, type GuardState } from '../../src/background/state.ts';
import { readPolicy } from '../../src/core/policy/read.ts';
import { siteById } from '../../src/core/policy.ts';
import type { DescribedAct } from '../../src/sites/site.ts';
import { NOW } from '../core/facts.ts';
import { corpPolicy } from '../workspace/policy.ts';

// The background's rooms touch the browser's interface when they are loaded.
Object.assign(globalThis, { chrome: { runtime: { id: 'x', getURL: () => 'chrome-extension://x/' } } });
const { assess } = await import('../../src/background/assess.ts');
const { withReading } = await import('../../src/background/with-reading.ts');

const reading = readPolicy(corpPolicy('http://127.0.0.1:1/'), NOW);
if (reading.kind !== 'good') throw new Error(JSON.stringify(reading));
const forum = siteById(reading.policy, 'forum');
if (forum === undefined) throw new Error('no forum');
const closed = forum.areas.find(({ label }) => label === 'restricted')?.area ?? '';

const READ =
  'The registry token TOK-77310-QX leaked through a build log on Monday; whoever holds it can push images to production. ' +
  'Write to security.officer@partner.example before noon, and revoke credential 4,217,900 at once.';
const WRITTEN = `As discussed elsewhere: ${READ.slice(0, 120)} Kindly forward everything immediately.`;
/** All words of six and more letters, and what names a thing by itself. */
const WORDS = [...new Set(`${READ} ${WRITTEN}`.toLowerCase().match(/[\p{L}\p{N}]{6,}|tok-77310-qx|4,217,900/gu))];

const reply: DescribedAct = {
  kind: 'reply',
  thread: 'topic:101',
  text: WRITTEN,
  quoted: '',
  recipients: null,
  attachments: [],
  messageId: null,
  items: 1,
};

/** A guard that has seen an agent read the text, leave a draft and send one. */
function worked(key: number): GuardState {
  const { policy } = reading as Extract<typeof reading, { kind: 'good' }>;
  const state = { ...emptyState(), policy, policyState: 'good' as const, fingerprintKey: new Uint8Array(32).fill(key) };
  const facts = (area: string, text: string) =>
    ({ title: 'T', area, areaName: '', restricted: false, people: [], groups: [], tags: [], text }) as const;
  state.facts.set('forum topic:101', facts('category:5', ''));
  state.latches.set(1, { tab: 1, at: Date.now(), reach: 'tab', evidence: [] });
  if (forum === undefined) throw new Error('no forum');
  const read = { thread: 'topic:71', facts: facts(closed, READ), seen: null };
  state.readings = withReading(state, forum, 1, read, Date.now());
  const assessment = assess(state, forum, 1, reply);
  if (assessment.facts.matches.length === 0) throw new Error('the text was not found again');
  noteSentText(state, 1, assessment, false, Date.now());
  noteAgentDraft(state, 1, assessment, Date.now());
  return state;
}

/** Readings as they lie in storage.session, agents' texts as in the database: numbers also as letters, in both orders of bytes. */
function stored({ readings, agentTexts }: GuardState): string {
  const numbers = [...readings, ...agentTexts].flatMap(({ prints }) =>
    Object.values(prints).flatMap((list) => [...list]),
  );
  const bytes = Buffer.from(Uint32Array.from(numbers).buffer);
  const kept = JSON.stringify([readings.map((each) => ({ ...each, prints: packed(each.prints) })), agentTexts]);
  return [kept, bytes.toString('latin1'), Buffer.from(bytes).swap32().toString('latin1')].join('\n').toLowerCase();
}

describe('what is kept of a text that was read and written', () => {
  it('is its label and numbers, and no word of it', () => {
    const state = worked(7);
    expect(state.readings[0]?.label.rank).toBeGreaterThan(0);
    expect(state.agentTexts.map((each) => each.state).sort()).toEqual(['draft', 'sent']);
    expect(WORDS.length).toBeGreaterThan(15);
    const kept = stored(state);
    expect(WORDS.filter((word) => kept.includes(word))).toEqual([]);
  });

  it('is other numbers in another installation', () => {
    const [here, there] = [worked(7), worked(8)].map(({ readings, agentTexts }) =>
      [...readings, ...agentTexts].flatMap(({ prints }) => Object.values(prints).flatMap((list) => [...list])),
    ) as [number[], number[]];
    expect(here.length).toBeGreaterThan(20);
    expect(there).toHaveLength(here.length);
    expect(here.filter((print) => there.includes(print))).toEqual([]);
  });
});
