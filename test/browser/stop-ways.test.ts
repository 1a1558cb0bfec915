/** The other ways to stop agents: on one site, by the browser's own key, and by the organisation's policy. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { entriesOf } from '../incidents/story.ts';
import { corpPolicy } from '../workspace/policy.ts';
import { type Agent, remoteAgent } from './agents.ts';
import { openPopup, SITE_WINDOW } from './alice.ts';
import { pageAttempts } from './attempts.ts';
import { lieStill } from './harness/panel.ts';
import { pause, until } from './harness/until.ts';
import { MAIL, openStage, type Stage, signedIn, signedInToMail, wantedBrowsers } from './stage.ts';
import { showFailure } from './when-it-fails.ts';

const LUNCH = '/t/lunch-on-thursday/102';
const WAYS = ['fetch urlencoded', 'XMLHttpRequest', 'sendBeacon', 'form.submit into a frame'];

describe.each(wantedBrowsers())('agents are stopped (%s)', (browser) => {
  let stage: Stage;
  let agent: Agent;

  beforeAll(async () => {
    stage = await openStage({ browser, remote: 'agent', forumMandate: 'flow' });
    agent = await remoteAgent(stage);
    await agent.goTo(signedInToMail('alice', '/mail/u/0/'));
    await agent.goTo(signedIn('alice', LUNCH));
  }, 120_000);

  afterAll(async () => {
    await agent?.leave();
    await stage?.close();
  });

  afterEach((context) => showFailure(context, stage, `stop-ways-${browser}`));

  /** Every way once; how many of them have arrived. */
  const sendAll = async (text: string) => {
    stage.forum.reset();
    for (const { code } of pageAttempts(102, text).filter(({ name }) => WAYS.includes(name)))
      await agent.run(code).catch(() => undefined);
    await agent.tidy();
    await pause(1_000);
    return stage.forum.published().length;
  };

  /** Presses what the keyboard comes to at this stop of the toolbar popup. */
  const pressInPopup = async (stops: number) => {
    const popup = await openPopup(stage);
    for (let stop = 0; stop < stops; stop += 1) {
      await stage.person.press('Tab');
      await lieStill(stage.display.name, popup);
    }
    await stage.person.press('space');
    return popup;
  };

  it('on one site, and go on at another; they may work there again when the person says so', async () => {
    expect(await sendAll('See you there.')).toBeGreaterThan(0);
    const popup = await pressInPopup(2);
    await until('the stop in the record', () => entriesOf(stage, 'killed-on-site') > 0 || undefined, 20_000);
    await lieStill(stage.display.name, popup);
    stage.display.shot(`screenshots/test/${browser}-stopped-on-site.png`);
    await stage.person.press('Escape');
    expect(await sendAll('And yet I send.')).toBe(0);
    await agent.goTo(`${MAIL}/mail/u/0/?view=cm&fs=1&to=bob@corp.example&su=Cards&n=${Date.now()}`);
    await agent.insert('.M9 [g_editable="true"]', 'I shall bring the cards.');
    const saved = () => stage.mail.arrivals.some(({ kind, accepted }) => kind === 'draft' && accepted);
    await until('its draft at the other site', () => saved() || undefined, 20_000);
    await agent.goTo(signedIn('alice', LUNCH));
    // A site that is stopped stands before everything else but "Stop all agents".
    await pressInPopup(2);
    await until('the word in the record', () => entriesOf(stage, 'revived-on-site') > 0 || undefined, 20_000);
    await stage.person.press('Escape');
    expect(await sendAll('Then see you there.')).toBeGreaterThan(0);
  });

  // Chromium hears none of its shortcuts from X input (seen in 156).
  it.runIf(browser === 'firefox')('by the key, whatever the page makes of it', async () => {
    await agent.run(
      "for (const type of ['keydown', 'keypress', 'keyup']) addEventListener(type, (event) => { event.preventDefault(); event.stopImmediatePropagation(); }, true); return null;",
    );
    await stage.person.turnTo(SITE_WINDOW);
    await stage.person.press('alt+shift+period');
    await until('the stop in the record', () => entriesOf(stage, 'killed') > 0 || undefined, 20_000);
    expect(await sendAll('After the key.')).toBe(0);
    await pressInPopup(1);
    await until('the word in the record', () => entriesOf(stage, 'revived') > 0 || undefined, 20_000);
    await stage.person.press('Escape');
  });

  it('by policy: in Chromium in open tabs at once, in Firefox from its next start on', async () => {
    const before = entriesOf(stage, 'killed');
    const policy = corpPolicy(stage.collector.url, { forumMandate: 'flow' });
    const managed = { ...policy, policyVersion: 43, killSwitch: true };
    const changed = Date.now();
    if (browser === 'chromium') stage.launched().setManaged(managed);
    else {
      await agent.leave();
      await stage.restart({ managed });
      agent = await remoteAgent(stage);
      await agent.goTo(signedIn('alice', LUNCH));
    }
    const isKilled = () => (browser === 'firefox' ? true : entriesOf(stage, 'killed') > before || undefined);
    await until('the stop in the record', isKilled, 30_000);
    console.log(`    in force ${((Date.now() - changed) / 1000).toFixed(1)} s after the change on disk`);
    expect(await sendAll('After the word from above.')).toBe(0);
    await agent.goTo(signedIn('alice', LUNCH));
    expect(await sendAll('From another page.')).toBe(0);
  });
});
