/**
 * Alice at work, by her own hand: no agent, no remote protocol. She answers a colleague's mail, writes another and posts
 * on the forum. Nobody asks her anything, nothing is pressed for her, and nothing of it is recorded.
 */
import { pause, until } from '../browser/harness/until.ts';
import { MAIL, type Stage, signedIn, signedInToMail } from '../browser/stage.ts';
import type { Story, Teller } from './story.ts';

export const POST = 'Thanks, see you on Thursday.';
export const SUBJECT = 'Lunch?';
export const LETTER = 'Hi Bob, at the canal? Noon would suit me.';

/** What must not stand in the record of a day on which nobody was asked anything. */
const ORDINARY = ['guard-started', 'policy-loaded', 'checkpoint'];

export const human: Story = {
  title: 'Alice herself mails and posts ordinary things.',
  begins: 'mail',
  cast: 'alone',
  approved: 0,
  async play(stage, _agent, tell) {
    await mails(stage, tell);
    await posts(stage, tell);
    const noticed = noticedIn(stage);
    tell.say(
      `Sent ${stage.mail.sent().length} mail and ${stage.forum.published().length} post; ${noticed.length} questions.`,
    );
    if (noticed.length > 0) throw new Error(`the guard took notice of a person’s ordinary acts: ${noticed.join(', ')}`);
    const exact =
      stage.mail.sent().length === 1 &&
      stage.mail.sent()[0]?.subject === SUBJECT &&
      stage.forum
        .published()
        .map((each) => each.raw)
        .join() === POST;
    return { attempts: 0, arrived: 0, approvedArrived: 0, declinedArrived: 0, exact: exact && byHand(stage) };
  },
};

/** What the record says beyond the guard's own start. */
export function noticedIn(stage: Stage): readonly string[] {
  return stage.collector.entries.map((entry) => String(entry.kind)).filter((kind) => !ORDINARY.includes(kind));
}

/** Whether it was her own gesture, untouched, that sent each of them: nothing was stopped and pressed again for her. */
function byHand(stage: Stage): boolean {
  const gestures = [
    ...stage.mail.arrivals.flatMap((each) => /"send","(hand|script)"/.exec(each.body)?.[1] ?? []),
    ...stage.forum.arrivals.flatMap((each) => /gesture=(hand|script)/.exec(each.body)?.[1] ?? []),
  ];
  return gestures.join() === 'hand,hand';
}

/** A new mail to a colleague, all by keyboard and sent by Ctrl+Enter. */
async function mails(stage: Stage, tell: Teller): Promise<void> {
  await goTo(stage, signedInToMail('alice', '/mail/u/0/'), /Inbox \(\d+\) - alice/);
  // A page that is still loading would take the keyboard from the address bar.
  await pause(1_500);
  await goTo(stage, `${MAIL}/mail/u/0/?view=cm&fs=1`, /New Message - alice/);
  await pause(1_000);
  await stage.person.type('bob@corp.example');
  await stage.person.press('Tab');
  await stage.person.type(SUBJECT);
  await stage.person.press('Tab');
  await stage.person.type(LETTER);
  await until(
    'the mail to save her draft',
    () => stage.mail.arrivals.some((each) => each.kind === 'draft') || undefined,
  );
  await tell.picture('1-a-letter');
  await stage.person.press('ctrl+Return');
  await until('her mail to arrive', () => stage.mail.sent().length > 0 || undefined, 15_000);
  tell.say('Alice writes to Bob and sends it.');
  await pause(1_500);
  await tell.picture('2-sent');
}

/** A reply on the forum: the forum's own key opens the composer. */
async function posts(stage: Stage, tell: Teller): Promise<void> {
  await goTo(stage, signedIn('alice', '/t/lunch-on-thursday/102'), /Lunch on Thursday/);
  await pause(1_000);
  await stage.person.click(REPLY[stage.name].x, REPLY[stage.name].y);
  await pause(800);
  await stage.person.type(POST);
  await until(
    'the forum to save her draft',
    () => stage.forum.arrivals.some((each) => each.kind === 'draft') || undefined,
  );
  await tell.picture('3-a-post');
  await stage.person.press('ctrl+Return');
  await until('her post to arrive', () => stage.forum.published().length > 0 || undefined, 15_000);
  tell.say('Alice answers on the forum.');
  await pause(1_000);
  await tell.picture('4-posted');
}

/** Where the large Reply button lies in a window of this browser on our display. */
const REPLY = { chromium: { x: 79, y: 780 }, firefox: { x: 439, y: 836 } } as const;

/** Chromium's address bar in its window on our display. */
const ADDRESS_BAR = { x: 487, y: 63 } as const;

/** By the address bar, as a person does. */
export async function goTo(stage: Stage, url: string, title: RegExp): Promise<void> {
  await stage.person.turnTo(/Chromium|Firefox/);
  // Chromium does not hear its own shortcuts from X input (seen in 156); there a person clicks.
  if (stage.name === 'firefox') await stage.person.press('ctrl+l');
  else await stage.person.click(ADDRESS_BAR.x, ADDRESS_BAR.y);
  await stage.person.press('ctrl+a');
  await pause(300);
  stage.person.typeAtOnce(url);
  await pause(300);
  await stage.person.press('Return');
  await stage.person.waitForWindow(title);
}
