/** What agents have written: a draft never forgets what it rests on, and a chain of agents only ever grows. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type AgentText,
  afterRestart,
  depthOfReading,
  draftsIn,
  MOST_TEXTS,
  TextMatcher,
  withDraft,
  without,
  withSent,
  youngerThan,
} from '../../../src/core/exposure/agent-text.ts';
import { fingerprint } from '../../../src/core/exposure/fingerprint.ts';
import type { Reading } from '../../../src/core/exposure.ts';
import { joinLabels, type Label, UNMARKED } from '../../../src/core/label.ts';
import { read } from '../facts.ts';
import { runsUpTo } from '../runs.ts';

const KEY = new Uint8Array(32).fill(7);
const REWORDED =
  'Somebody let a credential slip, so strangers could replace what runs live; a colleague will invalidate it this evening.';
const OTHER =
  'The new badge printers stand on the second floor beside the kitchen, and the old badges are collected there.';

const source = (id: string, label: Label = { ...UNMARKED, rank: 3, marks: ['restricted'] }): Reading => ({
  ...read(label),
  id,
});
const draft = (change: Partial<AgentText> = {}): AgentText => ({
  id: 'forum topic:1 tab:1',
  site: 'forum',
  thread: 'topic:1',
  messageId: null,
  session: 'tab:1',
  at: 0,
  state: 'draft',
  depth: 0,
  sources: [source('a')],
  prints: fingerprint(REWORDED, KEY),
  ...change,
});
const act = (text: string, messageId: string | null = null, site = 'forum') => ({ site, messageId, text });
const found = (texts: readonly AgentText[], of: ReturnType<typeof act>) =>
  draftsIn(texts, of, new TextMatcher(KEY)).map(({ id }) => id);

describe('an agent’s draft', () => {
  it('is known again by its words, in whatever place and session, also within other text', () => {
    const texts = [draft()];
    expect(found(texts, act(REWORDED, null, 'mail'))).toEqual([texts[0]?.id]);
    expect(found(texts, act(`Hi all! ${REWORDED} See you.`))).toEqual([texts[0]?.id]);
    expect(found(texts, act(OTHER))).toEqual([]);
  });

  it('is known again by the site’s name of it, however it reads now; on that site alone', () => {
    const texts = [draft({ messageId: 'msg-a:r1' })];
    expect(found(texts, act(OTHER, 'msg-a:r1'))).toEqual([texts[0]?.id]);
    expect(found(texts, act(OTHER, 'msg-a:r1', 'mail'))).toEqual([]);
    expect(found(texts, act(OTHER, 'msg-a:r2'))).toEqual([]);
  });

  it('is still known after a restart, when its session is another one', () => {
    const texts = afterRestart([draft()]);
    expect(found(texts, act(REWORDED))).toEqual([texts[0]?.id]);
    expect(texts.map(({ session }) => session)).toEqual(['']);
  });

  it('keeps what it rests on, and under the strictest label of it, however it is rewritten', () => {
    const label = fc.record({ rank: fc.nat(4), categories: fc.subarray(['HR', 'M&A']) });
    const sources = fc.array(fc.record({ id: fc.constantFrom('a', 'b', 'c'), label }), { maxLength: 4 });
    const versions = fc.array(fc.record({ sources, depth: fc.nat(5) }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(versions, (all) => {
        const made = all.map(({ sources: some, depth }) =>
          draft({ depth, sources: some.map(({ id, label: of }) => source(id, { ...UNMARKED, ...of })) }),
        );
        const [kept] = made.reduce<readonly AgentText[]>(withDraft, []);
        for (const version of made) {
          expect(kept?.depth).toBeGreaterThanOrEqual(version.depth);
          for (const each of version.sources) {
            const now = kept?.sources.find(({ id }) => id === each.id)?.label ?? UNMARKED;
            expect(joinLabels(now, each.label)).toEqual(now);
          }
        }
      }),
      runsUpTo(200),
    );
  });

  it('keeps no fingerprints of what it rests on', () => {
    const [kept] = withDraft([], draft({ sources: [{ ...source('a'), prints: fingerprint(OTHER, KEY) }] }));
    expect(kept?.sources[0]?.prints).toEqual({ words: [], signs: [], rare: [] });
  });

  it('is a draft no more once it is sent or taken away, or older than policy says', () => {
    const texts = [draft()];
    expect(found(without(texts, texts), act(REWORDED))).toEqual([]);
    expect(found(withSent(without(texts, texts), draft()), act(REWORDED))).toEqual([]);
    expect(youngerThan(texts, 10, 9)).toBe(texts);
    expect(youngerThan(texts, 10, 10)).toEqual([]);
  });

  it('goes after what was sent where there are too many, those that rest on the least first', () => {
    const many = Array.from({ length: MOST_TEXTS }, (_, i) =>
      draft({ id: `${i}`, at: i, sources: [source('a', { ...UNMARKED, rank: i === 0 ? 3 : 1 })] }),
    );
    const texts = withDraft(withSent(many.slice(1), draft({ id: 'posted', at: 900 })), many[0] as AgentText);
    expect(texts).toHaveLength(MOST_TEXTS);
    const next = withDraft(texts, draft({ id: 'next', at: 901 })).map(({ id }) => id);
    expect(next).toHaveLength(MOST_TEXTS);
    expect(next).toContain('0');
    expect(next).not.toContain('posted sent');
    expect(withDraft(many, draft({ id: 'next', at: 901 })).map(({ id }) => id)).not.toContain('1');
  });
});

describe('a chain of agents', () => {
  const posted = (depth: number) => withSent([], draft({ depth }));
  const depth = (texts: readonly AgentText[], text: string, session: string) =>
    depthOfReading(texts, { text, session }, new TextMatcher(KEY));

  it('is one longer for another agent that reads what one has sent, and no longer for itself', () => {
    expect(depth(posted(0), `Bob: hello.\n\n${REWORDED}`, 'tab:2')).toBe(1);
    expect(depth(posted(2), REWORDED, 'tab:2')).toBe(3);
    expect(depth(posted(2), REWORDED, 'tab:1')).toBe(2);
    expect(depth(posted(2), OTHER, 'tab:2')).toBe(0);
    expect(depth(afterRestart(posted(2)), REWORDED, 'tab:1')).toBe(3);
  });

  it('does not begin with a draft', () => {
    expect(depth([draft({ depth: 2 })], REWORDED, 'tab:2')).toBe(0);
  });

  it('grows with each agent that answers the one before', () => {
    let texts: readonly AgentText[] = [];
    const depths = [1, 2, 3, 4].map((n) => {
      const session = `tab:${n % 2}`;
      const text = `${REWORDED} I agree, says number ${n}, and would add what the others have not said about item ${n}.`;
      const now = depth(texts, text, session);
      texts = withSent(texts, draft({ id: `topic:1 ${session}`, session, depth: now, prints: fingerprint(text, KEY) }));
      return now;
    });
    expect(depths).toEqual([0, 1, 2, 3]);
  });

  it('keeps what one session has sent into one place together', () => {
    const texts = withSent(withSent([], draft()), draft({ prints: fingerprint(OTHER, KEY) }));
    expect(texts).toHaveLength(1);
    expect([REWORDED, OTHER].map((text) => depth(texts, text, 'tab:2'))).toEqual([1, 1]);
  });
});
