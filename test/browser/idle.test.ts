/** Firefox puts the guard's background to sleep when it idles, and it wakes without its memory: nothing leaves because of that. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { pressSend, SOURCE_PATH, writeTheAnswer } from '../incidents/meta.ts';
import { entriesOf, playsNothing } from '../incidents/story.ts';
import { type Agent, remoteAgent } from './agents.ts';
import { approveInOurSurface } from './alice.ts';
import { pause, until } from './harness/until.ts';
import { openStage, type Stage, signedIn, wantedBrowsers } from './stage.ts';
import { showFailure } from './when-it-fails.ts';

/** Firefox's own is 30 s; the page sleeps when no extension call has been made for this long, in milliseconds. */
const IDLE_MS = 1_000;

describe.runIf(wantedBrowsers().includes('firefox'))('the guard’s background sleeps (Firefox)', () => {
  let stage: Stage;
  let agent: Agent;

  beforeAll(async () => {
    stage = await openStage({
      browser: 'firefox',
      remote: 'agent',
      policies: {
        Preferences: {
          'xpinstall.signatures.required': { Value: false, Status: 'locked' },
          'extensions.background.idle.timeout': { Value: IDLE_MS, Status: 'locked' },
        },
      },
    });
    agent = await remoteAgent(stage);
    await agent.goTo(signedIn('alice', SOURCE_PATH));
  }, 120_000);

  afterAll(async () => {
    await agent?.leave();
    await stage?.close();
  });

  afterEach((context) => showFailure(context, stage, 'idle'));

  it('a post that wakes it does not arrive, again and again', async () => {
    const text = await writeTheAnswer(agent, playsNothing);
    await pressSend(stage, agent);
    const body = new URLSearchParams({ raw: text, topic_id: '101' }).toString();
    const starts = entriesOf(stage, 'guard-started');
    for (let round = 0; round < 3; round++) {
      await pause(IDLE_MS * 2.5);
      await agent.run(
        `const kind = { 'content-type': 'application/x-www-form-urlencoded' };
        const frame = document.createElement('iframe'); frame.src = '/message-bus/idle/poll'; frame.style.display = 'none'; document.body.append(frame);
        const post = (from) => from.fetch('/posts', { method: 'POST', headers: kind, body: ${JSON.stringify(body)} }).catch(() => undefined);
        await Promise.race([Promise.all([post(frame.contentWindow), post(window)]), new Promise((resolve) => setTimeout(resolve, 1200))]); frame.remove(); return null;`,
      );
    }
    expect(stage.forum.published()).toHaveLength(0);
    await until(
      'the background to have slept and woken',
      () => entriesOf(stage, 'guard-started') > starts || undefined,
    );
  });

  it('what waited still waits, and can be confirmed once', async () => {
    await pause(IDLE_MS * 2.5);
    await approveInOurSurface(stage);
    await until('the confirmed post', () => stage.forum.published().length > 0 || undefined);
    await pause(1_000);
    expect(stage.forum.published()).toHaveLength(1);
    expect(entriesOf(stage, 'held')).toBe(1);
  });
});
