/** After a yes a mail goes as it was to go: later when it was to go later, and archived when it was sent and archived. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { arrivedSends, SEND } from '../incidents/mail.ts';
import { entriesOf } from '../incidents/story.ts';
import { type Agent, remoteAgent } from './agents.ts';
import { approveInOurSurface, refuseInOurSurface } from './alice.ts';
import { mostlyIn } from './full.ts';
import { pause, until } from './harness/until.ts';
import { MAIL, openStage, type Stage, signedInToMail } from './stage.ts';
import { showFailure } from './when-it-fails.ts';

const EDITOR = '.M9 [g_editable="true"]';

describe.each(mostlyIn('firefox'))('a mail after a yes (%s)', (browser) => {
  let stage: Stage;
  let agent: Agent;
  let held = 0;

  beforeAll(async () => {
    stage = await openStage({ browser, remote: 'agent' });
    agent = await remoteAgent(stage);
    await agent.goTo(signedInToMail('alice', '/mail/u/0/'));
  }, 120_000);

  afterAll(async () => {
    await agent?.leave();
    await stage?.close();
  });

  beforeEach(() => {
    stage.mail.reset();
    held = entriesOf(stage, 'held');
  });

  afterEach((context) => showFailure(context, stage, `mail-release-${browser}`));

  const click = async (selector: string) => {
    const there = `return document.querySelector(${JSON.stringify(selector)}) !== null;`;
    await until(selector, () => agent.run<boolean>(there).catch(() => undefined), 20_000);
    await agent.click(selector);
  };
  const isHeld = () => until('it to be held', () => entriesOf(stage, 'held') > held || undefined, 20_000);
  const arrived = () => until('it to arrive', () => arrivedSends(stage) > 0 || undefined, 40_000);
  /** Each mail once: one whose answer takes long is given up by the site and sent again under its own id. */
  const bodies = () => {
    const sends = stage.mail.arrivals.filter((each) => each.accepted && each.kind === 'send');
    return [...new Map(sends.map(({ messages, body }) => [messages.map(({ id }) => id).join(), body])).values()];
  };

  it('that was to be sent later is sent later, and not at once', async () => {
    await agent.goTo(`${MAIL}/mail/u/0/?view=cm&fs=1&to=bob@corp.example&su=Later&n=${Date.now()}`);
    await agent.insert(EDITOR, 'Please read this tomorrow.');
    await click('.M9 .hG');
    await click('[selector="scheduledSend"]');
    await click('.Kj-JD .Az');
    await isHeld();
    expect(arrivedSends(stage)).toBe(0);
    await approveInOurSurface(stage);
    await arrived();
    await pause(3_000);
    expect(bodies()).toHaveLength(1);
    expect(bodies()[0]).toContain('^scheduled');
    expect(bodies()[0]).not.toContain('^pfg');
  });

  it.each(['with its quotation hidden', 'with all of it shown'])(
    'that is sent and archived, %s, is archived as well',
    async (how) => {
      await agent.goTo(`${MAIL}/mail/u/0/?n=${Date.now()}#inbox/19a3f21b5c8d4e02`);
      await click('.ams.bkH');
      await agent.insert(EDITOR, `Thursday it is, ${how}.`);
      if (how === 'with all of it shown') await click('.M9 .ajR');
      await click('.M9 .IZ .Up .Uo');
      await isHeld();
      expect(arrivedSends(stage)).toBe(0);
      await approveInOurSurface(stage);
      await arrived();
      await pause(3_000);
      expect(bodies()).toHaveLength(1);
      expect(stage.mail.arrivals.flatMap(({ changes }) => changes).some(({ add }) => add.includes('^a'))).toBe(true);
    },
  );

  it('that carries a file goes with it', async () => {
    await agent.goTo(`${MAIL}/mail/u/0/?n=${Date.now()}#inbox/19a3f21b5c8d4e02`);
    await click('.ams.attached');
    await agent.write('.M9 [name="to"] input.agP', 'maria@corp.example,');
    await agent.insert(EDITOR, 'As a file.');
    await click(SEND);
    await isHeld();
    await approveInOurSurface(stage);
    await arrived();
    expect(bodies()[0]).toContain('message/rfc822');
  });

  it('in a mailbox that several people look after, an agent’s draft is held before they can read it', async () => {
    await agent.goTo(`${MAIL}/mail/u/0/d/AEoRXRT4k/?view=cm&fs=1&to=bob@corp.example&su=Shared&n=${Date.now()}`);
    await agent.insert(EDITOR, 'Not for everybody yet.');
    await isHeld();
    await pause(3_000);
    const kinds = stage.mail.arrivals.filter(({ accepted }) => accepted).map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind === 'draft' || kind === 'send')).toEqual([]);
    await refuseInOurSurface(stage);
    await pause(3_000);
    expect(arrivedSends(stage)).toBe(0);
  });
});
