/** What an act names as its source counts with that source's readers, and a closed place is known only to itself. */
import { describe, expect, it } from 'vitest';
import type { Action } from '../../src/core/action.ts';
import { leaks } from '../../src/core/audience.ts';
import { matchReadings } from '../../src/core/exposure.ts';
import { readPolicy } from '../../src/core/policy/read.ts';
import { drawsOn } from '../../src/sites/discourse/sources.ts';
import { plainFacts } from '../../src/sites/discourse/threads.ts';
import type { DescribedAct, ThreadFacts } from '../../src/sites/site.ts';
import { NOW } from '../core/facts.ts';
import { corpPolicy } from '../workspace/policy.ts';

// The background's rooms touch the browser's interface when they are loaded.
Object.assign(globalThis, { chrome: { runtime: { id: 'x', getURL: () => 'chrome-extension://x/' } } });
const { audienceOf, labelOfSource } = await import('../../src/background/places.ts');
const { withNamedSources } = await import('../../src/background/named-sources.ts');
const { emptyState } = await import('../../src/background/state.ts');
const { assess } = await import('../../src/background/assess.ts');

const reading = readPolicy(corpPolicy('http://127.0.0.1:1/'), NOW);
if (reading.kind !== 'good') throw new Error(JSON.stringify(reading));
const { policy } = reading;
const site = policy.sites.find((each) => each.id === 'forum');
if (site === undefined) throw new Error('no forum');

const nothing = { title: 'T', areaName: '', restricted: false, people: [], groups: [], tags: [], text: '' };
const inCategory = (id: number, more: Partial<ThreadFacts> = {}): ThreadFacts => ({
  ...nothing,
  area: `category:${id}`,
  ...more,
});

const act = (kind: DescribedAct['kind'], thread: string, text: string) => ({ kind, thread, text });

describe('what an act names as its source', () => {
  it.each([
    ['a quotation', act('reply', 'topic:101', 'a [quote="ken, post:2, topic:77"]\nb\n[/quote] c'), ['topic:77'], 'b'],
    [
      'a quotation with more in its head',
      act('reply', 'topic:101', '[quote="Ken, post:2, topic:77, full:true, username:ken"]b[/quote]'),
      ['topic:77'],
      'b',
    ],
    ['a quotation without an end', act('reply', 'topic:101', '[quote=ken, topic: 77]b'), ['topic:77'], 'b'],
    [
      'nested quotations',
      act('post', 'new:5', '[quote="k, topic:77"]\n[quote="m, topic:78"]b[/quote][/quote]'),
      ['topic:77', 'topic:78'],
      'b',
    ],
    ['a quotation of the same topic', act('reply', 'topic:101', '[quote="bob, post:1"]b[/quote]'), [], ''],
    [
      'the transcript of a chat',
      act('reply', 'topic:101', '[chat quote="ken;1;x" channelId="5"]b[/chat]'),
      ['chat:5'],
      'b',
    ],
    ['a topic that moves', act('move', 'new:5<PUT /t/77', 'topic 77 → category 5'), ['topic:77'], '77'],
    ['a first post that moves its topic', act('move', 'new:5<PUT /posts/400', 'x'), ['post:400'], 'x'],
    [
      'topics that move',
      act('move', 'new:5<PUT /topics/bulk', '→ category 5\n\ntopic 77\ntopic 78'),
      ['topic:77', 'topic:78'],
      '78',
    ],
    ['a message that is opened', act('invite', 'people:bob<POST /t/110/invite', 'topic 110'), ['topic:110'], '110'],
    [
      'an invitation to a topic',
      act('invite', 'people:x@y.example<POST /invites', 'email: x@y.example\ntopic_id: 77'),
      ['topic:77'],
      '77',
    ],
    ['chat messages that move', act('move', 'chat:6<POST /chat/api/channels/5/messages/moves', 'x'), ['chat:5'], 'x'],
    ['a reply like any other', act('reply', 'topic:101', 'quote topic:77'), [], ''],
  ])('%s', (_name, described, threads, covered) => {
    const found = drawsOn(described);
    expect(found.map(({ thread }) => thread)).toEqual(threads);
    for (const { from, to } of found) expect(described.text.slice(from, to)).toContain(covered);
  });

  it('is quick with a text that is made to be slow', () => {
    const text = '[quote="'.repeat(50_000);
    const from = performance.now();
    expect(drawsOn(act('reply', 'topic:1', text))).toEqual([]);
    expect(drawsOn(act('reply', 'topic:1', '[quote="a, topic:2"]'.repeat(20_000)))).toHaveLength(50);
    expect(performance.now() - from).toBeLessThan(2_000);
  });
});

describe('the readers of a named source', () => {
  const state = { ...emptyState(), policy };
  const quoting: Action = {
    ...act('reply', 'topic:101', '[quote="ken, post:2, topic:77"]Short.[/quote]'),
    site: site.id,
    place: '',
    audience: audienceOf(policy, site, inCategory(5)),
    quoted: '',
    recipients: null,
    messageId: null,
    attachments: [],
    items: 1,
  };
  const named = () => withNamedSources(state, site, quoting, matchReadings(quoting.text, [], state.fingerprintKey));

  it('are unknown while the forum has not told, and so it leaks', () => {
    const [match] = named();
    expect(match?.reading).toMatchObject({ thread: 'topic:77', label: { readers: { sets: [{ kind: 'unknown' }] } } });
    expect(match && leaks(match.reading.label, quoting.audience, policy.groups)).not.toEqual([]);
  });

  it('are those of its area once it has, however short the quotation is', () => {
    state.facts.set('forum topic:77', inCategory(7, { title: 'SEV1 key leak' }));
    const [match] = named();
    expect(match?.reading).toMatchObject({ title: 'SEV1 key leak', label: { marks: ['restricted'] } });
    expect(match && leaks(match.reading.label, quoting.audience, policy.groups).map(({ kind }) => kind)).toContain(
      'readers',
    );
  });

  it('are no leak where the source is open to all who will read it', () => {
    state.facts.set('forum topic:77', inCategory(5));
    const [match] = named();
    expect(match && leaks({ ...match.reading.label, rank: 0, marks: [] }, quoting.audience, policy.groups)).toEqual([]);
  });
});

describe('a person’s act that names its source', () => {
  const state = { ...emptyState(), policy, policyState: 'good' as const };
  state.facts.set('forum topic:101', inCategory(5));
  state.facts.set('forum topic:102', inCategory(9));
  state.facts.set('forum topic:77', inCategory(7, { title: 'SEV1 key leak' }));
  const verdictOn = (described: Pick<DescribedAct, 'kind' | 'thread' | 'text'>) =>
    assess(state, site, 1, { ...described, quoted: '', recipients: null, messageId: null, attachments: [], items: 1 })
      .verdict;

  it.each([
    [
      'a quotation of a restricted topic where more people read',
      act('reply', 'topic:101', '[quote="ken, topic:77"]Yes.[/quote]'),
      'WARN',
    ],
    [
      'a restricted topic that moves where more people read',
      act('move', 'new:5<PUT /t/77', 'topic 77 → category 5'),
      'WARN',
    ],
    [
      'an invitation of somebody else to a restricted topic',
      act('invite', 'people:bob<POST /invites', 'email: bob@corp.example\ntopic_id: 77'),
      'WARN',
    ],
    [
      'a quotation of a topic that nobody could ask about',
      act('reply', 'topic:101', '[quote="ken, topic:5"]Yes.[/quote]'),
      'WARN',
    ],
    [
      'a quotation of a topic with the same readers',
      act('reply', 'topic:101', '[quote="tom, topic:102"]Yes.[/quote]'),
      'ALLOW',
    ],
    ['a quotation of the same topic', act('reply', 'topic:101', '[quote="bob, topic:101"]Yes.[/quote]'), 'ALLOW'],
    ['a topic that stays among the same readers', act('move', 'new:9<PUT /t/102', 'topic 102 → category 9'), 'ALLOW'],
    ['another title', act('edit', 'topic:102<PUT /t/102', 'Another title'), 'ALLOW'],
  ])('%s: %s', (_name, described, level) => {
    expect(verdictOn(described).level).toBe(level);
  });
});

describe('a place that the forum calls closed and policy does not know', () => {
  const closed = inCategory(12, { areaName: 'Board', restricted: true });
  const label = labelOfSource(policy, site, closed, null);

  it('goes to nobody new within itself, and to somebody new anywhere else', () => {
    expect(leaks(label, audienceOf(policy, site, closed), policy.groups)).toEqual([]);
    for (const other of [inCategory(5), inCategory(13, { areaName: 'Board', restricted: true })])
      expect(leaks(label, audienceOf(policy, site, other), policy.groups)).not.toEqual([]);
  });

  it.each(['whispers<topic:101', 'shared-drafts<new:5', 'chat:5'])(
    '%s is such a place: what is labelled leaks there',
    (thread) => {
      const audience = audienceOf(policy, site, plainFacts(thread));
      const internal = labelOfSource(policy, site, inCategory(7), null);
      expect(leaks(internal, audience, policy.groups).map(({ kind }) => kind)).toContain('unknown-audience');
    },
  );

  it('has the readers that policy names', () => {
    const said = { ...site, areas: [{ area: 'whispers', name: 'Whispers', label: null, readers: ['sev-team'] }] };
    expect(audienceOf(policy, said, plainFacts('whispers<topic:101'))).toMatchObject({
      kind: 'known',
      groups: ['sev-team'],
    });
  });

  it.each(['invite-link<POST /invites', 'flag:502<POST /post_actions', 'people:', 'new:', 'topics<PUT /topics/bulk'])(
    '%s has an unknown audience, never nobody',
    (thread) => {
      expect(audienceOf(policy, site, plainFacts(thread))).toMatchObject({ kind: 'unknown' });
    },
  );

  it('lets groups in as groups, and people as people', () => {
    expect(audienceOf(policy, site, plainFacts('people:bob,group:sev-team<POST /t/110/invite'))).toMatchObject({
      people: ['bob@corp.example'],
      groups: ['sev-team'],
    });
  });
});
