/**
 * What agents do with mail that is there: a few mails go and are recorded, many are held, and after a yes they go once.
 * Counted at the mail server: labels as they are there, not as the page shows them.
 */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { entriesOf } from '../incidents/story.ts';
import { type Agent, remoteAgent } from './agents.ts';
import { approveInOurSurface, refuseInOurSurface } from './alice.ts';
import { mostlyIn } from './full.ts';
import { pause, until } from './harness/until.ts';
import { MAIL, openStage, type Stage, signedInToMail } from './stage.ts';
import { showFailure } from './when-it-fails.ts';

describe.each(mostlyIn('chromium'))('an agent puts mail away (%s)', (browser) => {
  let stage: Stage;
  let agent: Agent;

  beforeAll(async () => {
    // The question alone is looked at here; the safety stop that comes before it has a story of its own.
    stage = await openStage({ browser, remote: 'agent', breakers: { items: 10_000 } });
    agent = await remoteAgent(stage);
    await agent.goTo(signedInToMail('alice', '/mail/u/0/'));
  }, 120_000);

  afterAll(async () => {
    await agent?.leave();
    await stage?.close();
  });

  afterEach((context) => showFailure(context, stage, `mail-changes-${browser}`));

  const openInbox = async () => {
    await agent.goTo(`${MAIL}/mail/u/0/?n=${Date.now()}#inbox`);
    await until('the inbox', () => rows().then((count) => count > 30 || undefined), 30_000);
  };
  const rows = () => agent.run<number>(`return document.querySelectorAll('tr.zA').length;`);
  /** Ticks the first rows and presses a button of the toolbar. */
  const act = async (count: number, button: number) => {
    await agent.run(
      `for (let i = 0; i < ${count}; i += 1) document.querySelectorAll('tr.zA .oZ-jc')[i].click(); return null;`,
    );
    await agent.click(`[gh=tm] [act="${button}"]`);
  };
  /** Mails that the server has been told to move. */
  const moved = () =>
    stage.mail.arrivals
      .filter((each) => each.accepted && each.kind === 'move')
      .flatMap((each) => each.changes)
      .flatMap((each) => each.messages);
  const recorded = (kind: string, act: string) =>
    stage.collector.entries
      .filter((entry) => entry.kind === kind)
      .map((entry) => entry.body as { readonly act?: string; readonly items?: number })
      .filter((body) => body.act === act)
      .map((body) => body.items);

  it('three at once: no question', async () => {
    stage.mail.deliver(45);
    await openInbox();
    await act(3, 7);
    await until('three mails to be archived', () => moved().length >= 3 || undefined, 30_000);
    expect(entriesOf(stage, 'held')).toBe(0);
  });

  it('thirty at once: held, with the three in the record; after a no they stay where they are, and the mail’s own retries do not ask again', async () => {
    await openInbox();
    const before = moved().length;
    await act(30, 10);
    await until('the question', () => entriesOf(stage, 'held') > 0 || undefined, 20_000);
    // What went unasked before it stands in the record.
    expect(recorded('assessed', 'archive')).toEqual([3]);
    await refuseInOurSurface(stage, async () => stage.display.shot(`screenshots/test/${browser}-mail-trash.png`));
    const held = entriesOf(stage, 'held');
    await pause(12_000);
    expect(moved().length).toBe(before);
    expect(entriesOf(stage, 'held')).toBe(held);
  });

  it('thirty at once, and a yes: thrown away once', async () => {
    await openInbox();
    const before = moved().length;
    const held = entriesOf(stage, 'held');
    // Others than those that were refused: they would be refused again, without a word.
    await agent.run(`document.querySelectorAll('tr.zA .oZ-jc')[34].click(); return null;`);
    await act(30, 10);
    await until('the question', () => entriesOf(stage, 'held') > held || undefined, 20_000);
    await pause(9_000);
    expect(moved().length).toBe(before);
    await approveInOurSurface(stage);
    await until('the mails to be thrown away', () => moved().length > before || undefined, 30_000);
    await pause(4_000);
    expect(moved().length - before).toBeGreaterThanOrEqual(31);
    expect(new Set(moved().slice(before)).size).toBe(moved().length - before);
    expect(entriesOf(stage, 'held')).toBe(held + 1);
    expect(recorded('released', 'trash')).toEqual([moved().length - before]);
  });

  it('has mail forwarded: refused, since what a page of settings sends was never recorded', async () => {
    await agent.goTo(`${MAIL}/mail/u/0/?n=${Date.now()}#settings/fwdandpop`);
    await until('the settings', () =>
      agent.run<boolean>(`return document.querySelector('[name="sx_em"]') !== null;`).catch(() => undefined),
    );
    await agent.write('[name="sx_em"]', 'dave@northwind.example');
    await agent.click('[guidedhelpid="save_changes_button"]');
    await pause(3_000);
    expect(stage.mail.arrivals.filter((each) => each.accepted && each.kind === 'setting')).toEqual([]);
  });

  it('one after the other: from the twentieth on it asks', async () => {
    stage.mail.deliver(30);
    await openInbox();
    const held = entriesOf(stage, 'held');
    const before = moved().length;
    let clicks = 0;
    while (entriesOf(stage, 'held') === held && clicks < 25) {
      clicks += 1;
      const had = await rows();
      await agent.run(`document.querySelector('tr.zA .brq').click(); return null;`);
      await until(
        'it to be gone or held',
        async () => (await rows()) < had || entriesOf(stage, 'held') > held || undefined,
      );
      await until(
        'it to arrive or be held',
        () => moved().length >= before + clicks || entriesOf(stage, 'held') > held || undefined,
        20_000,
      );
    }
    expect(clicks).toBeLessThan(20);
    expect(moved().length - before).toBe(clicks - 1);
    await refuseInOurSurface(stage);
  });
});
