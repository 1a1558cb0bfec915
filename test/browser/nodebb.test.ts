/** Every way in which a NodeBB community sends: held for an agent, let out once after a yes, and never a person's business. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { goTo, noticedIn } from '../incidents/human.ts';
import { entriesOf } from '../incidents/story.ts';
import type { BoardArrival } from '../workspace/nodebb.ts';
import { type Agent, remoteAgent } from './agents.ts';
import { approveInOurSurface } from './alice.ts';
import { mostlyIn, shortened } from './full.ts';
import { pause, until } from './harness/until.ts';
import { COMMUNITY, openStage, type Stage, wantedBrowsers } from './stage.ts';
import { showFailure } from './when-it-fails.ts';

const TOPIC = '/topic/3/why-is-the-storage-service-rejecting-my-uploads';
const WRITE = '[component="composer"] textarea.write';
const SUBMIT = '[component="composer/submit/container"] .composer-submit';
const QUICK = '[component="topic/quickreply/text"]';
const REPLY = '[component="topic/reply/container"] [component="topic/reply"]';

interface Way {
  readonly name: string;
  readonly path: string;
  readonly arrives: Partial<BoardArrival>;
  send(agent: Agent, text: string): Promise<unknown>;
}

const reply = { kind: 'reply', to: 3 } as const;

/** The body of a fetch in the page, which is not waited for: it is to be held. */
function later(method: string, path: string, payload: string): string {
  return `fetch(${JSON.stringify(path)}, { method: '${method}', headers: { 'content-type': 'application/json' }, body: JSON.stringify(${payload}) }).catch(() => undefined); return null;`;
}

const WAYS: readonly Way[] = [
  {
    name: 'the composer’s button',
    path: TOPIC,
    arrives: reply,
    async send(agent, text) {
      await agent.click(REPLY);
      await agent.write(WRITE, text);
      await agent.click(SUBMIT);
    },
  },
  {
    name: 'Ctrl+Enter in the composer',
    path: TOPIC,
    arrives: reply,
    async send(agent, text) {
      await agent.click(REPLY);
      await agent.write(WRITE, text);
      await agent.pressCtrlEnter(WRITE);
    },
  },
  {
    name: 'the quick reply’s button',
    path: TOPIC,
    arrives: reply,
    async send(agent, text) {
      await agent.write(QUICK, text);
      await agent.click('[component="topic/quickreply/button"]');
    },
  },
  {
    name: 'form.submit() of the quick reply',
    path: TOPIC,
    arrives: { ...reply, path: '/compose' },
    async send(agent, text) {
      await agent.write(QUICK, text);
      await agent.run(`document.querySelector('[component="topic/quickreply/container"] form').submit(); return null;`);
    },
  },
  {
    name: 'a fetch of its own',
    path: TOPIC,
    arrives: reply,
    send: (agent, text) => agent.run(later('POST', '/api/v3/topics/3', `{ tid: 3, content: ${JSON.stringify(text)} }`)),
  },
  {
    name: 'a new topic',
    path: '/category/6/engineering-help',
    arrives: { kind: 'topic' },
    async send(agent, text) {
      await agent.click('[component="category/post"]');
      await agent.write('input.title', 'A title');
      await agent.write(WRITE, text);
      await agent.click(SUBMIT);
    },
  },
  {
    name: 'an edit',
    path: TOPIC,
    arrives: { kind: 'edit', to: 5 },
    async send(agent, text) {
      await agent.click('[data-pid="5"] [component="post/edit"]');
      await agent.write(WRITE, text);
      await agent.click(SUBMIT);
    },
  },
  {
    name: 'a chat message',
    path: '/user/alice/chats/1',
    arrives: { kind: 'chat', to: 1 },
    async send(agent, text) {
      await agent.write('[component="chat/input"]', text);
      await agent.click('[component="chat/composer"] [data-action="send"]');
    },
  },
];

/** What is tried each time. */
const TRIED = {
  chromium: ['the composer’s button', 'form.submit()', 'a fetch of its own', 'a chat message'],
  firefox: ['form.submit()'],
} as const;

describe.each(wantedBrowsers())('a NodeBB community (%s)', (browser) => {
  const ways = shortened(WAYS, ({ name }) => name, browser, TRIED);
  describe('an agent', () => {
    let stage: Stage;
    let agent: Agent;

    beforeAll(async () => {
      stage = await openStage({ browser, remote: 'agent', community: 'guarded' });
      agent = await remoteAgent(stage);
      await agent.goTo(signedIn('/category/6'));
    }, 120_000);

    afterAll(async () => {
      await agent?.leave();
      await stage?.close();
    });

    afterEach((context) => showFailure(context, stage, `nodebb-${browser}`));

    it.each(ways)('is held with $name, and it goes out once after a yes', async ({ name, path, arrives, send }) => {
      stage.community.reset();
      const text = `Please try again in an hour (${name}).`;
      await agent.goTo(`${COMMUNITY}${path}`);
      const held = entriesOf(stage, 'held');
      await send(agent, text);
      await until('the act to be held', () => entriesOf(stage, 'held') > held || undefined, 20_000);
      // Long enough for whatever would slip out, and for our window to be drawn on a busy machine.
      await pause(2_500);
      expect(stage.community.published()).toEqual([]);
      await approveInOurSurface(stage);
      await until('it to arrive', () => stage.community.published().length > 0 || undefined, 30_000);
      await pause(1_500);
      expect(stage.community.published()).toMatchObject([{ ...arrives, user: 'alice', content: text }]);
    });

    it('opens no socket, without a word about it, and everything went on without', () => {
      expect(stage.community.arrivals.filter(({ method }) => method === 'WEBSOCKET')).toEqual([]);
      expect(entriesOf(stage, 'refused')).toBe(0);
      expect(entriesOf(stage, 'held')).toBe(ways.length);
    });

    it('that writes what it has read in an area that policy restricts needs the full review', async () => {
      stage.community.reset();
      await agent.goTo(`${COMMUNITY}/topic/2/known-key-leak`);
      const secret = await agent.run<string>(`return document.querySelector('[component="post/content"]').innerText;`);
      await pause(1_500);
      await agent.goTo(`${COMMUNITY}${TOPIC}`);
      const held = entriesOf(stage, 'held');
      await agent.write(QUICK, secret);
      await agent.click('[component="topic/quickreply/button"]');
      await until('the act to be held', () => entriesOf(stage, 'held') > held || undefined, 20_000);
      const entry = stage.collector.entries.filter(({ kind }) => kind === 'held').at(-1);
      expect(entry?.body).toMatchObject({ act: 'reply', thread: 'topic:3', review: 'grave', labels: ['restricted'] });
      expect(stage.community.published()).toEqual([]);
    });
  });

  it.runIf(mostlyIn('firefox').includes(browser))('lets a person answer and chat, and takes no notice', async () => {
    const stage = await openStage({ browser, remote: 'none', community: 'guarded' });
    try {
      await goTo(stage, signedIn('/user/alice/chats/1'), /Chat with alice, bob/);
      await pause(1_500);
      await stage.person.type('Noon would suit me.');
      await stage.person.press('Return');
      await until('her message to arrive', () => stage.community.published().length === 1 || undefined, 15_000);
      await goTo(stage, `${COMMUNITY}${TOPIC}?focus`, /Why is the storage service/);
      await pause(1_500);
      await stage.person.type('I shall look at it.');
      await stage.person.press('Tab');
      await stage.person.press('space');
      await until('her answer to arrive', () => stage.community.published().length === 2 || undefined, 15_000);
      // The first stop of the keyboard opens a window, which only its request tells apart.
      // Another address than before: the address bar completes what it knows.
      await goTo(stage, `${COMMUNITY}${TOPIC}?window`, /Why is the storage service/);
      await pause(1_500);
      await stage.person.press('Tab', 'Return');
      await pause(500);
      await stage.person.type('It works again.');
      await stage.person.press('ctrl+Return');
      await until('her other answer to arrive', () => stage.community.published().length === 3 || undefined, 15_000);
      expect(stage.community.published()).toMatchObject([
        { kind: 'chat', to: 1, content: 'Noon would suit me.' },
        { kind: 'reply', to: 3, content: 'I shall look at it.' },
        { kind: 'reply', to: 3, content: 'It works again.' },
      ]);
      expect(noticedIn(stage)).toEqual([]);
    } catch (error) {
      stage.display.shot(`screenshots/test/nodebb-${browser}-person-failed.png`);
      throw error;
    } finally {
      await stage.close();
    }
  });
});

function signedIn(next: string): string {
  return `${COMMUNITY}/session/dev?user=alice&next=${encodeURIComponent(next)}`;
}
