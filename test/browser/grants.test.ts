/**
 * What a person lets agents do for a while, from the toolbar popup and by keyboard: an answer in this thread goes unasked,
 * so often and no more; another thread is asked about as ever. Counted at the forum.
 */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { entriesOf } from '../incidents/story.ts';
import { type Agent, remoteAgent } from './agents.ts';
import { openPopup } from './alice.ts';
import { mostlyIn } from './full.ts';
import { lieStill } from './harness/panel.ts';
import { until } from './harness/until.ts';
import { FORUM, openStage, type Stage, signedIn } from './stage.ts';
import { showFailure } from './when-it-fails.ts';

const HERE = '/t/lunch-on-thursday/102';
const ELSEWHERE = '/t/token-service-keeps-rejecting-my-new-hosts/101';

describe.each(mostlyIn('firefox'))('what a person lets agents do for a while (%s)', (browser) => {
  let stage: Stage;
  let agent: Agent;

  beforeAll(async () => {
    stage = await openStage({ browser, remote: 'agent' });
    agent = await remoteAgent(stage);
    await agent.goTo(signedIn('alice', HERE));
  }, 120_000);

  afterAll(async () => {
    await agent?.leave();
    await stage?.close();
  });

  afterEach((context) => showFailure(context, stage, `grants-${browser}`));

  const post = async (path: string, text: string) => {
    await agent.goTo(`${FORUM}${path}`);
    await agent.click('#topic-footer-buttons .create');
    await agent.write('.d-editor-input', text);
    await agent.click('.save-or-cancel .create');
  };

  it('is given in the popup, by keyboard, for exactly the thread in view', async () => {
    await until('the thread', () => agent.run<boolean>(`return document.querySelector('.cooked') !== null;`));
    const popup = await openPopup(stage);
    stage.display.shot(`screenshots/test/${browser}-grant.png`);
    // Behind the buttons that stop agents (everywhere, on this site), take the tab back, and keep agents to drafts. A
    // driven Firefox is driven in all tabs, so there none is taken back.
    for (let stop = 0; stop < (browser === 'firefox' ? 4 : 5); stop += 1) {
      await stage.person.press('Tab');
      await lieStill(stage.display.name, popup);
    }
    await stage.person.press('space');
    await until('the grant in the record', () => entriesOf(stage, 'grant-given') > 0 || undefined, 20_000);
    await lieStill(stage.display.name, popup);
    stage.display.shot(`screenshots/test/${browser}-granted.png`);
    await stage.person.press('Escape');
  });

  it('lets answers through there as often as was said, and no more', async () => {
    for (const number of [1, 2, 3]) {
      await post(HERE, `Answer number ${number} of an agent that was let.`);
      await until(`answer ${number}`, () => stage.forum.published().length === number || undefined, 20_000);
    }
    expect(entriesOf(stage, 'held')).toBe(0);
    await post(HERE, 'Answer number 4, that was not.');
    await until('the fourth to be held', () => entriesOf(stage, 'held') > 0 || undefined, 20_000);
    expect(stage.forum.published()).toHaveLength(3);
    // What went unasked is sent on with what comes next.
    expect(entriesOf(stage, 'grant-used')).toBe(3);
  });

  it('lets nothing through anywhere else', async () => {
    const held = entriesOf(stage, 'held');
    await post(ELSEWHERE, 'An answer in another thread.');
    await until('it to be held', () => entriesOf(stage, 'held') > held || undefined, 20_000);
    expect(stage.forum.published()).toHaveLength(3);
  });
});
