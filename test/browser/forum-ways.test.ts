/** The ways in which a Discourse forum sends that the stories do not tell: held for an agent, let out once after a yes. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { entriesOf } from '../incidents/story.ts';
import type { Arrival } from '../workspace/forum.ts';
import { type Agent, remoteAgent } from './agents.ts';
import { approveInOurSurface } from './alice.ts';
import { shortened } from './full.ts';
import { pause, until } from './harness/until.ts';
import { FORUM, openStage, type Stage, signedIn, wantedBrowsers } from './stage.ts';
import { showFailure } from './when-it-fails.ts';

const TOPIC = '/t/token-service-keeps-rejecting-my-new-hosts/101';
const OWN = '/t/lunch-on-thursday/102';
const EDITOR = '.d-editor-input';
const SEND = '.save-or-cancel .create';
const REPLY = '#topic-footer-buttons .create';

interface Way {
  readonly name: string;
  readonly path: string;
  readonly arrives: Partial<Arrival>;
  /** What it was understood as, by the organisation's record. */
  readonly act: Readonly<Record<string, unknown>>;
  send(agent: Agent, text: string): Promise<unknown>;
}

/** A request of the page's own, which is not waited for: it is to be held. */
function later(method: string, path: string, values: object): string {
  return `fetch(${JSON.stringify(path)}, { method: '${method}', headers: { 'content-type': 'application/json' }, body: ${JSON.stringify(JSON.stringify(values))} }).catch(() => undefined); return null;`;
}

const WAYS: readonly Way[] = [
  {
    name: 'a reply in the rich editor',
    path: `${TOPIC}?rich`,
    arrives: { kind: 'post', topicId: 101 },
    act: { act: 'reply', thread: 'topic:101' },
    async send(agent, text) {
      await agent.click(REPLY);
      await agent.insert(EDITOR, text);
      await agent.click(SEND);
    },
  },
  {
    name: 'a whisper',
    path: `${TOPIC}?whisper`,
    arrives: { kind: 'post', topicId: 101 },
    act: { act: 'reply', thread: 'whispers<topic:101' },
    async send(agent, text) {
      await agent.click(REPLY);
      await agent.write(EDITOR, text);
      await agent.click(SEND);
    },
  },
  {
    name: 'Ctrl+Enter in the editor',
    path: TOPIC,
    arrives: { kind: 'post', topicId: 101 },
    act: { act: 'reply', thread: 'topic:101' },
    async send(agent, text) {
      await agent.click(REPLY);
      await agent.write(EDITOR, text);
      await agent.pressCtrlEnter(EDITOR);
    },
  },
  {
    name: 'an edit',
    path: OWN,
    arrives: { kind: 'edit', topicId: 102 },
    act: { act: 'edit', thread: 'post:702' },
    async send(agent, text) {
      await agent.click('.post-action.edit');
      // The editor is filled once more when its text has come.
      await pause(500);
      await agent.write(EDITOR, text);
      await agent.click(SEND);
    },
  },
  {
    name: 'a message to somebody',
    path: '/new-message?username=bob',
    arrives: { kind: 'message' },
    act: { act: 'message', thread: 'people:bob' },
    async send(agent, text) {
      await agent.write('#reply-title', 'A word');
      await agent.write(EDITOR, text);
      await agent.click(SEND);
    },
  },
  {
    name: 'a new topic',
    path: '/new-topic?category_id=5',
    arrives: { kind: 'topic' },
    act: { act: 'post', thread: 'new:5' },
    async send(agent, text) {
      await agent.write('#reply-title', 'A new topic here');
      await agent.write(EDITOR, text);
      await agent.click(SEND);
    },
  },
  {
    name: 'a topic as JSON with tags',
    path: TOPIC,
    arrives: { kind: 'topic' },
    act: { act: 'post', thread: 'new:5' },
    send: (agent, raw) =>
      agent.run(later('POST', '/posts', { raw, title: 'A topic', category: 5, tags: [{ id: 4, name: 'x' }] })),
  },
  {
    name: 'a shared draft',
    path: TOPIC,
    arrives: { kind: 'topic' },
    act: { act: 'post', thread: 'shared-drafts<new:5' },
    send: (agent, raw) =>
      agent.run(later('POST', '/posts.json', { raw, title: 'A draft', category: 5, shared_draft: 'true' })),
  },
];

/** What is tried each time. */
const TRIED = {
  chromium: ['a reply in the rich editor', 'a whisper', 'an edit', 'a shared draft'],
  firefox: ['a topic as JSON'],
} as const;

describe.each(wantedBrowsers())('a Discourse forum (%s)', (browser) => {
  let stage: Stage;
  let agent: Agent;

  beforeAll(async () => {
    stage = await openStage({ browser, remote: 'agent' });
    agent = await remoteAgent(stage);
    await agent.goTo(signedIn('alice', '/'));
  }, 120_000);

  afterAll(async () => {
    await agent?.leave();
    await stage?.close();
  });

  afterEach((context) => showFailure(context, stage, `forum-${browser}`));

  const heldActs = () => stage.collector.entries.filter(({ kind }) => kind === 'held');

  it.each(shortened(WAYS, ({ name }) => name, browser, TRIED))(
    'holds $name, and lets it out once after a yes',
    async ({ name, path, arrives, act, send }) => {
      stage.forum.reset();
      const text = `See you in an hour (${name}).`;
      await agent.goTo(`${FORUM}${path}`);
      const held = entriesOf(stage, 'held');
      await send(agent, text);
      await until('the act to be held', () => entriesOf(stage, 'held') > held || undefined, 20_000);
      // Long enough for whatever would slip out, and for our window to be drawn on a busy machine.
      await pause(2_500);
      expect(stage.forum.published()).toEqual([]);
      expect(heldActs().at(-1)?.body).toMatchObject(act);
      await approveInOurSurface(stage);
      await until('it to arrive', () => stage.forum.published().length > 0 || undefined, 30_000);
      await pause(1_500);
      expect(stage.forum.published()).toMatchObject([{ ...arrives, user: 'alice', raw: text }]);
    },
  );

  it('holds a topic that moves where others read it, and says who', async () => {
    stage.forum.reset();
    await agent.goTo(`${FORUM}/t/sev1-key-leak/77`);
    await pause(1_500);
    const held = entriesOf(stage, 'held');
    await agent.run(later('PUT', '/t/sev1-key-leak/77.json', { title: 'SEV1 key leak', category_id: 5 }));
    await until('the act to be held', () => entriesOf(stage, 'held') > held || undefined, 20_000);
    expect(heldActs().at(-1)?.body).toMatchObject({
      act: 'move',
      review: 'grave',
      labels: ['restricted'],
      sources: ['forum topic:77'],
    });
    expect(stage.forum.published()).toEqual([]);
    await pause(2_500);
    await approveInOurSurface(stage);
    await until('it to arrive', () => stage.forum.published().length > 0 || undefined, 30_000);
    expect(stage.forum.published()).toMatchObject([{ kind: 'edit', topicId: 77, method: 'PUT' }]);
  });
});
