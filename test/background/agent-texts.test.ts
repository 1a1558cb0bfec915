/** What agents write is kept as labels and fingerprints: as a draft with what it rests on, as a post with its place in a chain. */
import { describe, expect, it } from 'vitest';
import { noteAgentDraft, noteSentText } from '../../src/background/agent-texts.ts';
import { emptyState, type GuardState } from '../../src/background/state.ts';
import { afterRestart } from '../../src/core/exposure/agent-text.ts';
import { readPolicy } from '../../src/core/policy/read.ts';
import { siteById } from '../../src/core/policy.ts';
import type { DescribedAct } from '../../src/sites/site.ts';
import { NOW } from '../core/facts.ts';
import { corpPolicy } from '../workspace/policy.ts';

// The background's rooms touch the browser's interface when they are loaded.
Object.assign(globalThis, { chrome: { runtime: { id: 'x', getURL: () => 'chrome-extension://x/' } } });
const { assess } = await import('../../src/background/assess.ts');
const { excuse } = await import('../../src/background/site-changes.ts');
const { withReading } = await import('../../src/background/with-reading.ts');

const reading = readPolicy(corpPolicy('http://127.0.0.1:1/'), NOW);
if (reading.kind !== 'good') throw new Error(JSON.stringify(reading));
const { policy } = reading;
const forum = siteById(policy, 'forum');
if (forum === undefined) throw new Error('no forum');

const SECRET =
  'The registry token leaked through a build log on Monday; whoever holds it can push images to production.';
const REWORDED =
  'Careful with deployments today: somebody’s credential got out, and strangers could replace what runs live.';
const facts = (area: string, text: string) =>
  ({ title: 'T', area, areaName: '', restricted: false, people: [], groups: [], tags: [], text }) as const;
const closed = forum.areas.find(({ label }) => label === 'restricted')?.area ?? '';
const reply = (text: string, thread = 'topic:101'): DescribedAct => ({
  kind: 'reply',
  thread,
  text,
  quoted: '',
  recipients: null,
  attachments: [],
  messageId: null,
  items: 1,
});

function guard(): GuardState {
  const state = { ...emptyState(), policy, policyState: 'good' as const, fingerprintKey: new Uint8Array(32).fill(7) };
  state.facts.set('forum topic:101', facts('category:5', ''));
  return state;
}
const latch = (state: GuardState, ...tabs: readonly number[]) => {
  for (const tab of tabs) state.latches.set(tab, { tab, at: Date.now(), reach: 'tab', evidence: [] });
};
const look = (state: GuardState, tab: number, thread: string, area: string, text: string) => {
  state.readings = withReading(state, forum, tab, { thread, facts: facts(area, text), seen: null }, Date.now());
};

describe('a draft of an agent that has read a label', () => {
  const drafted = (): GuardState => {
    const state = guard();
    latch(state, 1);
    look(state, 1, 'topic:71', closed, SECRET);
    expect(noteAgentDraft(state, 1, assess(state, forum, 1, reply(REWORDED)), Date.now())).toBe(true);
    return state;
  };
  const afterwards = (state: GuardState): GuardState => ({
    ...guard(),
    agentTexts: afterRestart(structuredClone(state.agentTexts)),
  });

  it('is asked about in whatever session and after a restart, for what the agent had read', () => {
    const { verdict } = assess(afterwards(drafted()), forum, 9, reply(REWORDED));
    expect(verdict.level).toBe('WARN');
    expect(verdict.reasons).toMatchObject([{ kind: 'leak', source: { thread: 'topic:71', how: { kind: 'draft' } } }]);
    expect(assess(afterwards(drafted()), forum, 9, reply('Lunch at half past twelve, as always?')).verdict.level).toBe(
      'ALLOW',
    );
  });

  it('is kept without a word of what was read or written', () => {
    const kept = JSON.stringify(drafted().agentTexts);
    for (const word of ['registry', 'token', 'deployments', 'credential']) expect(kept).not.toContain(word);
  });

  it('rests on nothing any more once it is sent, or when policy’s time is over', () => {
    const state = drafted();
    expect(noteSentText(state, 1, assess(state, forum, 1, reply(REWORDED)), true, Date.now())).toBe(true);
    expect(state.agentTexts).toEqual([]);
    const old = afterwards(drafted());
    old.agentTexts = old.agentTexts.map((each) => ({ ...each, at: Date.now() - policy.exposure.draftMs }));
    expect(assess(old, forum, 9, reply(REWORDED)).verdict.level).toBe('ALLOW');
  });

  it('is not noted of a person, nor where the agent has read nothing', () => {
    const state = guard();
    look(state, 1, 'topic:71', closed, SECRET);
    expect(noteAgentDraft(state, 1, assess(state, forum, 1, reply(REWORDED)), Date.now())).toBe(false);
    latch(state, 2);
    expect(noteAgentDraft(state, 2, assess(state, forum, 2, reply(REWORDED)), Date.now())).toBe(false);
    expect(state.agentTexts).toEqual([]);
  });
});

describe('agents that answer each other in a thread', () => {
  /** Each in a tab of its own, in turn: reads what stands there, and answers. */
  const talk = (confirmed: boolean) => {
    const state = guard();
    latch(state, 1, 2);
    let topic = 'Who knows why the build hangs since this morning?';
    return Array.from({ length: 6 }, (_, i) => {
      const tab = 1 + (i % 2);
      look(state, tab, 'topic:101', 'category:5', topic);
      const text = `Answer ${i}: in my experience one should look at item ${i}${i}${i}-${i * 7_919} of the list before anything else is tried.`;
      const assessment = assess(state, forum, tab, reply(text));
      noteSentText(state, tab, assessment, confirmed, Date.now());
      topic = `${topic}\n\n${text}`;
      return assessment;
    });
  };

  it('are one further in a row with each answer, and then asked about for that', () => {
    const said = talk(false).map(({ facts: { chain } }) => chain);
    expect(said).toEqual([0, 1, 2, 3, 4, 5]);
    const asked = talk(false).map(({ verdict }) => verdict.reasons.some(({ kind }) => kind === 'chain'));
    expect(asked).toEqual([false, false, false, false, true, true]);
  });

  it('are in no row where a person has confirmed each answer', () => {
    expect(talk(true).map(({ facts: { chain } }) => chain)).toEqual([0, 0, 0, 0, 0, 0]);
  });
});

describe('when what agents have written before cannot be read', () => {
  const lost = (...latched: readonly number[]): GuardState => {
    const state = { ...guard(), draftsLost: Date.now() };
    latch(state, ...latched);
    return state;
  };
  const asked = { kind: 'site-changed', parts: ['left-drafts'] };

  it('a person is asked, in plain words, and an agent held', () => {
    for (const state of [lost(), lost(1)]) {
      const { verdict } = assess(state, forum, 1, reply('Lunch at half past twelve?'));
      expect(verdict.level).toBe('WARN');
      expect(verdict.reasons).toContainEqual(asked);
    }
  });

  it('a person is asked once in a tab, and an agent each time', () => {
    for (const [state, level] of [
      [lost(), 'ALLOW'],
      [lost(1), 'WARN'],
    ] as const) {
      excuse(state, 1);
      expect(assess(state, forum, 1, reply('Lunch at half past twelve?')).verdict.level).toBe(level);
    }
  });

  it('nobody is asked any more once no draft of then would count', () => {
    const state = { ...guard(), draftsLost: Date.now() - policy.exposure.draftMs };
    expect(assess(state, forum, 1, reply('Lunch at half past twelve?')).verdict.level).toBe('ALLOW');
  });
});
