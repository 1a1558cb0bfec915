/** What agents have written, one text by itself in the database: what a change writes, and what cannot be read again. */
import { describe, expect, it } from 'vitest';
import type { AgentText } from '../../../src/core/exposure/agent-text.ts';
import { fingerprint } from '../../../src/core/exposure/fingerprint.ts';
import { textChanges, textsAmong } from '../../../src/core/exposure/kept-texts.ts';

const text = (id: string): AgentText => ({
  id,
  site: 'forum',
  thread: 'topic:1',
  messageId: null,
  session: 'tab:1',
  at: 1,
  state: 'draft',
  depth: 0,
  sources: [],
  prints: fingerprint('Careful with deployments today: somebody’s credential got out.', new Uint8Array(32)),
});
const [one, two, three] = [text('one'), text('two'), text('three')] as const;
const by = (...texts: readonly AgentText[]) => new Map(texts.map((each) => [each.id, each]));

describe('a change of what agents have written', () => {
  it('writes what is new or another, and takes away what has gone', () => {
    const changed = { ...two, at: 2 };
    expect(textChanges(by(one, two), [one, changed, three])).toEqual({ put: [changed, three], gone: [] });
    expect(textChanges(by(one, two), [two])).toEqual({ put: [], gone: ['one'] });
  });

  it('writes nothing when all is as it was', () => {
    expect(textChanges(by(one, two), [two, one])).toEqual({ put: [], gone: [] });
  });
});

describe('what was kept', () => {
  it('is read as it was written', () => {
    const stored = structuredClone([one, { ...two, sources: [{ label: { rank: 2, categories: [] } }] }]);
    expect(textsAmong(stored)).toEqual({ texts: stored, damaged: 0 });
  });

  it.each<[string, unknown]>([
    ['nothing', null],
    ['a list', [one]],
    ['no name', { ...one, id: undefined }],
    ['no time', { ...one, at: Number.NaN }],
    ['another state', { ...one, state: 'lost' }],
    ['no prints', { ...one, prints: { words: [], signs: [] } }],
    ['no list of sources', { ...one, sources: 'none' }],
    ['a source without a label', { ...one, sources: [{ id: 'a' }] }],
    ['a source that is none', { ...one, sources: [null] }],
  ])('is not taken for nothing when it is damaged: %s', (_what, value) => {
    expect(textsAmong([one, value])).toEqual({ texts: [one], damaged: 1 });
  });
});
