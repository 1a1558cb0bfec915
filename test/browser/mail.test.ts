/**
 * What mail needs to live goes on beside the guard: drafts, polls and sign-in where nothing is held; and what was typed
 * while something was held is saved afterwards. The mail's own retries of a held message neither send twice nor hang.
 */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { arrivedSends, SEND } from '../incidents/mail.ts';
import { entriesOf } from '../incidents/story.ts';
import { type Agent, remoteAgent } from './agents.ts';
import { approveInOurSurface, openPopup, refuseInOurSurface } from './alice.ts';
import { mostlyIn } from './full.ts';
import { pause, until } from './harness/until.ts';
import { MAIL, openStage, type Stage, signedInToMail, wantedBrowsers } from './stage.ts';
import { showFailure } from './when-it-fails.ts';

const EDITOR = '.M9 [g_editable="true"]';

describe.each(wantedBrowsers())('mail beside the guard (%s)', (browser) => {
  let stage: Stage;
  let agent: Agent;

  beforeAll(async () => {
    stage = await openStage({ browser, remote: 'agent' });
    agent = await remoteAgent(stage);
    await agent.goTo(signedInToMail('alice', '/mail/u/0/'));
  }, 120_000);

  afterAll(async () => {
    await agent?.leave();
    await stage?.close();
  });

  afterEach((context) => showFailure(context, stage, `mail-${browser}`));

  const text = (selector: string) =>
    agent.run<string>(`return document.querySelector(${JSON.stringify(selector)})?.innerText ?? '';`);
  const savedDrafts = () =>
    stage.mail.arrivals.filter((each) => each.accepted && each.kind === 'draft').flatMap((each) => each.messages);
  const compose = async (to: string, subject: string, body: string) => {
    await agent.goTo(`${MAIL}/mail/u/0/?view=cm&fs=1&n=${stage.mail.arrivals.length}`);
    await agent.write('.M9 [name="to"] input.agP', `${to},`);
    await agent.write('.M9 [name="subjectbox"]', subject);
    await agent.insert(EDITOR, body);
  };

  it('an agent’s draft is saved while nothing is held, again and again, and mail goes on polling', async () => {
    await compose('bob@corp.example', 'Two hosts', 'First sentence.');
    await until('the draft to be saved', () => savedDrafts().some((each) => each.html.includes('First')) || undefined);
    await agent.insert(EDITOR, 'Second sentence. ');
    await until(
      'the draft to be saved again',
      () => savedDrafts().some((each) => each.html.includes('Second')) || undefined,
    );
    await agent.insert(EDITOR, 'Third sentence. ');
    await until('and again', () => savedDrafts().some((each) => each.html.includes('Third')) || undefined);
    // The record has it before the page has the answer.
    await until('the page to say so', async () => /saved/i.test(await text('.M9 .oG')));
    expect(entriesOf(stage, 'held')).toBe(0);
    expect(arrivedSends(stage)).toBe(0);
    await until(
      'polls',
      () => stage.mail.arrivals.filter((each) => /channel|\/i\/bv/.test(each.path)).length > 1 || undefined,
    );
  });

  it.runIf(mostlyIn('chromium').includes(browser))(
    'what is typed while a mail is held stays in the page, and is saved once the person has said no',
    async () => {
      await agent.click(SEND);
      await until('the mail to be held', () => entriesOf(stage, 'held') === 1 || undefined);
      const before = savedDrafts().length;
      await agent.insert(EDITOR, 'Typed while it waits. ');
      await pause(4_000);
      expect(savedDrafts().length).toBe(before);
      expect(await text(EDITOR)).toContain('Typed while it waits.');
      await refuseInOurSurface(stage);
      await until(
        'the draft to be saved now',
        () => savedDrafts().some((each) => each.html.includes('Typed while it waits')) || undefined,
        40_000,
      );
      expect(await text(EDITOR)).toContain('Typed while it waits.');
      expect(arrivedSends(stage)).toBe(0);
    },
  );

  describe.runIf(mostlyIn('firefox').includes(browser))(
    'a reply whose quotation the page hides is kept back as the request that it is',
    () => {
      const reply = async (sentence: string) => {
        stage.mail.reset();
        await agent.goTo(`${MAIL}/mail/u/0/?n=${Date.now()}#inbox`);
        await agent.click('tr.zA:nth-of-type(2)');
        await agent.click('.ams.bkH');
        await agent.insert(EDITOR, sentence);
        const held = entriesOf(stage, 'held');
        await agent.click(SEND);
        await until('the reply to be held', () => entriesOf(stage, 'held') > held || undefined);
      };

      it('the mail’s own retries do not send it, do not ask twice, and one yes sends it once', async () => {
        await reply('Thank you, that suits me.');
        const held = entriesOf(stage, 'held');
        expect(await text('.bAq')).toContain('Sending');
        // The mail gives an unanswered request up after 8 s and tries again under the same name.
        await pause(12_000);
        expect(arrivedSends(stage)).toBe(0);
        expect(entriesOf(stage, 'held')).toBe(held);
        expect(entriesOf(stage, 'repeated')).toBe(0);
        await approveInOurSurface(stage, async () => stage.display.shot(`screenshots/test/${browser}-mail-reply.png`));
        await until('the reply to arrive', () => arrivedSends(stage) > 0 || undefined, 40_000);
        await until(
          'the mail to say so',
          async () => (await text('.bAq')).includes('Message sent') || undefined,
          20_000,
        );
        await pause(5_000);
        expect(arrivedSends(stage)).toBe(1);
        expect(stage.mail.sent()[0]?.html).toContain('gmail_quote');
      });

      it('after a no it is back in the editor, and the mail does not go on sending', async () => {
        await reply('Please leave me out of this.');
        await refuseInOurSurface(stage);
        await until(
          'the text to be back in an editor',
          async () => (await text(EDITOR)).includes('Please leave me out of this.') || undefined,
          40_000,
        );
        await pause(8_000);
        expect(await text('.bAq')).not.toContain('Sending');
        expect(arrivedSends(stage)).toBe(0);
      });

      it('a server that cannot take it now gets the same message again, without a second question', async () => {
        await reply('I shall read it tonight.');
        stage.mail.refuseNext(2);
        const approvals = entriesOf(stage, 'approved');
        await approveInOurSurface(stage);
        await until('the reply to arrive', () => arrivedSends(stage) > 0 || undefined, 40_000);
        await pause(3_000);
        expect(arrivedSends(stage)).toBe(1);
        expect(entriesOf(stage, 'approved')).toBe(approvals + 1);
      });
    },
  );

  it.runIf(mostlyIn('chromium').includes(browser))(
    'while all agents are stopped a draft stays in the page, and is saved when they may work again',
    async () => {
      await compose('bob@corp.example', 'While stopped', 'Begun before the stop. ');
      await pressInThePopup(stage);
      await until('the stop in the ledger', () => entriesOf(stage, 'killed') > 0 || undefined);
      stage.mail.reset();
      // Its hands do nothing any more; a script in the page can still write, and nothing of it leaves.
      await agent.insert(EDITOR, 'By hand. ').catch(() => undefined);
      await agent.run(
        `const editor = document.querySelector(${JSON.stringify(EDITOR)}); editor.append('Written while agents are stopped.'); editor.dispatchEvent(new InputEvent('input', { bubbles: true })); return null;`,
      );
      await pause(4_000);
      expect(savedDrafts()).toHaveLength(0);
      expect(await text(EDITOR)).not.toContain('By hand.');
      expect(await text(EDITOR)).toContain('Written while agents are stopped.');
      await pressInThePopup(stage);
      await until('agents to be let work again', () => entriesOf(stage, 'revived') > 0 || undefined);
      await until(
        'the draft to be saved',
        () => savedDrafts().some((each) => each.html.includes('Written while agents are stopped')) || undefined,
        40_000,
      );
    },
  );

  it('signing in works in an agent’s tab', async () => {
    await agent.goTo(`${MAIL}/ServiceLogin?next=%2Fmail%2Fu%2F0%2F`);
    await agent.write('#identifierId', 'alice@corp.example');
    await agent.click('form[action="/ServiceLogin"] button');
    await until(
      'the sign-in to arrive',
      () => stage.mail.arrivals.some((each) => each.path.startsWith('/ServiceLogin')) || undefined,
    );
  });
});

/** The first stop of the toolbar popup: "Stop all agents", or what lets them work again. */
async function pressInThePopup(stage: Stage): Promise<void> {
  await openPopup(stage);
  await stage.person.press('Tab', 'space');
  await pause(500);
  await stage.person.press('Escape');
}
