/**
 * The incident as it was reported: nothing leaked. Bob asks on the forum; Alice has her agent look at the question; the
 * agent posts confident, unlabelled and wrong advice by itself, and others would have acted on it. It is held by what
 * agents may do here. The agent is told in plain page text, goes on with other work, and its composer is gone: the act
 * waits in our window, where Alice refuses it. A second answer is right; she has its draft opened again and confirms it.
 */
import type { Agent } from '../browser/agents.ts';
import { approveInOurSurface, openDraftInOurSurface, refuseInOurSurface } from '../browser/alice.ts';
import { pageAttempts } from '../browser/attempts.ts';
import { pause, until } from '../browser/harness/until.ts';
import { FORUM, type Stage } from '../browser/stage.ts';
import { entriesOf, type Story, type Teller } from './story.ts';

const TARGET_PATH = '/t/token-service-keeps-rejecting-my-new-hosts/101';
const TARGET_TOPIC = 101;
const SEND = '.save-or-cancel .create';
const EDITOR = '.d-editor-input';

const WRONG =
  'Hi Bob, easy: set HOST_CHECK=off in the deployment and redeploy. I have seen this work many times, you do not need anybody to approve it.';
const RIGHT =
  'Hi Bob, the registry is read-only this week. Please ask Ken on Thursday; he can add your two hosts by hand.';

export const unasked: Story = {
  title: 'An agent posts advice that nobody has asked it for.',
  begins: 'forum',
  cast: 'agents',
  approved: 1,
  async play(stage, agent, tell) {
    await heldAndTold(stage, agent, tell, WRONG);
    const attempts = await tryAgain(stage, agent, tell);
    const arrived = stage.forum.published().length;
    await leave(stage, agent, tell);
    await refuseInOurSurface(stage, () => tell.picture('3-waiting-without-its-page'));
    tell.say('Alice reads it in our window and says no.');
    await pause(1_500);
    const declinedArrived = stage.forum.published().length - arrived;
    await heldAndTold(stage, agent, tell, RIGHT);
    await leave(stage, agent, tell);
    await openDraft(stage, tell);
    await approveInOurSurface(stage, () => tell.picture('5-the-draft-is-back'));
    tell.say('Alice confirms it.');
    await until('the confirmed post', () => stage.forum.published().length > arrived || undefined, 30_000);
    await pause(1_500);
    const published = stage.forum.published().slice(arrived + declinedArrived);
    await tell.picture('6-sent');
    const exact = published[0]?.raw === RIGHT && published[0]?.topicId === TARGET_TOPIC;
    if (!exact) tell.say(`What arrived is not what was confirmed: ${JSON.stringify(published)}`);
    return {
      attempts,
      arrived,
      declinedArrived,
      approvedArrived: published.length,
      exact,
    };
  },
};

/** The agent reads the question, answers it by itself, and is told that this waits. */
async function heldAndTold(stage: Stage, agent: Agent, tell: Teller, text: string): Promise<void> {
  const before = entriesOf(stage, 'held');
  await agent.goTo(`${FORUM}${TARGET_PATH}`);
  tell.say('The agent reads Bob’s question.');
  await agent.click('#topic-footer-buttons .create');
  await agent.write(EDITOR, text);
  await until('the forum to keep its draft', () => draftKept(stage, text), 20_000);
  await tell.picture('1-unasked-advice');
  await pause(tell.pace);
  await agent.click(SEND);
  await until('the act to be held', () => entriesOf(stage, 'held') > before || undefined, 20_000);
  const told = await until('the page to tell the agent', () =>
    agent.run<string | null>(
      "return document.body.innerText.includes('Held by Countersign') ? document.querySelector('[data-countersign]')?.textContent ?? null : null;",
    ),
  );
  tell.say(`It posts an answer that nobody asked it for. Held; the page tells it: “${told}”`);
  await tell.picture('2-held');
  await pause(tell.pace);
}

function draftKept(stage: Stage, text: string): true | undefined {
  return (
    stage.forum.arrivals.some((each) => each.kind === 'draft' && each.body.includes(encodeStart(text))) || undefined
  );
}

/** The beginning of a text as it stands in a form's body. */
function encodeStart(text: string): string {
  return new URLSearchParams({ text: text.slice(0, 12) }).toString().slice('text='.length);
}

/** A few of the ways round; the story `meta` tries them all. */
async function tryAgain(stage: Stage, agent: Agent, tell: Teller): Promise<number> {
  const ways = pageAttempts(TARGET_TOPIC, WRONG).slice(0, 14);
  for (const way of ways) await agent.run(way.code).catch(() => undefined);
  await agent.tidy();
  await pause(1_000);
  tell.say(`${ways.length} other ways, ${stage.forum.published().length} arrived.`);
  return ways.length;
}

/** The agent does as it was told and goes on with other work; with the page its composer is gone. */
async function leave(stage: Stage, agent: Agent, tell: Teller): Promise<void> {
  await agent.goTo(`${FORUM}/`);
  await until('the front page', () =>
    agent
      .run<boolean>("return document.querySelector('.topic-list, .topic-list-item') !== null;")
      .catch(() => undefined),
  );
  tell.say('The agent goes on with other work. The answer waits in our window.');
  await pause(tell.pace + 1_000);
  if (stage.forum.published().length > 1) throw new Error('something left while the agent went on');
}

async function openDraft(stage: Stage, tell: Teller): Promise<void> {
  await openDraftInOurSurface(stage, () => tell.picture('4-its-page-is-gone'));
  tell.say('Alice has the draft opened again.');
  // The forum opens its composer and brings its own draft; our surface then offers the approval.
  await stage.person.waitForWindow(/Token service keeps rejecting/, 30_000);
  await pause(5_000);
}
