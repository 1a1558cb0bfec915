/**
 * A few lines of the attack list, by an agent's extension; `npm run eval -- gates` tries the whole list with every agent.
 */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type Hand, makeHand } from '../eval/gates/hand.ts';
import { contentAgent, tabOf, type Worker } from '../eval/gates/hand-agents.ts';
import { BODY_ATTACKS } from '../eval/gates/page-attacks.ts';
import { isKept, pressSend, SEND, writeInForum } from '../eval/gates/scene.ts';
import { TAB_ATTACKS } from '../eval/gates/tab-attacks.ts';
import { openStage, type Stage, signedIn, wantedBrowsers } from './stage.ts';
import { showFailure } from './when-it-fails.ts';

const TRIED = [
  'forum: a tab that the page opens, by its fetch, in other words',
  'forum: a second tab of the extension’s, in other words',
  'forum: ignoring a refusal ten times',
  'forum: JSON whose text lies behind 16 MB',
  'forum: gzip body',
];

describe.each(wantedBrowsers())('an agent’s extension (%s)', (browser) => {
  let stage: Stage;
  let hand: Hand;
  let tab: number;
  let agent: Worker;
  let text: string;

  beforeAll(async () => {
    hand = await makeHand();
    stage = await openStage({
      browser,
      remote: 'none',
      url: signedIn('alice', '/'),
      extensions: browser === 'chromium' ? [hand.folder] : [],
      policies: browser === 'firefox' ? { ExtensionSettings: hand.settings } : {},
    });
    tab = await tabOf(hand);
    agent = contentAgent(hand, tab);
    text = await writeInForum(agent);
    await pressSend(stage, agent, SEND);
  }, 120_000);

  afterAll(async () => {
    await stage?.close();
    await hand?.close();
  });

  afterEach((context) => showFailure(context, stage, `gates-${browser}`));

  it.each([...TAB_ATTACKS, ...BODY_ATTACKS].filter(({ name }) => TRIED.includes(name)))(
    'gets nothing out by $name, and its text stays',
    async (attack) => {
      await attack
        .run({ stage, agent, agentName: 'content-script extension', hand: { hand, tab }, text })
        .catch(String);
      await agent.tidy();
      expect(stage.forum.published()).toEqual([]);
      expect(await isKept(agent, 'forum', text)).toBe(true);
    },
  );
});
