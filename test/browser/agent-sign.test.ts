/** While an agent works in a tab, a person sees it there and can look up why; in a tab where none is, nothing of ours is. */
import { chromium, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { pressSend, SOURCE_PATH, writeTheAnswer } from '../incidents/meta.ts';
import { playsNothing } from '../incidents/story.ts';
import { type Agent, remoteAgent } from './agents.ts';
import { until } from './harness/until.ts';
import { FORUM, openStage, type Stage, signedIn, wantedBrowsers } from './stage.ts';
import { showFailure } from './when-it-fails.ts';

/** The body of the newest entry of a kind in the organisation's record. */
function newest(stage: Stage, kind: string): Readonly<Record<string, unknown>> | undefined {
  return stage.collector.entries.findLast((entry) => entry.kind === kind)?.body as
    | Readonly<Record<string, unknown>>
    | undefined;
}

describe.each(wantedBrowsers())('an agent works in a tab (%s)', (browser) => {
  let stage: Stage;
  let agent: Agent;

  beforeAll(async () => {
    stage = await openStage({ browser, remote: 'agent' });
    agent = await remoteAgent(stage);
    await agent.goTo(signedIn('alice', SOURCE_PATH));
    await writeTheAnswer(agent, playsNothing);
    await pressSend(stage, agent);
  }, 180_000);

  afterAll(async () => {
    await agent?.leave();
    await stage?.close();
  });

  afterEach((context) => showFailure(context, stage, 'agent-sign'));

  it('and its beginning stands in the record, seen by the browser', async () => {
    const begun = await until('the beginning in the record', () => newest(stage, 'session-begun'));
    expect(begun).toMatchObject({
      session: 'remote',
      agent: browser === 'chromium' ? 'debugger' : 'webdriver',
      namedBy: null,
      seenBy: 'browser',
    });
  });

  it('and what was held says why, in numbers', () => {
    const evidence = newest(stage, 'held')?.evidence as readonly Readonly<Record<string, unknown>>[];
    const text = evidence.find(({ characters }) => Number(characters) > 100);
    expect(text).toMatchObject({ seenBy: 'page', presses: expect.any(Number) });
    expect(evidence.map(({ seenBy }) => seenBy)).toContain('browser');
    expect(JSON.stringify(evidence)).not.toContain('pace');
  });

  it.runIf(browser === 'chromium')('which is shown there, in nobody’s way', async () => {
    const outside = await chromium.connectOverCDP(stage.launched().remoteUrl ?? '');
    try {
      const page = outside
        .contexts()[0]
        ?.pages()
        .find((each) => each.url().startsWith(FORUM));
      if (page === undefined) throw new Error('no forum tab');
      const sign = await until('the sign', () => signIn(page));
      expect(sign.text).toBe('An agent is working in this tab');
      expect(sign.role).toBe('status');
      // Pointers go through it to what lies below.
      expect(
        await page.evaluate(({ x, y }) => document.elementFromPoint(x, y)?.shadowRoot ?? 'none of ours', sign),
      ).toBe('none of ours');
      const composer = await page.locator('.d-editor-input').boundingBox();
      const above = composer === null || sign.y < composer.y || sign.y > composer.y + composer.height;
      expect(above).toBe(true);
    } finally {
      await outside.close();
    }
  });

  it('and where a restart of the browser ends it, its one end says so', async () => {
    const begun = newest(stage, 'session-begun')?.begun;
    await agent.leave();
    await stage.restart();
    await until('the end in the record', () => newest(stage, 'session-ended'));
    await stage.restart();
    const ends = stage.collector.entries.filter(({ kind }) => kind === 'session-ended');
    expect(ends.map(({ body }) => body)).toMatchObject([{ session: 'remote', begun, why: 'restart' }]);
  }, 240_000);
});

interface SeenSign {
  readonly text: string;
  readonly role: string;
  /** Its middle in the window. */
  readonly x: number;
  readonly y: number;
}

interface Node {
  readonly nodeId: number;
  readonly nodeName: string;
  readonly nodeValue?: string;
  readonly attributes?: readonly string[];
  readonly children?: readonly Node[];
  readonly shadowRoots?: readonly Node[];
}

/** The sign in its closed root, as a debugger sees it; null while there is none. */
async function signIn(page: Page): Promise<SeenSign | null> {
  const session = await page.context().newCDPSession(page);
  try {
    const { root } = (await session.send('DOM.getDocument', { depth: -1, pierce: true })) as { root: Node };
    const found = allIn(root).find(({ attributes = [] }) => attributes.some((each) => /^sign( |$)/.test(each)));
    if (found === undefined) return null;
    const { model } = await session.send('DOM.getBoxModel', { nodeId: found.nodeId });
    const [left = 0, top = 0, , , right = 0, bottom = 0] = model.border;
    const text = allIn(found)
      .map(({ nodeValue = '' }) => nodeValue)
      .join('');
    const role = found.attributes?.[(found.attributes ?? []).indexOf('role') + 1] ?? '';
    return { text, role, x: (left + right) / 2, y: (top + bottom) / 2 };
  } finally {
    await session.detach();
  }
}

function allIn(node: Node): readonly Node[] {
  return [node, ...(node.children ?? []).flatMap(allIn), ...(node.shadowRoots ?? []).flatMap(allIn)];
}

describe.runIf(wantedBrowsers().includes('chromium'))('nobody but a person works in a tab', () => {
  it('and nothing of ours shows there', async () => {
    const stage = await openStage({ browser: 'chromium', remote: 'none', url: signedIn('alice', '/', 'assistant') });
    try {
      await stage.assistant.connected(60_000);
      const ours = await stage.assistant.run<number>(
        "return [...document.documentElement.children].filter((each) => !['HEAD', 'BODY'].includes(each.nodeName)).length;",
      );
      expect(ours).toBe(0);
      expect(newest(stage, 'session-begun')).toBeUndefined();
    } finally {
      await stage.close();
    }
  });
});
