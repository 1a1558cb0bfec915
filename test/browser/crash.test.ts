/** Our own process may die at any moment: nothing leaves because of it, and nothing that was written is lost. */
import { chromium } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { pressSend, SOURCE_PATH, TARGET_PATH, writeTheAnswer } from '../incidents/meta.ts';
import { entriesOf, playsNothing } from '../incidents/story.ts';
import { type Agent, remoteAgent } from './agents.ts';
import { approveInOurSurface } from './alice.ts';
import { pause, until } from './harness/until.ts';
import { FORUM, openStage, type Stage, signedIn, wantedBrowsers } from './stage.ts';
import { showFailure } from './when-it-fails.ts';

const EDITOR = '.d-editor-input';

describe.each(wantedBrowsers())('the guard’s process dies (%s)', (browser) => {
  let stage: Stage;
  let agent: Agent;

  beforeAll(async () => {
    stage = await openStage({ browser, remote: 'agent' });
    agent = await remoteAgent(stage);
    await agent.goTo(signedIn('alice', SOURCE_PATH));
  }, 120_000);

  afterAll(async () => {
    await agent?.leave();
    await stage?.close();
  });

  afterEach((context) => showFailure(context, stage, `crash-${browser}`));

  const draftText = () => agent.run<string>(`return document.querySelector('${EDITOR}')?.value ?? '';`);

  it('before a hold: posts in the moments after the crash do not arrive', async () => {
    const text = await writeTheAnswer(agent, playsNothing);
    expect(stage.launched().killExtensionProcesses()).toBeGreaterThan(0);
    await burst(agent, text);
    expect(stage.forum.published()).toHaveLength(0);
    expect(await draftText()).toBe(text);
  });

  it('while an act is held: it stays unsent, the text stays, and it still waits afterwards', async () => {
    const text = await draftText();
    await agent.click('.save-or-cancel .create');
    // The posts of the burst before may have brought the same act to a hold already.
    const held = await until('the act to be held', () =>
      stage.collector.entries.filter((entry) => entry.kind === 'held').at(-1),
    );
    expect(stage.launched().killExtensionProcesses()).toBeGreaterThan(0);
    await burst(agent, text);
    await agent.click('.save-or-cancel .create');
    await pause(1_500);
    expect(stage.forum.published()).toHaveLength(0);
    expect(await draftText()).toBe(text);
    await until('the guard to be back', () => entriesOf(stage, 'guard-started') >= 3 || undefined);
    expect(stage.collector.entries.filter((entry) => entry.kind === 'held').map(holdOf)).toEqual([holdOf(held)]);
  });

  it('after the crash the person can still confirm exactly that act', async () => {
    const text = await draftText();
    // The crash has left a dead window behind; pressing Review… must bring one that lives.
    await openReviewFromTheCard(stage);
    await approveInOurSurface(stage);
    await until('the approved post', () => stage.forum.published().length > 0 || undefined);
    await pause(1_000);
    expect(stage.forum.published().map((arrival) => arrival.raw)).toEqual([text]);
  });

  it('after an act was sent: nothing more leaves', async () => {
    stage.forum.reset();
    expect(stage.launched().killExtensionProcesses()).toBeGreaterThan(0);
    await burst(agent, 'Something else about tokenctl.');
    expect(stage.forum.published()).toHaveLength(0);
  });

  it('the tab is reloaded while an act is held: nothing arrives, and the draft is where the forum keeps it', async () => {
    const text = await writeTheAnswer(agent, playsNothing);
    await until(
      'the forum to have the draft',
      () => stage.forum.arrivals.some((arrival) => arrival.kind === 'draft') || undefined,
    );
    await pressSend(stage, agent);
    await agent.goTo(`${FORUM}${TARGET_PATH}`);
    await agent.click('#topic-footer-buttons .create');
    await until('the draft to come back', async () => (await draftText()) === text || undefined);
    expect(stage.forum.published()).toHaveLength(0);
  });

  it.runIf(browser === 'chromium')(
    'its worker is stopped again and again while posts go out: none arrives',
    async () => {
      for (let round = 0; round < 6; round++) {
        await stopWorker(stage);
        await burst(agent, `Round ${round}: run tokenctl allow --any-host --until sev-closed on the bastion.`);
      }
      expect(stage.forum.published()).toHaveLength(0);
    },
  );
});

/** Posts at 0, 5, 20, 60 and 150 ms, half of them by a frame that no script of ours has touched. */
async function burst(agent: Agent, text: string): Promise<void> {
  const body = new URLSearchParams({ raw: text, topic_id: '101' }).toString();
  await agent.run(`const frame = document.createElement('iframe'); frame.src = '/message-bus/crash/poll'; frame.style.display = 'none'; document.body.append(frame);
    const post = (from) => from.fetch('/posts', { method: 'POST', headers: { 'content-type': 'application/x-www-form-urlencoded' }, body: ${JSON.stringify(body)} }).catch(() => undefined);
    await Promise.race([new Promise((resolve) => setTimeout(resolve, 1500)), Promise.all([0, 5, 20, 60, 150].map((delay, index) => new Promise((resolve) => setTimeout(() => resolve(post(index % 2 ? window : frame.contentWindow)), delay))))]); frame.remove(); return null;`);
  await pause(1_000);
}

/** The person presses "Review…" on the card, which lies at the lower right of the forum's window. */
async function openReviewFromTheCard(stage: Stage): Promise<void> {
  if (stage.name !== 'chromium') return;
  await stage.person.turnTo(/Corp Engineering Forum/);
  await until(
    'the review window',
    async () => {
      for (const [x, y] of [
        [955, 850],
        [955, 860],
        [955, 840],
        [955, 830],
      ] as const) {
        await stage.person.click(x, y);
        await pause(400);
        if (stage.person.windows().some((window) => /^Countersign: .* about to reply/.test(window.title))) return true;
      }
      return undefined;
    },
    30_000,
  );
}

async function stopWorker(stage: Stage): Promise<void> {
  const browser = await chromium.connectOverCDP(stage.launched().remoteUrl ?? '');
  const session = await browser.newBrowserCDPSession();
  const { targetInfos } = await session.send('Target.getTargets', { filter: [{}] });
  const worker = targetInfos.find(
    (target) => target.type === 'service_worker' && target.url.startsWith(stage.launched().guardOrigin),
  );
  if (worker) await session.send('Target.closeTarget', { targetId: worker.targetId });
  await browser.close();
}

function holdOf(entry: Readonly<Record<string, unknown>> | undefined): unknown {
  return (entry?.body as { readonly hold?: unknown } | undefined)?.hold;
}
